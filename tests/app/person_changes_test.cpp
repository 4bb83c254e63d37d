// People are declared whole or not at all, merged by somebody, and transferred by who follows them.
#include <catch2/catch_test_macros.hpp>

#include "app/person_world.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Role;
using tests::PersonWorld;
using tests::refusal;

TEST_CASE("one declares for one's own organisation, which need not be named") {
    PersonWorld world;
    auto opcs = world.as(Role::facilitator, world.north);
    const auto mine = app::declare_person(opcs.session, opcs.base, {PersonWorld::named("Un"), {}, {}, {}}).participant;
    CHECK(mine.opcs == world.north);
    CHECK(mine.declared_by == world.north);
    CHECK(refusal([&] {
              app::declare_person(opcs.session, opcs.base, {PersonWorld::named("Deux"), {}, world.south, {}});
          }).kind() == ErrorKind::forbidden);
    auto structure = world.as(Role::structure, world.house);
    const auto hers =
        app::declare_person(structure.session, structure.base, {PersonWorld::named("Trois"), {}, world.north, {}});
    CHECK(hers.participant.declared_by == world.house);
    CHECK(refusal([&] {
              app::declare_person(structure.session, structure.base, {PersonWorld::named("Quatre"), {}, {}, {}});
          })
              .issues()
              .front()
              .where == "opcs");
    for (auto& who : {world.as(Role::buyer, world.town), world.as(Role::network, world.north)}) {
        auto base = world.base.as(who.session.viewer);
        CHECK(refusal([&] {
                  app::declare_person(who.session, base, {PersonWorld::named("Cinq"), {}, world.north, world.house});
              }).kind() == ErrorKind::forbidden);
    }
    auto admin = world.admin();
    CHECK(refusal([&] {
              app::declare_person(admin.session, admin.base, {PersonWorld::named("Six"), {}, world.north, world.house});
          }).kind() == ErrorKind::forbidden);
    CHECK(app::people(world.everybody(), world.base, {}, 10).total == 2);
}

TEST_CASE("only an OPCS follows people: another organisation is given none, by a declaration or a transfer") {
    PersonWorld world;
    const auto refused = [](auto act) {
        const auto error = refusal(act);
        CHECK(error.kind() == ErrorKind::invalid);
        CHECK(error.issues().front().where == "opcs");
        CHECK(error.issues().front().text.find("n’est pas une OPCS") != std::string::npos);
    };
    refused([&] {
        app::declare_person(world.everybody(), world.base, {PersonWorld::named("Un"), {}, world.town, world.house});
    });
    const auto one = world.declare("Un", world.north, world.house);
    refused([&] { app::transfer_person(world.everybody(), world.base, one.id, world.town); });
    CHECK(app::consult_person(world.everybody(), world.base, one.id).line.participant.opcs == world.north);
}

TEST_CASE("several people are declared together or not at all") {
    PersonWorld world;
    auto bad = PersonWorld::named("Deux");
    bad.born_on.reset();
    const auto refused = refusal([&] {
        app::declare_people(world.everybody(), world.base,
                            {{PersonWorld::named("Un"), {}, world.north, {}}, {bad, {}, world.north, {}}});
    });
    REQUIRE(refused.issues().size() == 1);
    CHECK(refused.issues()[0].where == "2.naissance");
    CHECK(app::people(world.everybody(), world.base, {}, 10).total == 0);
    const auto both = app::declare_people(
        world.everybody(), world.base,
        {{PersonWorld::named("Un"), {}, world.north, {}}, {PersonWorld::named("un"), {}, world.north, {}}});
    CHECK(both[1].twins.size() == 1);
    CHECK(both[0].participant.pseudonym != both[1].participant.pseudonym);
}

TEST_CASE("names are corrected by who read them last, and the tag follows") {
    PersonWorld world;
    auto who = world.as(Role::facilitator, world.north);
    const auto one = world.declare("Un", world.north, world.house);
    app::change_names(who.session, who.base, one.id, one.revision, PersonWorld::named("Une"));
    CHECK(app::recognise(who.session, who.base, PersonWorld::named("Une")).size() == 1);
    CHECK(app::recognise(who.session, who.base, PersonWorld::named("Un")).empty());
    CHECK(refusal([&] {
              app::change_names(who.session, who.base, one.id, one.revision, PersonWorld::named("Uno"));
          }).kind() == ErrorKind::conflict);
    CHECK(world.journal(true).find("personne.modifier_noms personne/" + one.pseudonym + " prenom\n") !=
          std::string::npos);
    auto admin = world.admin();
    CHECK(refusal([&] { app::change_names(admin.session, admin.base, one.id, 2, PersonWorld::named("Uno")); }).kind() ==
          ErrorKind::forbidden);
}

