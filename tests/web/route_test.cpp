// The table of routes: whose an address is, what it holds, and which methods it takes.
#include "route.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <type_traits>

using namespace clausier;
using Segments = std::vector<std::string>;

TEST_CASE("words of a pattern are themselves, its braces take one segment each") {
    const Segments lot{"lots", "12", "modifier"};
    const web::Match found = web::match("GET", lot);
    REQUIRE(found.route);
    CHECK(found.route->pattern == "/lots/{id}/modifier");
    CHECK(found.parts == Segments{"12"});
    const Segments home;
    REQUIRE(web::match("GET", home).route);
    CHECK(web::match("GET", home).route->pattern == "/");
}

TEST_CASE("an address of its own wins over the pattern that would take it") {
    const Segments decisions{"import", "decisions"};
    REQUIRE(web::match("GET", decisions).route);
    CHECK(web::match("GET", decisions).route->pattern == "/import/decisions");
    const Segments lots{"marches", "lots"};
    REQUIRE(web::match("GET", lots).route);
    CHECK(web::match("GET", lots).route->pattern == "/marches/lots");
}

TEST_CASE("HEAD is GET; a wrong method is told the right ones; an unknown address none") {
    const Segments references{"references"};
    CHECK(web::match("HEAD", references).route == web::match("GET", references).route);
    const web::Match wrong = web::match("DELETE", references);
    CHECK_FALSE(wrong.route);
    CHECK(wrong.allowed == "GET, HEAD, POST");
    for (const Segments& none : {Segments{"nulle-part"}, Segments{"references", "a", "b", "c"}, Segments{""}}) {
        CHECK_FALSE(web::match("GET", none).route);
        CHECK(web::match("GET", none).allowed.empty());
    }
}

TEST_CASE("each address answers a method once, from the root, and what changes something is a POST") {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const web::Route& route : web::routes()) {
        CAPTURE(route.method, route.pattern);
        CHECK(seen.emplace(route.method, route.pattern).second);
        CHECK(route.pattern.starts_with('/'));
        CHECK((route.method == "GET" || route.method == "POST"));
        if (route.method == "POST") {
            CHECK_FALSE(route.direct);
            // Reading a name is told to the journal, so it is asked for by a form.
            const bool of_all = route.action == domain::Action::open;
            const bool told = route.action == domain::Action::person_names ||
                              route.action == domain::Action::person_health ||
                              route.action == domain::Action::person_export;
            CHECK((domain::grant(route.action).changes || of_all || told));
        }
    }
}

// Whether a route can be written so. A template, so that what does not compile is an answer.
template <class T, class... Values>
concept Writable = requires(Values... values) {
    T{values...};
};
template <class T>
concept WritableByName = requires {
    T{.method = "GET", .pattern = "/", .run = nullptr};
};
using Handler = web::Reply (*)(web::Call&);

// A route cannot be written without its right: nothing stands in for it.
static_assert(Writable<web::Route, const char*, const char*, domain::Action, Handler, const char*>);
static_assert(!Writable<web::Route>);
static_assert(!Writable<web::Route, const char*, const char*>);
static_assert(!Writable<web::Route, const char*, const char*, Handler, const char*>);
static_assert(!Writable<web::Route, const char*, const char*, int, Handler>);
static_assert(!WritableByName<web::Route>);
static_assert(!std::is_default_constructible_v<web::Route>);

TEST_CASE("what is open to all changes nothing of the base but who comes in, and the metrics are not open") {
    for (const web::Route& route : web::routes()) {
        CAPTURE(route.pattern);
        if (route.method == "POST" && route.action == domain::Action::open)
            CHECK((route.pattern.starts_with("/connexion") || route.pattern.starts_with("/deconnexion") ||
                   route.pattern.starts_with("/invitation") || route.pattern.starts_with("/mot-de-passe")));
        if (route.pattern == "/metriques") CHECK(route.action == domain::Action::metrics_read);
    }
}
