// Pages about people: a pseudonym everywhere, a name where it is asked for by who may.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "person_world.hpp"

using namespace clausier;
using testing::has;
using testing::json_of;
using testing::PersonPages;

TEST_CASE("the list and the sheet name nobody, in no format, and are kept by nobody") {
    PersonPages world;
    const std::string one = world.declare("Zqun");
    for (const std::string& target :
         {std::string("/personnes"), std::string("/personnes.json"), std::string("/personnes.csv"), "/personnes/" + one,
          "/personnes/" + one + ".json"}) {
        const http::Response page = world.get_as(world.facilitator, target);
        INFO(target);
        CHECK(page.status == 200);
        CHECK(has(page, one));
        CHECK_FALSE(has(page, "Zqun"));
        CHECK_FALSE(has(page, "1990"));
        CHECK(page.headers.get("cache-control").value_or("") == "no-store");
    }
    CHECK(json_of(world.get_as(world.facilitator, "/personnes.json?pseudonyme=" + one.substr(2, 4)))
              .at("personnes_total")
              .as_int64() == 1);
}

TEST_CASE("another's record is not found, a page never yours is refused") {
    PersonPages world;
    const std::string one = world.declare("Un");
    CHECK(world.get_as(world.other, "/personnes/" + one).status == 404);
    CHECK(world.post_as(world.other, "/personnes/" + one + "/noms", {}).status == 404);
    CHECK(world.get_as(world.structure, "/personnes/" + one).status == 200);
    CHECK(world.get_as(world.buyer, "/personnes").status == 403);
    CHECK(world.get_as(world.buyer, "/personnes/" + one).status == 403);
    CHECK(world.get_as(world.admin, "/personnes/" + one).status == 200);
    CHECK(world.post_as(world.admin, "/personnes/" + one + "/noms", {}).status == 403);
    CHECK(world.get("/personnes").status == 303);
}

TEST_CASE("a social security number typed as a name is refused and shown by no form again") {
    PersonPages world;
    const std::string number = "1 84 12 76 451 089 46";
    const http::Fields typed{{"nom", "Personne"}, {"prenom", number}, {"naissance", "1990-02-28"}, {"revision", "1"}};
    const std::string one = world.declare("Un");
    for (const std::string& form : {std::string("/personnes/creer"), "/personnes/" + one + "/identite"}) {
        const http::Response refused = world.post_as(world.facilitator, form, typed);
        CHECK(refused.status == 422);
        CHECK(has(refused, "value=\"Personne\""));
        CHECK(has(refused, "numéro de sécurité sociale"));
        CHECK_FALSE(has(refused, "451 089"));
    }
}

TEST_CASE("an answer that is neither yes nor no is refused, never taken for a no") {
    PersonPages world;
    http::Fields typed{{"nom", "Personne"}, {"prenom", "Un"}, {"naissance", "1990-02-28"}, {"rqth", "zzz"}};
    const http::Response refused = world.post_as(world.facilitator, "/personnes/creer", typed);
    CHECK(refused.status == 422);
    CHECK(has(refused, "choisissez oui ou non"));
    CHECK(json_of(world.get_as(world.facilitator, "/personnes.json")).at("personnes_total").as_int64() == 0);
}

TEST_CASE("the form asks for the name first, then the birth, who follows her, and her health last") {
    PersonPages world;
    const http::Response page = world.get_as(world.structure, "/personnes/creer");
    std::size_t before = 0;
    for (const std::string name : {"nom", "prenom", "naissance", "opcs", "rqth"}) {
        INFO(name);
        const std::size_t at = page.body.find("name=\"" + name + "\"");
        REQUIRE(at != std::string::npos);
        CHECK(at > before);
        before = at;
    }
}

TEST_CASE("a person is declared from a form, a fault keeps what was typed, a twin is told") {
    PersonPages world;
    CHECK(has(world.get_as(world.facilitator, "/personnes/creer"), "OPCS du Nord inventé"));
    const http::Response faulty = world.post_as(world.facilitator, "/personnes/creer",
                                                {{"nom", "Personne"}, {"prenom", ""}, {"naissance", "1990-02-28"}});
    CHECK(faulty.status == 422);
    CHECK(has(faulty, "id=\"prenom-erreur\""));
    CHECK(has(faulty, "value=\"Personne\""));
    const http::Fields sound{{"nom", "Personne"}, {"prenom", "Un"}, {"naissance", "1990-02-28"}, {"rqth", "oui"}};
    const http::Response made = world.post_as(world.facilitator, "/personnes/creer", sound);
    REQUIRE(made.status == 303);
    CHECK(made.headers.get("location").value_or("").find("personne-declaree") != std::string_view::npos);
    const http::Response again = world.post_as(world.facilitator, "/personnes/creer", sound);
    CHECK(again.headers.get("location").value_or("").find("personne-doublon") != std::string_view::npos);
    const http::Response twins = world.get_as(world.facilitator, "/personnes/doublons");
    CHECK(has(twins, "Réunir dans P-"));
    CHECK_FALSE(has(twins, "Personne Un"));
}

TEST_CASE("why a name is kept longer is told to the OPCS and to the admin, not to who declared the person") {
    PersonPages world;
    const std::string one = world.declare("Un");
    REQUIRE(world
                .post_as(world.admin, "/personnes/" + one + "/geler",
                         {{"nature", "contentieux"}, {"motif", "recours de Valbrume"}, {"jusqu_au", "2028-01-01"}})
                .status == 303);
    for (const std::string& target : {"/personnes/" + one, "/personnes/" + one + ".json"}) {
        INFO(target);
        CHECK(has(world.get_as(world.facilitator, target), "recours de Valbrume"));
        CHECK(has(world.get_as(world.admin, target), "recours de Valbrume"));
        const http::Response declared = world.get_as(world.structure, target);
        CHECK(declared.status == 200);
        CHECK_FALSE(has(declared, "recours de Valbrume"));
        CHECK_FALSE(has(declared, "compte/" + std::to_string(world.admin.account.value)));
    }
    CHECK(has(world.get_as(world.structure, "/personnes/" + one), "motif réservé à l’OPCS"));
}
