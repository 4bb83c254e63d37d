// Statements of hours are read back, listed, and weighed against what is declared elsewhere.
#include "clausier/store/hours_statements.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/execution_world.hpp"

using namespace clausier;
using core::Hours;
using domain::HourNature;
using domain::HoursStatement;
using domain::StatementState;
using store::HoursStatements;
using tests::day;
using tests::ExecutionWorld;

namespace {

domain::Month month(const char* text) { return domain::Month::parse(text).value(); }

// What takes a statement back.
HoursStatement reversed(store::Transaction& tx, const HoursStatement& of, StatementState state) {
    HoursStatement out;
    out.placement = of.placement;
    out.month = of.month;
    out.reverse_of = of.id;
    out.state = state;
    out.declared_by = "compte/1";
    auto lines = HoursStatements(tx).lines(of.id);
    for (auto& line : lines) line.hours = Hours{} - line.hours;
    return HoursStatements(tx).save(out, lines);
}

}  // namespace

TEST_CASE("a statement is read back with its lines summed by nature, and each line by lot") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    HoursStatements store(tx);
    const auto p = world.placement(tx, world.a1, world.garden, world.person);
    HoursStatement s;
    s.placement = p.id;
    s.month = month("2026-04");
    s.unusual_reason = "chantier de nuit";
    s.note = "avec le chef de chantier";
    s.declared_by = "compte/4";
    s.declared_on = day(2026, 5, 2);
    const std::vector<domain::KeptLine> lines{{world.a1, HourNature::worked, Hours::of(6'050), "compte"},
                                              {world.a1, HourNature::training, Hours::of(0), "compte"},
                                              {world.a2, HourNature::worked, Hours::of(4'033), "reserve"},
                                              {world.a2, HourNature::paid_not_worked, Hours::of(700), "nature"}};
    s = store.save(s, lines);
    const auto entry = store.entry(s.id);
    REQUIRE(entry);
    CHECK(entry->statement.lines == std::vector<domain::StatementLine>{{HourNature::worked, Hours::of(10'083)},
                                                                       {HourNature::paid_not_worked, Hours::of(700)}});
    CHECK(entry->statement.total() == Hours::of(10'783));
    CHECK(entry->statement.unusual_reason == "chantier de nuit");
    CHECK(entry->statement.note == "avec le chef de chantier");
    CHECK(entry->statement.declared_on == day(2026, 5, 2));
    CHECK(entry->pseudonym == "P-AAAA-01");
    CHECK(entry->employer_id == world.garden);
    CHECK(domain::label(entry->lot) == "marché A, lot 1");
    CHECK(store.lines(s.id) == std::vector<domain::KeptLine>{lines[0], lines[2], lines[3]});
    s.state = StatementState::rejected;
    s.refusal_reason = "en double";
    s.decided_by = "compte/1";
    s.decided_on = day(2026, 5, 3);
    s = store.save(s);
    CHECK(store.find(s.id)->refusal_reason == "en double");
    CHECK(store.find(s.id)->decided_on == day(2026, 5, 3));
    CHECK(store.lines(s.id).size() == 3);
    --s.revision;
    CHECK(tests::refusal([&] { store.save(s); }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("lists by lot, employer, month and state, with the count and the hours of all of them") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    HoursStatements store(tx);
    const auto p = world.placement(tx, world.a1, world.garden, world.person);
    const auto q = world.placement(tx, world.b1, world.workshop, world.stranger);
    ExecutionWorld::statement(tx, p, "2026-03", 100, StatementState::validated);
    ExecutionWorld::statement(tx, p, "2026-04", 60);
    ExecutionWorld::statement(tx, q, "2026-04", 35);
    const auto all = store.list({.limit = 1});
    CHECK(all.total == 3);
    CHECK(all.hours == Hours::whole(195));
    REQUIRE(all.entries.size() == 1);
    CHECK(all.entries[0].statement.month == month("2026-04"));
    CHECK(store.list({.lot = world.a1}).hours == Hours::whole(160));
    CHECK(store.list({.placement = q.id}).total == 1);
    CHECK(store.list({.employer = world.garden, .month = month("2026-04")}).hours == Hours::whole(60));
    CHECK(store.list({.state = StatementState::validated}).total == 1);
    CHECK(store.list({.waiting = true}).hours == Hours::whole(95));
    CHECK(store.list({.limit = 5, .offset = 2}).entries.size() == 1);
}

TEST_CASE("what stands for a month is neither rejected nor taken back") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    HoursStatements store(tx);
    const auto p = world.placement(tx, world.a1, world.garden, world.person);
    const auto march = month("2026-03");
    CHECK_FALSE(store.standing(p.id, march));
    CHECK_FALSE(store.declared(p.id, march));
    ExecutionWorld::statement(tx, p, "2026-03", 10, StatementState::rejected);
    CHECK_FALSE(store.standing(p.id, march));
    const auto first = ExecutionWorld::statement(tx, p, "2026-03", 100, StatementState::validated);
    CHECK(store.standing(p.id, march)->id == first.id);
    const auto back = reversed(tx, first, StatementState::validated);
    CHECK(store.taken_back_by(first.id) == back.id);
    CHECK_FALSE(store.standing(p.id, march));
    CHECK(store.declared(p.id, march) == Hours{});
    const auto second = ExecutionWorld::statement(tx, p, "2026-03", 80);
    CHECK(store.standing(p.id, march)->id == second.id);
    CHECK(store.other_hours(p.id, march, second.id) == Hours{});
    CHECK(store.other_hours(p.id, march, {}) == Hours::whole(80));
    // A statement is taken back once.
    CHECK(tests::refusal([&] { reversed(tx, first, StatementState::entered); }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("hours of the same person elsewhere that month are found, whoever asks") {
    ExecutionWorld world;
    std::optional<store::Transaction> writing(world.whole.write());
    auto& tx = *writing;
    const auto here = world.placement(tx, world.a1, world.garden, world.person);
    const auto there = world.placement(tx, world.b1, world.workshop, world.person);
    const auto other = world.placement(tx, world.b1, world.workshop, world.stranger);
    ExecutionWorld::statement(tx, here, "2026-03", 100);
    ExecutionWorld::statement(tx, there, "2026-03", 30);
    ExecutionWorld::statement(tx, there, "2026-04", 7);
    ExecutionWorld::statement(tx, other, "2026-03", 50);
    tx.commit();
    writing.reset();
    auto base = world.as(domain::Role::structure, world.garden);
    auto reading = base.read();
    CHECK(HoursStatements(reading).elsewhere(here.id, month("2026-03")) == Hours::whole(30));
}
