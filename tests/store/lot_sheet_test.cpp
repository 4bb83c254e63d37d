// A lot comes with all that stands around it.
#include <catch2/catch_test_macros.hpp>

#include "clausier/store/markets.hpp"
#include "store/tenders.hpp"

using namespace clausier;

TEST_CASE("the sheet of a lot is the lot, its market and its buyer as each is found alone") {
    store::Database database(":memory:");
    auto one = tests::record(2, "2026-01", "2");
    one.holders.push_back({{}, "Peintres"});
    one.effort = core::Rate::of(500);
    one.estimated_need = core::Euros::whole(5);
    tests::import(database, {one});
    auto tx = database.read();
    store::Markets markets(tx);
    const auto sheet = markets.find_lot_sheet({1});
    REQUIRE(sheet.has_value());
    CHECK(sheet->lot.number == "2");
    CHECK(sheet->lot.effort == core::Rate::of(500));
    CHECK(sheet->lot.revision == 1);
    REQUIRE(sheet->lot.holders.size() == 2);
    CHECK(sheet->lot.holders[1].name == "Peintres");
    CHECK(sheet->market.reference == "2026-01");
    CHECK(sheet->market.estimated_need == core::Euros::whole(5));
    CHECK(sheet->market.revision == markets.find({1})->revision);
    CHECK(sheet->buyer.name == "Commune de Valbrume");
    CHECK(sheet->buyer.identifier.text == "21990001000017");
    CHECK(sheet->buyer.kind == domain::OrganisationKind::public_body);
    CHECK_FALSE(markets.find_lot_sheet({9}).has_value());
}
