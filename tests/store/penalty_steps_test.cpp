// The steps of a penalty are kept in the order of writing, and follow the holder.
#include "clausier/store/penalty_steps.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/execution_world.hpp"

using namespace clausier;
using tests::day;

TEST_CASE("each step is read back, the decision with its amount") {
    tests::ExecutionWorld world;
    std::optional<store::Transaction> writing(world.whole.write());
    auto& tx = *writing;
    store::PenaltySteps store(tx);
    domain::PenaltyStep one;
    one.lot = world.b1;
    one.holder = world.painters;
    one.stage = domain::PenaltyStage::formal_notice;
    one.on = day(2026, 9, 1);
    one.answer_by = day(2026, 9, 30);
    one.simulated = core::Euros::whole(3'000);
    one.at = tests::noon(21);
    one.actor = "compte/1";
    store.add(one);
    one.stage = domain::PenaltyStage::decided;
    one.on = day(2026, 10, 15);
    one.answer_by = {};
    one.decision = domain::PenaltyDecision::reduced;
    one.amount = core::Euros::whole(900);
    one.reason = "chantier arrêté deux mois";
    one.reference = "courrier 12";
    store.add(one);
    const auto all = store.of(world.b1);
    REQUIRE(all.size() == 2);
    CHECK(all[0].answer_by == day(2026, 9, 30));
    CHECK(all[0].simulated == core::Euros::whole(3'000));
    CHECK_FALSE(all[0].decision);
    CHECK(all[1].decision == domain::PenaltyDecision::reduced);
    CHECK(all[1].amount == core::Euros::whole(900));
    CHECK(all[1].reference == "courrier 12");
    store::Organisations(tx).merge(world.painters, world.builders);
    CHECK(store.of(world.b1)[0].holder == world.builders);
    tx.commit();
    writing.reset();
    auto base = world.as(domain::Role::buyer, world.town);
    auto reading = base.read();
    CHECK(store::PenaltySteps(reading).of(world.b1).empty());
}
