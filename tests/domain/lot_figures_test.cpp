// The figures of a lot: its own first, then its market's; the same for a lot of a file.
#include "clausier/domain/lot_figures.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

TEST_CASE("a lot's figures come from the lot, its market and its buyer") {
    Market market;
    market.object = "École";
    market.reference = "2026-01";
    Organisation buyer;
    buyer.name = "Commune de Valbrume";
    Lot lot;
    lot.amount_estimated = core::Euros::whole(7);
    lot.labour_share = core::Rate::of(5000);
    const LotFigures figures = figures_of(lot, market, buyer);
    CHECK(figures.buyer == "Commune de Valbrume");
    CHECK(figures.title == "École");
    CHECK(figures.market == "2026-01");
    CHECK(figures.amount == core::Euros::whole(7));
    CHECK(figures.labour_share == core::Rate::of(5000));
    CHECK_FALSE(figures.maximum);
    lot.amount = lot.amount_max = core::Euros::whole(9);
    CHECK(figures_of(lot, market, buyer).maximum);
    market.reference_derived = true;
    lot.title = "Peinture";
    CHECK(figures_of(lot, market, buyer).market == "École");
    CHECK(figures_of(lot, market, buyer).title == "Peinture");
}

TEST_CASE("a record's figures name neither its buyer nor a reference of ours") {
    TenderRecord record;
    record.buyer.name = "Commune de Valbrume";
    record.reference = "2026-01";
    record.object = "École";
    record.lot_number = "2";
    record.amount = core::Euros::whole(1000);
    record.hourly_cost = core::Euros::whole(35);
    const LotFigures figures = figures_of(record);
    CHECK(figures.buyer.empty());
    CHECK(figures.market == "2026-01");
    CHECK(figures.number == "2");
    CHECK(figures.title == "École");
    CHECK(figures.hourly_cost == core::Euros::whole(35));
    CHECK_FALSE(figures.maximum);
    record.amount_max = record.amount;
    record.reference_derived = true;
    CHECK(figures_of(record).maximum);
    CHECK(figures_of(record).market.empty());
}
