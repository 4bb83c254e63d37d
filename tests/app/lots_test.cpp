// The lots of a workbook, without any database.
#include "clausier/app/lots.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/rows.hpp"

using namespace clausier;

TEST_CASE("lots are collected with their line and figures, totals and titles left out") {
    app::LotCollector collector("", {});
    tests::feed(collector,
                "Estimation du groupe scolaire;;;\n"
                "Lot;Intitulé;Montant HT;Taux d'effort\n"
                "1;Peinture;200 000,00;10 %\n"
                "2;Gros œuvre;selon BPU;\n"
                "TOTAL;;200 000,00;\n");
    collector.finish();
    REQUIRE(collector.lots().size() == 2);
    CHECK(collector.lots()[0].line == 3);
    CHECK(collector.lots()[0].figures.title == "Peinture");
    CHECK(collector.lots()[0].figures.amount == core::Euros::whole(200'000));
    CHECK(collector.lots()[0].figures.effort == core::Rate::of(1000));
    CHECK_FALSE(collector.lots()[1].figures.amount.has_value());
    CHECK_FALSE(collector.remarks().empty());
    CHECK(collector.columns() == 4);
    CHECK(collector.mapping().header_row == 2);
    CHECK(collector.counts().read == 4);
}

TEST_CASE("a lot copied twice is counted once and said, with the line it repeats") {
    app::LotCollector collector("", {});
    tests::feed(collector, "Lot;Intitulé;Montant HT\n1;Peinture;200 000\n1;Peinture;200 000\n");
    collector.finish();
    CHECK(collector.lots().size() == 1);
    REQUIRE(collector.remarks().size() >= 1);
    CHECK(collector.remarks().back().issue.code == "doublon");
    CHECK(collector.remarks().back().issue.where == "ligne 3");
}

TEST_CASE("a lot that has a number and no title is a lot") {
    app::LotCollector collector("", {});
    tests::feed(collector, "Lot;Intitulé;Montant HT\n1;Peinture;200 000\n2;;2 000 000\n");
    collector.finish();
    CHECK(collector.lots().size() == 2);
}

TEST_CASE("a sheet without rows or without lots is an error") {
    app::LotCollector nothing("", {});
    CHECK_THROWS_AS(nothing.finish(), core::Error);
    app::LotCollector header("", {});
    tests::feed(header, "Lot;Intitulé;Montant HT\n");
    CHECK_THROWS_AS(header.finish(), core::Error);
}
