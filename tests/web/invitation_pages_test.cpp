// Links that open once: the first administrator, an invitation, another password.
#include <catch2/catch_test_macros.hpp>

#include "logged_world.hpp"

using namespace clausier;
using domain::Role;
using testing::good_password;
using testing::has;
using testing::LoggedWorld;

namespace {

const app::Session machine{testing::fixed_day(), "cli"};

app::AccountLink invitation(LoggedWorld& world) {
    domain::Account account;
    account.email = "claude@clauses.example";
    account.name = "Claude Essai";
    account.memberships = {{world.organisation("Commune de Valbrume"), Role::buyer, {}}};
    return app::invite(machine, world.base, account);
}

http::Fields chosen(std::string_view password = good_password) {
    return {{"nom", "Claude Essai"}, {"mot_de_passe", std::string(password)}, {"confirmation", std::string(password)}};
}

}  // namespace

TEST_CASE("an invitation names its account, asks for a password, and opens once") {
    LoggedWorld world;
    const std::string path = invitation(world).path();
    const http::Response page = world.get(path);
    CHECK(page.status == 200);
    CHECK(has(page, "claude@clauses.example"));
    CHECK(has(page, "autocomplete=\"new-password\""));
    CHECK(page.headers.get("referrer-policy") == "strict-origin");
    CHECK(page.headers.get("cache-control") == "no-store");
    const http::Response done = world.post_anonymous(path, chosen());
    CHECK(done.headers.get("location") == "/connexion?fait=compte-ouvert");
    CHECK(world.get(path).status == 404);
    CHECK(world.post_anonymous(path, chosen()).status == 404);
    CHECK(world
              .post_anonymous("/connexion",
                              {{"courriel", "claude@clauses.example"}, {"mot_de_passe", std::string(good_password)}})
              .status == 303);
}

TEST_CASE("a weak password or two that differ come back beside their field, never in the page") {
    LoggedWorld world;
    const std::string path = invitation(world).path();
    const http::Response weak = world.post_anonymous(path, chosen("court"));
    CHECK(weak.status == 422);
    CHECK(has(weak, "href=\"#mot_de_passe\""));
    CHECK_FALSE(has(weak, "court\""));
    const http::Response differ = world.post_anonymous(
        path, {{"nom", "Claude"}, {"mot_de_passe", std::string(good_password)}, {"confirmation", "autre"}});
    CHECK(differ.status == 422);
    CHECK(has(differ, "href=\"#confirmation\""));
    CHECK_FALSE(has(differ, good_password));
    CHECK(world.post_anonymous(path, chosen()).status == 303);
}

TEST_CASE("the first administrator names themselves") {
    LoggedWorld world;
    const std::string path = app::first_admin_link(machine, world.base).path();
    CHECK(has(world.get(path), "Premier administrateur"));
    http::Fields form = chosen();
    form.add("courriel", "admin@clauses.example");
    CHECK(world.post_anonymous(path, form).status == 303);
    CHECK(app::has_active_admin(world.base));
}

TEST_CASE("an unknown, spent or misplaced link is told alike") {
    LoggedWorld world;
    const app::AccountLink link = invitation(world);
    CHECK(world.get("/invitation/" + std::string(64, 'a')).status == 404);
    CHECK(world.get("/mot-de-passe/" + link.token).status == 404);
    CHECK(has(world.get("/mot-de-passe/" + link.token), "ce lien a déjà servi ou n’est plus valable") ==
          has(world.get("/invitation/x"), "ce lien a déjà servi ou n’est plus valable"));
}

TEST_CASE("another password is asked for by address, and the answer is the same whether there is an account") {
    LoggedWorld world;
    const testing::Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    CHECK(has(world.get("/mot-de-passe"), "n’envoie pas de courrier"));
    std::vector<core::Mail> sent;
    world.app.config.post = [&](store::Transaction&, const core::Mail& mail) { sent.push_back(mail); };
    const http::Response known = world.post_anonymous("/mot-de-passe", {{"courriel", person.email}});
    const http::Response unknown = world.post_anonymous("/mot-de-passe", {{"courriel", "personne@clauses.example"}});
    CHECK(known.status == 303);
    CHECK(known.headers.get("location") == unknown.headers.get("location"));
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].to == person.email);
    const std::size_t at = sent[0].text.find("http://localhost:8080/mot-de-passe/");
    REQUIRE(at != std::string::npos);
    const std::size_t from = at + std::string_view("http://localhost:8080").size();
    const std::string path = sent[0].text.substr(from, sent[0].text.find('\n', from) - from);
    CHECK(world.post_anonymous(path, chosen("un autre mot de passe choisi")).headers.get("location") ==
          "/connexion?fait=mot-de-passe-change");
    // The sessions that were open are closed.
    CHECK(world.get_as(person, "/marches").status == 303);
    CHECK(world.post_anonymous("/mot-de-passe", {{"courriel", ""}}).status == 422);
}
