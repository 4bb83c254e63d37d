// Orders, stoppages, plans, shares, rules and certificates of a lot are kept, and follow who holds it.
#include "clausier/store/lot_executions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/execution_world.hpp"

using namespace clausier;
using core::ErrorKind;
using core::Hours;
using store::LotExecutions;
using tests::day;
using tests::ExecutionWorld;

TEST_CASE("a lot of which nothing was said is executed by one holder; what is said is kept, a stale write refused") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    LotExecutions store(tx);
    auto one = store.find(world.a1);
    CHECK(one.revision == 0);
    CHECK(one.liability == domain::Liability::single);
    one.liability = domain::Liability::several;
    one.shares = {{world.builders, core::Euros::whole(60), true}, {world.painters, core::Euros::whole(40), false}};
    one.ends_on = day(2027, 3, 1);
    one = store.save(one);
    one.dropped_on = day(2026, 11, 1);
    one.dropped_reason = "marché résilié";
    one = store.save(one);
    const auto found = store.find(world.a1);
    CHECK(found.revision == 2);
    CHECK(found.shares == one.shares);
    CHECK(found.ends_on == one.ends_on);
    CHECK(found.dropped_on == one.dropped_on);
    CHECK(found.dropped_reason == "marché résilié");
    for (const std::int64_t stale : {0, 1, 3}) {
        one.revision = stale;
        CHECK(tests::refusal([&] { store.save(one); }).kind() == ErrorKind::conflict);
    }
}

TEST_CASE("orders and stoppages by day; the same order twice is refused") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    LotExecutions store(tx);
    auto start = store.save(domain::ServiceOrder{{}, world.a1, domain::OrderKind::start, day(2026, 4, 1), "OS 2", 0});
    store.save(domain::ServiceOrder{{}, world.a1, domain::OrderKind::preparation, day(2026, 3, 1), "OS 1", 0});
    start.on = day(2026, 4, 15);
    start = store.save(start);
    const auto orders = store.orders(world.a1);
    REQUIRE(orders.size() == 2);
    CHECK(orders[0].kind == domain::OrderKind::preparation);
    CHECK(orders[1].on == day(2026, 4, 15));
    CHECK(orders[1].reference == "OS 2");
    CHECK(tests::refusal([&] {
              store.save(domain::ServiceOrder{{}, world.a1, domain::OrderKind::start, day(2026, 4, 15), "", 0});
          }).kind() == ErrorKind::conflict);
    auto halt = store.save(domain::Stoppage{{}, world.a1, day(2026, 7, 1), {}, "découverte d’amiante", "OS 3", 0});
    halt.to = day(2026, 8, 31);
    store.save(halt);
    CHECK(store.stoppages(world.a1).at(0).to == day(2026, 8, 31));
    CHECK(tests::refusal([&] { store.save(halt); }).kind() == ErrorKind::conflict);
    CHECK(store.stoppages(world.a2).empty());
}

TEST_CASE("a new plan stands in for the former one of its holder, and for no other's") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    LotExecutions store(tx);
    const auto month = domain::Month::parse("2026-05").value();
    store.add(
        domain::HolderPlan{{}, world.a1, world.builders, day(2026, 3, 10), {{month, Hours::whole(50), "", {}, ""}}, 0});
    const auto second = store.add(domain::HolderPlan{{},
                                                     world.a1,
                                                     world.builders,
                                                     day(2026, 4, 2),
                                                     {{month, Hours::whole(70), "cdd", world.garden, "équipe de jour"},
                                                      {month.next(), Hours::whole(30), "", {}, ""}},
                                                     0});
    store.add(domain::HolderPlan{{}, world.a1, world.painters, day(2026, 3, 11), {}, 0});
    CHECK(second.revision == 2);
    const auto plans = store.plans(world.a1);
    REQUIRE(plans.size() == 2);
    CHECK(plans[0].holder == world.builders);
    CHECK(plans[0].months == second.months);
    // Holders that turn out to be one keep both histories.
    store::Organisations(tx).merge(world.painters, world.builders);
    REQUIRE(store.plans(world.a1).size() == 1);
    CHECK(store.plans(world.a1)[0].revision == 3);
    CHECK(tx.value<std::int64_t>("SELECT count(*) FROM holder_plans") == 3);
}

TEST_CASE("a market without rules has the reference's; those that are kept are read back") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    LotExecutions store(tx);
    const auto market = store::Markets(tx).find_lot(world.a1)->market;
    CHECK(store.rules(market).revision == 0);
    domain::CountingRules rules;
    rules.training = false;
    rules.paid_not_worked = true;
    rules.months_after_hire = 24;
    rules.publics = {{"minimum_income", "qpv"}, false};
    rules.penalty_per_hour = core::Euros::whole(200);
    store.set_rules(market, rules);
    const auto found = store.rules(market);
    CHECK_FALSE(found.training);
    CHECK(found.paid_not_worked);
    CHECK(found.months_after_hire == 24);
    CHECK(found.publics == rules.publics);
    CHECK(found.penalty_per_hour == rules.penalty_per_hour);
    CHECK_FALSE(found.penalty_per_day);
    CHECK(found.revision == 1);
    CHECK(tests::refusal([&] { store.set_rules(market, rules); }).kind() == ErrorKind::conflict);
    store.set_rules(market, found);
    CHECK(store.rules(market).revision == 2);
}

TEST_CASE("certificates keep their figures, and tell up to when a lot is locked") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    LotExecutions store(tx);
    CHECK_FALSE(store.certified_until(world.a1));
    domain::Certificate one;
    one.lot = world.a1;
    one.until = day(2026, 6, 30);
    one.issued_on = day(2026, 7, 5);
    one.due = Hours::whole(800);
    one.validated = Hours::whole(400);
    one.reference = "ATT-1";
    one.at = tests::noon(21);
    one.actor = "compte/1";
    store.add(one);
    one.until = day(2026, 9, 30);
    one.final = true;
    one.holder = world.painters;
    store.add(one);
    const auto all = store.certificates(world.a1);
    REQUIRE(all.size() == 2);
    CHECK(all[0].final);
    CHECK(all[0].holder == world.painters);
    CHECK(all[1].validated == Hours::whole(400));
    CHECK(store.certified_until(world.a1) == day(2026, 9, 30));
    store::Organisations(tx).merge(world.painters, world.builders);
    CHECK(store.certificates(world.a1)[0].holder == world.builders);
}

TEST_CASE("shares of one who turns out to be another are added up") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    LotExecutions store(tx);
    auto one = store.find(world.a1);
    one.liability = domain::Liability::joint;
    one.shares = {{world.painters, core::Euros::whole(40), true}, {world.builders, core::Euros::whole(60), false}};
    store.save(one);
    store::Organisations(tx).merge(world.painters, world.builders);
    CHECK(store.find(world.a1).shares ==
          std::vector<domain::HolderShare>{{world.builders, core::Euros::whole(100), true}});
}

TEST_CASE("another's lot shows nothing of its execution") {
    ExecutionWorld world;
    {
        auto tx = world.whole.write();
        LotExecutions store(tx);
        store.save(domain::ServiceOrder{{}, world.a1, domain::OrderKind::start, day(2026, 4, 1), "", 0});
        auto one = store.find(world.a1);
        one.ends_on = day(2027, 3, 1);
        store.save(one);
        tx.commit();
    }
    auto base = world.as(domain::Role::buyer, world.port);
    auto tx = base.read();
    CHECK(LotExecutions(tx).orders(world.a1).empty());
    CHECK_FALSE(LotExecutions(tx).find(world.a1).ends_on);
}
