// What a page offers to who reads it: no link and no form that would be refused, whatever the role.
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <regex>
#include <set>

#include "clausier/core/text.hpp"
#include "clausier/domain/rights.hpp"
#include "matrix_world.hpp"
#include "permission.hpp"

using namespace clausier;
using domain::Action;
using domain::Role;
using testing::address;
using testing::kind_of;
using testing::Matrix;
using testing::Person;

namespace {

// One way out of a page.
struct Way {
    std::string method;
    std::string path;
};

// The links and forms of a page; templates write attributes between double quotes, method before action.
std::vector<Way> ways_out(const std::string& page) {
    static const std::regex tags(R"re(<(a|form|button)\b([^>]*)>)re");
    static const std::regex target(R"re((?:href|action|formaction)="(/[^"?#]*))re");
    std::vector<Way> out;
    std::string method = "POST";
    for (auto tag = std::sregex_iterator(page.begin(), page.end(), tags); tag != std::sregex_iterator(); ++tag) {
        const std::string name = tag->str(1), attributes = tag->str(2);
        if (name == "form") method = attributes.find("method=\"post\"") == std::string::npos ? "GET" : "POST";
        std::smatch found;
        if (std::regex_search(attributes, found, target)) out.push_back({name == "a" ? "GET" : method, found.str(1)});
    }
    return out;
}

std::vector<std::string> segments_of(std::string_view path) {
    std::vector<std::string> out;
    if (path.size() > 1)
        for (const std::string_view word : core::split(path.substr(1), '/')) out.emplace_back(word);
    return out;
}

// The route of a path, its suffix removed as the door does; nullptr when there is none.
const web::Route* route_at(const Way& way) {
    std::string path = way.path;
    for (const std::string_view suffix : {".json", ".csv", ".xlsx", ".docx", ".odt", ".pdf", ".ics", ".zip"})
        if (path.ends_with(suffix)) {
            const auto whole = web::match(way.method, segments_of(path));
            if (whole.route) return whole.route;
            path.resize(path.size() - suffix.size());
        }
    if (path == "/accueil") path = "/";
    return web::match(way.method, segments_of(path)).route;
}

// Pages, and what they offer beyond the right of who reads them.
struct Offers {
    int pages = 0, ways = 0;
    std::set<std::string> refused;
};

using May = std::function<bool(Action)>;
using Get = std::function<http::Response(const std::string&)>;

// Of the routes that may be opened, at the addresses on those rows.
Offers offers(const testing::Rows& rows, const May& may, const Get& get) {
    Offers out;
    for (const web::Route& route : web::routes()) {
        if (route.method != "GET" || !route.formats.html || !may(route.action)) continue;
        const std::string target =
            route.example.empty() || kind_of(route) ? address(route, rows) : std::string(route.example);
        const http::Response page = get(target);
        if (page.status != 200) continue;
        ++out.pages;
        for (const Way& way : ways_out(page.body)) {
            ++out.ways;
            const web::Route* to = route_at(way);
            if (to && !may(to->action)) out.refused.insert(target + " -> " + way.method + " " + way.path);
        }
    }
    return out;
}

May rights_of(Role role) {
    return [role](Action action) {
        return action == Action::open || action == Action::own_account || domain::gives(role, action);
    };
}

}  // namespace

TEST_CASE("no page offers a link or a form that its reader may not follow, for each role", "[matrix]") {
    for (const Role role : domain::all_roles) {
        Matrix world;
        const Person who = world.of(role);
        const Offers found =
            offers(world.own, rights_of(role), [&](const std::string& target) { return world.get_as(who, target); });
        CAPTURE(domain::role_code(role), found.pages, found.ways);
        CHECK(found.refused == std::set<std::string>{});
        CHECK(found.pages > 20);
        CHECK(found.ways > 200);
    }
}

TEST_CASE("nor does a page of an empty base, which tells where to begin") {
    for (const Role role : domain::all_roles) {
        testing::LoggedWorld world;
        const Person who =
            role == Role::admin ? world.person(role) : world.person(role, world.organisation("Une organisation", role));
        const Offers found =
            offers({}, rights_of(role), [&](const std::string& target) { return world.get_as(who, target); });
        CAPTURE(domain::role_code(role));
        CHECK(found.refused == std::set<std::string>{});
        CHECK(found.pages > 10);
    }
}

TEST_CASE("a visitor without account is offered nothing that sends them away to log in") {
    Matrix world;
    const Offers found = offers(
        world.own, [](Action action) { return action == Action::open; },
        [&](const std::string& target) { return world.get(target); });
    CHECK(found.refused == std::set<std::string>{});
    CHECK(found.pages > 15);
}

TEST_CASE("what a template may show is what the table gives, and what a token was given of it") {
    for (const Role role : domain::all_roles) {
        web::Visitor visitor;
        visitor.viewer = {};
        visitor.viewer.memberships = {{{1}, role, {}}};
        const boost::json::object may = web::rights_view(visitor);
        for (const domain::Grant& grant : domain::grants) {
            const std::size_t dot = grant.code.find('.');
            if (dot == std::string_view::npos || grant.action == Action::own_account) continue;
            CAPTURE(domain::role_code(role), grant.code);
            CHECK(may.at(grant.code.substr(0, dot)).at(grant.code.substr(dot + 1)).as_bool() ==
                  domain::gives(role, grant.action));
        }
    }
    web::Visitor program;
    program.viewer = {};
    program.viewer.memberships = {{{1}, Role::buyer, {}}};
    program.scope = domain::TokenScope{true, {Action::market_read}};
    CHECK(web::allows(program, Action::market_read));
    CHECK_FALSE(web::allows(program, Action::market_write));
    CHECK_FALSE(web::allows(program, Action::enquiry_read));
    CHECK_FALSE(web::rights_view(web::Visitor::everything()).empty());
    CHECK(web::rights_view(web::Visitor::everything()).at("comptes").at("gerer").as_bool());
}

TEST_CASE("the ways out of a page are found") {
    const std::vector<Way> found = ways_out(
        R"(<a class="bouton" href="/a?b=c#d">A</a><form method="get" action="/b"></form>)"
        R"(<form class="x" method="post" action="/c"><button formaction="/d">D</button></form><a href="#ici">ici</a>)");
    REQUIRE(found.size() == 4);
    CHECK((found[0].method == "GET" && found[0].path == "/a"));
    CHECK((found[1].method == "GET" && found[1].path == "/b"));
    CHECK((found[2].method == "POST" && found[2].path == "/c"));
    CHECK((found[3].method == "POST" && found[3].path == "/d"));
}
