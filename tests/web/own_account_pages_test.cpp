// One's own account: password, sessions, access tokens.
#include <catch2/catch_test_macros.hpp>

#include "logged_world.hpp"

using namespace clausier;
using domain::Role;
using testing::good_password;
using testing::has;
using testing::LoggedWorld;
using testing::Person;

TEST_CASE("the page tells what the account may, and its sessions") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const http::Response page = world.get_as(person, "/compte");
    CHECK(page.status == 200);
    CHECK(has(page, person.email));
    CHECK(has(page, "acheteur – Commune de Valbrume"));
    CHECK(has(page, "celle-ci"));
    const auto twin = testing::json_of(world.get_as(person, "/compte.json"));
    CHECK(twin.at("courriel").as_string() == person.email);
    CHECK(twin.at("sessions").as_array().size() == 1);
}

TEST_CASE("the name shown is one's own to change, never to nothing") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    CHECK(world.post_as(person, "/compte/nom", {{"nom", "Service achats"}}).status == 303);
    CHECK(has(world.get_as(person, "/marches"), "Service achats"));
    const http::Response empty = world.post_as(person, "/compte/nom", {{"nom", " "}});
    CHECK(empty.status == 422);
    CHECK(has(empty, "href=\"#nom\""));
}

TEST_CASE("a password is changed by who knows it, and the other sessions are closed") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    Person elsewhere = person;
    elsewhere.session = app::open_session({testing::fixed_day(), "cli"}, world.base, person.account, "", "", true);
    const std::string fresh = "un autre mot de passe choisi";
    const auto change = [&](std::string_view current, const std::string& again) {
        return world.post_as(
            person, "/compte/mot-de-passe",
            {{"mot_de_passe_actuel", std::string(current)}, {"mot_de_passe", fresh}, {"confirmation", again}});
    };
    const http::Response wrong = change("faux", fresh);
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "href=\"#mot_de_passe_actuel\""));
    CHECK(change(good_password, "autre").status == 422);
    CHECK(change(good_password, fresh).headers.get("location") == "/compte?fait=mot-de-passe-change");
    CHECK(world.get_as(person, "/compte").status == 200);
    CHECK(world.get_as(elsewhere, "/compte").status == 303);
}

TEST_CASE("one closes one's own sessions, never another's") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const Person other = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    Person elsewhere = person;
    elsewhere.session = app::open_session({testing::fixed_day(), "cli"}, world.base, person.account, "", "", true);
    const auto number = [&](const Person& of) {
        const auto session = app::session_of(world.base, of.session, testing::fixed_day());
        return std::to_string(session ? session->session.value : 0);
    };
    CHECK(world.post_as(person, "/compte/sessions/" + number(other) + "/fermer", {}).status == 404);
    CHECK(world.get_as(other, "/compte").status == 200);
    CHECK(world.post_as(person, "/compte/sessions/" + number(elsewhere) + "/fermer", {}).status == 303);
    CHECK(world.get_as(elsewhere, "/compte").status == 303);
    elsewhere.session = app::open_session({testing::fixed_day(), "cli"}, world.base, person.account, "", "", true);
    CHECK(world.post_as(person, "/compte/sessions/fermer", {}).status == 303);
    CHECK(world.get_as(elsewhere, "/compte").status == 303);
    CHECK(world.get_as(person, "/compte").status == 200);
}

TEST_CASE("an access token is shown once, listed, and revoked") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    CHECK(world.post_as(person, "/compte/jetons", {{"libelle", ""}, {"expire_le", "2099-01-01"}}).status == 422);
    const http::Response unproved = world.post_as(
        person, "/compte/jetons", {{"libelle", "Export"}, {"expire_le", "2027-01-31"}, {"preuve", "faux"}});
    CHECK(unproved.status == 422);
    CHECK(has(unproved, "href=\"#preuve\""));
    CHECK_FALSE(has(unproved, "clausier_"));
    const http::Response made = world.post_as(
        person, "/compte/jetons",
        {{"libelle", "Export mensuel"}, {"expire_le", "2027-01-31"}, {"preuve", std::string(good_password)}});
    REQUIRE(made.status == 200);
    const std::size_t at = made.body.find("clausier_");
    REQUIRE(at != std::string::npos);
    const std::string token = made.body.substr(at, made.body.find('<', at) - at);
    const auto by_token = [&] {
        return world.send("GET", "/marches.json", {{"Authorization", "Bearer " + token}}, "").status;
    };
    CHECK(by_token() == 200);
    const http::Response page = world.get_as(person, "/compte");
    CHECK(has(page, "Export mensuel"));
    CHECK_FALSE(has(page, token));
    const auto twin = testing::json_of(world.get_as(person, "/compte.json"));
    const std::string number = std::to_string(twin.at("jetons").at(0).at("numero").as_int64());
    CHECK(world.post_as(person, "/compte/jetons/" + number + "/revoquer", {}).status == 303);
    CHECK(by_token() == 401);
}

TEST_CASE("a form sets its own fields and no other, whatever is sent with them") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    REQUIRE(world
                .post_as(person, "/compte/nom",
                         {{"nom", "Service achats"},
                          {"courriel", "autre@clauses.example"},
                          {"role", "administrateur"},
                          {"etat", "desactive"},
                          {"numero", "1"},
                          {"double_authentification", "oui"}})
                .status == 303);
    const auto twin = testing::json_of(world.get_as(person, "/compte.json"));
    CHECK(twin.at("nom").as_string() == "Service achats");
    CHECK(twin.at("courriel").as_string() == person.email);
    CHECK_FALSE(twin.at("double_authentification").as_bool());
    CHECK(twin.at("habilitations").as_array().size() == 1);
    CHECK(world.get_as(person, "/comptes").status == 403);
}

TEST_CASE("a field or a parameter given twice counts once: the first") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    REQUIRE(world.post_as(person, "/compte/nom?nom=Adresse", {{"nom", "Premier"}, {"nom", "Second"}}).status == 303);
    CHECK(testing::json_of(world.get_as(person, "/compte.json")).at("nom").as_string() == "Premier");
    const http::Response list = world.get_as(person, "/marches?texte=premier&texte=second");
    CHECK(has(list, "value=\"premier\""));
    CHECK_FALSE(has(list, "value=\"second\""));
}
