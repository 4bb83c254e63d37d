// The door: who may knock, what each address answers, in which shape, and with which headers.
#include "clausier/web/door.hpp"

#include <catch2/catch_test_macros.hpp>

#include "route.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

TEST_CASE("every answer carries the headers of safety") {
    WebWorld world;
    for (const std::string target : {"/", "/nulle-part", "/sante", "/openapi.json", "/references/", "/aide"}) {
        CAPTURE(target);
        const http::Response answer = world.get(target);
        CHECK(answer.headers.get("content-security-policy")
                  .value_or("")
                  .starts_with("default-src 'none'; script-src 'self'"));
        CHECK(answer.headers.get("x-content-type-options") == "nosniff");
        CHECK(answer.headers.get("referrer-policy") == "same-origin");
        CHECK(answer.headers.has("cache-control"));
    }
}

TEST_CASE("an unknown address is a page, and a problem document where JSON is asked for") {
    WebWorld world;
    const http::Response page = world.get("/nulle-part");
    CHECK(page.status == 404);
    CHECK(page.headers.get("content-type") == "text/html; charset=utf-8");
    CHECK(page.body.find("Page introuvable") != std::string::npos);
    const http::Response problem = world.get("/nulle-part.json");
    CHECK(problem.status == 404);
    CHECK(problem.headers.get("content-type") == "application/problem+json");
    CHECK(testing::json_of(problem).at("status").as_int64() == 404);
    CHECK(world.get("/nulle-part", {{"Accept", "application/json"}}).headers.get("content-type") ==
          "application/problem+json");
}

TEST_CASE("a trailing slash leads to the address without it, never to another host") {
    WebWorld world;
    const http::Response answer = world.get("/references/?texte=a");
    CHECK(answer.status == 308);
    CHECK(answer.headers.get("location") == "/references?texte=a");
    CHECK(world.get("//ailleurs.example/").headers.get("location") == "/ailleurs.example");
}

TEST_CASE("a wrong method is told which ones are right") {
    WebWorld world;
    const http::Response answer = world.send("PUT", "/references", {}, "");
    CHECK(answer.status == 405);
    CHECK(answer.headers.get("allow") == "GET, HEAD, POST, OPTIONS");
    const http::Response options = world.send("OPTIONS", "/references", {}, "");
    CHECK(options.status == 204);
    CHECK(options.headers.get("allow") == "GET, HEAD, POST, OPTIONS");
}

TEST_CASE("a host that is not ours gets nothing") {
    WebWorld world;
    CHECK(world.get("/", {{"Host", "attaquant.example"}}).status == 421);
    CHECK(world.get("/", {{"Host", "localhost.attaquant.example"}}).status == 421);
    CHECK(world.get("/", {{"Host", "127.0.0.1:9000"}}).status == 200);
    CHECK(world.get("/", {{"Host", "[::1]:9000"}}).status == 200);
    world.app.config.hosts = {"clauses.region.example"};
    CHECK(world.get("/", {{"Host", "Clauses.Region.example"}}).status == 200);
}

TEST_CASE("every route that changes something refuses a form without its own token") {
    WebWorld world;
    int changing = 0;
    for (const web::Route& route : web::routes()) {
        if (route.method == "GET") continue;
        ++changing;
        CAPTURE(route.pattern);
        std::string target(route.pattern);
        for (std::size_t at = target.find('{'); at != std::string::npos; at = target.find('{'))
            target.replace(at, target.find('}') - at + 1, "1");
        const http::Header urlencoded{"Content-Type", "application/x-www-form-urlencoded"};
        const std::string cookie = "clausier-jeton=" + world.token();
        const std::string form = "jeton=" + world.token();
        CHECK(world.send("POST", target, {urlencoded}, "a=1").status == 403);
        CHECK(world.send("POST", target, {urlencoded, {"Cookie", cookie}}, "jeton=autre").status == 403);
        CHECK(world.send("POST", target, {urlencoded}, form).status == 403);
        CHECK(world.send("POST", target, {urlencoded, {"Cookie", cookie}, {"Sec-Fetch-Site", "cross-site"}}, form)
                  .status == 403);
        CHECK(world.send("POST", target, {urlencoded, {"Cookie", cookie}, {"Sec-Fetch-Site", "same-site"}}, form)
                  .status == 403);
        CHECK(world.send("POST", target, {urlencoded, {"Cookie", cookie}, {"Origin", "null"}}, form).status == 403);
        CHECK(world.send("POST", target, {urlencoded, {"Cookie", cookie}, {"Origin", "http://autre.example"}}, form)
                  .status == 403);
        CHECK(world.send("POST", target, {urlencoded, {"Cookie", cookie}, {"Origin", "http://localhost:8080"}}, form)
                  .status != 403);
    }
    CHECK(changing >= 2);
}

TEST_CASE("a token planted by somebody without the key is refused") {
    WebWorld world;
    const std::string planted(96, 'a');
    const http::Response answer =
        world.send("POST", "/reglages",
                   {{"Content-Type", "application/x-www-form-urlencoded"}, {"Cookie", "clausier-jeton=" + planted}},
                   "nom=x&jeton=" + planted);
    CHECK(answer.status == 403);
}

TEST_CASE("a form of another type is refused by its status") {
    WebWorld world;
    const http::Response answer = world.send(
        "POST", "/reglages", {{"Content-Type", "text/plain"}, {"Cookie", "clausier-jeton=" + world.token()}}, "nom=x");
    CHECK(answer.status == 415);
}

TEST_CASE("every route is described, has one handler for its method, and answers its example") {
    WebWorld world;
    const boost::json::value document = testing::json_of(world.get("/openapi.json"));
    CHECK(document.at("openapi").as_string() == "3.1.0");
    for (const web::Route& route : web::routes()) {
        CAPTURE(route.method, route.pattern);
        CHECK(route.run != nullptr);
        CHECK_FALSE(route.summary.empty());
        if (route.formats.html) CHECK(document.at("paths").as_object().contains(route.pattern));
    }
    CHECK(document.at("paths").as_object().contains("/references.xlsx"));
}
