// Suggestions come with their reason, the written word before the usual one, and are never found inside another word.
#include "clausier/domain/clause_suggestion.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/social_state.hpp"

using namespace clausier::domain;

namespace {

std::string given(ClauseAxis axis, std::string_view object, std::string_view cpv = "") {
    const auto found = suggest_clause(axis, object, cpv);
    if (!found) return "";
    return axis == ClauseAxis::social ? text_of(found->decision.clauses) : found->decision.environmental;
}
std::string social(std::string_view object, std::string_view cpv = "") {
    return given(ClauseAxis::social, object, cpv);
}

}  // namespace

TEST_CASE("the words of the object come before its CPV, what is written before what is usual") {
    CHECK(social("Nettoyage des locaux", "90910000") == "insertion");
    CHECK(social("NETTOYAGE par un ESAT", "90910000") == "reserved_disabled");
    CHECK(social("Marché d’insertion : entretien d’espaces verts", "77310000") == "insertion_services");
    CHECK(social("Fourniture de café issu du commerce équitable", "15861000") == "fair_trade");
    CHECK(social("Construction d’un gymnase", "45212200") == "insertion");
    CHECK(social("Fourniture de café", "15861000").empty());
    CHECK(social("", "").empty());
}

TEST_CASE("accents, case and marks are passed over, parts of words are not") {
    CHECK(social("entreprise ADAPTEE") == "reserved_disabled");
    CHECK(social("heures d'insertion") == "insertion");
    CHECK(social("Plateau de pesats").empty());
    CHECK(social("Désinsertion").empty());
}

TEST_CASE("a suggestion says where it comes from and whether the object says it") {
    const auto written = suggest_clause(ClauseAxis::social, "Travaux avec clause d’insertion", "45000000");
    REQUIRE(written);
    CHECK(written->is_written);
    CHECK(written->reason == "«\u00a0clause d’insertion\u00a0» dans l’objet\u00a0: la clause est écrite");
    const auto usual = suggest_clause(ClauseAxis::social, "Lot 3", "45000000");
    REQUIRE(usual);
    CHECK_FALSE(usual->is_written);
    CHECK(usual->reason == "CPV 45000000\u00a0: travaux\u00a0: une clause d’insertion y est usuelle");
}

TEST_CASE("environmental suggestions are official words") {
    CHECK(given(ClauseAxis::environmental, "Papier recyclé") == "Clause environnementale");
    CHECK(given(ClauseAxis::environmental, "Repas", "15894200") == "Critère environnemental");
    CHECK(given(ClauseAxis::environmental, "Assurances", "66510000").empty());
    CHECK(no_consideration(ClauseAxis::environmental).environmental == no_environmental_consideration());
    CHECK(no_consideration(ClauseAxis::environmental).label() == "Pas de considération environnementale");
    CHECK(no_consideration(ClauseAxis::social).clauses == std::vector{no_clause()});
}

TEST_CASE("axes have codes that read back") {
    CHECK(clause_axis("sociale") == ClauseAxis::social);
    CHECK(clause_axis("environnementale") == ClauseAxis::environmental);
    CHECK_FALSE(clause_axis("autre"));
}
