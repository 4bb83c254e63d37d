// What may be said of the execution of a lot.
#include "clausier/domain/lot_execution.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Liability;
using domain::LotExecution;

TEST_CASE("a consortium has its members once each, one that speaks for them, and amounts that are none negative") {
    LotExecution one;
    CHECK(domain::faults(one).empty());
    one.shares = {{{1}, core::Euros::whole(60), true}, {{2}, core::Euros::whole(40), false}};
    REQUIRE(domain::faults(one).size() == 1);
    CHECK(domain::faults(one)[0].where == "groupement");
    one.liability = Liability::joint;
    CHECK(domain::faults(one).empty());
    one.shares.push_back({{1}, core::Euros::whole(-1), true});
    const auto faults = domain::faults(one);
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].where == "groupement");
    CHECK(faults[1].where == "parts.3.titulaire");
    CHECK(faults[2].where == "parts.3.montant");
}

TEST_CASE("a lot is dropped for a reason") {
    LotExecution one;
    one.dropped_on = core::parse_iso_date("2026-11-21").value();
    REQUIRE(domain::faults(one).size() == 1);
    CHECK(domain::faults(one)[0].where == "motif");
    one.dropped_reason = "marché résilié";
    CHECK(domain::faults(one).empty());
}
