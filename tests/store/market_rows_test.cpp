// The lists of columns and their readers agree, column by column.
#include "market_rows.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;

TEST_CASE("an imported row fills every value of its market and lot") {
    auto r = tests::record(2, "2026-01");
    r.reference_derived = true;
    r.nature = "Marché";
    r.procedure = "Procédure adaptée";
    r.consultation_on = tests::day(2026, 1, 1);
    r.published_on = tests::day(2026, 3, 15);
    r.estimated_need = core::Euros::whole(1);
    r.duration_months = 6;
    r.considerations = "Clause sociale";
    r.environmental = "Clause environnementale";
    r.section = "Travaux";
    r.bracket = "de 90 000 à 124 999 €";
    r.operation = "Lycée des Brumes";
    r.trade = "painting";
    r.amount_min = core::Euros::whole(2);
    r.amount_estimated = core::Euros::whole(3);
    r.amount_max = core::Euros::whole(4);
    r.labour_share = core::Rate::of(5);
    r.effort = core::Rate::of(6);
    r.hourly_cost = core::Euros::whole(7);
    r.hours = core::Hours::whole(8);
    r.essential = tests::full_essential_data();
    store::Database database(":memory:");
    tests::import(database, {r});
    auto tx = database.read();
    const std::string columns(store::market_row_columns);
    CHECK(std::count(columns.begin(), columns.end(), ',') + 1 == store::market_row_size);

    auto markets = tx.query("SELECT " + columns + " FROM markets m");
    REQUIRE(markets.step());
    const auto m = store::read_market(markets);
    CHECK(m.id.value == 1);
    CHECK(m.buyer.value == 1);
    CHECK(m.operation == domain::Id<domain::Operation>{1});
    CHECK(m.reference == r.reference);
    CHECK(m.reference_derived);
    CHECK(m.object == r.object);
    CHECK(m.nature == r.nature);
    CHECK(m.procedure == r.procedure);
    CHECK(m.cpv == r.cpv);
    CHECK(m.place_code == r.place_code);
    CHECK(m.place_type == r.place_type);
    CHECK(m.notified_on == r.notified_on);
    CHECK(m.published_on == r.published_on);
    CHECK(m.consultation_on == r.consultation_on);
    CHECK(m.estimated_need == r.estimated_need);
    CHECK(m.duration_months == r.duration_months);
    CHECK(m.considerations == r.considerations);
    CHECK(m.environmental == r.environmental);
    CHECK(m.revision == 1);

    auto lots = tx.query("SELECT " + std::string(store::lot_row_columns) + " FROM lots l");
    REQUIRE(lots.step());
    const auto l = store::read_lot(lots);
    CHECK(l.market.value == 1);
    CHECK(l.number == r.lot_number);
    CHECK(l.title == r.lot_title);
    CHECK(l.section == r.section);
    CHECK(l.bracket == r.bracket);
    CHECK(l.cpv == r.cpv);
    CHECK(l.trade == r.trade);
    CHECK(l.place_code == r.place_code);
    CHECK(l.place_type == r.place_type);
    CHECK(l.notified_on == r.notified_on);
    CHECK(l.duration_months == r.duration_months);
    CHECK(l.considerations == r.considerations);
    CHECK(l.environmental == r.environmental);
    CHECK(l.amount == r.amount);
    CHECK(l.amount_min == r.amount_min);
    CHECK(l.amount_estimated == r.amount_estimated);
    CHECK(l.amount_max == r.amount_max);
    CHECK(l.labour_share == r.labour_share);
    CHECK(l.effort == r.effort);
    CHECK(l.hourly_cost == r.hourly_cost);
    CHECK(l.hours == r.hours);
    CHECK(l.revision == 1);
    CHECK(l.essential == r.essential);
    const std::string lot_columns(store::lot_row_columns);
    CHECK(std::count(lot_columns.begin(), lot_columns.end(), ',') + 1 == store::lot_row_size);
}
