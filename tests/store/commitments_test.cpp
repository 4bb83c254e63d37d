// What is owed on a lot keeps its whole history, and follows who owes it.
#include "clausier/store/commitments.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/execution_world.hpp"

using namespace clausier;
using domain::Commitment;
using domain::CommitmentVersion;
using domain::Role;
using domain::VersionKind;
using store::Commitments;
using tests::day;

namespace {

CommitmentVersion version(VersionKind kind, std::int64_t hours) {
    CommitmentVersion out;
    out.kind = kind;
    out.quantity = domain::Committed::whole(hours);
    out.since = day(2026, 3, 1);
    out.reason = "écrit au marché";
    out.reference = "CCAP 12";
    out.agreed_on = day(2026, 2, 1);
    out.at = tests::noon(21);
    out.actor = "compte/1";
    return out;
}

}  // namespace

TEST_CASE("a commitment is read back with every line of its history, in the order of writing") {
    tests::ExecutionWorld world;
    auto tx = world.whole.write();
    Commitments store(tx);
    Commitment one;
    one.lot = world.a1;
    one.holder = world.builders;
    one.on_invoices = {core::Euros::whole(3'000), core::Euros::whole(90'000), domain::ThresholdMode::allowance};
    one = store.save(one);
    one = store.add(one, version(VersionKind::minimum, 800));
    auto invoiced = version(VersionKind::invoiced, 60);
    invoiced.invoiced = core::Euros::whole(270'000);
    invoiced.replaces = 1;
    invoiced.confirmed = false;
    invoiced.taken_over = true;
    one = store.add(one, invoiced);
    const auto found = store.find(one.id);
    REQUIRE(found);
    CHECK(found->holder == world.builders);
    CHECK(found->on_invoices == one.on_invoices);
    CHECK(found->whole());
    CHECK(found->revision == 3);
    CHECK(found->versions == one.versions);
    CHECK(found->versions.at(1).rank == 2);
}

TEST_CASE("sub-goals come after the whole, a lot owes the same thing once, and a stale write is refused") {
    tests::ExecutionWorld world;
    auto tx = world.whole.write();
    Commitments store(tx);
    Commitment part;
    part.lot = world.a1;
    part.goal = "qpv";
    part = store.save(part);
    Commitment whole;
    whole.lot = world.a1;
    whole = store.save(whole);
    part.parent = whole.id;
    part.share = core::Rate::of(2'000);
    part = store.save(part);
    const auto all = store.of(world.a1);
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == whole.id);
    CHECK(all[1].parent == whole.id);
    CHECK(all[1].share == core::Rate::of(2'000));
    Commitment again;
    again.lot = world.a1;
    CHECK(tests::refusal([&] { store.save(again); }).kind() == core::ErrorKind::conflict);
    whole.revision = 7;
    CHECK(tests::refusal([&] { store.add(whole, version(VersionKind::minimum, 8)); }).kind() ==
          core::ErrorKind::conflict);
    CHECK(store.find(whole.id)->versions.empty());
}

TEST_CASE("commitments are those of the lots one sees") {
    tests::ExecutionWorld world;
    std::optional<store::Transaction> writing(world.whole.write());
    auto& tx = *writing;
    Commitment one;
    one.lot = world.a1;
    const auto id = Commitments(tx).save(one).id;
    tx.commit();
    writing.reset();
    const auto sees = [&](Role role, domain::Id<domain::Organisation> organisation) {
        auto base = world.as(role, organisation);
        auto reading = base.read();
        const bool found = Commitments(reading).find(id).has_value();
        CHECK(found == !Commitments(reading).of(world.a1).empty());
        return found;
    };
    CHECK(sees(Role::facilitator, world.opcs));
    CHECK(sees(Role::buyer, world.town));
    CHECK(sees(Role::company, world.builders));
    CHECK_FALSE(sees(Role::facilitator, world.other_opcs));
    CHECK_FALSE(sees(Role::buyer, world.port));
    CHECK_FALSE(sees(Role::company, world.painters));
    CHECK_FALSE(sees(Role::prescriber, world.mission));
}

TEST_CASE("what a merged organisation owed is owed by the one that is left, unless both owe the same thing") {
    tests::ExecutionWorld world;
    auto tx = world.whole.write();
    Commitments store(tx);
    Commitment one;
    one.lot = world.a1;
    one.holder = world.painters;
    one = store.save(one);
    store::Organisations(tx).merge(world.painters, world.builders);
    CHECK(store.find(one.id)->holder == world.builders);
    Commitment other;
    other.lot = world.a1;
    other.holder = world.garden;
    store.save(other);
    const auto error = tests::refusal([&] { store::Organisations(tx).merge(world.garden, world.builders); });
    CHECK(error.kind() == core::ErrorKind::conflict);
    CHECK(error.issues().at(0).where == "marché A, lot 1");
}