TEST_CASE("a match is proposed inside an OPCS; once merged, one record stands for both") {
    PersonWorld world;
    auto who = world.as(Role::facilitator, world.north);
    const auto one = world.declare("Élodie Anne", world.north, world.house, true);
    const auto two = world.declare("elodie-anne", world.north, world.garden);
    const auto far = world.declare("Élodie Anne", world.south, world.garden);
    REQUIRE(app::merge_proposals(who.base).size() == 1);
    app::end_path(who.session, who.base, two.id, tests::day("2026-09-30"));
    CHECK(refusal([&] { app::merge_people(world.everybody(), world.base, far.id, one.id); }).kind() ==
          ErrorKind::conflict);
    CHECK(refusal([&] { app::merge_people(who.session, who.base, one.id, one.id); }).kind() == ErrorKind::conflict);
    CHECK(refusal([&] { app::merge_people(who.session, who.base, far.id, one.id); }).kind() == ErrorKind::not_found);
    app::merge_people(who.session, who.base, one.id, two.id);
    CHECK(app::merge_proposals(who.base).empty());
    CHECK(app::people(who.session, who.base, {}, 10).total == 1);
    CHECK(app::consult_health(who.session, who.base, two.id) == true);
    const auto kept = app::consult_person(who.session, who.base, two.id);
    // She is still in the path of the record that was merged.
    CHECK_FALSE(kept.line.participant.path_ended_on.has_value());
    const auto old = app::consult_person(who.session, who.base, one.id);
    CHECK(old.merged_into == two.pseudonym);
    CHECK_FALSE(old.line.named);
    CHECK(refusal([&] { app::consult_names(who.session, who.base, one.id); }).kind() == ErrorKind::not_found);
    CHECK(refusal([&] { app::merge_people(who.session, who.base, one.id, two.id); }).kind() == ErrorKind::conflict);
}

TEST_CASE("the OPCS that follows a person hands her over, and sees her no more") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    auto north = world.as(Role::facilitator, world.north);
    auto south = world.as(Role::facilitator, world.south);
    auto house = world.as(Role::structure, world.house);
    CHECK(refusal([&] { app::transfer_person(house.session, house.base, one.id, world.south); }).kind() ==
          ErrorKind::forbidden);
    CHECK(refusal([&] { app::transfer_person(south.session, south.base, one.id, world.south); }).kind() ==
          ErrorKind::not_found);
    CHECK(refusal([&] { app::transfer_person(north.session, north.base, one.id, {77}); }).kind() ==
          ErrorKind::not_found);
    CHECK(refusal([&] { app::transfer_person(north.session, north.base, one.id, world.north); }).kind() ==
          ErrorKind::conflict);
    app::transfer_person(north.session, north.base, one.id, world.south);
    CHECK(refusal([&] { app::consult_person(north.session, north.base, one.id); }).kind() == ErrorKind::not_found);
    const auto sheet = app::consult_person(south.session, south.base, one.id);
    REQUIRE(sheet.transfers.size() == 1);
    CHECK(sheet.transfers[0].from == "OPCS du Nord inventé");
    // Who declared her still sees her.
    CHECK(app::consult_person(house.session, house.base, one.id).line.opcs == "OPCS du Sud inventé");
}

TEST_CASE("two names of one organisation are one, for its people too") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    {
        store::Transaction tx = world.base.write();
        store::Organisations(tx).merge(world.north, world.south);
        tx.commit();
    }
    auto before = world.as(Role::facilitator, world.north);
    auto after = world.as(Role::facilitator, world.south);
    CHECK(app::people(before.session, before.base, {}, 10).total == 1);
    CHECK(app::consult_names(after.session, after.base, one.id).given.reveal() == "Un");
}
