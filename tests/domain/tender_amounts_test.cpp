// Amounts are counted only when they can be believed, and several in one cell are never added up by guess.
#include <catch2/catch_test_macros.hpp>

#include "support/tender_table.hpp"
#include "tender_values.hpp"

using namespace clausier;

namespace {

const std::string header = "Objet;Titulaire;Date;Montant HT\n";

tests::TenderResult read(const std::string& rows) {
    return tests::read_tenders(header + rows, tests::for_buyer("Ville de Valbrume"));
}

}  // namespace

TEST_CASE("amounts by lot go to the lots the title names") {
    const auto result =
        read("Séjours d'été - Lot 2 et 4;Colos du Lac;09/02/2026;\"\nLot 2: 10869,56\nLot 4: 13377,13\"\n");
    REQUIRE(result.records.size() == 2);
    CHECK(result.records[0].lot_number == "2");
    CHECK(result.records[0].amount == core::Euros::of(1086956));
    CHECK(result.records[1].lot_number == "4");
    CHECK(result.records[1].amount == core::Euros::of(1337713));
    CHECK(result.records[0].reference == result.records[1].reference);
    CHECK(result.records[1].holders.front().name == "Colos du Lac");
    CHECK(result.counts.kept == 1);
    CHECK(result.codes.at("montant_multiple") == 1);
}

TEST_CASE("amounts by lot that do not match the title are left unknown") {
    const auto result = read("Séjours d'été - Lot 2 et 3;Colos du Lac;09/02/2026;\"Lot 2: 100,50\nLot 4: 200\"\n");
    REQUIRE(result.records.size() == 1);
    CHECK_FALSE(result.records.front().amount);
    CHECK(result.first("montant_multiple").text.find("faites une ligne par lot") != std::string::npos);
}

TEST_CASE("an amount by lot that is not positive makes the cell unknown") {
    const auto result = read("Séjours - Lot 1 et 2;Colos du Lac;09/02/2026;\"Lot 1: 0\nLot 2: 200\"\n");
    REQUIRE(result.records.size() == 1);
    CHECK_FALSE(result.records.front().amount);
    CHECK(result.codes.contains("montant_nul_ou_negatif"));
}

TEST_CASE("a framework agreement's amount is also its estimated maximum, and said so") {
    const auto result = tests::read_tenders(
        "Acheteur;N° marché;Objet;Nature;Montant "
        "HT\nVille;1;Nettoyage;Accord-cadre;890000\nVille;2;Sols;Marché;5000\n");
    CHECK(result.records[0].amount_max == core::Euros::whole(890000));
    CHECK_FALSE(result.records[1].amount_max);
    CHECK(result.codes.at("montant_maximum_estime") == 1);
}

TEST_CASE("amounts in thousands are read in euros, and too large a one is refused") {
    const auto result = tests::read_tenders(
        "Acheteur;N° marché;Objet;Montant (k€)\nVille;1;Sols;1 "
        "234,5\nVille;2;Murs;90000000000000000\nVille;3;Toit;1234,567\n");
    CHECK(result.records[0].amount == core::Euros::of(123450000));
    CHECK_FALSE(result.records[1].amount);
    CHECK(result.records[2].amount == core::Euros::of(123456700));
    CHECK(result.first("montant_aberrant").text ==
          "« 90000000000000000 » est trop grand pour un montant ; il est laissé inconnu");
}

TEST_CASE("a unit of another quantity is remarked, and the value is not taken for what it is not") {
    const auto read = tests::read_tenders(
        "Acheteur;N° marché;Objet;Montant HT;Heures d'insertion;Taux d'effort\n"
        "Valbrume;A;Toit;5 %;30 €;12 €\nValbrume;B;Toit;5 €;30 h;12 %\n");
    CHECK(read.codes.at("unite_inattendue") == 3);
    CHECK_FALSE(read.records.at(0).amount);
    CHECK_FALSE(read.records.at(0).hours);
    CHECK_FALSE(read.records.at(0).effort);
    CHECK(read.records.at(1).amount == core::Euros::whole(5));
    CHECK(read.records.at(1).hours == core::Hours::whole(30));
    CHECK(read.records.at(1).effort == core::Rate::of(1200));
}

TEST_CASE("a framework agreement told by the technique alone has its amount for a maximum") {
    const auto read = tests::read_tenders(
        "id;acheteur.id;objet;nature;technique;montant\nA;21990001000017;Toit;Marché;Accord-cadre;5000\n"
        "B;21990001000017;Sols;Marché;Accord-cadre, Catalogue électronique;6000\n"
        "C;21990001000017;Murs;Marché;Sans objet;7000\n");
    CHECK(read.records.at(0).amount_max == core::Euros::whole(5000));
    CHECK(read.records.at(1).amount_max == core::Euros::whole(6000));
    CHECK_FALSE(read.records.at(2).amount_max);
    CHECK(read.codes.at("montant_maximum_estime") == 2);
}
