// One lot read as the index needs it: the market, the lot and its holders from the rows of one query.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/contract.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

// The columns that ContractRow reads, by lot then holder: l, its market m, its buyer b, and its holder o, which may be
// absent. The lot first: an import adds them in that order. `untouched`: of lots that have just come, for which nobody
// can have detailed a clause nor written an exception.
std::string contract_source(bool untouched = false);
inline constexpr std::string_view contract_order = " ORDER BY l.id, h.rank";

class ContractRow {
public:
    // Begins a lot, from its first row.
    void begin(const Statement& row);
    // Its holder, from each of its rows.
    void add_holder(const Statement& row);
    // 0 before the first.
    [[nodiscard]] std::int64_t lot_id() const { return lot_.id.value; }
    [[nodiscard]] const domain::Lot& lot() const { return lot_; }
    [[nodiscard]] domain::ContractSource source() const { return {market_, lot_, buyer_kind_, clauses_, excepted_}; }

private:
    domain::Market market_;
    domain::Lot lot_;
    domain::OrganisationKind buyer_kind_ = domain::OrganisationKind::unknown;
    std::vector<domain::LotClause> clauses_;
    bool excepted_ = false;
};

}  // namespace clausier::store
