// Evidence of hours: a payslip without a file, a scan with its day of destruction, shown to few.
#include "clausier/store/statement_evidence.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/execution_world.hpp"

using namespace clausier;
using domain::Evidence;
using domain::EvidenceKind;
using store::StatementEvidence;
using tests::day;
using tests::ExecutionWorld;

TEST_CASE("a payslip seen keeps no file, a scan its confirmed masking; the base itself refuses otherwise") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    StatementEvidence store(tx);
    const auto s =
        ExecutionWorld::statement(tx, world.placement(tx, world.a1, world.garden, world.person), "2026-03", 10);
    const std::string hash(64, 'b');
    tx.run("INSERT INTO pieces (hash, name, size, at) VALUES (?, 'scan.pdf', 10, '2026-11-21T08:00:00Z')", hash);
    Evidence seen;
    seen.statement = s.id;
    seen.kind = EvidenceKind::payslip_seen;
    seen.seen_by = "compte/1";
    seen.seen_on = day(2026, 4, 5);
    store.add(seen);
    Evidence scan;
    scan.statement = s.id;
    scan.kind = EvidenceKind::masked_scan;
    scan.piece = hash;
    scan.media_type = "application/pdf";
    scan.size = 10;
    CHECK(tests::refusal([&] { store.add(scan); }).kind() != core::ErrorKind::unavailable);
    scan.masking_confirmed = true;
    scan.destroy_on = day(2026, 11, 20);
    scan = store.add(scan);
    auto with_file = seen;
    with_file.piece = hash;
    CHECK(tests::refusal([&] { store.add(with_file); }).kind() != core::ErrorKind::unavailable);
    const auto all = store.of(s.id);
    REQUIRE(all.size() == 2);
    CHECK(all[0].seen_on == day(2026, 4, 5));
    CHECK(all[0].piece.empty());
    CHECK(all[1].piece == hash);
    CHECK(all[1].destroy_on == day(2026, 11, 20));
    CHECK(store.to_destroy(day(2026, 11, 19)).empty());
    REQUIRE(store.to_destroy(day(2026, 11, 21)).size() == 1);
    store.destroyed(scan.id, day(2026, 11, 21));
    CHECK(store.to_destroy(day(2026, 11, 21)).empty());
    CHECK(store.of(s.id)[1].destroyed_on == day(2026, 11, 21));
    CHECK(store.of(s.id)[1].piece.empty());
}

TEST_CASE("evidence is for who declares and who validates") {
    ExecutionWorld world;
    std::optional<store::Transaction> writing(world.whole.write());
    auto& tx = *writing;
    const auto s =
        ExecutionWorld::statement(tx, world.placement(tx, world.a1, world.garden, world.person), "2026-03", 10);
    Evidence seen;
    seen.statement = s.id;
    seen.kind = EvidenceKind::payslip_seen;
    seen.seen_by = "compte/1";
    seen.seen_on = day(2026, 4, 5);
    StatementEvidence(tx).add(seen);
    tx.commit();
    writing.reset();
    const auto told = [&](domain::Role role, ExecutionWorld::Org organisation) {
        auto base = world.as(role, organisation);
        auto reading = base.read();
        return StatementEvidence(reading).of(s.id).size();
    };
    CHECK(told(domain::Role::facilitator, world.opcs) == 1);
    CHECK(told(domain::Role::structure, world.garden) == 1);
    CHECK(told(domain::Role::company, world.builders) == 0);
    CHECK(told(domain::Role::network, world.network) == 0);
}
