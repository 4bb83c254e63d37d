// The way to an identity provider and back, as a browser meets it; the tokens themselves are tested in outside.
#include <catch2/catch_test_macros.hpp>

#include "clausier/core/issue.hpp"
#include "logged_world.hpp"

using namespace clausier;
using testing::has;
using testing::LoggedWorld;

namespace {

struct World : LoggedWorld {
    core::ExternalIdentity identity{"https://identite.example", "7", "compte1@clauses.example", true, "un.jeton"};
    std::string asked_back;

    World() {
        app.config.identity = {"Essai Connect",
                               [this](const std::string& back) {
                                   asked_back = back;
                                   return core::IdentityDeparture{
                                       "https://identite.example/entrer",
                                       {std::string(64, 's'), std::string(64, 'n'), std::string(64, 'v'), back}};
                               },
                               [this](const core::IdentityReturn& back, const core::IdentityTrip& trip) {
                                   if (back.state != trip.state || back.issuer != identity.issuer)
                                       throw core::Error(core::ErrorKind::forbidden, "fournisseur d’identité",
                                                         "ce retour est faux");
                                   return identity;
                               },
                               [](const std::string& hint, const std::string& after) {
                                   return "https://identite.example/sortir?" + hint + "&" + after;
                               }};
    }
    http::Response depart(const std::string& query = "?retour=/marches") { return get("/connexion/oidc" + query); }
    http::Response come_back(const std::string& browser, const std::string& state = std::string(64, 's')) {
        return get("/connexion/oidc/retour?code=abc&iss=https://identite.example&state=" + state,
                   {{"Cookie", "clausier-oidc=" + browser}});
    }
    http::Response log_in(const std::string& query = "?retour=/marches") {
        return come_back(cookie_of(depart(query), "clausier-oidc"));
    }
};

}  // namespace

TEST_CASE("without a provider there is neither button nor way") {
    LoggedWorld world;
    CHECK_FALSE(has(world.get("/connexion"), "/connexion/oidc"));
    CHECK(world.get("/connexion/oidc").status == 404);
    CHECK(world.get("/connexion/oidc/retour?code=a&state=b").status == 404);
    CHECK(world.get("/deconnexion/oidc").status == 404);
    testing::WebWorld open;
    CHECK(open.get("/connexion/oidc").status == 404);
}

TEST_CASE("the button sends to the provider, and whoever comes back is where they wanted to be") {
    World world;
    world.person(domain::Role::buyer, world.organisation("Commune de Valbrume"));
    CHECK(has(world.get("/connexion?retour=/marches"), "/connexion/oidc?retour=%2Fmarches"));
    const http::Response departure = world.depart();
    CHECK(departure.status == 303);
    CHECK(departure.headers.get("location") == "https://identite.example/entrer");
    CHECK(world.asked_back == "http://localhost:8080/connexion/oidc/retour");
    const http::Response arrival = world.log_in();
    CHECK(arrival.status == 303);
    CHECK(arrival.headers.get("location") == "/marches");
    const std::string session = LoggedWorld::cookie_of(arrival, "clausier-session");
    CHECK(world.get("/marches", {{"Cookie", "clausier-session=" + session}}).status == 200);
}

TEST_CASE("over TLS the cookie of a login cannot be set by another host") {
    World world;
    http::Request request;
    request.method = "GET";
    request.target = "/connexion/oidc";
    request.headers.set("Host", "localhost");
    request.secure = true;
    const http::Response answer = web::handle(request, world.app);
    const std::string cookie(answer.headers.get("set-cookie").value_or(""));
    CHECK(cookie.starts_with("__Host-clausier-oidc="));
    CHECK(cookie.find("; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure") != std::string::npos);
    CHECK(world.asked_back == "https://localhost/connexion/oidc/retour");
}

TEST_CASE("a page elsewhere is never where a login ends") {
    World world;
    world.person(domain::Role::buyer, world.organisation("Commune de Valbrume"));
    for (const char* query : {"?retour=https://ailleurs.example", "?retour=//ailleurs.example", ""})
        CHECK(world.log_in(query).headers.get("location") == "/");
}

TEST_CASE("a return that is not this browser's, or that the provider's answer belies, opens nothing") {
    World world;
    world.person(domain::Role::buyer, world.organisation("Commune de Valbrume"));
    const std::string browser = LoggedWorld::cookie_of(world.depart(), "clausier-oidc");
    const http::Response stranger = world.come_back("");
    CHECK(stranger.status == 403);
    CHECK(has(stranger, "Ce retour n’est pas celui d’une connexion commencée dans ce navigateur"));
    CHECK(has(stranger, "href=\"/connexion\""));
    CHECK(world.come_back(browser, "autre").status == 403);
    CHECK(world.come_back(browser).status == 403);  // spent
    world.identity = {"https://identite.example", "9", "inconnue@clauses.example", true, ""};
    const http::Response unknown = world.log_in();
    CHECK(unknown.status == 403);
    CHECK(has(unknown, "demandez une invitation à un administrateur"));
    CHECK(LoggedWorld::cookie_of(unknown, "clausier-session").empty());
}

TEST_CASE("a provider that does not answer is said so, by its name") {
    World world;
    world.app.config.identity.depart = [](const std::string&) -> core::IdentityDeparture {
        throw core::Error(core::ErrorKind::unavailable, "fournisseur d’identité", "il ne répond pas");
    };
    const http::Response answer = world.depart();
    CHECK(answer.status == 503);
    CHECK(has(answer, "Essai Connect\u00a0: il ne répond pas"));
}

TEST_CASE("who has a second factor is asked for the code before anything opens") {
    World world;
    world.person(domain::Role::facilitator, world.organisation("Maison de l’emploi", domain::Role::facilitator));
    const http::Response arrival = world.log_in();
    CHECK(arrival.headers.get("location") == "/connexion/code?retour=%2Fmarches");
    const std::string session = LoggedWorld::cookie_of(arrival, "clausier-session");
    CHECK(world.get("/marches", {{"Cookie", "clausier-session=" + session}}).status == 303);
}

TEST_CASE("leaving ends the session here, then at the provider's, and comes back") {
    World world;
    world.person(domain::Role::buyer, world.organisation("Commune de Valbrume"));
    testing::Person person;
    person.session = LoggedWorld::cookie_of(world.log_in(), "clausier-session");
    const http::Response left = world.post_as(person, "/deconnexion", {});
    CHECK(left.status == 200);
    CHECK(left.headers.get("refresh") ==
          "0; url=https://identite.example/sortir?un.jeton&http://localhost:8080/deconnexion/oidc");
    CHECK(has(left, "Continuer vers Essai Connect"));
    CHECK(LoggedWorld::cookie_of(left, "clausier-session").empty());
    CHECK(world.get_as(person, "/marches").status == 303);
    CHECK(world.get("/deconnexion/oidc?state=x").headers.get("location") == "/connexion?fait=deconnecte");
}
