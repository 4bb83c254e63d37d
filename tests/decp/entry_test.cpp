// Entries taken from lots.
#include "clausier/decp/entry.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/essential_lots.hpp"

using namespace clausier;
using decp::Entry;

TEST_CASE("an entry writes amounts, rates, dates and booleans as the formats do") {
    const domain::MarketSheet sheet = tests::full_market();
    const Entry entry = decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer);
    CHECK_FALSE(entry.concession);
    CHECK(entry.id == "2026_014");
    CHECK(entry.buyer == "21990001300015");
    CHECK(entry.amount == "123456.89");
    CHECK(entry.advance_rate == "0.05");
    CHECK(entry.origin_france == "0.605");
    CHECK(entry.innovative == "false");
    CHECK(entry.notified_on == "2026-03-02");
    CHECK(entry.social == std::vector<std::string>{"Clause sociale", "Critère social"});
    REQUIRE(entry.modifications.size() == 2);
    CHECK(entry.modifications[0].amount == "130000.5");
    CHECK(entry.modifications[1].holders == std::vector<decp::Party>{{"SIRET", "33333333300003"}});
    CHECK(entry.subcontracts.at(0).subcontractor.id == "44444444400004");
    CHECK(entry.subcontract_changes.at(0).amount == "25000");
    CHECK(entry.unread.empty());
}

TEST_CASE("what is not filled stays empty, and what the lot says wins over its market") {
    domain::MarketSheet sheet = tests::full_market();
    sheet.market.considerations.reset();
    sheet.market.cpv = "45000000";
    sheet.lots[0].cpv = "45214200";
    sheet.lots[0].essential = {};
    sheet.lots[0].amount.reset();
    const Entry entry = decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer);
    CHECK(entry.social.empty());
    CHECK(entry.cpv == "45214200");
    CHECK(entry.offers.empty());
    CHECK(entry.amount.empty());
    sheet.market.reference_derived = true;
    CHECK(decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer).id.empty());
}

TEST_CASE("an advance whose rate is not known is written 0, as the format says") {
    domain::MarketSheet sheet = tests::full_market();
    sheet.lots[0].essential.advance_rate.reset();
    CHECK(decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer).advance_rate == "0");
    sheet.lots[0].essential.advance = false;
    CHECK(decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer).advance_rate.empty());
}

TEST_CASE("a lot of several has an id of its own within sixteen characters") {
    CHECK(decp::entry_id("2026_014", "") == "2026_014");
    CHECK(decp::entry_id("2026_014", "3") == "2026_014-3");
    CHECK(decp::entry_id("2026, lot & co", "A;1") == "2026__lot___-A_1");
    CHECK(decp::entry_id("20260000000000014", "12") == "2026000000000-12");
    CHECK(decp::entry_id("ÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉÉ", "1") == "ÉÉÉÉÉÉÉÉÉÉÉÉÉÉ-1");
    CHECK(decp::entry_id("A B", "un numéro de lot très long") == "A-un_numéro_de_l");
}

TEST_CASE("a list that cannot be read is told, never dropped in silence") {
    domain::MarketSheet sheet = tests::full_market();
    sheet.lots[0].essential.modifications = "[{\"modification\":";
    const Entry entry = decp::entry_of(sheet.market, sheet.lots[0], sheet.buyer);
    REQUIRE(entry.unread.size() == 1);
    CHECK(entry.unread[0].where == "modifications");
}
