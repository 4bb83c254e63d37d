// The rights as a whole: every route, by every role, on its own row and on another's, against the one table.
#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "matrix_world.hpp"

using namespace clausier;
using domain::Action;
using domain::Role;
using testing::address;
using testing::kind_of;
using testing::Matrix;
using testing::Person;
using testing::RowKind;

namespace {

bool sees_other(Role role, const RowKind& kind) {
    return role == Role::admin || (role == Role::facilitator && kind.by_buyer);
}

// What ends the session of who asks, or their account.
bool ends_visit(const web::Route& route) {
    return route.pattern.starts_with("/deconnexion") || route.pattern.starts_with("/compte/") ||
           route.pattern.starts_with("/connexion") || route.pattern.starts_with("/mot-de-passe");
}

bool sent_to_log_in(const http::Response& answer) {
    return answer.status == 303 && answer.headers.get("location").value_or("").starts_with("/connexion");
}

bool takes_away(const web::Route& route) { return route.pattern.ends_with("/retirer"); }

}  // namespace

TEST_CASE("the addresses of the matrix are rows: a pattern with a number is of a known kind or of no buyer") {
    // What is no buyer's row: the directory, templates, references, published reports, files that wait under an id
    // beyond guessing, accounts and people, which have their own tests.
    constexpr std::string_view of_no_buyer[] = {"/actifs/",        "/decp/",           "/documents/",
                                                "/references/",    "/structures/",     "/spaser/rapports/",
                                                "/import/",        "/achats/importer", "/spaser/indicateurs",
                                                "/comptes/",       "/compte/",         "/invitation/",
                                                "/mot-de-passe",   "/connexion",       "/personnes",
                                                "/rgpd",           "/journal",         "/imports/",
                                                "/spaser/classer", "/organisations/",  "/boite-envoi/"};
    for (const web::Route& route : web::routes()) {
        if (!testing::has_parts(route) || kind_of(route)) continue;
        CAPTURE(route.pattern);
        CHECK(std::any_of(std::begin(of_no_buyer), std::end(of_no_buyer),
                          [&](std::string_view prefix) { return route.pattern.starts_with(prefix); }));
    }
}

TEST_CASE("a visitor without account is sent to log in wherever a right is asked, and nowhere else") {
    Matrix world;
    for (const web::Route& route : web::routes()) {
        if (route.method != "GET") continue;
        CAPTURE(route.pattern);
        const std::string target = address(route, world.own);
        const http::Response answer = world.get(target);
        const bool sent = answer.status == 401 || sent_to_log_in(answer);
        if (route.action == Action::open)
            CHECK_FALSE((sent && route.pattern != "/connexion/code"));
        else
            CHECK(sent);
    }
}

TEST_CASE("a route never one's own answers 403 with who may, by the table alone", "[matrix]") {
    for (const Role role : domain::all_roles) {
        Matrix world;
        const Person who = world.of(role);
        for (const web::Route& route : web::routes()) {
            if (route.action == Action::open || route.action == Action::own_account) continue;
            if (domain::gives(role, route.action)) continue;
            CAPTURE(domain::role_code(role), route.method, route.pattern);
            const http::Response answer = world.ask(who, route, address(route, world.own));
            CHECK(answer.status == 403);
            if (route.formats.html) CHECK(testing::has(answer, domain::who_may(route.action)));
        }
    }
}

TEST_CASE("what a role may is open on its own rows, and another's row is not there", "[matrix]") {
    for (const Role role : domain::all_roles) {
        Matrix world;
        const Person who = world.of(role);
        std::vector<const web::Route*> routes;
        for (const web::Route& route : web::routes())
            if (domain::gives(role, route.action) && kind_of(route)) routes.push_back(&route);
        std::stable_partition(routes.begin(), routes.end(), [](const web::Route* r) { return !takes_away(*r); });
        for (const web::Route* route : routes) {
            CAPTURE(domain::role_code(role), route->method, route->pattern);
            const bool sees = sees_other(role, *kind_of(*route));
            const http::Response answer = world.ask(who, *route, address(*route, world.other));
            CAPTURE(answer.status);
            if (sees)
                CHECK(answer.status != 403);
            else
                CHECK(answer.status == 404);
        }
        for (const web::Route* route : routes) {
            CAPTURE(domain::role_code(role), route->method, route->pattern);
            const http::Response answer = world.ask(who, *route, address(*route, world.own));
            CAPTURE(answer.status, answer.body.substr(0, 4000));
            CHECK((answer.status < 500 && answer.status != 401 && answer.status != 403));
            // The annotated file is made from one on the disk, which a base in memory has not.
            if (takes_away(*route) || route->pattern.ends_with("/annote")) continue;
            CHECK(answer.status != 404);
            // 409: a document tells what its dossier lacks.
            if (route->method == "GET") CHECK((answer.status == 200 || answer.status == 303 || answer.status == 409));
        }
    }
}

TEST_CASE("what a role may is open where there is no row", "[matrix]") {
    for (const Role role : domain::all_roles) {
        Matrix world;
        const Person who = world.of(role);
        for (const web::Route& route : web::routes()) {
            const bool open = route.action == Action::open || route.action == Action::own_account;
            if ((!open && !domain::gives(role, route.action)) || kind_of(route)) continue;
            if (route.method == "POST" && ends_visit(route)) continue;
            CAPTURE(domain::role_code(role), route.method, route.pattern);
            const http::Response answer = world.ask(who, route, address(route, world.own));
            CAPTURE(answer.status, answer.body.substr(0, 4000));
            CHECK((answer.status < 500 && answer.status != 401 && answer.status != 403));
            CHECK_FALSE(sent_to_log_in(answer));
        }
    }
}

TEST_CASE("lists hold one's own rows: a buyer, a facilitator, a company, a network and a prescriber count theirs") {
    Matrix world;
    const auto markets = [&](Role role) {
        const http::Response answer = world.get_as(world.of(role), "/marches.json");
        if (answer.status != 200) return std::int64_t{-static_cast<std::int64_t>(answer.status)};
        return testing::json_of(answer).at("marches_total").to_number<std::int64_t>();
    };
    CHECK(markets(Role::admin) == 2);
    CHECK(markets(Role::facilitator) == 1);
    CHECK(markets(Role::buyer) == 1);
    CHECK(markets(Role::company) == 1);
    CHECK(markets(Role::structure) == 1);
    CHECK(markets(Role::network) == 1);
    CHECK(markets(Role::prescriber) == -403);
}

TEST_CASE("a right held for one organisation never reaches the rows of another") {
    Matrix world;
    // Buyer of the port, and company of a lot of Valbrume: it reads that lot, and does not change it.
    const Person both = world.person({{world.other.buyer, Role::buyer, {}}, {world.builders, Role::company, {}}});
    const std::string lot = "/lots/" + std::to_string(world.own.lot);
    CHECK(world.get_as(both, lot).status == 200);
    CHECK(world.get_as(both, lot + "/modifier").status == 404);
    CHECK(world.get_as(both, "/lots/" + std::to_string(world.other.lot) + "/modifier").status == 200);
}
