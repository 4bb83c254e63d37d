// Decisions as files and commands write them.
#include "clausier/domain/classification.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;

TEST_CASE("a decision is read, and written back as it was") {
    for (const char* text : {"insertion", "insertion, training:critere", "aucune"}) {
        INFO(text);
        CHECK(text_of(*parse_decision(ClauseAxis::social, text).value()) == text);
    }
    for (const char* text : {"Clause environnementale", "Clause environnementale, Critère environnemental", "aucune"}) {
        INFO(text);
        CHECK(text_of(*parse_decision(ClauseAxis::environmental, text).value()) == text);
    }
    CHECK(*parse_decision(ClauseAxis::social, "AUCUNE ").value() == no_consideration(ClauseAxis::social));
    CHECK(*parse_decision(ClauseAxis::social, "none").value() == no_consideration(ClauseAxis::social));
}

TEST_CASE("an empty decision decides nothing: silence is never « none »") {
    for (const char* text : {"", "  ", ",", " , "}) {
        INFO(text);
        CHECK_FALSE(parse_decision(ClauseAxis::social, text).value());
        CHECK_FALSE(parse_decision(ClauseAxis::environmental, text).value());
    }
}

TEST_CASE("what is no decision is a fault") {
    CHECK(parse_decision(ClauseAxis::social, "Clause sociale").error().code == "clause_inconnue");
    CHECK(parse_decision(ClauseAxis::social, "not_filled").error().code == "clause_inconnue");
    CHECK(parse_decision(ClauseAxis::social, "insertion, none").error().code == "clauses_contraires");
    CHECK(parse_decision(ClauseAxis::environmental, "insertion").error().code == "consideration_inconnue");
    CHECK(parse_decision(ClauseAxis::environmental, "Clause environnementale, Pas de considération environnementale")
              .error()
              .code == "considerations_contraires");
}
