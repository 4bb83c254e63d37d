// Structures, purchases and the condition of a market, given what they must not take: each bad value is told where it
// is wrong, and nothing of it stays.
#include <fstream>
#include <set>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/app/waiting_files.hpp"
#include "clausier/core/table.hpp"
#include "clausier/domain/tender.hpp"
#include "hostile.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;
using testing::WatchedWorld;

namespace {

// With market 1, subject to the social condition and without one.
class SubjectMarket : public WatchedWorld {
public:
    SubjectMarket() {
        domain::MarketDraft draft;
        draft.buyer = domain::parse_buyer("Commune de Valbrume");
        draft.market.reference = "2026-01";
        draft.market.object = "École";
        draft.market.cpv = "45210000";
        draft.market.consultation_on = core::parse_iso_date("2026-09-01").value();
        draft.market.estimated_need = core::Euros::whole(6'000'000);
        draft.lots.emplace_back().considerations = "Pas de considération sociale";
        app::create_market({testing::fixed_day(), "essai"}, base, draft, app::reference(base));
    }
};

http::Fields structure(std::string_view changed = {}, const std::string& value = {}) {
    http::Fields out;
    for (const auto& [name, sound] :
         std::initializer_list<std::pair<std::string_view, const char*>>{{"type", "ACI"},
                                                                         {"nom", "Les Tilleuls"},
                                                                         {"siret", "21990001000014"},
                                                                         {"departement", "57"},
                                                                         {"code_postal", "57000"},
                                                                         {"fermee_le", ""},
                                                                         {"agrement_1_genre", "convention"},
                                                                         {"agrement_1_du", "2025-01-01"},
                                                                         {"agrement_1_au", "2026-12-31"}})
        out.add(std::string(name), name == changed ? value : sound);
    return out;
}

std::int64_t structures(WatchedWorld& world) {
    return testing::json_of(world.tried("GET", "/structures.json")).at("structures_connues").to_number<std::int64_t>();
}

// A table whose every cell is hostile, under the titles given; then, for each text, the row given with that text in the
// place of "?".
std::string hostile_rows(std::vector<std::string> titles, const std::vector<std::string>& sound) {
    core::Table out{std::move(titles), {}};
    for (const auto* values : {&testing::hostile_texts(), &testing::hostile_figures()})
        for (const std::string& value : *values) {
            out.rows.emplace_back(out.columns.size(), value);
            out.rows.push_back(sound);
            for (std::string& cell : out.rows.back())
                if (cell == "?") cell = value;
        }
    return core::to_csv(out, ';');
}

// A file among those that wait to be looked at: its address.
std::string waiting(WatchedWorld& world, const std::string& path, const std::string& name, const std::string& bytes) {
    const tests::ScratchFolder folder;
    const auto file = folder.path() / "depot";
    std::ofstream(file, std::ios::binary) << bytes;
    return path + world.app.uploads->deposit(file, name, "");
}

// Every cell of a CSV that leaves: none that a spreadsheet would compute.
void check_disarmed(const http::Response& answer) {
    INFO("status " << answer.status << ", " << answer.headers.get("content-type").value_or("no type"));
    REQUIRE(answer.headers.get("content-type") == "text/csv; charset=utf-8");
    const std::string body = testing::body_of(answer);
    REQUIRE(body.starts_with("\xEF\xBB\xBF"));
    const core::Table table = core::parse_csv(std::string_view(body).substr(3), "export", ';');
    CHECK_FALSE(table.rows.empty());
    for (const auto& row : table.rows)
        for (const std::string& cell : row)
            if (core::looks_like_formula(cell)) FAIL_CHECK("a formula: " << cell.substr(0, 60));
}

}  // namespace

