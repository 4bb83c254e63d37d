// Access, erasure and holds, across every OPCS or one’s own; a restore does erasures again (TRUST 27 and 28).
#include "clausier/app/privacy.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/person_world.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Hold;
using domain::HoldKind;
using domain::Role;
using tests::PersonWorld;
using tests::refusal;

namespace {

Hold hold_on(domain::Id<domain::Participant> person, HoldKind kind, const char* until) {
    Hold out;
    out.participant = person;
    out.kind = kind;
    out.reason = "convention 2024-17";
    if (until) out.until = tests::day(until);
    return out;
}

}  // namespace

TEST_CASE("an export holds every record of the person, in every OPCS, merged ones included") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house, true);
    const auto twin = world.declare("un", world.north, world.garden);
    const auto far = world.declare("UN", world.south, world.garden);
    world.declare("Deux", world.south, world.garden);
    app::merge_people(world.everybody(), world.base, twin.id, one.id);
    app::hold(world.everybody(), world.base, hold_on(far.id, HoldKind::funding, "2031-12-31"));
    const auto file = app::export_person(world.everybody(), world.base, one.id);
    CHECK(file.elsewhere.empty());
    REQUIRE(file.records.size() == 3);
    CHECK(file.records[0].line.participant.pseudonym == one.pseudonym);
    CHECK(file.records[0].names == PersonWorld::named("Un"));
    CHECK(file.records[0].disabled_worker == true);
    CHECK(file.records[1].line.participant.pseudonym == twin.pseudonym);
    CHECK_FALSE(file.records[1].names.has_value());
    CHECK(file.records[2].names.has_value());
    CHECK(file.records[2].holds.size() == 1);
    REQUIRE(file.records[0].accesses.size() == 3);
    CHECK(file.records[0].accesses.back().action == "personne.exporter");
    auto other = world.as(Role::structure, world.mission);
    CHECK(refusal([&] { app::export_person(other.session, other.base, one.id); }).kind() == ErrorKind::not_found);
}

TEST_CASE("a false twin declared by another OPCS gives nothing of hers and erases nothing there") {
    PersonWorld world;
    const auto hers = world.declare("Un", world.south, world.garden, true);
    auto liar = world.as(Role::facilitator, world.north);
    const auto twin =
        app::declare_person(liar.session, liar.base, {PersonWorld::named("Un"), {}, world.north, {}}).participant;
    const auto file = app::export_person(liar.session, liar.base, twin.id);
    REQUIRE(file.records.size() == 1);
    CHECK(file.records[0].line.participant.pseudonym == twin.pseudonym);
    REQUIRE(file.elsewhere.size() == 1);
    CHECK(file.elsewhere[0].pseudonym == hers.pseudonym);
    CHECK(file.elsewhere[0].opcs == "OPCS du Sud inventé");
    app::hold(world.everybody(), world.base, hold_on(hers.id, HoldKind::litigation, nullptr));
    const auto erased = app::erase_person(liar.session, liar.base, twin.id);
    CHECK(erased.records == 1);
    REQUIRE(erased.elsewhere.size() == 1);
    CHECK(erased.elsewhere[0].pseudonym == hers.pseudonym);
    CHECK(world.journal(true).find("personne.demander_effacement personne/" + hers.pseudonym) != std::string::npos);
    CHECK(app::consult_names(world.everybody(), world.base, hers.id).given.reveal() == "Un");
    // Nor when a backup is restored.
    const auto list = app::erasures(world.base);
    REQUIRE(list.size() == 1);
    CHECK(list[0].pseudonym == twin.pseudonym);
    CHECK(list[0].name_tag.empty());
}

TEST_CASE("who manages privacy erases in every OPCS, as the command line does") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    const auto far = world.declare("un", world.south, world.garden);
    auto admin = world.admin();
    const auto erased = app::erase_person(admin.session, admin.base, one.id);
    CHECK(erased.records == 2);
    CHECK(erased.elsewhere.empty());
    CHECK(refusal([&] { app::consult_names(world.everybody(), world.base, far.id); }).kind() == ErrorKind::not_found);
}

TEST_CASE("an erasure reaches every OPCS; records, their count and the journal stay, under pseudonyms") {
    PersonWorld world;
    const auto one = world.declare("Zqun", world.north, world.house, true);
    const auto far = world.declare("zqun", world.south, world.garden);
    world.declare("Deux", world.south, world.garden);
    CHECK(app::erase_person(world.everybody(), world.base, one.id).records == 2);
    const auto all = app::people(world.everybody(), world.base, {}, 10);
    CHECK(all.total == 3);
    for (const auto& id : {one.id, far.id}) {
        CHECK(refusal([&] { app::consult_names(world.everybody(), world.base, id); }).kind() == ErrorKind::not_found);
        CHECK(app::consult_person(world.everybody(), world.base, id).line.participant.gone_because ==
              domain::Gone::erasure);
    }
    CHECK(app::recognise(world.everybody(), world.base, PersonWorld::named("zqun")).empty());
    CHECK(world.journal(true).find("personne.effacer personne/" + far.pseudonym) != std::string::npos);
    CHECK(refusal([&] { app::erase_person(world.everybody(), world.base, one.id); }).kind() == ErrorKind::not_found);
    REQUIRE(app::erasures(world.base).size() == 2);
}

