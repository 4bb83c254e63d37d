// The setting behind summaries reaches the rules.
#include "summary_rules.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/store/settings.hpp"

using namespace clausier;

TEST_CASE("how a market of insertion services is summed up is a setting of the base") {
    tests::MarketWorld world;
    store::Transaction tx = world.base.write();
    CHECK(app::summary_rules(tx, "Marché").insertion_services == domain::SummaryRules::default_insertion_services());
    const std::string other = domain::insertion_services_words().back();
    REQUIRE(other != domain::SummaryRules::default_insertion_services());
    store::Settings(tx).set(store::insertion_services_setting, other);
    CHECK(app::summary_rules(tx, "Marché").insertion_services == other);
    CHECK(app::summary_rules(tx, "Délégation de service public").concession);
    CHECK_FALSE(app::summary_rules(tx, "Marché").concession);
}
