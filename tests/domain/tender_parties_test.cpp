// Organisations keep the identifier the file gives them, in the scheme it says, and doubts are told.
#include <catch2/catch_test_macros.hpp>

#include "support/tender_table.hpp"
#include "tender_values.hpp"

using namespace clausier;

namespace {

tests::TenderResult read(const std::string& id, const std::string& scheme, const std::string& name) {
    return tests::read_tenders(
        "id;acheteur_id;objet;montant;titulaire_id;titulaire_typeIdentifiant;titulaire_denominationSociale\n1;"
        "73282932000074;"
        "Sols;5000;" +
        id + ";" + scheme + ";" + name + "\n");
}

const domain::TenderParty& holder(const tests::TenderResult& result) { return result.records.at(0).holders.at(0); }

}  // namespace

TEST_CASE("fourteen digits are a SIRET even when the file says nothing of the scheme") {
    const auto result = read("732 829 320 00074", "", "Sols du Val");
    CHECK(holder(result).identifier == core::Identifier{"SIRET", "73282932000074"});
    CHECK(result.faults() == "siret_espaces=1 type_identifiant_absent=1");
}

TEST_CASE("other schemes keep their text, in the official name of the scheme") {
    const auto foreign = read("FR12345678901", "TVA_INTRACOMMUNAUTAIRE", "Sols du Val");
    CHECK(holder(foreign).identifier == core::Identifier{"TVA", "FR12345678901"});
    CHECK(foreign.faults() == "valeur_normalisee=1");
    CHECK(holder(read("123456789", "TAHITI", "Fenua")).identifier == core::Identifier{"TAHITI", "123456789"});
    CHECK(read("123", "CARTE", "Sols").codes.contains("type_identifiant_inconnu"));
}

TEST_CASE("a SIREN is kept as such, and its missing half told where a SIRET was said") {
    CHECK(holder(read("732829320", "SIREN", "Sols")).identifier == core::Identifier{"SIREN", "732829320"});
    CHECK(read("732829320", "SIREN", "Sols").codes.empty());
    const auto said_siret = read("732829320", "SIRET", "Sols");
    CHECK(holder(said_siret).identifier.scheme == "SIREN");
    CHECK(said_siret.codes.contains("siret_format"));
}

TEST_CASE("a malformed SIRET is kept as text without a scheme") {
    const auto result = read("7328 29320", "SIRET", "Sols du Val");
    CHECK(result.codes.contains("siret_format"));
    const auto odd = read("A-123", "SIRET", "Sols du Val");
    CHECK(holder(odd).identifier == core::Identifier{"", "A-123"});
}

TEST_CASE("zeros designate nobody, the name remains") {
    const auto result = read("00000000000000", "SIRET", "Sols du Val");
    CHECK(holder(result).identifier.empty());
    CHECK(holder(result).name == "Sols du Val");
    CHECK(result.codes.contains("siret_format"));
}

TEST_CASE("where the fault lies tells the buyer's SIRET from the holder's") {
    const auto result =
        tests::read_tenders("id;acheteur_id;objet;montant;titulaire_id\n1;73282932000075;Sols;5000;73282932000076\n");
    REQUIRE(result.codes.at("siret_luhn") == 2);
    CHECK(result.issues[0].where == "ligne 2, colonne « acheteur_id »");
    CHECK(result.issues[1].where == "ligne 2, colonne « titulaire_id »");
}

TEST_CASE("the second and third holders of a row are taken, and may be absent without a word") {
    const auto result = tests::read_tenders(
        "id;acheteur.id;objet;montant;titulaire_id_1;titulaire_id_2;titulaire_typeIdentifiant_2;titulaire_id_3\n"
        "1;73282932000074;Sols;5000;73282932000074;FR12345678901;TVA;CDL\n"
        "2;73282932000074;Murs;5000;73282932000074;CDL;CDL;CDL\n");
    CHECK(result.records[0].holders.size() == 2);
    CHECK(result.records[0].holders[1].identifier.scheme == "TVA");
    CHECK(result.records[1].holders.size() == 1);
    CHECK(result.codes.empty());
}
