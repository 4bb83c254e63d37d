// Structures of the directory: opened, listed, added, changed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/structure_list.hpp"
#include "clausier/store/structures.hpp"

namespace clausier::app {

// Throws Error(not_found).
domain::StructureSheet structure_sheet(const Session& session, store::Database& base, domain::Id<domain::Structure> id);
domain::StructurePage list_structures(store::Database& base, const store::StructureFilter& filter);

// Both write one transaction with a row of the journal, throw Error(invalid) with every fault of domain::faults(), and
// give the sheet back as it now stands. A SIRET that another structure has is allowed: the sheet names it.
domain::StructureSheet add_structure(const Session& session, store::Database& base, domain::Structure structure);
// Its values and approvals; the SIRETs it has had are kept: a new one holds from today. Throws Error(not_found), and
// Error(conflict) with both values when somebody else has written since. Nothing is written when nothing has changed.
domain::StructureSheet update_structure(const Session& session, store::Database& base, const domain::Structure& edited);

// Which contracts of structures are asked for. Everything left empty lets all through.
struct SupplierContractQuery {
    std::optional<domain::Id<domain::Organisation>> buyer{};
    std::optional<int> year{};  // of notification
    std::int64_t limit = 1000;
};
// Every contract that a structure holds or works on as a subcontractor, the newest first, with how it stood when
// notified.
std::vector<domain::SupplierContract> supplier_contracts(const Session& session, store::Database& base,
                                                         const SupplierContractQuery& query);

}  // namespace clausier::app