TEST_CASE("a structure keeps no value that cannot be, and says in which field it is wrong") {
    WatchedWorld world;
    // A field, a value that it must not take, and the field beside which it is told.
    struct Wrong {
        const char *field, *value, *beside;
    };
    const Wrong wrong[] = {
        {"type", "", "type"},
        {"type", "LUNE", "type"},
        {"nom", " ", "nom"},
        {"siret", "2199000100001", "siret"},
        {"siret", "2199000100001A", "siret"},
        {"departement", "00", "departement"},
        {"departement", "lune", "departement"},
        {"fermee_le", "2026-02-30", "fermee_le"},
        {"agrement_1_genre", "lune", "agrement_1_genre"},
        {"agrement_1_genre", "", "agrement_1_genre"},
        {"agrement_1_du", "hier", "agrement_1_du"},
        {"agrement_1_du", "2027-01-01", "agrement_1_au"},
        {"agrement_1_au", "2024-12-31", "agrement_1_au"},
    };
    for (const auto& [field, value, beside] : wrong) {
        CAPTURE(field, value);
        const http::Response page = world.tried_form("/structures/creer", structure(field, value));
        CHECK(page.status == 422);
        CHECK(testing::has(page, std::string("href=\"#") + beside + "\""));
        CHECK(testing::has(page, std::string("id=\"") + beside + "\""));
        CHECK(world.tried_form("/structures/creer", structure(field, value), true).status == 400);
    }
    CHECK(structures(world) == 0);
    CHECK(world.tried_form("/structures/creer", structure()).status == 303);
    CHECK(structures(world) == 1);
    for (const auto& [field, value, beside] : wrong) {
        CAPTURE(field, value, beside);
        http::Fields form = structure(field, value);
        form.add("revision", "1");
        CHECK(world.tried_form("/structures/1/modifier", form).status == 422);
    }
    http::Fields stale = structure("nom", "Les Ormes");
    stale.add("revision", "7");
    CHECK(world.tried_form("/structures/1/modifier", stale).status == 409);
    CHECK(world.tried_form("/structures/9/modifier", stale).status == 404);
    CHECK(testing::json_of(world.get("/structures/1.json")).at("nom").as_string() == "Les Tilleuls");
}

TEST_CASE("no text in a field of a structure makes a fault, passes unescaped or leaves as a formula") {
    WatchedWorld world;
    std::vector<std::string> values = testing::hostile_texts();
    values.insert(values.end(), testing::hostile_figures().begin(), testing::hostile_figures().end());
    std::set<unsigned> statuses;
    for (const char* field : {"type", "nom", "siret", "departement", "code_postal", "fermee_le", "agrement_1_genre",
                              "agrement_1_du", "agrement_1_au"})
        for (const std::string& value : values)
            statuses.insert(world.tried_form("/structures/creer", structure(field, value)).status);
    CHECK(statuses == std::set<unsigned>{303, 422});
    for (const char* page : {"/structures", "/structures.json", "/structures.xlsx"}) world.tried("GET", page);
    check_disarmed(world.tried("GET", "/structures.csv"));
    const std::int64_t kept = structures(world);
    for (std::int64_t id = 1; id <= kept; ++id)
        for (const char* end : {"", ".json", "/modifier"})
            world.tried("GET", "/structures/" + std::to_string(id) + end);
}

