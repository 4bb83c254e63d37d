// A month declared, sent, validated by one of two, refused, and corrected.
#include "clausier/app/hours.hpp"

#include <catch2/catch_test_macros.hpp>

#include "execution_world.hpp"

using namespace clausier;
using core::ErrorKind;
using core::Hours;
using domain::Role;
using domain::StatementState;
using tests::day;
using tests::ExecutionWorld;
using tests::month;
using tests::worked;

namespace {

app::HoursDraft draft(const domain::Placement& p, const char* when, std::int64_t hours, bool send = true) {
    return {p.id, month(when), worked(hours), "", "", send, {}};
}

}  // namespace

TEST_CASE("a month is declared by who employs, and validated by who follows the lot, never by the same role") {
    ExecutionWorld world;
    const auto p = world.works(world.paint);
    auto structure = world.as(Role::structure, world.garden, 4);
    auto facilitator = world.as(Role::facilitator, world.opcs, 1);
    const auto done =
        app::declare_hours(structure.session, structure.base, {draft(p, "2026-05", 60)}, world.reference).front();
    CHECK(done.changed);
    CHECK(done.statement.state == StatementState::sent);
    CHECK(done.statement.declared_by == "compte/4");
    CHECK(done.statement.declared_on == day("2026-11-21"));
    const app::ReadStatement read{done.statement.id, done.statement.revision};
    CHECK(tests::refusal([&] {
              app::pass_statements(structure.session, structure.base, {read}, StatementState::validated, "");
          }).kind() == ErrorKind::forbidden);
    const auto validated =
        app::pass_statements(facilitator.session, facilitator.base, {read}, StatementState::validated, "").front();
    CHECK(validated.state == StatementState::validated);
    CHECK(validated.decided_by == "compte/1");
    CHECK(world.journal() == "mise.ouvrir mise/1\nreleve.transmettre releve/1\nreleve.valide releve/1\n");
}

TEST_CASE("of two facilitators who decide at once one wins, and the other sees both values") {
    ExecutionWorld world;
    const auto p = world.works(world.paint);
    const auto sent = world.declares(p, "2026-05", 60);
    const auto other = world.declares(p, "2026-06", 50);
    auto first = world.as(Role::facilitator, world.opcs, 1);
    auto second = world.as(Role::facilitator, world.opcs, 2);
    const std::vector<app::ReadStatement> both{{sent.id, sent.revision}, {other.id, other.revision}};
    app::pass_statements(first.session, first.base, {both[0]}, StatementState::to_correct, "la feuille dit 50 h");
    const auto error =
        tests::refusal([&] { app::pass_statements(second.session, second.base, both, StatementState::validated, ""); });
    CHECK(error.kind() == ErrorKind::conflict);
    REQUIRE(error.issues().size() == 1);
    const std::string& text = error.issues()[0].text;
    CHECK(text.find("à corriger") != std::string::npos);
    CHECK(text.find("la feuille dit 50 h") != std::string::npos);
    CHECK(text.find("« validé »") != std::string::npos);
    // All or none: the other statement was not validated either.
    CHECK(app::statement(world.base, other.id).entry.statement.state == StatementState::sent);
}

TEST_CASE("the same declared twice changes nothing; another figure goes over what may still be written") {
    ExecutionWorld world;
    const auto p = world.works(world.paint);
    const auto typed =
        app::declare_hours(world.everybody(), world.base, {draft(p, "2026-05", 60, false)}, world.reference).front();
    CHECK(typed.statement.state == StatementState::entered);
    const auto again =
        app::declare_hours(world.everybody(), world.base, {draft(p, "2026-05", 60, false)}, world.reference).front();
    CHECK_FALSE(again.changed);
    CHECK(again.statement.revision == typed.statement.revision);
    auto next = draft(p, "2026-05", 70);
    next.revision = typed.statement.revision + 1;
    const auto error =
        tests::refusal([&] { app::declare_hours(world.everybody(), world.base, {next}, world.reference); });
    CHECK(error.kind() == ErrorKind::conflict);
    CHECK(error.issues().at(0).text.find("60") != std::string::npos);
    CHECK(error.issues().at(0).text.find("70") != std::string::npos);
    next.revision = typed.statement.revision;
    const auto sent = app::declare_hours(world.everybody(), world.base, {next}, world.reference).front();
    CHECK(sent.statement.id == typed.statement.id);
    CHECK(sent.statement.total() == Hours::whole(70));
    CHECK_FALSE(
        app::declare_hours(world.everybody(), world.base, {draft(p, "2026-05", 70)}, world.reference).front().changed);
    CHECK(tests::refusal([&] {
              app::declare_hours(world.everybody(), world.base, {draft(p, "2026-05", 71)}, world.reference);
          }).kind() == ErrorKind::conflict);
    CHECK(app::statements(world.base, {}).total == 1);
    // What was given back and is right all the same is sent again.
    world.passes(sent.statement, StatementState::to_correct, "la feuille manque");
    CHECK(app::declare_hours(world.everybody(), world.base, {draft(p, "2026-05", 70)}, world.reference)
              .front()
              .statement.state == StatementState::sent);
}

