// What is sure and what is not, side by side.
#include "market_words.hpp"

#include <limits>

#include "clausier/core/french.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;

template <class Unit>
std::string counted(core::Quantity<Unit> sum, std::string (*write)(core::Quantity<Unit>)) {
    const bool exceeded = sum.parts() == std::numeric_limits<std::int64_t>::max();
    return (exceeded ? "plus de " : "") + write(sum);
}

std::string side_by_side(const std::string& sure, const std::string& other, const char* said) {
    if (other.empty()) return sure;
    return (sure.empty() ? "" : sure + " + ") + other + " (" + said + ")";
}

}  // namespace

std::string amount_text(const domain::LotTotals& t) {
    return side_by_side(t.lots_with_amount ? counted(t.amount, french::euros) : "",
                        t.lots_estimated ? counted(t.estimated, french::euros) : "", "estimé");
}

std::string amount_text(const domain::Lot& lot) {
    if (lot.amount) return french::euros(*lot.amount);
    return side_by_side("", lot.amount_estimated ? french::euros(*lot.amount_estimated) : "", "estimé");
}

std::string hours_text(const domain::LotTotals& t) {
    return side_by_side(t.lots_with_hours ? counted(t.hours, french::hours) : "",
                        t.lots_calculated ? french::hours(t.calculated) : "", "calcul");
}

std::string hours_text(const domain::MarketSheet& sheet, const domain::Lot& lot) {
    if (lot.hours) return french::hours(*lot.hours);
    const auto calculated = sheet.calculated.find(lot.id);
    return side_by_side("", calculated == sheet.calculated.end() ? "" : french::hours(calculated->second), "calcul");
}

}  // namespace clausier::present
