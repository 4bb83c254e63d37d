// Lists nested in essential data come out the same whatever the shape of the file, and go round by one canonical text.
#include "clausier/domain/essential_data.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::amended_amount;
using domain::canonical;
using domain::read_modifications;
using Issues = std::vector<core::Issue>;

namespace {

std::string modifications(std::string_view json, Issues& issues) {
    return canonical(*read_modifications(json, issues));
}
std::string modifications(std::string_view json) {
    Issues issues;
    return modifications(json, issues);
}

}  // namespace

TEST_CASE("every nesting of modifications met in files is one list") {
    const std::string one =
        R"({"id":"1","dateNotificationModification":"2024-05-02","dureeMois":14,"montant":120000.5,)"
        R"("titulaires":[{"titulaire":{"typeIdentifiant":"siret","id":"999 000 010 00019"}}]})";
    const std::string expected =
        R"([{"id":"1","dateNotificationModification":"2024-05-02","dureeMois":14,"montant":"120000.50",)"
        R"("titulaires":[{"typeIdentifiant":"SIRET","id":"99900001000019"}]}])";
    for (const std::string& json :
         {"[" + one + "]", "[{\"modification\":" + one + "}]", "{\"modification\":[" + one + "]}", one,
          "{\"modifications\":[{\"modification\":" + one + "}]}", "[[" + one + "]]", "[" + one + ",{},null]"}) {
        INFO(json);
        CHECK(modifications(json) == expected);
    }
    CHECK(modifications(expected) == expected);
    CHECK(modifications("[]").empty());
    CHECK(modifications("").empty());
}

TEST_CASE("modifications stand in the order of their dates, then of their numbers, and the disorder is told") {
    Issues issues;
    const std::string text =
        modifications(R"([{"id":10,"dateNotificationModification":"2024-05-02","montant":30},{"id":2,)"
                      R"("dateNotificationModification":"2024-05-02","montant":20},{"id":3,"montant":99},{"id":1,)"
                      R"("dateNotificationModification":"2024-01-01+01:00","montant":10}])",
                      issues);
    CHECK(text.find("\"1\"") < text.find("\"2\""));
    CHECK(text.find("\"2\"") < text.find("\"10\""));
    CHECK(text.find("\"10\"") < text.find("\"3\""));
    REQUIRE(issues.size() == 1);
    CHECK(issues.front().code == "modifications_desordre");
    issues.clear();
    CHECK(modifications(text, issues) == text);
    CHECK(issues.empty());
}

TEST_CASE("the amended amount is that of the last modification that gives one") {
    CHECK_FALSE(amended_amount(""));
    CHECK(amended_amount(modifications(
              R"([{"dateNotificationModification":"2024-06-01","montant":500},{"dateNotificationModification":)"
              R"("2024-01-01","montant":900},{"dateNotificationModification":"2024-07-01","dureeMois":12}])")) ==
          core::Euros::whole(500));
    CHECK_FALSE(amended_amount(modifications(R"([{"objetModification":"délai"}])")));
}

TEST_CASE("what one value says and cannot be read is absent and told by its name") {
    Issues issues;
    const auto read = read_modifications(
        R"([{"dateNotificationModification":"0218-01-01","dureeMois":"NC","montant":1e17},{"montant":0},)"
        R"({"montant":"selon BPU","dureeMois":"deux ans","objetModification":"avenant"}])",
        issues);
    REQUIRE(read->size() == 1);
    CHECK(read->front().object == "avenant");
    std::string told;
    for (const auto& issue : issues) told += issue.code + " " + issue.where + ";";
    CHECK(told ==
          "date_annee dateNotificationModification;montant_aberrant montant;montant_nul_ou_negatif montant;"
          "duree_illisible dureeMois;montant_illisible montant;");
}

TEST_CASE("text that is no JSON is refused") {
    Issues issues;
    CHECK(read_modifications("avenant n° 1", issues).error().code == "json_illisible");
    CHECK(domain::read_subcontracts("[{", issues).error().code == "json_illisible");
}

TEST_CASE("subcontracts and their changes are read under both spellings") {
    Issues issues;
    const auto acts = domain::read_subcontracts(
        R"({"acteSousTraitance":[{"id":1,"sousTraitant":{"id":"99900001000019","typeIdentifiant":"SIRET"},)"
        R"("montant":1200,"dateNotification":"2024-02-01","variationPrix":"Ferme"},{"sousTraitant":{}}]})",
        issues);
    REQUIRE(acts->size() == 1);
    CHECK(acts->front().subcontractor.text == "99900001000019");
    CHECK(acts->front().amount == core::Euros::whole(1200));
    CHECK(*domain::read_subcontracts(canonical(*acts), issues) == *acts);
    for (const char* name : {"modificationActeSousTraitance", "modificationActesSousTraitance"}) {
        const auto changes = domain::read_subcontracts(
            std::string(R"([{")") + name +
                R"(":{"id":1,"dateNotificationModificationSousTraitance":"2024-03-01","montant":"1 300,50"}}])",
            issues);
        REQUIRE(changes->size() == 1);
        CHECK(changes->front().amount == core::Euros::of(130050));
        CHECK(changes->front().notified_on.has_value());
    }
    CHECK(issues.empty());
}

TEST_CASE("years of execution keep their tariffs, in the format of 2019 too") {
    Issues issues;
    const auto years = domain::read_execution_years(
        R"([{"donneesAnnuelles":{"datePublicationDonneesExecution":"2024-01-01","depensesInvestissement":0,)"
        R"("tarifs":[{"tarif":{"intituleTarif":"Plein","tarif":3.5}},{"tarif":{"intituleTarif":"Réduit","tarif":2}}]}}])",
        issues);
    REQUIRE(years->size() == 1);
    CHECK(years->front().investment == core::Euros());
    REQUIRE(years->front().tariffs.size() == 2);
    CHECK(years->front().tariffs[0].amount == core::Euros::of(350));
    CHECK(*domain::read_execution_years(canonical(*years), issues) == *years);
    const auto flat = domain::read_execution_years(
        R"([{"datePublicationDonneesExecution":"2019-01-01","intituleTarif":"Plein","tarif":3}])", issues);
    REQUIRE(flat->size() == 1);
    CHECK(flat->front().tariffs.at(0).label == "Plein");
    CHECK(issues.empty());
}

TEST_CASE("what several rows say of one list is one list") {
    const std::string a = R"([{"id":"1","montant":"10.00","titulaires":[{"typeIdentifiant":"SIRET","id":"1"}]}])";
    const std::string b = R"([{"id":"1","montant":"10.00","titulaires":[{"typeIdentifiant":"SIRET","id":"2"}]}])";
    const std::string c = R"([{"id":"0","dateNotificationModification":"2024-01-01"}])";
    CHECK(domain::merged_modifications(std::vector{a, b, a, c}) ==
          R"([{"id":"0","dateNotificationModification":"2024-01-01"},{"id":"1","montant":"10.00","titulaires":)"
          R"([{"typeIdentifiant":"SIRET","id":"1"},{"typeIdentifiant":"SIRET","id":"2"}]}])");
    const std::string act = R"([{"id":"1","montant":"10.00"}])";
    CHECK(domain::merged_subcontracts(std::vector{act, act}) == act);
}
