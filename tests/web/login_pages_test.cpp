// Coming in and going out: what a browser sees, what it keeps, what nobody learns.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "logged_world.hpp"
#include "visitor.hpp"

using namespace clausier;
using domain::Role;
using testing::good_password;
using testing::has;
using testing::LoggedWorld;
using testing::Person;

namespace {

http::Fields right(const Person& person, const std::string& back = "") {
    http::Fields out{{"courriel", person.email}, {"mot_de_passe", std::string(good_password)}};
    if (!back.empty()) out.add("retour", back);
    return out;
}

}  // namespace

TEST_CASE("who is not logged in is sent to log in, and comes back to where they were going") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const http::Response sent = world.get("/marches?texte=a%20b");
    CHECK(sent.status == 303);
    const std::string login(sent.headers.get("location").value_or(""));
    CHECK(login == "/connexion?retour=%2Fmarches%3Ftexte%3Da%2520b");
    const http::Response page = world.get(login);
    CHECK(page.status == 200);
    CHECK(has(page, "value=\"/marches?texte=a%20b\""));
    CHECK(has(page, "autocomplete=\"current-password\""));
    const http::Response done = world.post_anonymous("/connexion", right(person, "/marches?texte=a%20b"));
    CHECK(done.status == 303);
    CHECK(done.headers.get("location") == "/marches?texte=a%20b");
    const std::string token = LoggedWorld::cookie_of(done, "clausier-session");
    REQUIRE_FALSE(token.empty());
    CHECK(world.get_as({{}, "", token, "", {}}, "/marches").status == 200);
}

TEST_CASE("the cookie of a session cannot be read, sent from elsewhere, nor planted") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const auto cookie = [](const http::Response& answer) {
        for (const http::Header& field : answer.headers)
            if (field.name == "Set-Cookie" && field.value.find("session") != std::string::npos) return field.value;
        return std::string();
    };
    const std::string plain = cookie(world.post_anonymous("/connexion", right(person)));
    CHECK(plain.starts_with("clausier-session="));
    CHECK(plain.ends_with("; Path=/; HttpOnly; SameSite=Lax"));
    http::Head secure;
    secure.secure = true;
    CHECK(web::session_cookie_field(secure, "abc") ==
          "__Host-clausier-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
}

TEST_CASE("a wrong password and an unknown address are told alike") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const auto answer = [&](const std::string& email, const std::string& password) {
        return world.post_anonymous("/connexion", {{"courriel", email}, {"mot_de_passe", password}});
    };
    const http::Response wrong = answer(person.email, "un mot de passe faux");
    const http::Response unknown = answer("personne@clauses.example", "un mot de passe faux");
    CHECK(wrong.status == 422);
    CHECK(unknown.status == 422);
    CHECK(has(wrong, "l’adresse ou le mot de passe est faux"));
    CHECK(has(unknown, "l’adresse ou le mot de passe est faux"));
    CHECK_FALSE(has(wrong, "un mot de passe faux"));
    CHECK(LoggedWorld::cookie_of(wrong, "clausier-session").empty());
}

TEST_CASE("too many failures are told to wait, the right password included") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    http::Response last;
    for (int i = 0; i < 11; ++i)
        last = world.post_anonymous("/connexion", {{"courriel", person.email}, {"mot_de_passe", "faux"}});
    CHECK(last.status == 429);
    CHECK(last.headers.has("retry-after"));
    CHECK(world.post_anonymous("/connexion", right(person)).status == 429);
}

