// XML of both formats: elements in any order, any prefix; what is hostile or broken is refused.
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/interrupted.hpp"
#include "read_rows.hpp"

using namespace clausier;
using Texts = std::vector<std::string>;

namespace {

tests::ReadRows read(std::string_view text, decp::ReadOptions options = {}, std::size_t piece = 1'000) {
    return tests::read_rows(decp::read_xml, text, std::move(options), piece);
}

std::string refusal(const std::string& text) {
    try {
        read(text);
    } catch (const core::Error& error) {
        return error.what();
    }
    return "accepté";
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const std::string contract =
    "<marche><titulaires><titulaire><id>1</id></titulaire><titulaire><typeIdentifiant>TVA</typeIdentifiant><id>2</id>"
    "</titulaire></titulaires>\n <modifications/><id> A </id><acheteur><id>21000000000011</id></acheteur>"
    "<objet>Toit &amp; murs</objet><techniques><technique>Concours</technique><technique>Accord-cadre</technique>"
    "</techniques><marcheInnovant>\n</marcheInnovant></marche>";

}  // namespace

TEST_CASE("a contract gives the rows that its JSON would give") {
    const auto rows = read("<?xml version=\"1.0\"?>\n<marches>" + contract + "</marches>");
    CHECK(rows.all("titulaire_id") == Texts{"1", "2"});
    CHECK(rows.all("id") == Texts{"A", "A"});
    CHECK(rows.cell(0, "acheteur_id") == "21000000000011");
    CHECK(rows.cell(0, "objet") == "Toit & murs");
    CHECK(rows.cell(0, "techniques") == "Concours, Accord-cadre");
    CHECK(rows.cell(0, "modifications") == "[]");
    CHECK(rows.cell(0, "marcheInnovant").empty());
    CHECK(rows.report.issues.empty());
}

TEST_CASE("lists of acts become the JSON of the format") {
    const auto rows = read(
        "<contrat-concession><autoriteConcedante><id>3</id></autoriteConcedante><donneesExecution><donneesAnnuelles>"
        "<tarifs><tarif><intituleTarif>T</intituleTarif><tarif>2.5</tarif></tarif></tarifs></donneesAnnuelles>"
        "</donneesExecution><modifications><modification><id>1</id><titulaires><titulaire><id>9</id></titulaire>"
        "</titulaires></modification><modification/></modifications></contrat-concession>");
    CHECK(rows.cell(0, "acheteur_id") == "3");
    CHECK(rows.cell(0, "donneesExecution") ==
          R"([{"donneesAnnuelles":{"tarifs":[{"tarif":{"intituleTarif":"T","tarif":"2.5"}}]}}])");
    CHECK(rows.cell(0, "modifications") ==
          R"([{"modification":{"id":"1","titulaires":[{"titulaire":{"id":"9"}}]}},{"modification":null}])");
}

TEST_CASE("XML of Windows-1252 or ISO-8859-15 is read, with a remark; an encoding nobody reads is refused") {
    const auto of = [](const std::string& encoding, const std::string& object) {
        return "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n<marches><marche><id>A</id><objet>" + object +
               "</objet></marche></marches>";
    };
    const auto old = read(of("Windows-1252",
                             "B\xE2timent \x80 \x9Cuvre l\x92"
                             "an"),
                          {}, 7);
    CHECK(old.cell(0, "objet") == "Bâtiment € œuvre l’an");
    CHECK(holds(old.said("encodage_ancien", ""), "Windows-1252"));
    CHECK(old.report.issues.size() == 1);
    CHECK(read(of("ISO-8859-15", "\xA4 \xBD\xE9")).cell(0, "objet") == "€ œé");
    CHECK(read(of("ISO-8859-1", "\xE9")).report.issues.empty());
    CHECK(holds(refusal(of("KOI8-R", "x")), "ni Windows-1252"));
}

TEST_CASE("prefixes and pieces change nothing, what surrounds records is told") {
    const std::string text =
        "<p:paquet xmlns:p=\"urn:p\"><p:date>2024</p:date><p:marches><p:marche><p:id>A</p:id>"
        "<p:lieuExecution><p:code>75</p:code></p:lieuExecution></p:marche>" +
        contract + "</p:marches></p:paquet>";
    const auto whole = read(text);
    CHECK(whole.all("enregistrement") == Texts{"1", "2", "2"});
    CHECK(whole.cell(0, "lieuExecution.code") == "75");
    CHECK_FALSE(whole.said("hors_enregistrement", "« date »").empty());
    for (std::size_t piece = 1; piece < 30; ++piece) CHECK(read(text, {}, piece).rows == whole.rows);
}

TEST_CASE("entities that expand, depth and weight are refused") {
    CHECK(holds(refusal("<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><marche><id>&b;</id></marche>"),
                "DOCTYPE"));
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    CHECK(holds(refusal("<marche>" + deep), "imbriquées"));
    decp::ReadOptions options;
    options.record_bytes = 1'000;
    CHECK_THROWS_AS(read("<marche><id>" + std::string(2'000, 'x') + "</id></marche>", options), core::Error);
    CHECK(holds(refusal("<marche a=\"" + std::string(4 << 20, 'x')), "une balise dépasse 1 Mio"));
}

TEST_CASE("a broken document says where and what stands whole before, which can be kept") {
    const std::string text = "<marches>" + contract + "\n<marche><id>B</id><objet>A & B</objet></marche></marches>";
    const std::string said = refusal(text);
    CHECK(holds(said, "ligne 4, colonne 29"));
    CHECK(holds(said, "dans l’enregistrement n° 2 (id « B »)"));
    CHECK(holds(said, "« & »"));
    CHECK(holds(refusal("<marches>" + contract), "le fichier s’arrête avant sa fin"));
    CHECK(holds(refusal("<marches>" + contract + "</marche>"), "balise fermante"));
    decp::ReadOptions options;
    options.keep_before_fault = true;
    const auto rows = read(text, options);
    CHECK(rows.all("id") == Texts{"A", "A"});
    CHECK_FALSE(rows.said("fichier_interrompu").empty());
}

TEST_CASE("texts between elements are told, and a sink that has enough ends the reading") {
    CHECK_FALSE(read("<marche><id>A</id> oubli <objet>B</objet></marche>").said("hors_enregistrement").empty());
    tests::ReadRows some;
    some.most = 1;
    tests::read_into(some, decp::read_xml, "<marches>" + contract + contract + "<broken");
    CHECK(some.rows.size() == 1);
}
