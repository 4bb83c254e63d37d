// What became of somebody is kept once a point, and told to those who follow or employ her.
#include "clausier/store/exits.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/execution_world.hpp"

using namespace clausier;
using tests::day;
using tests::ExecutionWorld;

TEST_CASE("points are read back by month, corrected on what was read, and known once each") {
    ExecutionWorld world;
    std::optional<store::Transaction> writing(world.whole.write());
    auto& tx = *writing;
    store::Exits store(tx);
    const auto p = world.placement(tx, world.a1, world.garden, world.person);
    auto six = store.save({{}, p.id, 6, "cdd", day(2026, 10, 1), "chez le même employeur", 0});
    store.save({{}, p.id, 3, "unemployed", day(2026, 7, 1), "", 0});
    six.situation = "cdi";
    six = store.save(six);
    const auto all = store.of(p.id);
    REQUIRE(all.size() == 2);
    CHECK(all[0].months == 3);
    CHECK(all[1].situation == "cdi");
    CHECK(all[1].revision == 2);
    --six.revision;
    CHECK(tests::refusal([&] { store.save(six); }).kind() == core::ErrorKind::conflict);
    CHECK(tests::refusal([&] {
              store.save({{}, p.id, 3, "cdi", day(2026, 7, 2), "", 0});
          }).kind() == core::ErrorKind::conflict);
    tx.commit();
    writing.reset();
    const auto told = [&](domain::Role role, ExecutionWorld::Org organisation) {
        auto base = world.as(role, organisation);
        auto reading = base.read();
        return store::Exits(reading).of(p.id).size();
    };
    CHECK(told(domain::Role::facilitator, world.opcs) == 2);
    CHECK(told(domain::Role::structure, world.garden) == 2);
    CHECK(told(domain::Role::company, world.builders) == 0);
    CHECK(told(domain::Role::buyer, world.town) == 0);
}
