// One answer in every shape: page, document, CSV, workbook, file; its cookies and what caches may do with it.
#include "render.hpp"

#include <catch2/catch_test_macros.hpp>

#include "route.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

namespace {

// What render() makes of a reply in one format.
struct Rendering {
    WebWorld world;
    http::Request request{};
    web::Route route{"GET", "/essai", web::Action::open, nullptr, ""};

    http::Response of(web::Reply reply, web::Format format = web::Format::json, bool with_token = false) {
        web::Call call{world.app, request, route, format, "/essai", {}, {}};
        if (with_token) call.token();
        return web::render(call, std::move(reply));
    }
};

}  // namespace

TEST_CASE("a table is also CSV, disarmed, and a workbook") {
    WebWorld world;
    const http::Response csv = world.get("/references.csv?famille=time");
    CHECK(csv.status == 200);
    CHECK(csv.headers.get("content-type") == "text/csv; charset=utf-8");
    CHECK(csv.headers.get("content-disposition") == "attachment; filename=\"valeurs-de-reference.csv\"");
    CHECK(csv.body.find("time.week") != std::string::npos);
    const http::Response xlsx = world.get("/references.xlsx?famille=time");
    CHECK(xlsx.status == 200);
    REQUIRE(xlsx.file);
    CHECK(xlsx.file->size() > 1000);
}

TEST_CASE("a name of a download that is not plain is told encoded, and never ends its field") {
    Rendering rendering;
    web::Reply reply;
    reply.filename = "modèle \"1\"\r\nSet-Cookie: a=b; été";
    const http::Response answer = rendering.of(std::move(reply), web::Format::csv);
    CHECK(answer.headers.get("content-disposition") ==
          "attachment; filename=\"mod--le -1---Set-Cookie- a-b- --t--.csv\"; "
          "filename*=UTF-8''mod%C3%A8le%20%221%22%0D%0ASet-Cookie%3A%20a%3Db%3B%20%C3%A9t%C3%A9.csv");
}

TEST_CASE("a page with a token is not to be compressed, one without may be") {
    WebWorld world;
    CHECK(world.get("/reglages").uncompressed);
    CHECK_FALSE(world.get("/").uncompressed);
}

TEST_CASE("a new token leaves with a cookie that no script reads, kept to our pages; one already held does not") {
    Rendering rendering;
    rendering.request.secure = true;
    const std::string cookie(*rendering.of({}, web::Format::json, true).headers.get("set-cookie"));
    CHECK(cookie.starts_with("__Host-clausier-jeton="));
    CHECK(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure"));
    rendering.request.headers.add("Cookie", cookie.substr(0, cookie.find(';')));
    const http::Response again = rendering.of({}, web::Format::json, true);
    CHECK_FALSE(again.headers.has("set-cookie"));
    CHECK(again.headers.get("cache-control") == "no-store");
}

TEST_CASE("a reply that leads elsewhere is a 303 without content, whatever the format asked for") {
    Rendering rendering;
    for (const web::Format format : {web::Format::html, web::Format::json}) {
        const http::Response answer = rendering.of(web::Reply::see("/marches/1?page=2", "marche-cree"), format);
        CHECK(answer.status == 303);
        CHECK(answer.headers.get("location") == "/marches/1?page=2&fait=marche-cree");
        CHECK(answer.body.empty());
    }
}

TEST_CASE("a whole answer goes out as its handler made it, and a header of the reply wins") {
    Rendering rendering;
    web::Reply reply;
    reply.raw = http::Response{};
    reply.raw->body = "octets";
    reply.raw->headers.set("Content-Type", "image/svg+xml");
    reply.headers.set("Cache-Control", "no-store");
    const http::Response answer = rendering.of(std::move(reply), web::Format::csv);
    CHECK(answer.body == "octets");
    CHECK(answer.headers.get("content-type") == "image/svg+xml");
    CHECK(answer.headers.get("cache-control") == "no-store");
}

TEST_CASE("only what succeeded may be kept by a browser, and only over TLS is TLS asked for ever after") {
    http::Response good;
    web::add_safety_headers(good, false);
    CHECK(good.headers.get("cache-control") == "private, no-cache");
    CHECK_FALSE(good.headers.has("strict-transport-security"));
    http::Response bad;
    bad.status = 404;
    web::add_safety_headers(bad, true);
    CHECK(bad.headers.get("cache-control") == "no-store");
    CHECK(bad.headers.get("strict-transport-security") == "max-age=31536000; includeSubDomains");
    http::Response asset;
    asset.headers.set("Cache-Control", "public, max-age=31536000, immutable");
    web::add_safety_headers(asset, false);
    CHECK(asset.headers.get("cache-control") == "public, max-age=31536000, immutable");
}
