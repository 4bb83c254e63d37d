// What the directory says of the suppliers of contracts, read for a whole scope at once.
#pragma once
#include <string_view>
#include <unordered_map>

#include "clausier/domain/indicator.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// Suppliers matched with structures by SIRET, when that SIRET was the structure's; a supplier that two structures share
// is the one that counts most.
class SupplierStandings {
public:
    // `rows`: lot_id, rank, subcontractor, amount_cents, structure_id, notified_on, by lot then rank.
    SupplierStandings(Transaction& tx, Statement rows, core::Date today);
    [[nodiscard]] const domain::ContractStandings& of(domain::Id<domain::Lot> lot) const;

private:
    const domain::Structure& structure(Transaction& tx, std::int64_t id);
    std::unordered_map<std::int64_t, domain::Structure> structures_;
    std::unordered_map<std::int64_t, domain::ContractStandings> by_lot_;
};

}  // namespace clausier::store