TEST_CASE("a market goes without its condition for a reason of the law, in words, of the version that was read") {
    SubjectMarket world;
    const auto said = [&](const std::string& motive, const std::string& text, const std::string& revision) {
        return world.tried_form("/marches/1/condition", {{"motif", motive}, {"texte", text}, {"revision", revision}})
            .status;
    };
    // As the form of the page has it now.
    const auto current = [&] {
        const std::string page = world.get("/marches/1/condition").body;
        const std::string mark = "name=\"revision\" value=\"";
        const std::size_t at = page.find(mark);
        REQUIRE(at != std::string::npos);
        return page.substr(at + mark.size(), page.find('"', at + mark.size()) - at - mark.size());
    };
    const std::string revision = current();
    CHECK(said("", "Sans lien", revision) == 422);
    CHECK(said("condition.exception.lune", "Sans lien", revision) == 422);
    CHECK(said("condition.exception.link", " ", revision) == 422);
    CHECK(said("condition.exception.link", std::string(100'000, 'a'), revision) != 303);
    CHECK(said("condition.exception.link", "Sans lien", "0") == 409);
    CHECK(world.tried_form("/marches/9/condition", {{"motif", "condition.exception.link"}, {"texte", "x"}}).status ==
          404);
    std::set<unsigned> statuses;
    for (const auto* values : {&testing::hostile_texts(), &testing::hostile_figures()})
        for (const std::string& value : *values) {
            const std::string now = current();
            statuses.insert(said(value, "Sans lien", now));
            statuses.insert(said("condition.exception.link", value, value));
            statuses.insert(said("condition.exception.link", value, now));
        }
    for (const unsigned status : statuses) CHECK((status == 303 || status == 409 || status == 422));
    for (const char* page : {"/marches/1", "/marches/1/condition", "/spaser/condition", "/spaser/condition.json"})
        world.tried("GET", page);
    check_disarmed(world.tried("GET", "/spaser/condition.csv"));
}

TEST_CASE("a file that is no list is refused by a sentence, by structures and by purchases alike") {
    WatchedWorld world;
    const std::pair<const char*, std::string> files[] = {
        {"vide.csv", ""},
        {"blancs.csv", " \r\n\r\n"},
        {"titres.csv", "Type;Raison sociale;SIRET\n"},
        {"autre.csv", "a;b\n1;2\n"},
        {"octets.csv", std::string("\0\1\2\3\xff\xfe\0\0", 8)},
        {"tronque.xlsx", "PK\x03\x04" + std::string(40, '\0')},
        {"faux.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rien"},
        {"page.html", "<html><table><tr><td>zq<b></td></tr></table></html>"},
    };
    const http::Fields purchases{{"acheteur", "Commune de Valbrume"}, {"annee", "2025"}};
    for (const auto& [name, bytes] : files) {
        CAPTURE(name);
        const std::string structures_url = waiting(world, "/structures/importer/", name, bytes);
        CHECK(world.tried("GET", structures_url).status == 422);
        CHECK(world.tried_form(structures_url, {}).status == 422);
        const std::string purchases_url = waiting(world, "/achats/importer/", name, bytes);
        CHECK(world.tried("GET", purchases_url + "?" + http::encode_query(purchases)).status == 422);
        CHECK(world.tried_form(purchases_url, purchases).status == 422);
    }
    CHECK(structures(world) == 0);
    CHECK(testing::has(world.tried("GET", "/achats"), "Aucun fichier"));
    for (const char* none : {"/structures/importer/abc", "/achats/importer/..%2f..", "/achats/importer/zq%3Cb%3E"})
        CHECK(world.tried("GET", none).status == 404);
}

TEST_CASE("a list of structures whose every cell is hostile is shown escaped, kept or listed, and undone whole") {
    WatchedWorld world;
    const http::Response sent =
        world.upload("/structures/importer", "zq<svg onload=alert(1)>.csv",
                     hostile_rows({"Type", "Raison sociale", "SIRET", "Département", "Convention du", "Convention au"},
                                  {"ACI", "?", "", "57", "2025-01-01", "2026-12-31"}));
    REQUIRE(sent.status == 303);
    const std::string waiting(*sent.headers.get("location"));
    for (const char* choice : {"", "?type=EI", "?colonne_2=nom&colonne_1=lune", "?type=zq%3Cb%3E&source=zq%22"})
        world.tried("GET", waiting + choice);
    const http::Response kept = world.tried_form(waiting, {{"type", "EI"}, {"source", "zq<b>\"'"}});
    REQUIRE(kept.status == 303);
    for (const char* end : {"", ".json", ".xlsx"}) {
        world.tried("GET", "/structures/imports/1" + std::string(end));
        world.tried("GET", "/structures" + std::string(end));
    }
    check_disarmed(world.tried("GET", "/structures/imports/1.csv"));
    check_disarmed(world.tried("GET", "/structures.csv"));
    CHECK(world.tried_form("/structures/imports/1/annuler", {}).status == 303);
    CHECK(structures(world) == 0);
    CHECK(world.tried_form("/structures/imports/1/annuler", {}).status == 409);
}

TEST_CASE("a file of purchases whose every cell is hostile is kept or listed, and given back disarmed") {
    WatchedWorld world;
    const std::string rows =
        hostile_rows({"Raison sociale du Fournisseur", "SIRET", "Dépense achat (€)", "Catégorie d'achat (optionnelle)"},
                     {"?", "21990001000014", "1000", "?"});
    const std::string url = waiting(world, "/achats/importer/", "=cmd.csv", rows);
    for (const auto* values : {&testing::hostile_texts(), &testing::hostile_figures()})
        for (const std::string& value : *values) {
            world.tried("GET", url + "?" + http::encode_query({{"acheteur", value}, {"annee", "2025"}}));
            world.tried("GET", url + "?" + http::encode_query({{"acheteur", "Valbrume"}, {"annee", value}}));
            world.tried_form(
                url, {{"acheteur", "Commune de Valbrume"}, {"annee", "2025"}, {"colonne_1", value}, {"relire", "oui"}});
        }
    CHECK(world.tried_form(url, {{"acheteur", "Commune de Valbrume"}, {"annee", "4294969321"}}).status == 422);
    const http::Response kept = world.tried_form(url, {{"acheteur", "Commune de Valbrume"}, {"annee", "2025"}});
    REQUIRE(kept.status == 303);
    const std::string to(kept.headers.get("location").value());
    const std::string sheet = to.substr(0, to.find('?'));  // a hostile column may have been right, and kept before
    for (const char* end : {"", ".json", ".xlsx"}) CHECK(world.tried("GET", sheet + end).status == 200);
    check_disarmed(world.tried("GET", sheet + ".csv"));
    world.tried("GET", sheet + "/annote.csv");
    CHECK(world.tried_form(sheet + "/retirer", {}).status == 303);
    CHECK(world.tried_form(sheet + "/retirer", {}).status == 404);
}
