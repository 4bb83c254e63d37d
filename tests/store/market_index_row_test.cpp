// One market's row of the index is gathered from its lots and their holders, each counted once.
#include "market_index_row.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/markets.hpp"
#include "store/tenders.hpp"

using namespace clausier;

TEST_CASE("a lot of two holders is counted once, and what is said twice is searched once") {
    store::Database database(":memory:");
    auto first = tests::record(2, "R", "1");
    first.lot_title = "Peinture";
    first.amount = core::Euros::whole(10);
    first.holders.push_back({{}, "Peintres"});
    auto second = tests::record(3, "R", "2");
    second.lot_title = "Peinture";
    second.cpv = "90910000";
    second.amount.reset();
    second.hours = core::Hours::whole(4);
    tests::import(database, {first, second});
    auto tx = database.read();
    CHECK(tests::rows(tx, "SELECT lots, amount_cents, lots_with_amount, hours_centi, works, services FROM market_index",
                      6) == std::vector<std::string>{"2|1000|1|400|1|1"});
    const auto text = tx.value<std::string>("SELECT text FROM market_texts");
    CHECK(text.find("peinture") == text.rfind("peinture"));
    CHECK(text.find("batisseurs") == text.rfind("batisseurs"));
    CHECK(text.starts_with("refection de l ecole r "));
}

TEST_CASE("a market without lots is in the index, as it says itself") {
    store::Database database(":memory:");
    auto tx = database.write();
    domain::Organisation buyer;
    buyer.name = "Commune de Valbrume";
    domain::Market market;
    market.buyer = store::Organisations(tx).save(buyer).id;
    market.reference = "R";
    market.considerations = "Clause sociale";
    store::Markets(tx).save(market);
    CHECK(tests::rows(tx, "SELECT lots, social, works FROM market_index", 3) == std::vector<std::string>{"0|oui|0"});
}
