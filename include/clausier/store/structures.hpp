// Structures kept: found by number, by SIRET past or present, listed, and saved with their history.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "clausier/domain/structure_list.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Every condition left empty lets all through.
struct StructureFilter {
    std::string text{};  // in the name, the city or a SIRET
    std::string kind{};
    std::string family{};
    std::string department{};
    std::optional<core::Date> approved_on{};  // a dated convention holds that day
    bool closed = false;                      // with those that have closed
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

class Structures {
public:
    explicit Structures(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Structure> find(domain::Id<domain::Structure> id);
    // By name, then number.
    [[nodiscard]] domain::StructurePage list(const StructureFilter& filter);
    // Those that have, or have had, each SIRET, by number; SIRETs of nobody are absent.
    [[nodiscard]] std::unordered_map<std::string, std::vector<domain::Structure>> by_sirets(
        std::span<const std::string> sirets);
    // Those without any SIRET, for lists that have none.
    [[nodiscard]] std::vector<domain::Structure> without_siret();
    // The others that have this SIRET now.
    [[nodiscard]] std::vector<domain::Structure> sharing(const std::string& siret, domain::Id<domain::Structure> self);

    // Adds it when its id is empty, else replaces it with its history and approvals, the SIRET in use being added to
    // the history when it is not there; gives it back with its id and revision. Throws Error(conflict) when somebody
    // else has saved it since it was read.
    domain::Structure save(domain::Structure structure);

private:
    void save_parts(domain::Structure& structure);
    void read_parts(domain::Structure& structure);
    Transaction& tx_;
};

}  // namespace clausier::store
