// Yes or no, parts, counts and lists of words, as the files of DECP write them.
#include <catch2/catch_test_macros.hpp>

#include "support/tender_table.hpp"

using namespace clausier;

namespace {

// One contract of a DECP table with one more column.
tests::TenderResult one(const std::string& column, const std::string& value) {
    const std::string quoted = "\"" + value + "\"";
    return tests::read_tenders("id;acheteur.id;objet;montant;" + column + "\nA;21990001000014;Toit;5000;" + quoted +
                               "\n");
}

}  // namespace

TEST_CASE("yes or no is read however it is written, and what is neither is remarked") {
    for (const auto& [text, meaning, told] : std::vector<std::tuple<std::string, std::optional<bool>, std::string>>{
             {"oui", true, ""},
             {"Non", false, ""},
             {"true", true, ""},
             {"1", true, "booleen_normalise"},
             {"0.0", false, "booleen_normalise"},
             {"VRAI", true, "booleen_normalise"},
             {"MQ", {}, "marqueur_manquant"},
             {"", {}, ""},
             {"peut-être", {}, "booleen_illisible"}}) {
        INFO(text);
        const auto result = one("marcheInnovant", text);
        CHECK(result.records.at(0).essential.innovative == meaning);
        CHECK(result.codes.size() == (told.empty() ? 0U : 1U));
        if (!told.empty()) CHECK(result.codes.contains(told));
    }
}

TEST_CASE("the category of a holder tells whether it is a PME") {
    CHECK(one("titulaire_categorie", "PME").records.at(0).essential.holder_sme == true);
    CHECK(one("titulaire_categorie", "ETI").records.at(0).essential.holder_sme == false);
    CHECK_FALSE(one("titulaire_categorie", "").records.at(0).essential.holder_sme);
}

TEST_CASE("a part is a fraction, or a percentage that is said so or can be nothing else") {
    CHECK(one("origineFrance", "0.25").records.at(0).essential.origin_france == core::Rate::of(2500));
    CHECK(one("origineFrance", "25 %").records.at(0).essential.origin_france == core::Rate::of(2500));
    CHECK(one("origineFrance", "1.0").records.at(0).essential.origin_france == core::Rate::whole(1));
    const auto doubtful = one("origineFrance", "25");
    CHECK(doubtful.records.at(0).essential.origin_france == core::Rate::of(2500));
    CHECK(doubtful.codes.contains("taux_douteux"));
    CHECK(one("origineFrance", "250").codes.contains("nombre_illisible"));
}

TEST_CASE("offers are counted in whole numbers") {
    CHECK(one("offresRecues", "3").records.at(0).essential.offers == 3);
    CHECK(one("offresRecues", "3.0").records.at(0).essential.offers == 3);
    CHECK(one("offresRecues", "trois").codes.contains("nombre_illisible"));
}

TEST_CASE("words of a list come in its order, and one it has not is kept and told") {
    for (const char* text : {"Catalogue electronique; ACCORD-CADRE", "['Accord-cadre', 'Catalogue électronique']"})
        CHECK(one("techniques", text).records.at(0).essential.techniques == "Accord-cadre, Catalogue électronique");
    const auto unknown = one("techniques", "Troc, Concours");
    CHECK(unknown.records.at(0).essential.techniques == "Concours, Troc");
    CHECK(unknown.codes.contains("valeur_hors_liste"));
}

TEST_CASE("a subsidy may be small or nothing") {
    CHECK(one("montantSubventionPublique", "0.5").records.at(0).essential.subsidy == core::Euros::of(50));
    CHECK(one("montantSubventionPublique", "0").records.at(0).essential.subsidy == core::Euros());
    CHECK(one("montantSubventionPublique", "0.5").codes.empty());
    CHECK(one("montantSubventionPublique", "-3").codes.contains("montant_illisible"));
}
