// Who sees which record and which name; each look is in the journal, under the pseudonym.
#include "clausier/app/people.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/person_world.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Role;
using tests::PersonWorld;
using tests::refusal;

TEST_CASE("each role sees its own records, and names where it needs them") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    const auto two = world.declare("Deux", world.south, world.garden);
    struct Case {
        Role role;
        PersonWorld::Org organisation;
        bool sees_one, sees_two, names;
    };
    const std::vector<Case> cases{{Role::facilitator, world.north, true, false, true},
                                  {Role::facilitator, world.south, false, true, true},
                                  {Role::structure, world.house, true, false, true},
                                  {Role::company, world.garden, false, true, true},
                                  {Role::prescriber, world.mission, false, false, true},
                                  {Role::buyer, world.town, false, false, false},
                                  // A buyer that is also the organisation of an OPCS sees none as a buyer.
                                  {Role::buyer, world.north, false, false, false},
                                  {Role::network, world.north, false, false, false},
                                  {Role::admin, {}, true, true, false}};
    for (const Case& c : cases) {
        auto who = c.role == Role::admin ? world.admin() : world.as(c.role, c.organisation);
        INFO(static_cast<int>(c.role));
        CHECK(app::people(who.session, who.base, {}, 100).total == (c.sees_one ? 1 : 0) + (c.sees_two ? 1 : 0));
        for (const auto& [person, sees] : {std::pair(one, c.sees_one), std::pair(two, c.sees_two)}) {
            if (!sees) {
                CHECK(refusal([&, id = person.id] { app::consult_person(who.session, who.base, id); }).kind() ==
                      ErrorKind::not_found);
                CHECK(refusal([&, id = person.id] { app::consult_names(who.session, who.base, id); }).kind() ==
                      ErrorKind::not_found);
                CHECK(refusal([&, id = person.id] { app::consult_health(who.session, who.base, id); }).kind() ==
                      ErrorKind::not_found);
                continue;
            }
            CHECK(app::consult_person(who.session, who.base, person.id).line.participant.pseudonym == person.pseudonym);
            if (c.names)
                CHECK(app::consult_names(who.session, who.base, person.id).family.reveal() == "Personne");
            else
                CHECK(refusal([&, id = person.id] { app::consult_names(who.session, who.base, id); }).kind() ==
                      ErrorKind::forbidden);
        }
    }
}

TEST_CASE("every consultation is in the journal, by pseudonym; no name, date nor tag ever is") {
    PersonWorld world;
    const auto one = world.declare("Zqprenom", world.north, world.house, true);
    auto who = world.as(Role::facilitator, world.north);
    app::consult_person(who.session, who.base, one.id);
    app::consult_names(who.session, who.base, one.id);
    CHECK(app::consult_health(who.session, who.base, one.id) == true);
    app::recognise(who.session, who.base, PersonWorld::named("zqprénom"));
    CHECK(world.journal() ==
          "personne.declarer\npersonne.consulter\npersonne.consulter_noms\npersonne.consulter_sante\n"
          "personne.reconnaitre\n");
    const std::string all = world.journal(true);
    CHECK(all.find("personne/" + one.pseudonym) != std::string::npos);
    for (const char* word : {"Zqprenom", "zqprénom", "Personne", "1990"}) CHECK(all.find(word) == std::string::npos);
}

TEST_CASE("a refused look is not told as done") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    auto admin = world.admin();
    CHECK(refusal([&] { app::consult_names(admin.session, admin.base, one.id); }).kind() == ErrorKind::forbidden);
    CHECK(world.journal() == "personne.declarer\n");
}

TEST_CASE("a pseudonym finds its record as people type it") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    std::string typed = one.pseudonym;
    typed.erase(1, 1);
    CHECK(app::person_of(world.base, " " + typed) == one.id);
    CHECK(refusal([&] { app::person_of(world.base, "Personne Un"); }).kind() == ErrorKind::invalid);
    auto other = world.as(Role::facilitator, world.south);
    CHECK(refusal([&] { app::person_of(other.base, one.pseudonym); }).kind() == ErrorKind::not_found);
}

TEST_CASE("a sheet says when the name goes, and who else seems to be the same person") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    const auto again = world.declare("UN", world.north, world.garden);
    world.declare("Un", world.south, world.garden);
    auto who = world.as(Role::facilitator, world.north);
    app::end_path(who.session, who.base, one.id, tests::day("2026-10-31"));
    const auto sheet = app::consult_person(who.session, who.base, one.id);
    REQUIRE(sheet.twins.size() == 1);
    CHECK(sheet.twins[0].pseudonym == again.pseudonym);
    CHECK(sheet.line.twins == 1);
    CHECK(sheet.removal.on == tests::day("2028-10-31"));
    // The structure that declared her does not learn that another one did.
    auto structure = world.as(Role::structure, world.house);
    const auto own = app::consult_person(structure.session, structure.base, one.id);
    CHECK(own.twins.empty());
    CHECK(own.line.twins == 0);
}
