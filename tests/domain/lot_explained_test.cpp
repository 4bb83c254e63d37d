// A kept calculation is told apart from today's: by the lot, by the reference, by the result.
#include "clausier/domain/lot_explained.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

namespace {

const core::Date today = core::parse_iso_date("2026-11-21").value();

LotSheet paint() {
    LotSheet sheet;
    sheet.market.object = "École";
    sheet.market.reference = "2026-01";
    sheet.buyer.name = "Commune de Valbrume";
    sheet.lot.title = "Peinture intérieure";
    sheet.lot.amount = core::Euros::whole(200'000);
    sheet.lot.revision = 3;
    return sheet;
}

}  // namespace

TEST_CASE("what was kept says what has changed since") {
    const Reference reference = Reference::national();
    const LotExplained alone = explain(paint(), {}, {}, reference, today);
    REQUIRE(alone.hours.result.has_value());
    StoredCalculation same;
    same.raw = alone.hours.result->estimate.raw;
    same.hours = alone.hours.result->estimate.hours;
    same.lot_revision = 3;
    same.reference_digest = alone.reference_digest;
    StoredCalculation older = same;
    older.raw = core::Hours::whole(1);
    older.lot_revision = 2;
    older.reference_digest = "autre";
    const LotExplained found = explain(paint(), {same, older}, {}, reference, today);
    REQUIRE(found.stored.size() == 2);
    CHECK_FALSE(found.stored[0].lot_changed);
    CHECK_FALSE(found.stored[0].reference_changed);
    CHECK_FALSE(found.stored[0].differs);
    CHECK(found.stored[1].lot_changed);
    CHECK(found.stored[1].reference_changed);
    CHECK(found.stored[1].differs);
    LotSheet unknown = paint();
    unknown.lot.amount.reset();
    const LotExplained none = explain(unknown, {same}, {}, reference, today);
    CHECK(none.hours.issue.has_value());
    CHECK(none.stored[0].differs);
}