TEST_CASE("a hold in any OPCS stands in the way of an erasure, until it is lifted") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    const auto far = world.declare("un", world.south, world.garden);
    const auto held = app::hold(world.everybody(), world.base, hold_on(far.id, HoldKind::litigation, nullptr));
    auto who = world.as(Role::facilitator, world.north);
    const auto refused = refusal([&] { app::erase_person(world.everybody(), world.base, one.id); });
    CHECK(refused.kind() == ErrorKind::conflict);
    CHECK(refused.issues().front().where == far.pseudonym);
    CHECK(app::consult_names(who.session, who.base, one.id).given.reveal() == "Un");
    CHECK(refusal([&] { app::lift(who.session, who.base, held.id); }).kind() == ErrorKind::not_found);
    app::lift(world.everybody(), world.base, held.id);
    CHECK(app::erase_person(world.everybody(), world.base, one.id).records == 2);
    CHECK(refusal([&] {
              app::hold(world.everybody(), world.base, hold_on(one.id, HoldKind::litigation, nullptr));
          }).kind() == ErrorKind::conflict);
}

TEST_CASE("a backup made before a merge loses the names that left with it, however they were spelled") {
    PersonWorld world;
    const auto kept = world.declare("Un", world.north, world.house);
    const auto other = world.declare("Hun", world.north, world.garden);
    PersonWorld before;
    std::vector<app::PersonId> old;
    {
        store::Transaction tx = before.base.write();
        store::Transaction now = world.base.read();
        for (domain::Participant copy : {kept, other}) {
            const auto id = copy.id;
            copy.id = {};
            old.push_back(store::Participants(tx).add(copy).id);
            store::Participants(tx).set_names(old.back(), *store::Participants(now).names(id),
                                              store::Participants(now).tag(id));
        }
        tx.commit();
    }
    app::merge_people(world.everybody(), world.base, other.id, kept.id);
    CHECK(app::erase_person(world.everybody(), world.base, kept.id).records == 1);
    CHECK(app::replay_erasures(before.everybody(), app::erasures(world.base), before.base) == 2);
    for (const auto id : old)
        CHECK(refusal([&] { app::consult_names(before.everybody(), before.base, id); }).kind() == ErrorKind::not_found);
}

TEST_CASE("a record merged before a transfer stays in the other OPCS, and keeps no erasure from reaching a backup") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    const auto merged = world.declare("UN", world.north, world.garden);
    app::merge_people(world.everybody(), world.base, merged.id, one.id);
    app::transfer_person(world.everybody(), world.base, one.id, world.south);
    auto south = world.as(Role::facilitator, world.south);
    const auto erased = app::erase_person(south.session, south.base, one.id);
    CHECK(erased.records == 1);
    CHECK(erased.elsewhere.empty());
    const auto list = app::erasures(world.base);
    REQUIRE(list.size() == 2);
    for (const auto& erasure : list) CHECK(erasure.name_tag.empty() == (erasure.pseudonym == merged.pseudonym));
}

TEST_CASE("a backup made before an erasure loses the names again when it is restored") {
    PersonWorld today;
    const auto one = today.declare("Un", today.north, today.house);
    const auto two = today.declare("Deux", today.north, today.house);
    // The backup: the same records, before the erasure, and one of the same person that was lost since.
    PersonWorld before;
    std::vector<domain::Participant> old;
    {
        store::Transaction tx = before.base.write();
        store::Participants people(tx);
        store::Transaction now = today.base.read();
        for (const auto& person : {one, two}) {
            domain::Participant copy = person;
            copy.id = {};
            old.push_back(people.add(copy));
            people.set_names(old.back().id, *store::Participants(now).names(person.id),
                             store::Participants(now).tag(person.id));
        }
        domain::Participant other = one;
        other.id = {};
        other.pseudonym = "P-ZZZZ-00";
        old.push_back(people.add(other));
        people.set_names(old.back().id, PersonWorld::named("Un"), store::Participants(now).tag(one.id));
        tx.commit();
    }
    app::erase_person(today.everybody(), today.base, one.id);
    const auto list = app::erasures(today.base);
    CHECK(app::replay_erasures(before.everybody(), list, before.base) == 2);
    CHECK(refusal([&] { app::consult_names(before.everybody(), before.base, old[0].id); }).kind() ==
          ErrorKind::not_found);
    CHECK(refusal([&] { app::consult_names(before.everybody(), before.base, old[2].id); }).kind() ==
          ErrorKind::not_found);
    CHECK(app::consult_names(before.everybody(), before.base, old[1].id).given.reveal() == "Deux");
    // Known from now on: nothing more to do, and somebody declared anew since is left alone.
    const auto again = before.declare("Un", before.north, before.house);
    CHECK(app::replay_erasures(before.everybody(), list, before.base) == 0);
    CHECK(app::consult_names(before.everybody(), before.base, again.id).given.reveal() == "Un");
}
