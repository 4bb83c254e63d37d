// The list of markets filters, sorts, pages, and sums the whole filtered set.
#include <catch2/catch_test_macros.hpp>

#include "clausier/store/calculations.hpp"
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

TEST_CASE("words are searched in buyers, titles of lots and holders too, all of them") {
    store::Database database(":memory:");
    fill(database);
    MarketFilter text;
    text.text = "hautes terres";
    CHECK(references(database, text) == Names{"2026-02"});
    text.text = "VALBRUME école";
    CHECK(references(database, text) == Names{"2026-01"});
    text.text = "lot 2";
    CHECK(references(database, text) == Names{"2026-01", "2025-09", "2026-02"});
    text.text = "99900001000019 entretien";
    CHECK(references(database, text) == Names{"2025-09"});
    text.text = "batisseurs parc";
    CHECK(references(database, text) == Names{"2026-02"});
    text.text = "batisseurs piscine";
    CHECK(references(database, text).empty());
    text.text = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept";
    CHECK(tests::refusal([&] { references(database, text); }).kind() == core::ErrorKind::invalid);
}

TEST_CASE("the list is filtered by sector, CPV, consideration, amount, hours and holder") {
    store::Database database(":memory:");
    auto works = tests::record(2, "W");
    works.considerations = "Clause sociale";
    works.hours = core::Hours::whole(35);
    auto cleaning = tests::record(3, "S");
    cleaning.cpv = "90910000";
    cleaning.considerations = "Pas de considération sociale";
    cleaning.amount = core::Euros::whole(10'000);
    cleaning.holders = {{{}, "Nettoyeurs"}};
    auto said = tests::record(4, "F");
    said.section = "Fournitures";
    said.amount.reset();
    tests::import(database, {works, cleaning, said});
    const auto found = [&](auto change) {
        MarketFilter filter;
        filter.sort = MarketSort::reference;
        filter.descending = false;
        change(filter);
        return references(database, filter);
    };
    using domain::Sector;
    using domain::SocialState;
    CHECK(found([](auto& f) { f.sector = Sector::works; }) == Names{"W"});
    CHECK(found([](auto& f) { f.sector = Sector::services; }) == Names{"S"});
    CHECK(found([](auto& f) { f.sector = Sector::supplies; }) == Names{"F"});
    CHECK(found([](auto& f) { f.cpv = "4521"; }) == Names{"F", "W"});
    CHECK(found([](auto& f) { f.cpv = "2142"; }).empty());
    CHECK(found([](auto& f) { f.social = SocialState::some; }) == Names{"W"});
    CHECK(found([](auto& f) { f.social = SocialState::none; }) == Names{"S"});
    CHECK(found([](auto& f) { f.social = SocialState::not_filled; }) == Names{"F"});
    CHECK(found([](auto& f) { f.amount_from = core::Euros::whole(10'000); }) == Names{"S", "W"});
    CHECK(found([](auto& f) { f.amount_to = core::Euros::whole(99'999); }) == Names{"S"});
    CHECK(found([](auto& f) { f.has_hours = true; }) == Names{"W"});
    CHECK(found([](auto& f) { f.has_hours = false; }) == Names{"F", "S"});
    const auto holder = [&] {
        auto tx = database.read();
        return store::Organisations(tx).find_by_name("Nettoyeurs")->id;
    }();
    CHECK(found([&](auto& f) { f.holder = holder; }) == Names{"S"});
    CHECK(found([](auto& f) {
              f.department = "57";
              f.social = SocialState::some;
              f.text = "ecole";
          }) == Names{"W"});
}

TEST_CASE("estimates are summed apart, and the latest calculation stands for hours that are not due") {
    store::Database database(":memory:");
    auto awarded = tests::record(2, "A", "1");
    awarded.amount_estimated = core::Euros::whole(1);
    auto estimated = tests::record(3, "A", "2");
    estimated.amount.reset();
    estimated.amount_estimated = core::Euros::whole(30'000);
    auto due = tests::record(4, "A", "3");
    due.amount.reset();
    due.hours = core::Hours::whole(100);
    tests::import(database, {awarded, estimated, due});
    {
        auto tx = database.write();
        for (const auto& [lot, hours] : {std::pair{1, 50}, std::pair{2, 20}, std::pair{2, 21}, std::pair{3, 7}}) {
            store::Calculation calculation;
            calculation.lot = domain::Id<domain::Lot>{lot};
            calculation.method = "montant";
            calculation.hours = core::Hours::whole(hours);
            store::Calculations(tx).add(calculation);
        }
        tx.commit();
    }
    auto tx = database.read();
    const auto page = store::Markets(tx).list({});
    const domain::LotTotals& totals = page.lines.at(0).totals;
    CHECK(totals.estimated == core::Euros::whole(30'000));
    CHECK(totals.lots_estimated == 1);
    CHECK(page.totals.estimated == core::Euros::whole(30'000));
    CHECK(totals.hours == core::Hours::whole(100));
    CHECK(totals.calculated == core::Hours::whole(71));
    CHECK(totals.lots_calculated == 2);
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
