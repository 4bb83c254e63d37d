// Lots of one market share its reference, two different rows never become one lot, and groups must add up.
#include "lot_naming.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "clausier/core/french.hpp"
#include "support/tender_table.hpp"

using namespace clausier;

namespace {

const std::string list_header = "Objet;Date;Titulaire;Montant HT\n";
const std::string group_rows =
    "Transport par autocars;;;TOTAL : 300,00\n"
    "Marché de transport - Lot 1: nord;31/12/2026;Cars du Nord;100\n"
    "Lot 2: sud;02/01/2027;Cars du Sud;200\n";

tests::TenderResult read(const std::string& csv,
                         domain::TenderOptions options = tests::for_buyer("Ville de Valbrume")) {
    return tests::read_tenders(csv, std::move(options));
}

}  // namespace

TEST_CASE("the lots below a group are lots of one market, whose total is not counted twice") {
    const auto result = read(list_header + group_rows);
    REQUIRE(result.records.size() == 2);
    CHECK(result.records[0].object == "Transport par autocars");
    CHECK(result.records[0].lot_title == "nord");
    CHECK(result.records[1].lot_number == "2");
    CHECK(result.records[0].reference == result.records[1].reference);
    CHECK(result.reasons.at("groupe") == 1);
    CHECK_FALSE(result.codes.contains("total_different"));
}

TEST_CASE("a group whose lots do not add up is told, at the row of the group") {
    const auto result = read(list_header + group_rows + "Lot 3: est;02/01/2027;Cars de l'Est;50\n");
    const auto euros = [](std::int64_t whole) { return core::french::euros(core::Euros::whole(whole)); };
    CHECK(result.first("total_different").sentence() == "ligne 2 : le total annoncé pour « Transport par autocars », " +
                                                            euros(300) + ", n’est pas la somme de ses 3 lots, " +
                                                            euros(350) + " ; vérifiez les montants");
}

TEST_CASE("a lot of unknown amount leaves the total unjudged") {
    const auto result = read(list_header + group_rows + "Lot 3: est;02/01/2027;Cars de l'Est;selon BPU\n");
    CHECK_FALSE(result.codes.contains("total_different"));
}

TEST_CASE("a row that names no lot, or a blank after the lots, ends the group") {
    for (const char* between : {"", ";;;\n"}) {
        const auto result = read(list_header + group_rows + between + "Maîtrise d'œuvre;08/10/2026;Atelier;125400\n");
        REQUIRE(result.records.size() == 3);
        CHECK(result.records[2].object == "Maîtrise d'œuvre");
        CHECK(result.records[2].lot_number.empty());
        CHECK(result.records[2].reference != result.records[1].reference);
    }
}

TEST_CASE("titles « X - Lot n » of one year make one market with its lots") {
    const auto result = read(list_header +
                             "Séjours d'été - Lot 1;21/02/2026;A;100\nSéjours d'été - Lot 3;15/04/2026;B;200\n"
                             "séjours d'été - Lot 1;21/02/2025;A;90\n");
    CHECK(result.records[0].object == "Séjours d'été");
    CHECK(result.records[0].reference == result.records[1].reference);
    CHECK(result.records[2].reference != result.records[0].reference);
    CHECK(result.codes.at("identifiant_derive") == 2);
}

TEST_CASE("a lot column with « market : lot » titles makes one market with titled lots") {
    const auto result = read(
        "Objet;Lot;Date;Titulaire;Montant HT\nCollège Orvault : gros œuvre;Lot 1;15/06/2026;A;100\n"
        "Collège Orvault : électricité;2;16/06/2026;B;200\nNettoyage, secteur nord;1;16/06/2026;C;300\n");
    CHECK(result.records[0].lot_number == "1");
    CHECK(result.records[0].lot_title == "gros œuvre");
    CHECK(result.records[0].reference == result.records[1].reference);
    CHECK(result.records[2].object == "Nettoyage, secteur nord");
    CHECK(result.records[2].lot_title == "Nettoyage, secteur nord");
}

TEST_CASE("two different rows with one lot number do not collapse; the same row twice does") {
    const auto result = read(list_header +
                             "École - Lot 1 : sols;01/02/2026;A;100\nÉcole - Lot 1 : murs;01/02/2026;B;200\n"
                             "École - Lot 1 : sols;01/02/2026;A;100\n");
    CHECK(result.records[0].lot_number == "1");
    CHECK(result.records[1].lot_number == "1 (2)");
    CHECK(result.records[2].lot_number == "1");
    CHECK(result.codes.at("lot_numero_double") == 1);
}

TEST_CASE("all rows of an estimate are lots of one market, named by the titles above or by the user") {
    const std::string table = "N° lot;Intitulé du lot;Montant estimé HT\n1;Sols;100\n;Murs;200\n1;Toit;300\n";
    const auto result = read(";École des Tilleuls;\n" + table);
    std::set<std::string> references;
    for (const auto& record : result.records) references.insert(record.reference);
    CHECK(references.size() == 1);
    CHECK(result.records[0].object == "École des Tilleuls");
    CHECK(result.records[1].lot_number == "2");
    CHECK(result.records[2].lot_number == "1 (2)");
    CHECK(result.faults() == "identifiant_derive=1 lot_numero_double=1 lot_sans_numero=1");

    domain::TenderOptions options = tests::for_buyer("Commune de Valbrume");
    options.market_title = "Groupe scolaire";
    options.market_reference = "2026-ECOLE";
    const auto named = read(table, options);
    CHECK(named.records[0].object == "Groupe scolaire");
    CHECK(named.records[0].reference == "2026-ECOLE");
    CHECK_FALSE(named.records[0].reference_derived);
}

TEST_CASE("a table of lots with their own market numbers keeps them") {
    const auto result =
        read("Acheteur;N° marché;Objet;Montant HT;CPV\nRégion;HT-1;Lycée - Lot 2 : sols;100;45430000\n");
    CHECK(result.records[0].reference == "HT-1");
    CHECK_FALSE(result.records[0].reference_derived);
    CHECK(result.records[0].lot_number == "2");
}
