// Contracts matched with structures, by any SIRET that a structure has had.
#pragma once
#include <optional>
#include <vector>

#include "clausier/domain/structure_list.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

class SupplierContracts {
public:
    explicit SupplierContracts(Transaction& tx) : tx_(tx) {}

    // The contracts of one structure, the newest first. Their `structure` holds its number alone.
    [[nodiscard]] std::vector<domain::SupplierContract> of(domain::Id<domain::Structure> id);
    // Those of a buyer and a year, or of all, the newest first, with their structures whole. A contract is given once a
    // structure: a SIRET that two structures share gives two lines.
    [[nodiscard]] std::vector<domain::SupplierContract> list(std::optional<domain::Id<domain::Organisation>> buyer,
                                                             std::optional<int> year, std::int64_t limit);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