TEST_CASE("a second factor is asked after the password, and nothing opens before it") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    const http::Response password = world.post_anonymous("/connexion", right(admin, "/comptes"));
    CHECK(password.headers.get("location") == "/connexion/code?retour=%2Fcomptes");
    const Person half{admin.account, admin.email, LoggedWorld::cookie_of(password, "clausier-session"), "", {}};
    CHECK(world.get_as(half, "/comptes").headers.get("location") == "/connexion/code?retour=%2Fcomptes");
    CHECK(world.get_as(half, "/compte").headers.get("location") == "/connexion/code?retour=%2Fcompte");
    CHECK(world.get_as(half, "/comptes.json").status == 401);
    CHECK(has(world.get_as(half, "/connexion/code"), "autocomplete=\"one-time-code\""));
    const http::Response wrong = world.post_as(half, "/connexion/code", {{"code", "000000"}});
    CHECK(wrong.status == 422);
    const http::Response done =
        world.post_as(half, "/connexion/code", {{"code", LoggedWorld::code_of(admin, 1)}, {"retour", "/comptes"}});
    CHECK(done.status == 303);
    CHECK(done.headers.get("location") == "/comptes");
    const std::string token = LoggedWorld::cookie_of(done, "clausier-session");
    CHECK(token != half.session);
    CHECK(world.get_as({{}, "", token, "", {}}, "/comptes").status == 200);
    // The session that awaited the code is no other way in.
    CHECK(world.get_as(half, "/comptes").status == 303);
}

TEST_CASE("a recovery code stands for the telephone, once") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    const auto with_code = [&](const std::string& code) {
        const http::Response password = world.post_anonymous("/connexion", right(admin));
        const Person half{{}, "", LoggedWorld::cookie_of(password, "clausier-session"), "", {}};
        return world.post_as(half, "/connexion/code", {{"code", code}}).status;
    };
    CHECK(with_code(admin.recovery_codes.at(0)) == 303);
    CHECK(with_code(admin.recovery_codes.at(0)) == 422);
    CHECK(with_code(admin.recovery_codes.at(1)) == 303);
}

TEST_CASE("logging out ends the session on the server and takes the cookie away") {
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const http::Response page = world.get_as(person, "/marches");
    CHECK(has(page, "Se déconnecter"));
    CHECK(page.headers.get("cache-control") == "no-store");
    const http::Response out = world.post_as(person, "/deconnexion", {});
    CHECK(out.headers.get("clear-site-data") == "\"cache\", \"storage\"");
    CHECK(out.headers.get("location") == "/connexion?fait=deconnecte");
    bool taken = false;
    for (const http::Header& field : out.headers)
        taken = taken || (field.name == "Set-Cookie" && field.value.find("Max-Age=0") != std::string::npos);
    CHECK(taken);
    CHECK(world.get_as(person, "/marches").status == 303);
}

TEST_CASE("the address to come back to is a page of ours") {
    for (const char* wanted : {"//ailleurs.example", "/\\ailleurs.example", "https://ailleurs.example", "marches", "",
                               "/a\r\nb", "/connexion?retour=/", "/%zz"})
        CHECK(web::safe_return(wanted) == "/");
    CHECK(web::safe_return("/marches?texte=a%20b") == "/marches?texte=a%20b");
    LoggedWorld world;
    const Person person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    CHECK(world.post_anonymous("/connexion", right(person, "//ailleurs.example")).headers.get("location") == "/");
}

TEST_CASE("a server without accounts has nobody to log in") {
    testing::WebWorld world;
    CHECK(world.get("/connexion").status == 404);
    CHECK(world.get("/compte").status == 404);
    CHECK(world.get("/comptes").status == 404);
    CHECK_FALSE(has(world.get("/"), "Se connecter"));
}

TEST_CASE("on a server that only reads, the page says that nobody can log in, and offers no form") {
    const auto file = std::filesystem::temp_directory_path() / "clausier-read-only-login.sqlite";
    std::filesystem::remove(file);
    { const store::Database made(file); }
    store::DatabaseOptions options;
    options.read_only = true;
    store::Database base(file, options);
    http::Metrics metrics;
    web::Config config;
    config.accounts = true;
    web::App app(base, testing::fixed_day(), metrics, std::move(config));
    http::Request request;
    request.method = "GET";
    request.target = "/connexion";
    request.headers.set("Host", "localhost:8080");
    const http::Response page = web::handle(request, app);
    CHECK(page.status == 200);
    CHECK(has(page, "Ce serveur est en lecture seule : personne ne peut s’y connecter"));
    CHECK_FALSE(has(page, "action=\"/connexion\""));
    std::filesystem::remove(file);
}
