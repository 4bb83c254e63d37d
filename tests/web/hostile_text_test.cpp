// Texts that look like markup, formulas, addresses or SQL, in every field of every form: kept as they are, shown
// escaped.
#include <set>

#include "clausier/core/table.hpp"
#include "hostile.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;
using testing::WatchedWorld;

namespace {

// The revision that the form of an address was made with.
std::string revision_of(WatchedWorld& world, const std::string& form) {
    const std::string page = world.get(form).body;
    const std::string mark = "name=\"revision\" value=\"";
    const std::size_t at = page.find(mark);
    return at == std::string::npos ? ""
                                   : page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size());
}

// A form that would be accepted, by the examples of its route, but for one field.
http::Fields form_with(const web::Route& route, std::string_view changed, const std::string& value,
                       const std::string& revision) {
    http::Fields out;
    for (const web::Parameter& parameter : route.parameters) {
        if (parameter.name == "id") continue;
        const std::string example = parameter.name == "revision" ? revision : std::string(parameter.example);
        out.add(std::string(parameter.name), parameter.name == changed ? value : example);
    }
    return out;
}

// Every page and export that shows what the base holds.
void look_everywhere(WatchedWorld& world) {
    for (const web::Route& route : web::routes()) {
        if (route.method != "GET" || route.pattern.starts_with("/actifs")) continue;
        for (const std::string shape : {"", ".json", ".csv", ".xlsx"})
            world.tried("GET", testing::address_of(
                                   route, route.pattern == "/references/{cle}" ? "hourly_cost.construction" : "1") +
                                   shape);
    }
}

// No cell of a French CSV that a spreadsheet would compute.
void check_disarmed(const http::Response& answer) {
    REQUIRE(answer.headers.get("content-type") == "text/csv; charset=utf-8");
    REQUIRE(answer.body.starts_with("\xEF\xBB\xBF"));
    const core::Table table = core::parse_csv(std::string_view(answer.body).substr(3), "export", ';');
    CHECK_FALSE(table.rows.empty());
    for (const auto& row : table.rows)
        for (const std::string& cell : row)
            if (core::looks_like_formula(cell)) FAIL_CHECK("a formula: " << cell.substr(0, 60));
}

// A tender table whose cells, titles included, are hostile.
std::string hostile_table() {
    core::Table out{{"N° marché", "Acheteur", "Objet", "Lot", "Procédure", "Montant HT", "Titulaire", "zq<b>\"zq'",
                     "=cmd|' /C calc'!A0"},
                    {}};
    for (const std::string& text : testing::hostile_texts()) {
        const std::string number = std::to_string(out.rows.size() + 1);
        out.rows.push_back({text.substr(0, 60) + number, text, text, number, text, "1000", text, text, text});
    }
    return core::to_csv(out, ';');
}

// An import deposited, and looked at until it waits for a person.
struct HostileImport {
    explicit HostileImport(WatchedWorld& the_world) : world(the_world) {
        const http::Response deposited = world.upload("/import", "zq<svg onload=alert(1)> =1+1.csv", hostile_table());
        REQUIRE(deposited.status == 303);
        url = *deposited.headers.get("location");
        REQUIRE(at_rest() == "colonnes");
    }
    std::string at_rest() {
        boost::json::value draft;
        do {
            for (const std::string shape : {"", ".csv", ".xlsx"}) world.tried("GET", url + shape);
            draft = boost::json::parse(world.tried("GET", url + ".json").body);
        } while (!draft.at("en_repos").as_bool());
        return std::string(draft.at("etape").as_string());
    }
    std::string post(const std::string& step, const http::Fields& fields) {
        world.tried_form(url + step, fields);
        return at_rest();
    }

    WatchedWorld& world;
    std::string url;
};

}  // namespace

TEST_CASE("no text in any field of any form makes a fault or passes unescaped") {
    WatchedWorld world;
    REQUIRE(world
                .tried_form("/marches/nouveau", {{"acheteur", "Commune de Valbrume"},
                                                 {"objet", "École"},
                                                 {"montant_1", "200000"},
                                                 {"metier_1", "interior_painting"}})
                .status == 303);
    std::vector<std::string> values = testing::hostile_texts();
    values.insert(values.end(), testing::hostile_figures().begin(), testing::hostile_figures().end());
    std::set<unsigned> statuses;
    for (const web::Route& route : web::routes()) {
        if (route.method != "POST" || route.to_file) continue;
        const std::string path = testing::address_of(route, "1");
        for (const web::Parameter& parameter : route.parameters) {
            if (parameter.name == "id") continue;
            bool json = false;
            for (const std::string& value : values) {
                const http::Fields form = form_with(route, parameter.name, value, revision_of(world, path));
                statuses.insert(world.tried_form(path, form, json = !json).status);
            }
        }
    }
    CHECK(statuses == std::set<unsigned>{200, 303, 400, 404, 409, 422});  // 200: a preview
    look_everywhere(world);
    check_disarmed(world.get("/dossiers.csv"));
    check_disarmed(world.get("/dossiers/ratio.csv"));
    check_disarmed(world.get("/marches.csv"));
    check_disarmed(world.get("/marches/lots.csv"));
    check_disarmed(world.get("/marches/heures.csv"));
    check_disarmed(world.get("/references.csv"));
    check_disarmed(world.get("/marches/1.csv"));
}

TEST_CASE("a source whose address would run a script is shown without a link") {
    WatchedWorld world;
    for (const std::string url : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//autre.example",
                                  " \tjavascript:alert(1)", "http:javascript"}) {
        CAPTURE(url);
        world.tried_form(
            "/references",
            {{"cle", "hourly_cost.construction"}, {"valeur", "36,50"}, {"source", "délibération"}, {"url", url}});
        world.tried("GET", "/references/hourly_cost.construction");
        world.tried("GET", "/references");
    }
}

TEST_CASE("the columns of an import take no text or figure for what it is not") {
    const tests::ScratchFolder folder;
    WatchedWorld world((folder.path() / "base.sqlite").string());
    HostileImport import(world);
    for (const std::string& text : testing::hostile_texts())
        import.post("/colonnes", {{"action", "revoir"},
                                  {"feuille", text},
                                  {"profil", text},
                                  {"acheteur", text},
                                  {"objet", text},
                                  {"marche", text},
                                  { "colonne_8",
                                    text }});
    for (const std::string& figure : testing::hostile_figures())
        import.post("/colonnes", {{"action", "revoir"}, {"annee", figure}, { "ligne_entetes", figure }});
    CHECK(import.post("/colonnes", {{"action", "revoir"}, {"ligne_entetes", "1"}}) == "colonnes");
}

TEST_CASE("an import of hostile cells, titles and file name is shown escaped at every step, and exported disarmed") {
    const tests::ScratchFolder folder;
    WatchedWorld world((folder.path() / "base.sqlite").string());
    HostileImport import(world);
    REQUIRE(import.post("/colonnes", {{"action", "lire"}}) == "valeurs");
    for (const std::string& text : testing::hostile_texts())
        import.post("/valeurs", {{"champ_1", "procedure"}, {"valeur_1", text}, { "libre_1", text }});
    REQUIRE(import.post("/valeurs", {}) == "vérification");
    world.tried("GET", import.url + "/lignes-annotees.xlsx");
    REQUIRE(import.post("/appliquer", {}) == "appliqué");
    look_everywhere(world);
    for (const std::string page : {"/marches.csv", "/marches/lots.csv", "/marches/heures.csv", "/import.csv"})
        check_disarmed(world.get(page));
}
