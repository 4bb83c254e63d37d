// Registers and AGEC declarations kept.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/spaser_register.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class Registers {
public:
    explicit Registers(Transaction& tx) : tx_(tx) {}

    // Of a buyer, or of all when nothing is asked for; the latest first.
    [[nodiscard]] std::vector<domain::RegisterEntry> entries(std::optional<domain::Id<domain::Organisation>> buyer);
    [[nodiscard]] std::vector<domain::ReuseDeclaration> declarations(
        std::optional<domain::Id<domain::Organisation>> buyer);
    [[nodiscard]] std::optional<domain::RegisterEntry> find(domain::Id<domain::RegisterEntry> id);
    [[nodiscard]] std::optional<domain::ReuseDeclaration> find(domain::Id<domain::ReuseDeclaration> id);
    // The declaration of that buyer, year and product.
    [[nodiscard]] std::optional<domain::ReuseDeclaration> same(const domain::ReuseDeclaration& declaration);

    // Add what has no id, else replace it; give it back with its id and revision. Throw Error(conflict) when somebody
    // else has saved it since it was read.
    domain::RegisterEntry save(domain::RegisterEntry entry);
    domain::ReuseDeclaration save(domain::ReuseDeclaration declaration);
    void remove(domain::Id<domain::RegisterEntry> id);
    void remove(domain::Id<domain::ReuseDeclaration> id);

    // One buyer turns out to be another: what was kept of it goes to the other. Where both declared the same product
    // and year, the other's declaration stays.
    void move(domain::Id<domain::Organisation> from, domain::Id<domain::Organisation> into);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
