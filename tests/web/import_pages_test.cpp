// An import through the pages: deposited, its columns, its unknown values, its check, its report, and its undoing.
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/markets.hpp"
#include "sheets/scratch_folder.hpp"
#include "web_world.hpp"

using namespace clausier;
using testing::WebWorld;

namespace {

const std::string table =
    "N° marché;Acheteur;Objet;Lot;Procédure;Montant HT\n"
    "2026-01;Commune de Valbrume;École;1;MAPA 2;200 000\n"
    "2026-01;Commune de Valbrume;École;2;MAPA 2;300 000\n"
    "TOTAL;;;;;500 000\n";

struct ImportPages {
    tests::ScratchFolder folder;
    WebWorld world{(folder.path() / "base.sqlite").string()};

    // The step at rest: pages answer at once while a work goes on.
    boost::json::value at_rest(const std::string& url) {
        boost::json::value draft;
        do draft = testing::json_of(world.get(url + ".json"));
        while (!draft.at("en_repos").as_bool());
        return draft;
    }
    std::string deposit(const std::string& bytes, const std::string& name = "marches.csv") {
        const http::Response answer = world.upload("/import", name, bytes);
        REQUIRE(answer.status == 303);
        return std::string(*answer.headers.get("location"));
    }
};

}  // namespace

TEST_CASE("a tender table goes from file to database in four steps, and is undone as a whole") {
    ImportPages pages;
    const std::string url = pages.deposit(table);
    CHECK(pages.at_rest(url).at("etape").as_string() == "colonnes");
    CHECK(pages.world.get(url).body.find("Montant HT") != std::string::npos);
    REQUIRE(pages.world.post(url + "/colonnes", {{"action", "lire"}}).status == 303);
    REQUIRE(pages.at_rest(url).at("etape").as_string() == "valeurs");
    const std::string page = pages.world.get(url).body;
    CHECK(page.find("«\u00a0MAPA 2\u00a0»") != std::string::npos);
    CHECK(page.find("2 fois, dès la ligne 2") != std::string::npos);
    REQUIRE(pages.world
                .post(url + "/valeurs",
                      {{"champ_1", "procedure"}, {"valeur_1", "MAPA 2"}, {"choix_1", "=Procédure adaptée"}})
                .status == 303);
    const boost::json::value check = pages.at_rest(url);
    REQUIRE(check.at("etape").as_string() == "vérification");
    CHECK(check.at("bilan").at("marches_nouveaux").as_int64() == 1);
    CHECK(pages.world.get(url).body.find("3\u00a0lignes lues = 2\u00a0retenues + 1\u00a0ignorée + 0\u00a0rejetée") !=
          std::string::npos);
    CHECK(app::list_markets(pages.world.base, {}).markets == 0);
    REQUIRE(pages.world.post(url + "/appliquer", {}).status == 303);
    REQUIRE(pages.at_rest(url).at("etape").as_string() == "appliqué");
    CHECK(app::list_markets(pages.world.base, {}).lines.at(0).market.procedure == "Procédure adaptée");
    CHECK(pages.world.get("/import").body.find("marches.csv") != std::string::npos);
    CHECK(pages.world.get("/import/decisions").body.find("Procédure adaptée") != std::string::npos);
    REQUIRE(pages.world.post("/imports/1/annuler", {}).status == 303);
    CHECK(app::list_markets(pages.world.base, {}).markets == 0);
}

TEST_CASE("the annotated file says what became of each line") {
    ImportPages pages;
    const std::string url = pages.deposit(table);
    pages.at_rest(url);
    pages.world.post(url + "/colonnes", {{"action", "lire"}});
    pages.at_rest(url);
    const http::Response answer = pages.world.get(url + "/lignes-annotees.xlsx");
    REQUIRE(answer.status == 200);
    REQUIRE(answer.file);
    CHECK(answer.file->size() > 3000);
}

