// Sums of lots, one lot at a time.
#include "clausier/domain/market_list.hpp"

#include <limits>

namespace clausier::domain {
namespace {

template <class Unit>
void add_capped(core::Quantity<Unit>& sum, core::Quantity<Unit> more, bool& exceeded) {
    std::int64_t parts = 0;
    if (__builtin_add_overflow(sum.parts(), more.parts(), &parts)) {
        exceeded = true;
        parts = std::numeric_limits<std::int64_t>::max();
    }
    sum = core::Quantity<Unit>::of(parts);
}

}  // namespace

void add(LotTotals& totals, const Lot& lot) {
    ++totals.lots;
    if (lot.amount) {
        ++totals.lots_with_amount;
        add_capped(totals.amount, *lot.amount, totals.exceeded);
    } else if (lot.amount_estimated) {
        ++totals.lots_estimated;
        add_capped(totals.estimated, *lot.amount_estimated, totals.exceeded);
    }
    if (lot.hours) {
        ++totals.lots_with_hours;
        add_capped(totals.hours, *lot.hours, totals.exceeded);
    }
}

}  // namespace clausier::domain
