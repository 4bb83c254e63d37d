// Markets and lots are saved whole, found by their key, and two people cannot silently overwrite each other.
#include "clausier/store/markets.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;
using core::ErrorKind;
using store::Markets;

namespace {

domain::Market school(store::Transaction& tx) {
    domain::Organisation buyer;
    buyer.name = "Commune de Valbrume";
    domain::Market market;
    market.buyer = store::Organisations(tx).save(buyer).id;
    market.reference = "2026-01";
    market.object = "École";
    market.place_code = "57000";
    market.place_type = "Code postal";
    market.notified_on = tests::day(2026, 3, 1);
    market.duration_months = 12;
    market.considerations = "Clause sociale";
    market.estimated_need = core::Euros::whole(500'000);
    return Markets(tx).save(market);
}

domain::Lot lot(const domain::Market& market, std::string number) {
    domain::Lot made;
    made.market = market.id;
    made.number = std::move(number);
    return made;
}

}  // namespace

TEST_CASE("a market comes back as it was saved, by its number and by its key") {
    store::Database database(":memory:");
    auto tx = database.write();
    Markets markets(tx);
    auto market = school(tx);
    CHECK(market.revision == 1);
    const auto found = markets.find_by_key(market.buyer, "2026-01");
    REQUIRE(found.has_value());
    CHECK(found->id == market.id);
    CHECK(found->notified_on == market.notified_on);
    CHECK(found->duration_months == 12);
    CHECK(found->considerations == "Clause sociale");
    CHECK_FALSE(found->environmental.has_value());
    CHECK(found->estimated_need == market.estimated_need);
    market.object = "École et cantine";
    CHECK(markets.save(market).revision == 2);
    CHECK(markets.find(market.id)->object == "École et cantine");
    CHECK_FALSE(markets.find({99}).has_value());
}

TEST_CASE("the same reference at the same buyer, or an older revision, is a conflict") {
    store::Database database(":memory:");
    auto tx = database.write();
    Markets markets(tx);
    const auto market = school(tx);
    auto twin = market;
    twin.id = {};
    CHECK(tests::refusal([&] { markets.save(twin); }).kind() == ErrorKind::conflict);
    markets.save(market);
    CHECK(tests::refusal([&] { markets.save(market); }).kind() == ErrorKind::conflict);
    twin.reference.clear();
    CHECK(tests::refusal([&] { markets.save(twin); }).kind() == ErrorKind::invalid);
}

TEST_CASE("a lot comes back with every amount, rate and holder, in rank order") {
    store::Database database(":memory:");
    auto tx = database.write();
    Markets markets(tx);
    const auto market = school(tx);
    auto works = lot(market, "1");
    works.title = "Gros œuvre";
    works.section = "Travaux";
    works.amount = core::Euros::of(12'345'678);
    works.amount_max = core::Euros::whole(200'000);
    works.labour_share = core::Rate::of(5000);
    works.effort = core::Rate::of(500);
    works.hourly_cost = core::Euros::whole(30);
    works.hours = core::Hours::whole(103);
    domain::Organisation second, first;
    second.name = "Peintres";
    first.identifier = {"SIRET", "99900001000019"};
    works.essential = tests::full_essential_data();
    works.holders = {{store::Organisations(tx).save(first).id, {}, ""},
                     {store::Organisations(tx).save(second).id, {}, ""}};
    works = markets.save(works);
    const auto found = markets.find_lot(works.id);
    REQUIRE(found.has_value());
    CHECK(found->amount == works.amount);
    CHECK_FALSE(found->amount_min.has_value());
    CHECK(found->amount_max == works.amount_max);
    CHECK(found->labour_share == works.labour_share);
    CHECK(found->effort == works.effort);
    CHECK(found->hourly_cost == works.hourly_cost);
    CHECK(found->hours == works.hours);
    CHECK(found->section == "Travaux");
    CHECK(found->essential == works.essential);
    CHECK(markets.lots(market.id).at(0).essential == works.essential);
    CHECK(markets.find_lot_sheet(works.id)->lot.essential == works.essential);
    REQUIRE(found->holders.size() == 2);
    CHECK(found->holders[0].identifier.text == "99900001000019");
    CHECK(found->holders[1].name == "Peintres");
    works.holders.pop_back();
    works.essential.offers.reset();
    works.essential.modifications.clear();
    works = markets.save(works);
    CHECK(markets.find_lot(works.id)->essential == works.essential);
    CHECK(works.revision == 2);
    CHECK(markets.find_lot(works.id)->holders.size() == 1);
}

TEST_CASE("lots stand in the order people count") {
    store::Database database(":memory:");
    auto tx = database.write();
    Markets markets(tx);
    const auto market = school(tx);
    for (const char* number : {"10", "2 bis", "2", "01", "A"}) markets.save(lot(market, number));
    std::vector<std::string> numbers;
    for (const auto& one : markets.lots(market.id)) numbers.push_back(one.number);
    CHECK(numbers == std::vector<std::string>{"A", "01", "2", "2 bis", "10"});
    CHECK(tests::refusal([&] { markets.save(lot(market, "2")); }).kind() == ErrorKind::conflict);
}
