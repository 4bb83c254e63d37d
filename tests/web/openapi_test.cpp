// The description of the routes: valid in shape, and every example answers on a base that holds a market.
#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/enquiries.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/app/schemes.hpp"
#include "clausier/app/structures.hpp"
#include "clausier/domain/tender.hpp"
#include "route.hpp"
#include "sheets/scratch_folder.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

namespace {

void add_market(WebWorld& world) {
    domain::MarketDraft draft;
    draft.buyer = domain::parse_buyer("Commune de Valbrume");
    draft.market.reference = "2026-01";
    draft.market.object = "École";
    domain::Lot lot;
    lot.number = "1";
    lot.title = "Peinture intérieure";
    lot.amount = core::Euros::of(20'000'000);
    draft.lots = {lot};
    app::create_market({testing::fixed_day(), "essai"}, world.base, draft, app::reference(world.base));
}

// A dossier of one lot with a scenario that is chosen, a marking grid and an offer.
void add_enquiry(WebWorld& world) {
    const app::Session session{testing::fixed_day(), "essai"};
    app::EnquiryDraft draft;
    draft.buyer = domain::parse_buyer("Commune de Valbrume");
    draft.enquiry.purchase.object = "École";
    domain::EnquiryLot lot;
    lot.number = "1";
    lot.title = "Peinture intérieure";
    lot.estimate = core::Euros::of(20'000'000);
    draft.lots = {lot};
    domain::EnquirySheet sheet = app::create_enquiry(session, world.base, draft);
    domain::Scenario scenario;
    scenario.name = "Usuel";
    domain::ScenarioLot choice;
    choice.lot = sheet.lots.at(0).id;
    choice.clause_kind = "insertion";
    scenario.lots = {choice};
    sheet = app::save_scenario(session, world.base, sheet.enquiry.id, scenario);
    sheet = app::choose_scenario(session, world.base, sheet.scenarios.at(0).id);
    domain::MarkingGrid grid;
    grid.weight = core::Rate::of(1000);
    grid.criteria = {{{}, "Encadrement", core::Rate::of(10000), ""}};
    sheet = app::save_grid(session, world.base, sheet.enquiry.id, sheet.enquiry.revision, grid);
    domain::Offer offer;
    offer.lot = sheet.lots.at(0).id;
    offer.company = "Bâtisseurs de la Lorne";
    app::save_offer(session, world.base, sheet.enquiry.id, offer);
}

// A scheme with a target, a line of a register, a declaration and a published report, all of the first buyer.
void add_scheme(WebWorld& world) {
    const app::Session session{testing::fixed_day(), "essai"};
    domain::Scheme scheme;
    scheme.title = "Schéma";
    scheme.first_year = 2024;
    scheme.last_year = 2028;
    scheme.buyers = {{1}};
    domain::Target target;
    target.scheme = app::save(session, world.base, scheme).id;
    target.indicator = "S1";
    target.year = 2026;
    app::save(session, world.base, target);
    domain::RegisterEntry entry;
    entry.buyer = {1};
    entry.begins_on = core::Date{std::chrono::year{2026} / 3 / 12};
    entry.title = "Atelier";
    app::save(session, world.base, entry);
    domain::ReuseDeclaration declaration;
    declaration.buyer = {1};
    declaration.year = 2025;
    declaration.product = "mobilier";
    app::save(session, world.base, declaration);
    world.post("/spaser/rapport", {{"acheteur", "1"}, {"annee", "2026"}});
}

void add_structure(WebWorld& world) {
    domain::Structure structure;
    structure.kind = "ACI";
    structure.name = "Les Tilleuls";
    app::add_structure({testing::fixed_day(), "essai"}, world.base, structure);
}

// "/a?b=c" with a suffix before its query.
std::string with_suffix(std::string target, std::string_view suffix) {
    const std::size_t at = std::min(target.find('?'), target.size());
    if (at == 1) return "/accueil" + std::string(suffix) + target.substr(1);
    return target.insert(at, suffix);
}

void check_get(WebWorld& world, const web::Route& route) {
    const std::string example(route.example);
    const web::Formats& offered = route.formats;
    const bool raw = !offered.html && !offered.json && !offered.table && !offered.document;
    if (route.formats.html || raw || example.find(".json") != std::string::npos)
        CHECK(world.get(example).status == 200);
    if (!route.formats.html) return;
    if (route.formats.json) CHECK(testing::json_of(world.get(with_suffix(example, ".json"))).is_object());
    if (offered.document)
        for (const char* suffix : {".docx", ".odt", ".pdf"})
            CHECK(world.get(with_suffix(example, suffix)).body.size() > 100);
    if (!route.formats.table) return;
    CHECK(world.get(with_suffix(example, ".csv")).status == 200);
    CHECK(world.get(with_suffix(example, ".xlsx")).file != nullptr);
}

}  // namespace

TEST_CASE("every example of the routes answers, in every shape it is offered in") {
    int run = 0;
    for (const web::Route& route : web::routes()) {
        if (route.example.empty()) continue;
        CAPTURE(route.method, route.pattern, route.example);
        tests::ScratchFolder folder;
        WebWorld world((folder.path() / "base.sqlite").string());
        add_market(world);
        add_enquiry(world);
        add_scheme(world);
        add_structure(world);
        ++run;
        if (route.method == "GET") {
            check_get(world, route);
        } else {
            http::Fields fields = http::parse_urlencoded(route.example).value();
            std::string target(route.pattern);
            if (const std::size_t at = target.find("{id}"); at != std::string::npos) target.replace(at, 4, "1");
            CHECK(world.post(target, fields).status == 303);
        }
    }
    CHECK(run > 25);
}

TEST_CASE("the document gives each operation its parameters, and each answer its type") {
    WebWorld world;
    const boost::json::value document = testing::json_of(world.get("/openapi.json"));
    const boost::json::object& paths = document.at("paths").as_object();
    CHECK(paths.contains("/marches/lots.json"));
    CHECK_FALSE(paths.contains("/marches/lots"));
    for (const auto& [path, item] : paths) {
        CAPTURE(std::string(path));
        for (const auto& [method, operation] : item.as_object()) {
            CHECK_FALSE(operation.at("summary").as_string().empty());
            CHECK(operation.at("responses").as_object().contains("default"));
            for (std::size_t at = path.find('{'); at != std::string_view::npos; at = path.find('{', at + 1)) {
                const std::string name(path.substr(at + 1, path.find('}', at) - at - 1));
                bool told = false;
                for (const boost::json::value& parameter : operation.at("parameters").as_array())
                    told =
                        told || (parameter.at("name").as_string() == name && parameter.at("in").as_string() == "path");
                CHECK(told);
            }
        }
    }
}