TEST_CASE("a column is decided by a person, and another left aside") {
    ImportPages pages;
    const std::string url = pages.deposit("Chose;Qui;Combien\nÉcole;Commune de Valbrume;12\n");
    pages.at_rest(url);
    pages.world.post(url + "/colonnes", {{"action", "revoir"}, {"profil", "table-region"}});
    pages.at_rest(url);
    pages.world.post(url + "/colonnes", {{"action", "lire"},
                                         {"profil", "table-region"},
                                         {"colonne_1", "objet"},
                                         {"colonne_2", ""},
                                         {"colonne_3", "montant"},
                                         {"acheteur", "Commune de Valbrume"}});
    const boost::json::value draft = pages.at_rest(url);
    CHECK(draft.at("etape").as_string() == "vérification");
    CHECK(draft.at("bilan").at("lignes_retenues").as_int64() == 1);
}

TEST_CASE("no file, an empty file and a file that is no spreadsheet are told, nothing being kept") {
    ImportPages pages;
    CHECK(pages.world.upload("/import", "", "").status == 422);
    CHECK(pages.world.upload("/import", "vide.csv", "").status == 422);
    const std::string url = pages.deposit(std::string("PK\x03\x04", 4) + "n’est pas un classeur");
    CHECK(pages.at_rest(url).at("etape").as_string() == "échoué");
    CHECK(pages.world.get(url).body.find("n’a pas pu être lu") != std::string::npos);
    CHECK(app::list_markets(pages.world.base, {}).markets == 0);
}

TEST_CASE("an import abandoned, or unknown, leads nowhere") {
    ImportPages pages;
    const std::string url = pages.deposit(table);
    pages.at_rest(url);
    CHECK(pages.world.post(url + "/abandonner", {}).headers.get("location") == "/import?fait=import-abandonne");
    CHECK(pages.world.post(url + "/appliquer", {}).status == 409);
    CHECK(pages.world.get("/import/0123456789abcdef0123456789abcdef").status == 404);
}

TEST_CASE("the workbook to fill in is itself importable") {
    ImportPages pages;
    const http::Response answer = pages.world.get("/import/modele.xlsx");
    REQUIRE(answer.status == 200);
    REQUIRE(answer.file);
    CHECK(answer.headers.get("content-disposition") == "attachment; filename=\"modele-de-lots.xlsx\"");
}

TEST_CASE("a file that names no buyer is not read before one is given, and the page says where") {
    ImportPages pages;
    const std::string url =
        pages.deposit("N° lot;Intitulé du lot;Montant estimé HT\n1;Peinture;200 000\n2;Plomberie;350 000\n");
    pages.at_rest(url);
    const http::Response refused = pages.world.post(url + "/colonnes", {{"action", "lire"}, {"objet", "École"}});
    CHECK(refused.status == 422);
    CHECK(refused.body.find("href=\"#acheteur\"") != std::string::npos);
    CHECK(refused.body.find("value=\"École\"") != std::string::npos);
    CHECK(pages.at_rest(url).at("etape").as_string() == "colonnes");
    REQUIRE(pages.world
                .post(url + "/colonnes", {{"action", "lire"}, {"objet", "École"}, {"acheteur", "Commune de Valbrume"}})
                .status == 303);
    CHECK(pages.at_rest(url).at("etape").as_string() == "vérification");
}

TEST_CASE("a year or a row of titles that is none comes back beside its field, with what was chosen") {
    ImportPages pages;
    const std::string url = pages.deposit(table);
    pages.at_rest(url);
    const http::Response refused = pages.world.post(url + "/colonnes", {{"action", "lire"},
                                                                        {"annee", "bientôt"},
                                                                        {"ligne_entetes", "première"},
                                                                        {"objet", "École <neuve>"},
                                                                        {"colonne_6", ""}});
    CHECK(refused.status == 422);
    const auto has = [&](std::string_view text) { return refused.body.find(text) != std::string::npos; };
    CHECK(has("id=\"annee-erreur\""));
    CHECK(has("id=\"ligne_entetes-erreur\""));
    CHECK(has("value=\"bientôt\""));
    CHECK(has("value=\"première\""));
    CHECK(has("value=\"École &lt;neuve&gt;\""));
    const std::size_t column = refused.body.find("name=\"colonne_6\"");
    CHECK(refused.body.find("value=\"\" selected", column) < refused.body.find("</select>", column));
    CHECK(pages.at_rest(url).at("etape").as_string() == "colonnes");
    CHECK(pages.world.post(url + "/colonnes", {{"action", "lire"}, {"annee", "2026"}}).status == 303);
}