TEST_CASE("the impossible is refused with its rank, and then none is written; the unusual is kept and told") {
    ExecutionWorld world;
    const auto p = world.works(world.paint);
    const auto error = tests::refusal([&] {
        app::declare_hours(world.everybody(), world.base,
                           {draft(p, "2026-05", 60), draft(p, "2026-03", 10), draft(p, "2026-06", 721)},
                           world.reference);
    });
    CHECK(error.kind() == ErrorKind::invalid);
    CHECK(error.issues().front().where == "2.mois");
    CHECK(error.issues().back().where == "3.heures");
    CHECK(app::statements(world.base, {}).total == 0);
    const auto much =
        app::declare_hours(world.everybody(), world.base, {draft(p, "2026-05", 180)}, world.reference).front();
    CHECK(std::any_of(much.remarks.begin(), much.remarks.end(),
                      [](const core::Issue& issue) { return issue.code == "mois_charge"; }));
}

TEST_CASE("another's placement is not there, and one that only shows is not declared for") {
    ExecutionWorld world;
    const auto p = world.works(world.paint);
    auto holder = world.as(Role::company, world.builders);
    CHECK(tests::refusal([&] {
              app::declare_hours(holder.session, holder.base, {draft(p, "2026-05", 60)}, world.reference);
          }).kind() == ErrorKind::forbidden);
    auto stranger = world.as(Role::structure, world.other_opcs);
    CHECK(tests::refusal([&] {
              app::declare_hours(stranger.session, stranger.base, {draft(p, "2026-05", 60)}, world.reference);
          }).kind() == ErrorKind::not_found);
    auto buyer = world.as(Role::buyer, world.town);
    CHECK(app::statements(buyer.base, {}).total == 0);
}

TEST_CASE("a validated statement is taken back by a reverse entry, and the right hours take its place") {
    ExecutionWorld world;
    world.owes(world.paint, 100);
    const auto p = world.works(world.paint);
    const auto s = world.passes(world.declares(p, "2026-05", 80), StatementState::validated);
    const app::ReadStatement read{s.id, s.revision};
    CHECK(tests::refusal([&] {
              app::correct_statement(world.everybody(), world.base, read, " ", worked(60), world.reference);
          }).kind() == ErrorKind::invalid);
    const auto done = app::correct_statement(world.everybody(), world.base, read, "la feuille signée dit 60 h",
                                             worked(60), world.reference);
    CHECK(done.reverse.total() == Hours::whole(-80));
    CHECK(done.reverse.state == StatementState::validated);
    REQUIRE(done.right);
    CHECK(done.right->state == StatementState::sent);
    CHECK(world.progress(world.paint).whole.validated == domain::Committed{});
    CHECK(world.progress(world.paint).whole.declared == domain::Committed::whole(60));
    world.passes(*done.right, StatementState::validated);
    CHECK(world.progress(world.paint).whole.validated == domain::Committed::whole(60));
    CHECK(tests::refusal([&] {
              app::correct_statement(world.everybody(), world.base, read, "encore", {}, world.reference);
          }).kind() == ErrorKind::conflict);
    CHECK(app::statements(world.base, {.placement = p.id}).hours == Hours::whole(60));
}

TEST_CASE("who declares takes back what is sent and not looked at yet") {
    ExecutionWorld world;
    const auto p = world.works(world.paint);
    auto structure = world.as(Role::structure, world.garden, 4);
    auto s = app::declare_hours(structure.session, structure.base, {draft(p, "2026-05", 60)}, world.reference)
                 .front()
                 .statement;
    s = app::pass_statements(structure.session, structure.base, {{s.id, s.revision}}, StatementState::entered, "")
            .front();
    CHECK_FALSE(s.declared_on);
    CHECK(app::declare_hours(structure.session, structure.base, {draft(p, "2026-05", 55)}, world.reference)
              .front()
              .statement.total() == Hours::whole(55));
}
