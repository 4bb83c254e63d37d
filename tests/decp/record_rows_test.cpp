// The rows of a record: its holders, its nestings, and the count of what has no column.
#include "record_rows.hpp"

#include <catch2/catch_test_macros.hpp>

#include "read_rows.hpp"

using namespace clausier;
using Texts = std::vector<std::string>;

namespace {

tests::ReadRows read(const std::string& record, decp::ReadOptions options = {}) {
    return tests::read_rows(decp::read_json, "[" + record + "]", std::move(options));
}

}  // namespace

TEST_CASE("a record gives one row a holder, however holders are nested, and one when it has none") {
    const Texts two{"1", "2"};
    CHECK(read(R"({"titulaires":[{"id":"1"},{"id":"2"}]})").all("titulaire_id") == two);
    CHECK(read(R"({"titulaires":[{"titulaire":{"id":"1"}},{"titulaire":{"id":"2"}}]})").all("titulaire_id") == two);
    CHECK(read(R"({"titulaires":{"titulaire":[{"id":"1"},{"id":"2"}]}})").all("titulaire_id") == two);
    CHECK(read(R"({"titulaires":[[{"id":"1"}],[{"id":"2"}]]})").all("titulaire_id") == two);
    CHECK(read(R"({"titulaires":"[{\"id\":\"1\"},{\"id\":\"2\"}]"})").all("titulaire_id") == two);
    CHECK(read(R"({"concessionnaires":[{"concessionnaire":{"id":"1"}},{"id":"2"}]})").all("titulaire_id") == two);
    CHECK(read(R"({"titulaires":["21000000000011"]})").all("titulaire_id") == Texts{"21000000000011"});
    CHECK(read(R"({"titulaires":{"id":"1","typeIdentifiant":"TVA"}})").all("titulaire_typeIdentifiant") ==
          Texts{"TVA"});
    CHECK(read(R"({"titulaire_id":"1","titulaire_denominationSociale":"X"})").all("titulaire_id") == Texts{"1"});
    const auto none = read(R"({"id":"A","titulaires":[{},null]})");
    CHECK(none.rows.size() == 1);
    CHECK(none.said("titulaire_vide") == "2\u00a0titulaires sans aucun contenu");
}

TEST_CASE("every other cell is the same on each row of a record") {
    const auto rows = read(R"({"id":"A","montant":12,"titulaires":[{"id":"1","denominationSociale":"X"},{"id":"2"}]})");
    CHECK(rows.all("montant") == Texts{"12", "12"});
    CHECK(rows.all("titulaire_denominationSociale") == Texts{"X", ""});
    CHECK(rows.report.rows == 3);
}

TEST_CASE("buyers and places are read as objects, dotted keys, texts, or JSON in a text") {
    CHECK(read(R"({"acheteur":{"id":"1","nom":"Commune"}})").cell(0, "acheteur_nom") == "Commune");
    CHECK(read(R"({"acheteur.id":"1"})").cell(0, "acheteur_id") == "1");
    CHECK(read(R"({"acheteur":"21000000000011"})").cell(0, "acheteur_id") == "21000000000011");
    CHECK(read(R"({"acheteur":"Commune"})").cell(0, "acheteur_nom") == "Commune");
    CHECK(read(R"({"autoriteConcedante":{"id":"1"}})").cell(0, "acheteur_id") == "1");
    CHECK(read(R"({"lieuExecution":"{\"code\":\"91\",\"typeCode\":\"Code département\"}"})")
              .cell(0, "lieuExecution.code") == "91");
}

TEST_CASE("lists of words are joined, lists of acts keep their JSON, concessions fill the same columns") {
    const auto rows = read(
        R"({"considerationsSociales":{"considerationSociale":["Clause sociale","Critère social"]},"techniques":"Concours",)"
        R"("modifications":[{"modification":{"id":1}}],"valeurGlobale":10.30,"dateSignature":"2024-04-02"})");
    CHECK(rows.cell(0, "considerationsSociales") == "Clause sociale, Critère social");
    CHECK(rows.cell(0, "techniques") == "Concours");
    CHECK(rows.cell(0, "modifications") == R"([{"modification":{"id":1}}])");
    CHECK(rows.cell(0, "montant") == "10.30");
    CHECK(rows.cell(0, "dateNotification") == "2024-04-02");
}

TEST_CASE("what has no column is counted by key; of two keys for one column the contract's own wins, and it is told") {
    const auto rows = tests::read_rows(
        decp::read_json,
        R"([{"uid":"1","acheteur":{"adresse":"x"}},{"uid":"2","montant":5,"valeurGlobale":6},{"uid":""}])");
    CHECK(rows.said("cle_sans_colonne", "« uid »") ==
          "aucune colonne ne la reprend ; ce qu’elle dit dans 2\u00a0enregistrements n’est pas lu");
    CHECK_FALSE(rows.said("cle_sans_colonne", "« acheteur.adresse »").empty());
    CHECK(rows.cell(1, "montant") == "5");
    CHECK(rows.said("cle_en_double", "« valeurGlobale »") ==
          "une autre clé dit autre chose dans 1\u00a0enregistrement, c’est elle qui est lue");
    CHECK(read(R"({"id":"A","id":"B"})").cell(0, "id") == "B");
    CHECK(read(R"({"montant":5,"valeurGlobale":5})").said("cle_en_double").empty());
}

TEST_CASE("keys beyond number are counted together, and a record of endless rows is refused") {
    std::string many = "{\"id\":\"A\"";
    for (int i = 0; i < 1'000; ++i) many += ",\"k" + std::to_string(i) + "\":1";
    const auto rows = read(many + "}");
    CHECK(rows.report.issues.size() < 600);
    CHECK(rows.said("cle_sans_colonne", "autres clés").starts_with("5"));
    decp::ReadOptions options;
    options.record_rows = 1'000;
    CHECK_THROWS_AS(
        read(R"({"objet":")" + std::string(600, 'x') + R"(","titulaires":[{"id":"1"},{"id":"2"}]})", options),
        core::Error);
}
