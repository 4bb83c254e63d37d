// The list of markets filters, sorts, pages, and sums the whole filtered set.
#include <catch2/catch_test_macros.hpp>

#include "clausier/store/markets.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using store::MarketFilter;
using store::MarketSort;

namespace {

void fill(store::Database& database) {
    auto school = tests::record(2, "2026-01", "1");
    auto school_paint = tests::record(3, "2026-01", "2");
    school_paint.amount = core::Euros::whole(20'000);
    school_paint.hours = core::Hours::whole(35);
    auto road = tests::record(4, "2025-09", "");
    road.object = "Entretien des routes";
    road.notified_on = tests::day(2025, 12, 31);
    road.place_code = "54000";
    road.amount.reset();
    auto park = tests::record(5, "2026-02");
    park.buyer = {{}, "Région des Hautes-Terres"};
    park.object = "Parc";
    park.notified_on.reset();
    park.amount = core::Euros::whole(50'000);
    tests::import(database, {school, school_paint, road, park});
}

std::vector<std::string> references(store::Database& database, const MarketFilter& filter) {
    auto tx = database.read();
    std::vector<std::string> found;
    for (const auto& line : store::Markets(tx).list(filter).lines) found.push_back(line.market.reference);
    return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("each line sums its own lots, and the page the whole set") {
    store::Database database(":memory:");
    fill(database);
    auto tx = database.read();
    MarketFilter filter;
    filter.limit = 1;
    const auto page = store::Markets(tx).list(filter);
    REQUIRE(page.lines.size() == 1);
    const auto& school = page.lines.front();
    CHECK(school.buyer == "Commune de Valbrume");
    CHECK(school.totals.lots == 2);
    CHECK(school.totals.amount == core::Euros::whole(120'000));
    CHECK(school.totals.hours == core::Hours::whole(35));
    CHECK(school.totals.lots_with_hours == 1);
    CHECK(page.markets == 3);
    CHECK(page.totals.lots == 4);
    CHECK(page.totals.amount == core::Euros::whole(170'000));
    CHECK(page.totals.lots_with_amount == 3);
}

TEST_CASE("the newest market comes first, those without a date last, whatever the direction") {
    store::Database database(":memory:");
    fill(database);
    MarketFilter filter;
    CHECK(references(database, filter) == Names{"2026-01", "2025-09", "2026-02"});
    filter.descending = false;
    CHECK(references(database, filter) == Names{"2025-09", "2026-01", "2026-02"});
    filter.offset = 1;
    filter.limit = 1;
    CHECK(references(database, filter) == Names{"2026-01"});
}

TEST_CASE("the list is sorted by what is asked") {
    store::Database database(":memory:");
    fill(database);
    MarketFilter filter;
    filter.descending = false;
    filter.sort = MarketSort::reference;
    CHECK(references(database, filter) == Names{"2025-09", "2026-01", "2026-02"});
    filter.sort = MarketSort::buyer;
    CHECK(references(database, filter) == Names{"2026-01", "2025-09", "2026-02"});
    filter.sort = MarketSort::object;
    CHECK(references(database, filter) == Names{"2025-09", "2026-02", "2026-01"});
    filter.sort = MarketSort::amount;
    CHECK(references(database, filter) == Names{"2026-02", "2026-01", "2025-09"});
    filter.sort = MarketSort::hours;
    CHECK(references(database, filter) == Names{"2026-01", "2025-09", "2026-02"});
}

TEST_CASE("the list is filtered by text, buyer, year and département") {
    store::Database database(":memory:");
    fill(database);
    MarketFilter text;
    text.text = "ECOLE";
    CHECK(references(database, text) == Names{"2026-01"});
    text.text = "2025-09";
    CHECK(references(database, text) == Names{"2025-09"});
    MarketFilter year;
    year.year = 2025;
    CHECK(references(database, year) == Names{"2025-09"});
    MarketFilter department;
    department.department = "57";
    CHECK(references(database, department) == Names{"2026-01", "2026-02"});
    MarketFilter buyer;
    {
        auto tx = database.read();
        buyer.buyer = store::Organisations(tx).find_by_name("Région des Hautes-Terres")->id;
    }
    CHECK(references(database, buyer) == Names{"2026-02"});
    buyer.year = 2026;
    CHECK(references(database, buyer).empty());
}

TEST_CASE("a text that no market holds gives an empty page, not an error") {
    store::Database database(":memory:");
    fill(database);
    auto tx = database.read();
    MarketFilter filter;
    filter.text = "100 % 'introuvable'";
    const auto page = store::Markets(tx).list(filter);
    CHECK(page.lines.empty());
    CHECK(page.markets == 0);
    CHECK(page.totals.lots == 0);
}
