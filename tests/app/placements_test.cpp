// Placements are opened and judged, frozen, shared, and kept to those who may.
#include "clausier/app/placements.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/app/privacy.hpp"
#include "execution_world.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Role;
using domain::StatementState;
using tests::day;
using tests::ExecutionWorld;
using tests::month;

TEST_CASE("who enters is judged that day, and what it was judged on changes no more") {
    ExecutionWorld world;
    const auto opened = app::open_placement(world.everybody(), world.base, world.drafted(world.paint), world.reference);
    CHECK(opened.placement.holder == world.builders);
    REQUIRE(opened.placement.eligibility);
    CHECK(opened.placement.eligibility->eligible);
    auto changed = opened.placement;
    changed.ended_on = day("2026-09-30");
    changed = app::change_placement(world.everybody(), world.base, changed, world.reference).placement;
    CHECK(app::placement(world.base, changed.id).placement.ended_on == day("2026-09-30"));
    changed.criteria.clear();
    CHECK(tests::refusal([&] {
              app::change_placement(world.everybody(), world.base, changed, world.reference);
          }).kind() == ErrorKind::invalid);
    auto stale = opened.placement;
    stale.job = "Peintre";
    CHECK(tests::refusal([&] {
              app::change_placement(world.everybody(), world.base, stale, world.reference);
          }).kind() == ErrorKind::conflict);
    CHECK(world.journal() == "mise.ouvrir mise/1\nmise.modifier mise/1\n");
}

TEST_CASE("without a criterion somebody is kept, not eligible, and said so; the impossible is refused") {
    ExecutionWorld world;
    auto draft = world.drafted(world.paint);
    draft.criteria.clear();
    const auto opened = app::open_placement(world.everybody(), world.base, draft, world.reference);
    CHECK_FALSE(opened.placement.eligibility->eligible);
    CHECK_FALSE(opened.remarks.empty());
    draft.ended_on = day("2026-03-31");
    draft.holder = world.garden;
    const auto error =
        tests::refusal([&] { app::open_placement(world.everybody(), world.base, draft, world.reference); });
    CHECK(error.kind() == ErrorKind::invalid);
    const auto names = [&](const char* field) {
        return std::any_of(error.issues().begin(), error.issues().end(),
                           [&](const core::Issue& issue) { return issue.where == field; });
    };
    CHECK(names("fin"));
    CHECK(names("titulaire"));
}

TEST_CASE("a structure opens what it employs itself, on a lot that it sees, and nothing else") {
    ExecutionWorld world;
    auto company = world.as(Role::company, world.builders);
    auto draft = world.drafted(world.paint);
    // It holds the lot and does not employ the person.
    draft.participant = {};
    draft.people = 1;
    draft.taken_over_on = day("2026-10-01");
    CHECK(tests::refusal([&] { app::open_placement(company.session, company.base, draft, world.reference); }).kind() ==
          ErrorKind::forbidden);
    CHECK(app::placements(world.base, {}).total == 0);
    draft.employer = world.builders;
    app::open_placement(company.session, company.base, draft, world.reference);
    CHECK(app::placements(company.base, {}).total == 1);
    auto stranger = world.as(Role::structure, world.garden);
    CHECK(app::placements(stranger.base, {}).total == 0);
    CHECK(tests::refusal([&] {
              app::open_placement(stranger.session, stranger.base, draft, world.reference);
          }).kind() == ErrorKind::not_found);
}

TEST_CASE("a shared placement gives each lot its part of the hours, those declared before included, to the hundredth") {
    ExecutionWorld world;
    world.owes(world.paint, 100);
    world.owes(world.walls, 100);
    const auto p = world.works(world.paint);
    world.passes(world.declares(p, "2026-04", 70), StatementState::validated);
    world.passes(world.declares(p, "2026-05", 101), StatementState::validated);
    domain::Globalisation agreement{p.id,
                                    {{world.paint, core::Rate::of(6'667)}, {world.walls, core::Rate::of(3'333)}},
                                    day("2026-04-15"),
                                    "accord 3",
                                    month("2026-05")};
    auto wrong = agreement;
    wrong.shares[1].key = core::Rate::of(3'000);
    CHECK(tests::refusal([&] { app::share_placement(world.everybody(), world.base, wrong, world.reference); }).kind() ==
          ErrorKind::invalid);
    app::share_placement(world.everybody(), world.base, agreement, world.reference);
    const auto here = world.progress(world.paint).whole.validated;
    const auto there = world.progress(world.walls).whole.validated;
    CHECK(here + there == domain::Committed::whole(171));
    CHECK(there == domain::Committed::of(3'366));
    // An hour is never counted twice: the whole of what is declared is the sum of both lots.
    const auto s = world.passes(world.declares(p, "2026-06", 33), StatementState::validated);
    const auto lines = app::statement(world.base, s.id).lines;
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].hours + lines[1].hours == core::Hours::whole(33));
    auto structure = world.as(Role::structure, world.garden);
    CHECK(tests::refusal([&] {
              app::share_placement(structure.session, structure.base, agreement, world.reference);
          }).kind() == ErrorKind::forbidden);
}

TEST_CASE("an export tells the placements of the person and the hours declared, whoever follows the lot") {
    ExecutionWorld world;
    const auto work = world.works(world.paint);
    world.declares(work, "2026-05", 70);
    world.declares(work, "2026-06", 35);
    // Of the OPCS of the person, and of no lot of hers.
    {
        store::Transaction tx = world.base.write();
        store::OrganisationLinks(tx).set_opcs(world.paint, {{world.other_opcs, true}});
        tx.commit();
    }
    auto facilitator = world.as(Role::facilitator, world.opcs);
    const auto file = app::export_person(facilitator.session, facilitator.base, world.person);
    REQUIRE(file.records.size() == 1);
    REQUIRE(file.records[0].placements.size() == 1);
    const auto& kept = file.records[0].placements[0];
    CHECK(kept.line.placement.id == work.id);
    REQUIRE(kept.line.placement.criteria.size() == 1);
    CHECK(kept.line.placement.criteria[0].proof == "attestation de RSA");
    REQUIRE(kept.statements.entries.size() == 2);
    CHECK(kept.statements.hours == core::Hours::whole(105));
}
