// Each count passes over the filter of its own kind, and never takes silence for an answer.
#include "clausier/store/facets.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;
using domain::FacetValue;
using store::MarketFilter;

namespace {

void fill(store::Database& database) {
    auto school = tests::record(2, "2026-01");
    school.considerations = "Clause sociale";
    auto road = tests::record(3, "2025-09");
    road.notified_on = tests::day(2025, 12, 31);
    road.place_code = "54000";
    road.hours = core::Hours::whole(35);
    auto mixed_a = tests::record(4, "2026-02", "1");
    auto mixed_b = tests::record(5, "2026-02", "2");
    mixed_b.section = "Services";
    for (auto* one : {&mixed_a, &mixed_b}) {
        one->buyer = {{}, "Région des Hautes-Terres"};
        one->considerations = "Pas de considération sociale";
        one->notified_on.reset();
    }
    tests::import(database, {school, road, mixed_a, mixed_b});
}

domain::MarketFacets count(store::Database& database, const MarketFilter& filter) {
    auto tx = database.read();
    return store::Facets(tx).count(filter);
}

std::vector<std::string> shown(const std::vector<FacetValue>& values) {
    std::vector<std::string> out;
    for (const FacetValue& value : values)
        out.push_back((value.name.empty() ? value.code : value.name) + "=" + std::to_string(value.markets));
    return out;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("markets are counted by year, buyer, département, sector, consideration and hours") {
    store::Database database(":memory:");
    fill(database);
    const auto all = count(database, {});
    CHECK(shown(all.years) == Shown{"2026=1", "2025=1", "=1"});
    CHECK(shown(all.buyers) == Shown{"Commune de Valbrume=2", "Région des Hautes-Terres=1"});
    CHECK(shown(all.departments) == Shown{"54=1", "57=2"});
    CHECK(shown(all.sectors) == Shown{"travaux=3", "services=1"});
    CHECK(shown(all.social) == Shown{"oui=1", "aucune=1", "non_renseignee=1"});
    CHECK(shown(all.hours) == Shown{"non=2", "oui=1"});
}

TEST_CASE("a filter narrows every count but its own") {
    store::Database database(":memory:");
    fill(database);
    MarketFilter filter;
    filter.year = 2026;
    auto found = count(database, filter);
    CHECK(shown(found.years) == Shown{"2026=1", "2025=1", "=1"});
    CHECK(shown(found.buyers) == Shown{"Commune de Valbrume=1"});
    CHECK(shown(found.social) == Shown{"oui=1"});
    filter.department = "54";
    found = count(database, filter);
    CHECK(shown(found.years) == Shown{"2025=1"});
    CHECK(shown(found.departments) == Shown{"57=1"});
    CHECK(found.buyers.empty());
    MarketFilter text;
    text.text = "hautes";
    CHECK(shown(count(database, text).sectors) == Shown{"travaux=1", "services=1"});
}

TEST_CASE("the counts agree with the list for every value") {
    store::Database database(":memory:");
    fill(database);
    const auto all = count(database, {});
    const auto listed = [&](const MarketFilter& filter) {
        auto tx = database.read();
        return store::Markets(tx).list(filter).markets;
    };
    for (const FacetValue& value : all.sectors) {
        MarketFilter filter;
        filter.sector = domain::sector(value.code);
        CHECK(listed(filter) == value.markets);
    }
    for (const FacetValue& value : all.social) {
        MarketFilter filter;
        filter.social = domain::social_state(value.code);
        CHECK(listed(filter) == value.markets);
    }
    for (const FacetValue& value : all.buyers) {
        MarketFilter filter;
        filter.buyer = domain::Id<domain::Organisation>{std::stoll(value.code)};
        CHECK(listed(filter) == value.markets);
    }
}

TEST_CASE("twenty buyers are shown, the one chosen among them") {
    store::Database database(":memory:");
    tests::Records records;
    for (std::uint64_t i = 0; i < 30; ++i) {
        auto one = tests::record(i + 2, "R" + std::to_string(i));
        one.buyer = {{}, "Commune " + std::to_string(i)};
        records.push_back(one);
    }
    tests::import(database, records);
    MarketFilter filter;
    CHECK(count(database, filter).buyers.size() == 20);
    {
        auto tx = database.read();
        filter.buyer = store::Organisations(tx).find_by_name("Commune 29")->id;
    }
    const auto buyers = count(database, filter).buyers;
    CHECK(buyers.size() == 20);
    CHECK(buyers.back().name == "Commune 29");
}
