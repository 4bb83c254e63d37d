// What is owed on a lot, how far it is, and what locks it.
#include "clausier/app/executions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "execution_world.hpp"

using namespace clausier;
using core::ErrorKind;
using core::Hours;
using domain::Committed;
using domain::ExecutionState;
using domain::Role;
using domain::StatementState;
using domain::VersionKind;
using tests::day;
using tests::ExecutionWorld;

TEST_CASE("a commitment grows by versions; a version written on an old reading is refused with the last one") {
    ExecutionWorld world;
    const auto one = world.owes(world.paint, 800);
    CHECK(world.progress(world.paint).whole.due == Committed::whole(800));
    auto offered = ExecutionWorld::minimum(900);
    offered.kind = VersionKind::offered;
    const auto two = app::add_version(world.everybody(), world.base, one.id, one.revision, offered);
    CHECK(two.versions.size() == 2);
    CHECK(world.progress(world.paint).whole.due == Committed::whole(900));
    const auto error =
        tests::refusal([&] { app::add_version(world.everybody(), world.base, one.id, one.revision, offered); });
    CHECK(error.kind() == ErrorKind::conflict);
    CHECK(error.issues().at(0).text.find("900") != std::string::npos);
    CHECK(tests::refusal([&] { world.owes(world.paint, 5); }).kind() == ErrorKind::conflict);
    CHECK(world.journal() == "engagement.creer engagement/1\nengagement.version engagement/1\n");
}

TEST_CASE("an amendment without reason is refused, and nothing is written") {
    ExecutionWorld world;
    const auto one = world.owes(world.paint, 800);
    auto amended = ExecutionWorld::minimum(700);
    amended.kind = VersionKind::amended;
    CHECK(tests::refusal([&] {
              app::add_version(world.everybody(), world.base, one.id, one.revision, amended);
          }).kind() == ErrorKind::invalid);
    CHECK(app::commitment(world.base, one.id).versions.size() == 1);
}

TEST_CASE("a social security number is refused wherever one writes") {
    ExecutionWorld world;
    const auto one = world.owes(world.paint, 800);
    auto version = ExecutionWorld::minimum(900);
    version.reason = "pour 1 85 99 78 006 084 43";
    const auto error =
        tests::refusal([&] { app::add_version(world.everybody(), world.base, one.id, one.revision, version); });
    CHECK(error.kind() == ErrorKind::invalid);
    CHECK(error.issues().at(0).code == "nir");
}

TEST_CASE("the state of a lot follows its order of service, its hours and its certificate") {
    ExecutionWorld world;
    world.owes(world.paint, 100);
    CHECK(world.progress(world.paint).state.state == ExecutionState::awarded);
    app::add_order(world.everybody(), world.base,
                   {{}, world.paint, domain::OrderKind::start, day("2026-04-01"), "OS 1", 0});
    auto execution = app::lot_execution(world.base, world.paint, world.reference, day("2026-11-21")).execution;
    execution.ends_on = day("2027-03-31");
    app::save_execution(world.everybody(), world.base, execution);
    CHECK(world.progress(world.paint).state.state == ExecutionState::late);
    CHECK(world.progress(world.paint, "2026-03-31").state.state == ExecutionState::awarded);
    auto halt = app::save_stoppage(world.everybody(), world.base,
                                   {{}, world.paint, day("2026-11-01"), {}, "intempéries", "", 0});
    CHECK(world.progress(world.paint).state.state == ExecutionState::suspended);
    halt.to = day("2026-11-15");
    app::save_stoppage(world.everybody(), world.base, halt);
    const auto s = world.passes(world.declares(world.works(world.paint), "2026-05", 100), StatementState::validated);
    CHECK(world.progress(world.paint).state.state == ExecutionState::settled);
    domain::Certificate certificate;
    certificate.lot = world.paint;
    certificate.until = day("2026-10-31");
    certificate.issued_on = day("2026-11-21");
    certificate.final = true;
    certificate = app::certify(world.everybody(), world.base, certificate, world.reference);
    CHECK(certificate.validated == Hours::whole(100));
    CHECK(world.progress(world.paint).state.state == ExecutionState::certified);
    // What it covers changes no more, but by a reverse entry.
    const auto locked = app::statement(world.base, s.id).entry.statement;
    CHECK(locked.certificate == certificate.id);
    CHECK(tests::refusal([&] { world.passes(locked, StatementState::to_correct, "erreur"); }).kind() ==
          ErrorKind::conflict);
    CHECK_FALSE(
        tests::refusal([&] { world.declares(app::placement(world.base, locked.placement).placement, "2026-06", 5); })
            .issues()
            .empty());
    app::correct_statement(world.everybody(), world.base, {locked.id, locked.revision}, "saisie en double", {},
                           world.reference);
    CHECK(world.progress(world.paint).whole.validated == Committed{});
}

