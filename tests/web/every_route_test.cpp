// Every route, by every method, in every shape, with odd values: an answer that holds, never a fault of the program.
#include "clausier/app/journal.hpp"
#include "hostile.hpp"

using namespace clausier;
using testing::WatchedWorld;

namespace {

constexpr std::string_view shapes[] = {"", ".html", ".json", ".csv", ".xlsx", ".docx", ".odt", ".pdf"};
constexpr std::string_view odd_parts[] = {"1", "0", "999999", "-1", "abc", "99999999999999999999", "a/b\\..", "%"};

http::Fields market(const std::string& text) {
    return {{"acheteur", text},         {"objet", text},           {"marche", text.substr(0, 40)},
            {"intitule_1", text},       {"montant_1", "200000"},   {"taux", "5"},
            {"intitule_2", "Peinture"}, {"montant_2", "80000,50"}, {"date_consultation", "2026-03-01"}};
}

std::string all_parameters(const web::Route& route, const std::string& value) {
    http::Fields query;
    for (const web::Parameter& parameter : route.parameters) query.add(std::string(parameter.name), value);
    return "?" + http::encode_query(query);
}

// As a browser asks for an address: HEAD gives what GET gives.
void walk(WatchedWorld& world, const web::Route& route, const std::string& target) {
    const http::Response got = world.tried("GET", target);
    const http::Response head = world.tried("HEAD", target);
    CHECK(head.status == got.status);
    CHECK(head.headers.get("content-type") == got.headers.get("content-type"));
    for (const char* method : {"PUT", "DELETE", "get", "TRACE"}) {
        const http::Response refused = world.tried(method, target);
        CHECK((refused.status == 404 || refused.status == 405));
    }
    const http::Response options = world.tried("OPTIONS", target);
    CHECK((options.status == 204 || options.status == 404));
    if (route.method == "GET") CHECK(world.tried("GET", target, {{"Accept", "application/json"}}).status < 500);
}

// Nothing changes by an address alone; the files that leave are told.
std::int64_t changes_told(WatchedWorld& world) {
    domain::JournalFilter exports;
    exports.action = "donnees.exporter";
    return app::list_journal(world.base, {}).total - app::list_journal(world.base, exports).total;
}

void walk_everywhere(WatchedWorld& world) {
    for (const web::Route& route : web::routes())
        for (const std::string_view shape : shapes)
            for (const std::string_view part : odd_parts) {
                walk(world, route, testing::address_of(route, part) + std::string(shape));
                if (!testing::has_parts(route)) break;
            }
}

}  // namespace

TEST_CASE("every route holds on an empty base, by every method and in every shape") {
    WatchedWorld world;
    walk_everywhere(world);
}

TEST_CASE("every route holds on a base filled with texts that look like something else") {
    WatchedWorld world;
    for (const std::string& text : testing::hostile_texts()) world.tried_form("/marches/nouveau", market(text));
    const auto written = changes_told(world);
    walk_everywhere(world);
    CHECK(changes_told(world) == written);
}

TEST_CASE("no value of a query makes a fault, in a page or in an export") {
    WatchedWorld world;
    REQUIRE(world.tried_form("/marches/nouveau", market("Commune de Valbrume")).status == 303);
    std::vector<std::string> values = testing::hostile_texts();
    values.insert(values.end(), testing::hostile_figures().begin(), testing::hostile_figures().end());
    for (const web::Route& route : web::routes()) {
        if (route.method != "GET") continue;
        const std::string path = testing::address_of(route, "1");
        for (const std::string& value : values) {
            world.tried("GET", path + all_parameters(route, value));
            world.tried("GET", path + ".json" + all_parameters(route, value));
        }
        std::size_t turn = 0;
        for (const web::Parameter& parameter : route.parameters)
            for (int i = 0; i < 9; ++i) {
                const std::string& value = testing::hostile_figures()[turn++ % testing::hostile_figures().size()];
                world.tried("GET", path + "?" + http::encode_query({{std::string(parameter.name), value}}));
            }
    }
}
