// Who may ask: the names of the server, its own pages, and tokens that it signed itself.
#include "origin.hpp"

#include <catch2/catch_test_macros.hpp>

#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

namespace {

http::Head head(http::Headers headers, bool secure = false) {
    http::Head out;
    out.headers = std::move(headers);
    out.secure = secure;
    return out;
}

bool foreign(std::string host, const web::Config& config = {}) {
    return web::foreign_host(head({{"Host", std::move(host)}}), config).has_value();
}

}  // namespace

TEST_CASE("the loopback is always ours, by name and by both kinds of address, whatever the port and the case") {
    for (const char* host : {"localhost", "LOCALHOST:80", "127.0.0.1:8080", "[::1]", "[::1]:8080"}) {
        INFO(host);
        CHECK_FALSE(foreign(host));
    }
    for (const char* host : {"", ":8080", "localhost.example", "127.0.0.1.example:80", "[::1", "[::2]:80", "::1"}) {
        INFO(host);
        CHECK(foreign(host));
    }
    CHECK(web::foreign_host({}, {}));
}

TEST_CASE("other names are those that the installation gives") {
    web::Config config;
    config.hosts = {"Clauses.Region.example"};
    CHECK_FALSE(foreign("clauses.region.EXAMPLE:443", config));
    CHECK(foreign("autre.region.example", config));
}

TEST_CASE("a form comes from our own pages: same origin, same scheme, or a browser that says nothing") {
    const auto refused = [](http::Headers headers, bool secure = false) {
        headers.add("Host", "localhost:8080");
        return web::foreign_origin(head(std::move(headers), secure)).has_value();
    };
    CHECK_FALSE(refused({}));
    CHECK_FALSE(refused({{"Origin", "http://LOCALHOST:8080"}, {"Sec-Fetch-Site", "same-origin"}}));
    CHECK_FALSE(refused({{"Sec-Fetch-Site", "none"}}));
    CHECK_FALSE(refused({{"Origin", "https://localhost:8080"}}, true));
    CHECK(refused({{"Origin", "http://localhost:8080"}}, true));
    CHECK(refused({{"Origin", "http://localhost"}}));
    CHECK(refused({{"Origin", "null"}}));
    CHECK(refused({{"Origin", "http://localhost:8080"}, {"Sec-Fetch-Site", "cross-site"}}));
}

TEST_CASE("a token is good for the browser that holds it, signed by this server alone") {
    WebWorld world;
    WebWorld other;
    const std::string token = web::make_token(head({}), world.app);
    const http::Head holder = head({{"Cookie", "theme=sombre; clausier-jeton=" + token}});
    CHECK(web::browser_token(holder, world.app) == token);
    CHECK_FALSE(web::browser_token(holder, other.app));
    CHECK(web::make_token(head({}), world.app) != token);
    CHECK(web::token_matches(holder, {{"jeton", token}}, world.app));
    CHECK_FALSE(web::token_matches(holder, {{"jeton", web::make_token(head({}), world.app)}}, world.app));
    CHECK_FALSE(web::token_matches(holder, {}, world.app));
    CHECK_FALSE(web::token_matches(head({}), {{"jeton", token}}, world.app));
    for (const std::string& forged : {token.substr(0, 32), token + "a", "x" + token.substr(1), std::string()}) {
        INFO(forged);
        CHECK_FALSE(web::browser_token(head({{"Cookie", "clausier-jeton=" + forged}}), world.app));
    }
}

TEST_CASE("over TLS the cookie bears the prefix that other hosts cannot set, and the plain one is not believed") {
    WebWorld world;
    const std::string token = web::make_token(head({}, true), world.app);
    CHECK(web::browser_token(head({{"Cookie", "__Host-clausier-jeton=" + token}}, true), world.app));
    CHECK_FALSE(web::browser_token(head({{"Cookie", "clausier-jeton=" + token}}, true), world.app));
}

TEST_CASE("a masked token is never twice the same, and good for the same browser alone") {
    WebWorld world;
    const std::string token = web::make_token(head({}), world.app);
    const http::Head holder = head({{"Cookie", "clausier-jeton=" + token}});
    const std::string masked = web::masked_token(token, world.app);
    CHECK(masked != web::masked_token(token, world.app));
    CHECK(web::token_matches(holder, {{"jeton", masked}}, world.app));
    const std::string other = web::make_token(head({}), world.app);
    CHECK_FALSE(web::token_matches(head({{"Cookie", "clausier-jeton=" + other}}), {{"jeton", masked}}, world.app));
    CHECK_FALSE(web::token_matches(holder, {{"jeton", masked.substr(1)}}, world.app));
}

TEST_CASE("a token is worth something in the session it was made in") {
    WebWorld world;
    const std::string token = web::make_token(head({{"Cookie", "clausier-session=a"}}), world.app);
    const auto known = [&](const std::string& session) {
        return web::browser_token(head({{"Cookie", "clausier-session=" + session + "; clausier-jeton=" + token}}),
                                  world.app);
    };
    CHECK(known("a") == token);
    CHECK_FALSE(known("b"));
    CHECK_FALSE(web::browser_token(head({{"Cookie", "clausier-jeton=" + token}}), world.app));
}