TEST_CASE("a sub-goal counts its own people, and a lot is not settled while one is open") {
    ExecutionWorld world;
    const auto whole = world.owes(world.paint, 100);
    domain::Commitment part;
    part.lot = world.paint;
    part.goal = "qpv";
    part.parent = whole.id;
    part.share = core::Rate::of(5'000);
    app::add_commitment(world.everybody(), world.base, part, ExecutionWorld::minimum(50));
    auto resident = world.drafted(world.paint);
    resident.participant = {};
    {
        store::Transaction tx = world.base.write();
        domain::Participant other;
        other.pseudonym = "P-BBBB-02";
        other.opcs = world.opcs;
        other.declared_by = world.garden;
        other.created_on = day("2026-03-01");
        resident.participant = store::Participants(tx).add(other).id;
        tx.commit();
    }
    resident.criteria = {{domain::CriterionSource::market, "qpv_resident", "justificatif d’adresse", day("2026-03-20"),
                          "compte/7", day("2026-03-25")}};
    const auto opened = app::open_placement(world.everybody(), world.base, resident, world.reference);
    REQUIRE(opened.placement.eligibility->eligible);
    world.passes(world.declares(world.works(world.paint), "2026-05", 100), StatementState::validated);
    world.passes(world.declares(opened.placement, "2026-05", 30), StatementState::validated);
    const auto progress = world.progress(world.paint);
    REQUIRE(progress.standings.size() == 2);
    CHECK(progress.standings[0].progress.validated == Committed::whole(130));
    CHECK(progress.standings[1].progress.validated == Committed::whole(30));
    CHECK(progress.standings[1].progress.due == Committed::whole(50));
    CHECK(progress.state.state != ExecutionState::settled);
}

TEST_CASE("who sees the lot has its sums, sub-goals included; another's lot is not there") {
    ExecutionWorld world;
    world.owes(world.paint, 100);
    world.passes(world.declares(world.works(world.paint), "2026-05", 40), StatementState::validated);
    auto buyer = world.as(Role::buyer, world.town);
    CHECK(app::lot_execution(buyer.base, world.paint, world.reference, day("2026-11-21")).progress.whole.validated ==
          Committed::whole(40));
    auto stranger = world.as(Role::facilitator, world.other_opcs);
    CHECK(tests::refusal([&] {
              app::lot_execution(stranger.base, world.paint, world.reference, day("2026-11-21"));
          }).kind() == ErrorKind::not_found);
    domain::Commitment one;
    one.lot = world.walls;
    CHECK(tests::refusal([&] {
              app::add_commitment(stranger.session, stranger.base, one, ExecutionWorld::minimum(5));
          }).kind() == ErrorKind::not_found);
}

TEST_CASE("what the one cedes the other owes, by written agreement; a surplus alone goes to another lot") {
    ExecutionWorld world;
    const auto paint = world.owes(world.paint, 100);
    const auto walls = world.owes(world.walls, 200);
    domain::Transfer transfer{Committed::whole(30), day("2026-06-01"), day("2026-05-20"), "accord 3", "excédent"};
    CHECK(tests::refusal([&] {
              app::transfer_commitment(world.everybody(), world.base, paint.id, walls.id, transfer, world.reference);
          }).kind() == ErrorKind::invalid);
    world.passes(world.declares(world.works(world.paint), "2026-05", 140), StatementState::validated);
    const auto moved =
        app::transfer_commitment(world.everybody(), world.base, paint.id, walls.id, transfer, world.reference);
    CHECK(moved.into.versions.back().kind == VersionKind::carried_in);
    CHECK(world.progress(world.walls).whole.due == Committed::whole(170));
    CHECK(world.progress(world.paint).whole.surplus == Committed::whole(10));
}

TEST_CASE("a penalty goes from the difficulty to the buyer's decision, step by step") {
    ExecutionWorld world;
    world.owes(world.paint, 100);
    domain::PenaltyStep step;
    step.lot = world.paint;
    step.holder = world.builders;
    step.stage = domain::PenaltyStage::formal_notice;
    step.on = day("2026-11-02");
    CHECK(tests::refusal([&] { app::add_penalty_step(world.everybody(), world.base, step); }).kind() ==
          ErrorKind::invalid);
    step.stage = domain::PenaltyStage::reported;
    step.reason = "aucune heure depuis avril";
    app::add_penalty_step(world.everybody(), world.base, step);
    CHECK(app::lot_execution(world.base, world.paint, world.reference, day("2026-11-21")).penalties.size() == 1);
}

TEST_CASE("a plan is a holder's, and counting rules those of the market") {
    ExecutionWorld world;
    domain::HolderPlan plan{
        {}, world.paint, world.garden, day("2026-03-20"), {{tests::month("2026-05"), Hours::whole(50), "", {}, ""}}, 0};
    CHECK(tests::refusal([&] { app::add_plan(world.everybody(), world.base, plan); }).kind() == ErrorKind::invalid);
    plan.holder = world.builders;
    CHECK(app::add_plan(world.everybody(), world.base, plan).revision == 1);
    domain::CountingRules rules;
    rules.training = false;
    app::set_counting_rules(world.everybody(), world.base, world.market, rules);
    CHECK_FALSE(app::counting_rules(world.base, world.market).training);
    world.owes(world.paint, 100);
    const auto p = world.works(world.paint);
    const auto s =
        app::declare_hours(
            world.everybody(), world.base,
            {{p.id,
              tests::month("2026-05"),
              {{domain::HourNature::worked, Hours::whole(60)}, {domain::HourNature::training, Hours::whole(7)}},
              "",
              "",
              true,
              {}}},
            world.reference)
            .front()
            .statement;
    world.passes(s, StatementState::validated);
    CHECK(world.progress(world.paint).whole.validated == Committed::whole(60));
}
