// The second proof: set up by a first code, kept by recovery codes, taken away by who may.
#include <catch2/catch_test_macros.hpp>

#include "logged_world.hpp"

using namespace clausier;
using domain::Role;
using testing::has;
using testing::LoggedWorld;
using testing::Person;

namespace {

// The key the page shows, without its spaces.
std::string key_of(const http::Response& page) {
    const std::string_view mark = "id=\"cle-totp\">";
    const std::size_t at = page.body.find(mark);
    REQUIRE(at != std::string::npos);
    std::string key = page.body.substr(at + mark.size(), page.body.find('<', at + mark.size()) - at - mark.size());
    std::erase(key, ' ');
    return key;
}

}  // namespace

TEST_CASE("it is set up by the code of the key that the page shows, and gives ten recovery codes") {
    LoggedWorld world;
    Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const http::Response page = world.get_as(person, "/compte/double-authentification");
    CHECK(page.status == 200);
    CHECK(has(page, "class=\"code-noir\""));
    person.secret = key_of(page);
    const std::string again = key_of(world.get_as(person, "/compte/double-authentification"));
    CHECK(again != person.secret);
    person.secret = again;
    const http::Response wrong = world.post_as(person, "/compte/double-authentification", {{"code", "000000"}});
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "href=\"#code\""));
    CHECK(key_of(wrong) == person.secret);
    const http::Response done =
        world.post_as(person, "/compte/double-authentification", {{"code", LoggedWorld::code_of(person)}});
    CHECK(done.status == 200);
    std::size_t codes = 0;
    for (std::size_t at = done.body.find("<li><code>"); at != std::string::npos;
         at = done.body.find("<li><code>", at + 1))
        ++codes;
    CHECK(codes == 10);
    CHECK(done.headers.get("cache-control") == "no-store");
    CHECK(has(world.get_as(person, "/compte"), "Il reste 10 codes de secours"));
}

TEST_CASE("recovery codes are made anew against a code") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    const http::Response wrong = world.post_as(admin, "/compte/codes-de-secours", {{"code", "000000"}});
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "href=\"#code_nouveaux\""));
    const http::Response done =
        world.post_as(admin, "/compte/codes-de-secours", {{"code", LoggedWorld::code_of(admin, 1)}});
    CHECK(done.status == 200);
    CHECK_FALSE(has(done, admin.recovery_codes.at(0)));
}

TEST_CASE("who manages accounts resets the second factor of who lost their telephone") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    const Person person = world.person(Role::facilitator, world.organisation("Maison de l’emploi de la Lorne"));
    const std::string sheet = "/comptes/" + std::to_string(person.account.value);
    CHECK(world.post_as(person, sheet + "/double-authentification/retirer", {}).status == 403);
    CHECK(world.post_as(admin, sheet + "/double-authentification/retirer", {}).status == 303);
    CHECK(world.get_as(person, "/compte").status == 303);
    CHECK(has(world.get_as(admin, sheet), "à activer"));
}
