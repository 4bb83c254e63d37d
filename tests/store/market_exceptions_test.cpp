// Exceptions are kept with the revision of their market; candidates are the markets that dates do not settle.
#include "clausier/store/market_exceptions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "store/considered_lots.hpp"

using namespace clausier;

namespace {

const core::Date since = core::parse_iso_date("2026-08-22").value();
const store::KeptException no_link{
    {"condition.exception.link", "Sans lien."}, store::read_instant("2026-11-21T12:00:00Z"), "test"};

std::string references(store::MarketExceptions& exceptions, const store::ConditionScope& scope = {}) {
    std::string out;
    exceptions.each_candidate(scope, since, [&](domain::MarketSheet sheet, auto exception) {
        out += sheet.market.reference + (exception ? "*" : "") + std::to_string(sheet.lots.size()) + " ";
    });
    return out;
}

}  // namespace

TEST_CASE("an exception is kept, replaced and removed, each a write of its market") {
    tests::ConsideredLots world;
    const auto one = world.add("R1", std::nullopt);
    store::MarketExceptions exceptions(world.tx);
    CHECK_FALSE(exceptions.of(one.market));
    exceptions.set(one.market, 1, no_link);
    CHECK(exceptions.of(one.market)->exception == no_link.exception);
    CHECK(exceptions.of(one.market)->at == no_link.at);
    CHECK_THROWS_AS(exceptions.set(one.market, 1, no_link), core::Error);
    auto other = no_link;
    other.exception.motive = "Autre motif.";
    exceptions.set(one.market, 2, other);
    CHECK(exceptions.of(one.market)->exception.motive == "Autre motif.");
    CHECK(store::Markets(world.tx).find(one.market)->revision == 3);
    CHECK_THROWS_AS(exceptions.remove(one.market, 1), core::Error);
    exceptions.remove(one.market, 3);
    CHECK_FALSE(exceptions.of(one.market));
}

TEST_CASE(
    "candidates are the markets that dates do not settle, with their lots and exception; the others are counted") {
    tests::ConsideredLots world;
    world.add("ancien", std::nullopt, "2026-08-21");
    const auto on_the_day = world.add("jour", "Clause sociale", "2026-08-22");
    world.add("sans", std::nullopt);
    store::MarketExceptions exceptions(world.tx);
    exceptions.set(on_the_day.market, 1, no_link);
    CHECK(references(exceptions) == "jour*1 sans1 ");
    CHECK(exceptions.settled({}, since).markets == 1);
    CHECK(exceptions.settled({}, since).lots == 1);
    store::ConditionScope scope;
    scope.first_year = 2026;
    scope.last_year = 2026;
    CHECK(references(exceptions, scope) == "jour*1 ");
    CHECK(exceptions.settled(scope, since).markets == 1);
    scope = {};
    scope.buyers = {{999}};
    CHECK(references(exceptions, scope).empty());
    scope.buyers = {{999}, world.buyer.id};
    scope.text = "valbrume sans";
    CHECK(references(exceptions, scope) == "sans1 ");
    for (int i = 0; i < 20; ++i) scope.text += " mot";
    CHECK_THROWS_AS(references(exceptions, scope), core::Error);
}

TEST_CASE("a candidate holds what the law looks at") {
    tests::ConsideredLots world;
    const auto one = world.add("R1", "Clause sociale", "2026-09-01");
    store::MarketExceptions(world.tx).each_candidate({}, since, [&](domain::MarketSheet sheet, auto exception) {
        CHECK_FALSE(exception);
        CHECK(sheet.market.id == one.market);
        CHECK(sheet.market.cpv == "45442100");
        CHECK(sheet.buyer.kind == domain::OrganisationKind::public_body);
        CHECK(sheet.buyer.label() == "Commune de Valbrume");
        CHECK(sheet.lots.at(0).considerations == "Clause sociale");
        CHECK(sheet.lots.at(0).id == one.lot);
    });
}
