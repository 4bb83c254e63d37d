// Considerations not filled in are never counted as none.
#include <catch2/catch_test_macros.hpp>

#include "support/tender_table.hpp"
#include "tender_values.hpp"

using namespace clausier;

namespace {

std::vector<domain::TenderRecord> read(const std::string& cells) {
    return tests::read_tenders(
               "id;acheteur_id;objet;montant;considerationsSociales;considerationsEnvironnementales\n1;73282932000074;"
               "Sols;"
               "5000;" +
               cells + "\n")
        .records;
}

}  // namespace

TEST_CASE("an empty cell is not filled in, « Sans objet » is none") {
    CHECK_FALSE(read(";").at(0).considerations);
    CHECK_FALSE(read("MQ;").at(0).considerations);
    CHECK(read("Sans objet;").at(0).considerations == "Pas de considération sociale");
}

TEST_CASE("social and environmental considerations are kept apart, in the order of the list, once each") {
    const auto record = read("\"Marché réservé, Clause sociale, clause sociale\";['Critère environnemental']").at(0);
    CHECK(record.considerations == "Clause sociale, Marché réservé");
    CHECK(record.environmental == "Critère environnemental");
}

TEST_CASE("a word out of the list is told, the others are kept") {
    const auto result = tests::read_tenders(
        "id;acheteur_id;objet;montant;considerationsSociales\n1;73282932000074;Sols;5000;\"Clause sociale, Clause "
        "bleue\"\n");
    CHECK(result.records.at(0).considerations == "Clause sociale");
    CHECK(result.first("valeur_hors_liste").text.starts_with("« Clause bleue » n’est pas de la liste"));
}
