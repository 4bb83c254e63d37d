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
    const std::string token = web::make_token(world.app);
    const http::Head holder = head({{"Cookie", "theme=sombre; clausier-jeton=" + token}});
    CHECK(web::browser_token(holder, world.app) == token);
    CHECK_FALSE(web::browser_token(holder, other.app));
    CHECK(web::make_token(world.app) != token);
    CHECK(web::token_matches(holder, {{"jeton", token}}, world.app));
    CHECK_FALSE(web::token_matches(holder, {{"jeton", web::make_token(world.app)}}, world.app));
    CHECK_FALSE(web::token_matches(holder, {}, world.app));
    CHECK_FALSE(web::token_matches(head({}), {{"jeton", token}}, world.app));
    for (const std::string& forged : {token.substr(0, 32), token + "a", "x" + token.substr(1), std::string()}) {
        INFO(forged);
        CHECK_FALSE(web::browser_token(head({{"Cookie", "clausier-jeton=" + forged}}), world.app));
    }
}

TEST_CASE("over TLS the cookie bears the prefix that other hosts cannot set, and the plain one is not believed") {
    WebWorld world;
    const std::string token = web::make_token(world.app);
    CHECK(web::browser_token(head({{"Cookie", "__Host-clausier-jeton=" + token}}, true), world.app));
    CHECK_FALSE(web::browser_token(head({{"Cookie", "clausier-jeton=" + token}}, true), world.app));
}
