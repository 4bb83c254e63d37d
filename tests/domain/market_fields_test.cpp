// Two states of a thing differ in named fields, and a conflict shows both values.
#include "clausier/domain/market_fields.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using namespace clausier::domain;

TEST_CASE("what differs is named, what does not is not") {
    Lot before;
    Lot after;
    after.amount = core::Euros::of(1250);
    after.effort = core::Rate::of(550);
    CHECK(changed_fields(field_texts(before), field_texts(before)).empty());
    CHECK(changed_fields(field_texts(before), field_texts(after)) == "montant, taux");
    after.holders.push_back({{}, {}, "Peintres"});
    CHECK(changed_fields(field_texts(before), field_texts(after)) == "montant, taux, titulaires");
}

TEST_CASE("a conflict has one issue for each field, with what is kept and what was typed") {
    Market kept;
    kept.object = "École";
    Market typed;
    typed.object = "Cantine";
    typed.duration_months = 12;
    const auto issues = conflict_issues(field_texts(kept), field_texts(typed));
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].where == "objet");
    CHECK(issues[0].text.find("École") != std::string::npos);
    CHECK(issues[0].text.find("Cantine") != std::string::npos);
    CHECK(issues[1].where == "duree_mois");
    CHECK(issues[1].text.find("rien") != std::string::npos);
}
