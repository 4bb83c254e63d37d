// Structures as lists and sheets give them, and the imports that brought them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/domain/structure.hpp"

namespace clausier::domain {

// `total`: of the whole filtered set; `known`: of all structures.
struct StructurePage {
    std::vector<Structure> lines;
    std::int64_t total = 0;
    std::int64_t known = 0;
};

// An awarded lot that a structure holds or works on. `amount`: of the lot, or of the subcontract.
struct SupplierContract {
    Id<Market> market{};
    Id<Lot> lot{};
    std::string buyer;
    std::string reference;
    std::string object;
    std::string lot_number;
    std::optional<core::Date> notified_on;
    std::optional<core::Euros> amount;
    bool subcontractor = false;
    std::string siret;
    Structure structure;
    Standing standing;  // of the structure on the day of notification
};

// A structure with what surrounds it: others that share its SIRET, and the contracts it works on.
struct StructureSheet {
    Structure structure;
    std::vector<Structure> sharing;
    std::vector<SupplierContract> contracts;
};

// An import of a list: rows_read = created + updated + same + listed.
struct StructureImport {
    Id<StructureImport> id{};
    core::Instant at{};
    std::string actor;
    std::string file_name;
    std::string file_sha256;
    std::string source;
    std::int64_t rows_read = 0;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t same = 0;
    std::int64_t listed = 0;
    std::optional<core::Instant> undone_at;
};

// What is said of a line of the file; `kept`: it gave a structure all the same.
struct StructureImportRemark {
    std::uint64_t line = 0;
    std::string code;
    bool kept = false;
    std::string message;
    bool operator==(const StructureImportRemark&) const = default;
};

// An import, tried or applied (it then has a number), with what is said of its lines.
struct StructureImportOutcome {
    StructureImport import;
    std::vector<StructureImportRemark> remarks;
};

}  // namespace clausier::domain
