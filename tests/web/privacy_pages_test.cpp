// The pages of the data protection officer: what a purge does, what holds it, the register.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "person_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;
using testing::PersonPages;

TEST_CASE("the plan names pseudonyms, a hold keeps one from it, and the purge does the rest") {
    PersonPages world;
    const std::string gone = world.declare("Zqun");
    const std::string held = world.declare("Zqdeux");
    for (const std::string& one : {gone, held})
        world.post_as(world.facilitator, "/personnes/" + one + "/fin", {{"fin_de_parcours", "2024-11-01"}});
    CHECK(world.get_as(world.facilitator, "/rgpd").status == 403);
    CHECK(world.post_as(world.admin, "/personnes/" + held + "/geler", {{"nature", "contentieux"}, {"motif", ""}})
              .status == 422);
    CHECK(world
              .post_as(world.admin, "/personnes/" + held + "/geler",
                       {{"nature", "financement"}, {"motif", "convention FSE"}, {"jusqu_au", "2031-12-31"}})
              .status == 303);
    const http::Response plan = world.get_as(world.admin, "/rgpd");
    CHECK(has(plan, gone));
    CHECK(has(plan, "1er janvier 2032"));
    CHECK_FALSE(has(plan, "Zqun"));
    CHECK(world.post_as(world.admin, "/rgpd/purger", {}).status == 303);
    CHECK(world.post_as(world.facilitator, "/personnes/" + gone + "/noms", {}).status == 404);
    CHECK(has(world.post_as(world.facilitator, "/personnes/" + held + "/noms", {}), "Zqdeux"));
    CHECK(world.post_as(world.admin, "/rgpd/gels/1/lever", {}).status == 303);
    CHECK(json_of(world.get_as(world.admin, "/rgpd.json")).at("a_retirer").as_array().size() == 1);
}

TEST_CASE("the register is read, adapted, printed, and given back its own text") {
    PersonPages world;
    CHECK(has(world.get_as(world.admin, "/rgpd/registre"), "Suivi des personnes en parcours"));
    CHECK(world.get_as(world.admin, "/rgpd/registre.odt").status == 200);
    CHECK(world.get_as(world.buyer, "/rgpd/registre").status == 403);
    const std::string at = "/rgpd/registre/rqth/modifier";
    CHECK(has(world.get_as(world.admin, at), "name=\"base_legale\""));
    CHECK(world.post_as(world.admin, at, {{"nom", ""}, {"revision", "0"}}).status == 422);
    CHECK(world.post_as(world.admin, at, {{"nom", "RQTH"}, {"finalite", "Autre"}, {"retire", "oui"}, {"revision", "0"}})
              .status == 303);
    CHECK(has(world.get_as(world.admin, "/rgpd/registre"), "n’a pas lieu ici"));
    CHECK(world.post_as(world.admin, at, {{"nom", "Autre"}, {"revision", "0"}}).status == 409);
    CHECK(world.post_as(world.admin, "/rgpd/registre/rqth/retablir", {}).status == 303);
    CHECK_FALSE(has(world.get_as(world.admin, "/rgpd/registre"), "n’a pas lieu ici"));
    CHECK(world.post_as(world.admin, "/rgpd/registre/nouveau", {{"nom", "Badges des locaux"}}).status == 303);
    CHECK(has(world.get_as(world.admin, "/rgpd/registre"), "Badges des locaux"));
}
