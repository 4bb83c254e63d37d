// Who a request is from: a session, an access token, or nobody; and what is asked of each.
#include "visitor.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/app/access_tokens.hpp"
#include "logged_world.hpp"

using namespace clausier;
using domain::Role;
using testing::LoggedWorld;
using testing::Person;

namespace {

std::string access_token(LoggedWorld& world, const Person& person, domain::TokenScope scope = {}) {
    domain::ApiToken token;
    token.label = "essai";
    token.scope = std::move(scope);
    token.expires = testing::fixed_day().now() + std::chrono::days(30);
    const domain::Account account = app::find_account({testing::fixed_day(), "cli"}, world.base, person.account);
    return app::create_token({testing::fixed_day(), "cli", account.viewer()}, world.base, token, testing::good_password)
        .text;
}

http::Response with_token(LoggedWorld& world, const std::string& method, const std::string& target,
                          const std::string& token, http::Headers headers = {}) {
    headers.set("Authorization", "Bearer " + token);
    if (method == "POST") headers.set("Content-Type", "application/x-www-form-urlencoded");
    return world.send(method, target, std::move(headers), "");
}

}  // namespace

TEST_CASE("open pages are open, the others ask for an account in the words of who asks") {
    LoggedWorld world;
    CHECK(world.get("/calcul").status == 200);
    CHECK(world.get("/sante").status == 200);
    CHECK(testing::has(world.get("/calcul"), "Se connecter"));
    const http::Response program = world.get("/marches.json");
    CHECK(program.status == 401);
    CHECK(program.headers.get("content-type") == "application/problem+json");
    CHECK(program.headers.get("www-authenticate") == "Bearer");
    const http::Response part = world.get("/marches", {{"HX-Request", "true"}});
    CHECK(part.status == 204);
    CHECK(part.headers.get("hx-redirect") == "/connexion?retour=%2Fmarches");
}

TEST_CASE("an unknown session is nobody") {
    LoggedWorld world;
    CHECK(world.get("/marches", {{"Cookie", "clausier-session=" + std::string(64, 'a')}}).status == 303);
}

TEST_CASE("who has logged in is named on every page, errors included, and finds only what is theirs in its head") {
    LoggedWorld world;
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const http::Response page = world.get_as(buyer, "/marches");
    CHECK(testing::has(page, "Compte 1"));
    CHECK(testing::has(page, "href=\"/dossiers\""));
    CHECK_FALSE(testing::has(page, "href=\"/comptes\""));
    CHECK(testing::has(world.get_as(buyer, "/rien-ici"), "Compte 1"));
    CHECK(world.get_as(buyer, "/comptes").status == 403);
    const Person admin = world.person(Role::admin);
    CHECK(testing::has(world.get_as(admin, "/comptes"), "href=\"/comptes\""));
}

TEST_CASE("a role that needs a second factor sets it up before anything else") {
    LoggedWorld world;
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    app::grant({testing::fixed_day(), "cli"}, world.base, buyer.account, {{}, Role::admin, {}});
    const Person anew{buyer.account,
                      "",
                      app::open_session({testing::fixed_day(), "cli"}, world.base, buyer.account, "", "", true),
                      "",
                      {}};
    CHECK(world.get_as(anew, "/marches").headers.get("location") == "/compte/double-authentification");
    CHECK(world.get_as(anew, "/compte").headers.get("location") == "/compte/double-authentification");
    CHECK(world.get_as(anew, "/compte/double-authentification").status == 200);
    CHECK(world.get_as(anew, "/calcul").status == 200);
    CHECK(world.post_as(anew, "/deconnexion", {}).status == 303);
}

TEST_CASE("an access token reads in the name of its account, without cookie nor form token") {
    LoggedWorld world;
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const std::string token = access_token(world, buyer);
    CHECK(with_token(world, "GET", "/marches.json", token).status == 200);
    CHECK(with_token(world, "GET", "/marches.json", token + "x").status == 401);
    CHECK(with_token(world, "GET", "/calcul", token + "x").status == 401);
    const http::Response both = with_token(world, "GET", "/marches.json", token, {{"Cookie", buyer.cookie()}});
    CHECK(both.status == 401);
    CHECK(testing::json_of(both).at("detail").as_string().find("sans cookie") != std::string::npos);
    // Reading alone: it changes nothing.
    CHECK(with_token(world, "POST", "/suivi/taches", token).status == 403);
    CHECK(with_token(world, "GET", "/compte.json", token).status == 403);
    app::disable({testing::fixed_day(), "cli"}, world.base, buyer.account);
    CHECK(with_token(world, "GET", "/marches.json", token).status == 401);
}

TEST_CASE("the scheme of an access token is read in any case, and no other scheme is one") {
    LoggedWorld world;
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const std::string token = access_token(world, buyer);
    const auto status = [&](const std::string& field) {
        return world.send("GET", "/marches.json", {{"Authorization", field}}, "").status;
    };
    for (const char* scheme : {"Bearer ", "bearer ", "BEARER "}) CHECK(status(scheme + token) == 200);
    CHECK(status("Basic " + token) == 401);
    CHECK(status("Bearer" + token) == 401);
    CHECK(status("bearer " + token + "x") == 401);
}

TEST_CASE("an access token that may change things posts without a form token") {
    LoggedWorld world;
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const std::string token = access_token(world, buyer, {false, {}});
    const http::Response answer =
        with_token(world, "POST", "/marches/nouveau", token, {{"Accept", "application/json"}});
    CHECK(answer.status == 400);  // understood: it is the form that is empty
}

TEST_CASE("a large file is refused before it is read when who sends it may not send it") {
    LoggedWorld world;
    http::Head head;
    head.method = "POST";
    head.target = "/import";
    head.headers = {{"Host", "localhost:8080"}, {"Content-Type", "multipart/form-data; boundary=x"}};
    head.length = 50'000'000;
    const http::Admission nobody = world.door.admit(head);
    REQUIRE(nobody.refusal);
    CHECK(nobody.refusal->status == 401);
    const Person network = world.person(Role::network, world.organisation("Réseau des Trois-Rives", Role::network));
    head.headers.set("Cookie", network.cookie());
    const http::Admission other = world.door.admit(head);
    REQUIRE(other.refusal);
    CHECK(other.refusal->status == 403);
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    head.headers.set("Cookie", buyer.cookie());
    CHECK_FALSE(world.door.admit(head).refusal);
}

TEST_CASE("a form opened in one session is worth nothing in another") {
    LoggedWorld world;
    const Person first = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const Person second = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const std::string foreign = world.token_of(first);
    const http::Response answer = world.send("POST", "/deconnexion",
                                             {{"Cookie", second.cookie() + "; clausier-jeton=" + foreign},
                                              {"Content-Type", "application/x-www-form-urlencoded"}},
                                             "jeton=" + foreign);
    CHECK(answer.status == 403);
}
