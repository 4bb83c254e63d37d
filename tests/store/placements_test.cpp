// Placements are read back whole, by who may, and stay when the names of their people go.
#include "clausier/store/placements.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/import_undo.hpp"
#include "store/execution_world.hpp"

using namespace clausier;
using domain::Placement;
using domain::Role;
using store::Placements;
using tests::day;
using tests::ExecutionWorld;

TEST_CASE("a placement is read back as it was written, its criteria and its profile included") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    Placements store(tx);
    Placement p = world.placement(tx, world.a1, world.workshop, world.person);
    p.structure = world.sheet;
    p.structure_kind = "EI";
    p.ended_on = day(2026, 9, 30);
    p.hired_on = day(2026, 8, 1);
    p.job_code = "F1703";
    p.job = "Maçonnerie";
    p.profile = {"female", "under_26", "level_3", "rsa"};
    p.permanent_staff = true;
    p = store.save(p);
    const auto line = store.line(p.id);
    REQUIRE(line);
    const Placement& found = line->placement;
    CHECK(found.structure == world.sheet);
    CHECK(found.structure_kind == "EI");
    CHECK(found.participant == world.person);
    CHECK(found.ended_on == p.ended_on);
    CHECK(found.hired_on == p.hired_on);
    CHECK(found.job_code == "F1703");
    CHECK(found.profile == p.profile);
    CHECK(found.permanent_staff);
    CHECK(found.criteria == p.criteria);
    CHECK(found.eligibility == p.eligibility);
    CHECK(found.revision == 2);
    CHECK(line->pseudonym == "P-AAAA-01");
    CHECK(line->employer == "Ateliers inventés");
    CHECK(line->holder == "Bâtisseurs du Haut-Val");
    CHECK(domain::label(line->lot) == "marché A, lot 1");
    --p.revision;
    CHECK(tests::refusal([&] { store.save(p); }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("lists by lot, employer, person and day; a shared placement is on each of its lots") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    Placements store(tx);
    const auto first = world.placement(tx, world.a1, world.garden, world.person);
    auto second = world.placement(tx, world.b1, world.workshop, world.stranger);
    second.ended_on = day(2026, 5, 31);
    second = store.save(second);
    store.set_globalisation({first.id,
                             {{world.a1, core::Rate::of(6'000)}, {world.a2, core::Rate::of(4'000)}},
                             day(2026, 3, 2),
                             "accord 3",
                             domain::Month::parse("2026-04").value()});
    CHECK(store.count({}) == 2);
    CHECK(store.list({.lot = world.a2}).at(0).placement.id == first.id);
    CHECK(store.count({.lot = world.b1}) == 1);
    CHECK(store.list({.employer = world.workshop}).at(0).placement.id == second.id);
    CHECK(store.count({.participant = world.person}) == 1);
    CHECK(store.count({.runs_on = day(2026, 6, 1)}) == 1);
    CHECK(store.count({.runs_on = day(2026, 2, 1)}) == 0);
    CHECK(store.count({.ends_until = day(2026, 6, 15)}) == 1);
    CHECK(store.list({.limit = 1, .offset = 1}).size() == 1);
    const auto shared = store.globalisation(first.id);
    REQUIRE(shared);
    CHECK(shared->shares.at(1) == domain::PlacementShare{world.a2, core::Rate::of(4'000)});
    CHECK(shared->from.text() == "2026-04");
    CHECK_FALSE(store.globalisation(second.id));
}

TEST_CASE("a person erased, transferred or merged keeps her placements and their hours") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    Placements store(tx);
    store::Participants people(tx);
    const auto p = world.placement(tx, world.a1, world.garden, world.person);
    ExecutionWorld::statement(tx, p, "2026-03", 100, domain::StatementState::validated);
    const auto before = tests::kept_months(tx);
    people.transfer(world.person, world.other_opcs, tests::noon(21), "compte/1");
    CHECK(store.find(p.id)->participant == world.person);
    const auto other = ExecutionWorld::participant(tx, "P-CCCC-03", world.other_opcs, world.garden);
    people.merge(world.person, other, day(2026, 11, 21));
    CHECK(store.find(p.id)->participant == other);
    CHECK(store.line(p.id)->pseudonym == "P-CCCC-03");
    people.forget(other, domain::Gone::erasure, day(2026, 11, 21));
    CHECK(store.find(p.id)->participant == other);
    CHECK(store.count({.participant = other}) == 1);
    CHECK(tests::kept_months(tx) == before);
}

TEST_CASE("who joins an organisation to another brings its people and their hours along") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    const auto p = world.placement(tx, world.a1, world.garden, world.person);
    const auto q = world.placement(tx, world.a1, world.workshop, world.stranger);
    ExecutionWorld::statement(tx, p, "2026-03", 100);
    ExecutionWorld::statement(tx, q, "2026-03", 20);
    store::Organisations(tx).merge(world.garden, world.workshop);
    CHECK(Placements(tx).find(p.id)->employer == world.workshop);
    const auto months = store::ExecutionHours(tx).months({.performer = world.workshop});
    REQUIRE(months.size() == 1);
    CHECK(months[0].worked == core::Hours::whole(120));
    CHECK(months[0].statements == 2);
}

TEST_CASE("a lot whose execution has begun keeps its import from being undone") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    world.placement(tx, world.a1, world.garden, world.person);
    const auto obstacles = store::ImportUndo(tx).obstacles({1});
    REQUIRE(obstacles.size() == 1);
    CHECK(obstacles[0].code == "lot_execute");
}
