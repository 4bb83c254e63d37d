// What is done with a record: each act by who may, told to the journal under the pseudonym.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/store/journal.hpp"
#include "person_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;
using testing::PersonPages;

TEST_CASE("a name is read by a button, corrected, and the journal says who read it") {
    PersonPages world;
    const std::string one = world.declare("Zqun");
    const std::string at = "/personnes/" + one;
    CHECK(has(world.post_as(world.facilitator, at + "/noms", {}), "Zqun"));
    CHECK_FALSE(has(world.post_as(world.facilitator, at + "/noms", {}), "handicap"));
    CHECK(has(world.post_as(world.structure, at + "/sante", {}), "oui"));
    CHECK(has(world.get_as(world.facilitator, at + "/identite"), "value=\"Zqun\""));
    const http::Fields corrected{
        {"nom", "Personne"}, {"prenom", "Zqune"}, {"naissance", "1990-02-28"}, {"revision", "1"}};
    CHECK(world.post_as(world.facilitator, at + "/identite", corrected).status == 303);
    CHECK(has(world.post_as(world.facilitator, at + "/noms", {}), "Zqune"));
    store::Transaction tx = world.base.read();
    int read = 0;
    for (const auto& row : store::Journal(tx).list(100)) {
        if (row.entry.action == "personne.consulter_noms") {
            ++read;
            CHECK(row.entry.subject == "personne/" + one);
            CHECK(row.entry.actor == "compte/" + std::to_string(world.facilitator.account.value));
        }
        CHECK(row.entry.detail.find("Zqun") == std::string::npos);
    }
    CHECK(read == 4);
}

TEST_CASE("a path ends, a person is merged, transferred, given her data and erased") {
    PersonPages world;
    const std::string one = world.declare("Zqun");
    const std::string twin = world.declare("zqun");
    const auto act = [&](const std::string& who, const char* what, http::Fields fields = {}) {
        return world.post_as(world.facilitator, "/personnes/" + who + what, std::move(fields));
    };
    CHECK(act(one, "/fin", {{"fin_de_parcours", "2026-10-31"}}).status == 303);
    CHECK(has(world.get_as(world.facilitator, "/personnes/" + one), "31 octobre 2028"));
    CHECK(act(twin, "/reunir", {{"dans", one}}).status == 303);
    CHECK(has(world.get_as(world.facilitator, "/personnes/" + twin), "réunie"));
    const http::Response given = act(one, "/donnees");
    CHECK(given.status == 200);
    CHECK(has(given, "Zqun"));
    CHECK(json_of(act(one, "/donnees.json")).at("fiches").as_array().size() == 2);
    CHECK(act(one, "/donnees.docx").status == 200);
    CHECK(world.post_as(world.structure, "/personnes/" + one + "/donnees", {}).status == 403);
    CHECK(act(one, "/transferer", {{"opcs", std::to_string(world.south.value)}}).status == 303);
    CHECK(world.get_as(world.facilitator, "/personnes/" + one).status == 404);
    CHECK(world.post_as(world.other, "/personnes/" + one + "/effacer", {}).status == 303);
    CHECK(world.post_as(world.other, "/personnes/" + one + "/noms", {}).status == 404);
    CHECK(has(world.get_as(world.other, "/personnes/" + one), "effacement demandé"));
}

TEST_CASE("an erasure in one's own OPCS tells which others hold the person too") {
    PersonPages world;
    const std::string one = world.declare("Zqun");
    domain::PersonDraft draft;
    draft.names = {domain::PersonalText("Personne"), domain::PersonalText("Zqun"),
                   core::parse_iso_date("1990-02-28").value()};
    draft.opcs = world.south;
    draft.declared_by = world.south;
    const std::string far = app::declare_person({testing::fixed_day(), "cli"}, world.base, draft).participant.pseudonym;
    const auto given = json_of(world.post_as(world.facilitator, "/personnes/" + one + "/donnees.json", {}));
    CHECK(given.at("fiches").as_array().size() == 1);
    CHECK(given.at("autres_opcs").at(0).at("pseudonyme").as_string() == far);
    const http::Response erased = world.post_as(world.facilitator, "/personnes/" + one + "/effacer", {});
    CHECK(erased.status == 200);
    CHECK(has(erased, far));
    CHECK(has(erased, "OPCS du Sud inventé"));
    CHECK(has(world.post_as(world.other, "/personnes/" + far + "/noms", {}), "Zqun"));
    // Who manages privacy erases the rest.
    CHECK(world.post_as(world.admin, "/personnes/" + far + "/effacer", {}).status == 303);
    CHECK(world.post_as(world.other, "/personnes/" + far + "/noms", {}).status == 404);
}