TEST_CASE("a row of titles that the file does not have is the fault of its field, and another is taken after it") {
    ImportPages pages;
    const std::string url = pages.deposit(table);
    pages.at_rest(url);
    const http::Response refused =
        pages.world.post(url + "/colonnes", {{"action", "lire"}, {"ligne_entetes", "99"}, {"objet", "École"}});
    CHECK(refused.status == 422);
    CHECK(refused.body.find("la ligne 99 n’est pas parmi les 4 premières lignes remplies") != std::string::npos);
    CHECK(refused.body.find("id=\"ligne_entetes-erreur\"") != std::string::npos);
    CHECK(refused.body.find("value=\"99\"") != std::string::npos);
    CHECK(refused.body.find("value=\"École\"") != std::string::npos);
    CHECK(refused.body.find("L’étape n’a pas pu se faire") == std::string::npos);
    REQUIRE(pages.world.post(url + "/colonnes", {{"action", "lire"}, {"ligne_entetes", "1"}}).status == 303);
    CHECK(pages.at_rest(url).at("etape").as_string() == "valeurs");
}

TEST_CASE("once an import is written, the report is the current step") {
    ImportPages pages;
    const std::string url = pages.deposit(table);
    pages.at_rest(url);
    pages.world.post(url + "/colonnes", {{"action", "lire"}});
    pages.at_rest(url);
    pages.world.post(url + "/valeurs", {});
    pages.at_rest(url);
    pages.world.post(url + "/appliquer", {});
    pages.at_rest(url);
    CHECK(pages.world.get(url).body.find("<li aria-current=\"step\">Rapport") != std::string::npos);
}

TEST_CASE("a file of titles alone is told in words, not by the name of a profile") {
    ImportPages pages;
    const std::string url = pages.deposit("N° marché;Acheteur;Objet;Montant HT\n");
    pages.at_rest(url);
    pages.world.post(url + "/colonnes", {{"action", "lire"}});
    pages.at_rest(url);
    const std::string page = pages.world.get(url).body;
    CHECK(page.find("Le fichier n’a aucune ligne sous celle des titres") != std::string::npos);
    CHECK(page.find("profil table-region") == std::string::npos);
}

TEST_CASE("of essential data that break off, a button keeps the valid records, and they are imported") {
    ImportPages pages;
    std::string text = R"({"marches":[)";
    for (int i = 1; i <= 100; ++i)
        text +=
            R"({"id":"2025)" + std::to_string(i) +
            R"(","acheteur":{"id":"21000000000011"},"objet":"École","montant":1000,"dateNotification":"2025-03-01"},)";
    const std::string url = pages.deposit(text + R"({"id":"2025101","objet":"rue "Haute""}]})", "marches.json");
    REQUIRE(pages.at_rest(url).at("etape").as_string() == "colonnes");
    pages.world.post(url + "/colonnes", {{"action", "lire"}});
    const boost::json::value draft = pages.at_rest(url);
    CHECK(draft.at("etape").as_string() == "colonnes");
    CHECK(draft.at("enregistrements_entiers").to_number<int>() == 100);
    const std::string page = pages.world.get(url).body;
    CHECK(page.find("2025101") != std::string::npos);
    CHECK(page.find("Garder les 100 enregistrements valides") != std::string::npos);
    REQUIRE(pages.world.post(url + "/entiers", {}).status == 303);
    const boost::json::value check = pages.at_rest(url);
    REQUIRE(check.at("etape").as_string() == "vérification");
    CHECK(check.at("bilan").at("marches_nouveaux").as_int64() == 100);
}
