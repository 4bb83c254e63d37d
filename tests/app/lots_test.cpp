// The lots of a workbook, without any database.
#include "clausier/app/lots.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/rows.hpp"

using namespace clausier;

namespace {

// An estimate as buyers send it: a title block, a subtotal, the tax, the sum, a note.
constexpr std::string_view messy =
    "VILLE DE SAINT-AUBIN;;;\n"
    "Groupe scolaire — Estimation — Montants HT;;;\n"
    ";;;\n"
    "N°;Désignation des travaux;Estimation HT;Durée\n"
    "1;Gros œuvre;2 000 000;10 mois\n"
    "2;Peinture;385 000;4 mois\n"
    ";Sous-total;2 385 000;\n"
    "3;Plomberie;3 500 000;6 mois\n"
    ";Aléas et imprévus;100 000;\n"
    ";TOTAL HT;5 885 000;\n"
    ";TVA 20 %;1 177 000;\n"
    ";TOTAL TTC;7 062 000;\n"
    "Prix valeur juin 2026;;;\n";

}  // namespace

TEST_CASE("of a buyer's estimate only the lots are lots, by their own titles, and each other line says why") {
    app::LotCollector collector("", {});
    tests::feed(collector, messy);
    collector.finish();
    REQUIRE(collector.lots().size() == 3);
    CHECK(collector.lots()[0].figures.title == "Gros œuvre");
    CHECK(collector.lots()[1].figures.title == "Peinture");
    CHECK(collector.lots()[2].figures.amount == core::Euros::whole(3'500'000));
    std::vector<std::string> told;
    for (const auto& line : collector.passed_over()) {
        CHECK(line.left_out);
        told.push_back(std::to_string(line.line) + " " + line.issue.code);
    }
    CHECK(told == std::vector<std::string>{"1 titre", "2 titre", "7 total", "9 total", "10 total", "11 total",
                                           "12 total", "13 titre"});
    CHECK(collector.passed_over()[5].issue.sentence() ==
          "ligne 11, « TVA 20 % » : ligne de total : rien n’y est compté");
    for (const auto& remark : collector.remarks()) CHECK(remark.issue.text.find("référence") == std::string::npos);
    CHECK_FALSE(collector.doubtful());
}

TEST_CASE("a column of which the lots of a dossier take nothing is named, with where its figure goes") {
    app::LotCollector collector("", {});
    tests::feed(collector, messy);
    collector.finish();
    const auto unused = app::unused_columns(collector.mapping());
    REQUIRE(unused.size() == 1);
    CHECK(unused[0].where == "colonne « Durée »");
    CHECK(unused[0].text.find("dans le dossier") != std::string::npos);
}

TEST_CASE("without a known column of titles the likeliest is taken and said, never the title block") {
    app::LotCollector guessed("", {});
    tests::feed(guessed,
                "VILLE DE SAINT-AUBIN;;\nN°;Ouvrages à réaliser;Estimation HT\n1;Gros œuvre;200\n2;Peinture;300\n");
    guessed.finish();
    REQUIRE(guessed.lots().size() == 2);
    CHECK(guessed.lots()[1].figures.title == "Peinture");
    CHECK(guessed.doubtful());
    CHECK(guessed.remarks().front().issue.code == "intitule_suppose");
    app::LotCollector untitled("", {});
    tests::feed(untitled, "VILLE DE SAINT-AUBIN;\nN°;Estimation HT\n1;200\n2;300\n");
    untitled.finish();
    CHECK(untitled.lots()[0].figures.title.empty());
    app::LotCollector trades("", {});
    tests::feed(trades, "VILLE DE SAINT-AUBIN;;\nN°;Corps d’état;Estimation HT\n1;Peinture;200\n");
    trades.finish();
    CHECK(trades.lots()[0].figures.title == "Peinture");
}

TEST_CASE("the columns and the header row are those that the user says") {
    app::LotCollector collector("lots-estimes",
                                {{"", domain::Field::lot_title, 1}, {"", domain::Field::amount_estimated, 2}}, 2);
    tests::feed(collector, "Estimation;;\na;b;c\n1;Peinture;200\n");
    collector.finish();
    REQUIRE(collector.lots().size() == 1);
    CHECK(collector.lots()[0].figures.title == "Peinture");
    app::LotCollector unknown("", {});
    tests::feed(unknown, "a;b\n1;2\n");
    CHECK_THROWS_AS(unknown.finish(), core::Error);
    REQUIRE(unknown.looked().has_value());
    CHECK(unknown.looked()->mapping.profile.name == "lots-estimes");
    CHECK_FALSE(unknown.looked()->missing.empty());
}

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
