// One request on its way: what a handler reads of it, and where it sends the browser.
#include "call.hpp"

#include <catch2/catch_test_macros.hpp>

#include "route.hpp"
#include "support/refusal.hpp"
#include "web_world.hpp"

using namespace clausier;
using core::ErrorKind;
using testing::WebWorld;
using tests::refusal;

namespace {

struct Calling {
    WebWorld world;
    http::Request request{};
    web::Route route{"GET", "/essai/{id}", web::Action::open, nullptr, ""};
    web::Call call{world.app, request, route, web::Format::html, "/essai", {}, {}};
};

}  // namespace

TEST_CASE("an id is a positive number and nothing more: anything else is an address with nothing at it") {
    Calling one;
    one.call.parts = {"12", "9223372036854775807"};
    CHECK(one.call.id() == 12);
    CHECK(one.call.id(1) == 9'223'372'036'854'775'807);
    for (const char* text : {"", "0", "-1", "+1", " 1", "1 ", "1a", "1.0", "9223372036854775808", "0x1"}) {
        INFO(text);
        one.call.parts = {text};
        CHECK(refusal([&] { static_cast<void>(one.call.id()); }).kind() == ErrorKind::not_found);
    }
}

TEST_CASE("a parameter that is absent is empty") {
    Calling one;
    one.call.query = {{"q", "peinture"}, {"q", "sols"}};
    CHECK(one.call.get("q") == "peinture");
    CHECK(one.call.get("page").empty());
}

TEST_CASE("who acts is named by the number of their account, and a door without accounts by itself") {
    Calling one;
    CHECK(one.call.session().actor == "web");
    one.call.viewer = {};
    one.call.viewer.account = domain::Id<domain::Account>{7};
    CHECK(one.call.session().actor == "compte/7");
    CHECK_FALSE(one.call.session().viewer.whole);
}

TEST_CASE("the database of a handler is the one it was lent, else the whole") {
    Calling one;
    CHECK(&one.call.base() == &one.world.app.base);
    one.call.scoped.reset(new store::Database(one.world.app.base.as(domain::Viewer{})));
    CHECK(&one.call.base() == one.call.scoped.get());
}

TEST_CASE("a form has one token in a call, masked anew each time it stands in a page") {
    Calling one;
    const std::string first = one.call.masked_token();
    CHECK(one.call.masked_token() != first);
    CHECK_FALSE(one.call.plain_token_);
    const std::string plain = one.call.token();
    CHECK(one.call.token() == plain);
    CHECK(one.call.plain_token_);
    CHECK(one.call.new_token_);
    CHECK(first.find(plain) == std::string::npos);
}

TEST_CASE("faults are thrown to programs, and left to the page of who reads it") {
    Calling one;
    const std::vector<core::Issue> issues{{core::Severity::error, "", "nom", "donnez un nom"}};
    CHECK_NOTHROW(web::require_page(one.call, issues));
    one.call.format = web::Format::json;
    CHECK_NOTHROW(web::require_page(one.call, {}));
    const core::Error invalid = refusal([&] { web::require_page(one.call, issues); });
    CHECK(invalid.kind() == ErrorKind::invalid);
    CHECK(invalid.issues().front().where == "nom");
    CHECK(refusal([&] { web::require_page(one.call, issues, true); }).kind() == ErrorKind::conflict);
}

TEST_CASE("a browser is sent on with the word of what was done, beside what the address asks already") {
    CHECK(web::Reply::see("/marches").location == "/marches");
    CHECK(web::Reply::see("/marches", "cree").location == "/marches?fait=cree");
    CHECK(web::Reply::see("/marches?page=2", "cree").location == "/marches?page=2&fait=cree");
}

TEST_CASE("documents to take away are told from pages and tables") {
    for (const web::Format format : {web::Format::docx, web::Format::odt, web::Format::pdf})
        CHECK(web::is_document(format));
    for (const web::Format format : {web::Format::html, web::Format::json, web::Format::csv, web::Format::xlsx})
        CHECK_FALSE(web::is_document(format));
    CHECK(web::suffix(web::Format::docx) == ".docx");
    CHECK(web::suffix(web::Format::json) == ".json");
}
