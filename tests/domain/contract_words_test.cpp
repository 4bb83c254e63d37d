// Official words into the bits that indicators count.
#include "contract_words.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/contract.hpp"

using namespace clausier::domain;

TEST_CASE("a list holds a word whole, whatever the spaces around it") {
    CHECK(holds("Bons de commande, Tranches", "Tranches"));
    CHECK(holds("Bons de commande ,Tranches", "Bons de commande"));
    CHECK_FALSE(holds("Bons de commande", "Bons"));
    CHECK_FALSE(holds("", "Tranches"));
}

TEST_CASE("a concession is told by its nature") {
    CHECK(is_concession("Concession de travaux"));
    CHECK(is_concession("Délégation de service public"));
    CHECK_FALSE(is_concession("Marché"));
    CHECK_FALSE(is_concession(""));
}

TEST_CASE("each word of a consideration has its bit, and none gives way to any other") {
    CHECK(social_bits("Clause sociale") == consideration::clause);
    CHECK(social_bits("Clause sociale, Critère social") == (consideration::clause | consideration::criterion));
    CHECK(social_bits("Concession réservée") == consideration::reserved);
    CHECK(social_bits("Pas de considération sociale") == consideration::none);
    CHECK(social_bits("Pas de considération sociale, Critère social") == consideration::criterion);
    CHECK(environmental_bits("Clause environnementale, Pas de considération environnementale") ==
          consideration::clause);
}

TEST_CASE("words of no list are not filled in, which is not none") {
    CHECK(social_bits("") == 0);
    CHECK(social_bits("clause") == 0);
    CHECK(social_bits("Clause environnementale") == 0);
    CHECK(environmental_bits("Clause sociale") == 0);
}

TEST_CASE("detailed clauses count as they are summed up") {
    LotClause insertion;
    insertion.kind = "insertion";
    const SummaryRules rules = SummaryRules::of("Marché", "");
    CHECK(clause_bits({}, rules) == 0);
    CHECK(clause_bits({insertion}, rules) == consideration::clause);
}
