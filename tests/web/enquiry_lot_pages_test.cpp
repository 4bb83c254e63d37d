// The lots of a dossier, typed or read from a spreadsheet.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;

namespace {

boost::json::array lots(EnquiryWorld& world) { return json_of(world.get("/dossiers/1.json")).at("lots").as_array(); }

}  // namespace

TEST_CASE("lots are changed all at once, taken away and put aside") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response page = world.get("/dossiers/1/lots");
    REQUIRE(page.status == 200);
    CHECK(has(page, "name=\"ident_2\" value=\"2\""));
    const http::Response done = world.post("/dossiers/1/lots", {{"lot_1", "1"},
                                                                {"intitule_1", "Peinture"},
                                                                {"montant_1", "120 000,50"},
                                                                {"maximum_1", "oui"},
                                                                {"ident_1", "1"},
                                                                {"lot_2", "3"},
                                                                {"intitule_2", "Carrelage"},
                                                                {"sans_suite_2", "oui"},
                                                                {"revision", world.revision()}});
    REQUIRE(done.headers.get("location") == "/dossiers/1?fait=lots-enregistres");
    const auto kept = lots(world);
    REQUIRE(kept.size() == 2);
    CHECK(kept.at(0).at("lot_id").to_number<int>() == 1);
    CHECK(kept.at(0).at("montant_estime").as_string() == "120000.50");
    CHECK(kept.at(0).at("maximum").as_bool());
    CHECK(kept.at(1).at("sans_suite").as_bool());
    CHECK(kept.at(1).at("montant_estime").is_null());
}

TEST_CASE("a lot's faults stand at its row, blank rows before it or not, and nothing is kept") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response figure = world.post(
        "/dossiers/1/lots", {{"intitule_1", "Peinture"}, {"montant_1", "beaucoup"}, {"revision", world.revision()}});
    CHECK(figure.status == 422);
    CHECK(has(figure, "id=\"montant_1-erreur\""));
    CHECK(has(figure, "value=\"beaucoup\""));
    const http::Response coded = world.post(
        "/dossiers/1/lots",
        {{"lot_1", "1"}, {"intitule_1", "Peinture"}, {"lot_3", "1"}, {"cpv_3", "12"}, {"revision", world.revision()}});
    CHECK(coded.status == 422);
    CHECK(has(coded, "id=\"cpv_3-erreur\""));
    CHECK(has(coded, "id=\"lot_3-erreur\""));
    CHECK(lots(world).size() == 2);
    CHECK(lots(world).at(0).at("intitule").as_string() == "Peinture intérieure");
    const http::Response stale =
        world.post("/dossiers/1/lots", {{"lot_1", "1"}, {"intitule_1", "Autre"}, {"revision", "0"}});
    CHECK(stale.status == 409);
    CHECK(has(stale, "Peinture intérieure"));
}

TEST_CASE("a row more and a row less change nothing that is kept") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response more =
        world.post("/dossiers/1/lots", {{"intitule_1", "Peinture"}, {"lots", "1"}, {"ajouter", "lot"}});
    CHECK(more.status == 200);
    CHECK(has(more, "name=\"intitule_2\""));
    const http::Response less =
        world.post("/dossiers/1/lots",
                   {{"intitule_1", "Peinture"}, {"intitule_2", "Sol"}, {"ident_2", "7"}, {"retirer_lot", "1"}});
    CHECK(has(less, "name=\"ident_1\" value=\"7\""));
    CHECK(lots(world).size() == 2);
}

TEST_CASE("a lot with decided hours says what goes with it before it is taken away") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    CHECK_FALSE(has(world.get("/dossiers/1/lots"), "Emporte "));
    REQUIRE(world.add_scenario("Usuel", "insertion").status == 303);
    REQUIRE(
        world
            .post(
                "/dossiers/1/scenarios/1",
                {{"nom", "Usuel"}, {"ident_1", "1"}, {"clause_1", "insertion"}, {"heures_1", "120"}, {"revision", "1"}})
            .status == 303);
    const http::Response page = world.get("/dossiers/1/lots");
    CHECK(has(page, "Emporte ses heures décidées dans 1\u00a0scénario."));
    CHECK(has(page, "Oui, retirer<span class=\"sr\"> la ligne 1"));
    CHECK_FALSE(has(page, "Oui, retirer<span class=\"sr\"> la ligne 2"));
}

TEST_CASE("the buyer's spreadsheet is read and looked at before anything is kept") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    CHECK(has(world.get("/dossiers/1/lots/importer"), "name=\"fichier\""));
    const std::string file = "Lot;Intitulé;Montant HT\n3;Carrelage;80000\n4;Électricité;150000\nTotal;;230000\n";
    const http::Response preview = world.upload("/dossiers/1/lots/importer", "lots.csv", file);
    REQUIRE(preview.status == 200);
    CHECK(has(preview, "2\u00a0lots lus, 1\u00a0ligne écartée"));
    CHECK(has(preview, "rien n’est enregistré"));
    CHECK(has(preview, "value=\"Carrelage\""));
    CHECK(has(preview, "value=\"150000\""));
    CHECK(has(preview, "name=\"ident_1\" value=\"1\""));
    CHECK(lots(world).size() == 2);
}

TEST_CASE("the preview tells each line left out and each column not taken, and no word of the command line") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const std::string file =
        "VILLE DE SAINT-AUBIN;;;\nN°;Désignation des travaux;Estimation HT;Durée\n3;Carrelage;80000;4 mois\n"
        ";TVA 20 %;16000;\n;TOTAL TTC;96000;\n";
    const http::Response page = world.upload("/dossiers/1/lots/importer", "lots.csv", file);
    REQUIRE(page.status == 200);
    CHECK(has(page, "1\u00a0lot lu, 3\u00a0lignes écartées"));
    CHECK(has(page, "ligne 4, « TVA 20 % » : ligne de total : rien n’y est compté"));
    CHECK(has(page, "ligne 5, « TOTAL TTC »"));
    CHECK(has(page, "colonne « Durée » : elle n’est pas reprise"));
    CHECK_FALSE(has(page, "référence ; il reçoit"));
    CHECK_FALSE(has(page, "--part-mo"));
    CHECK(has(page, "name=\"colonne_2\""));
}

TEST_CASE("the columns are chosen and the rows read again, without the file being sent again") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response odd =
        world.upload("/dossiers/1/lots/importer", "notes.csv", "a;b;c\n3;Carrelage;80000\n4;Faïence;90000\n");
    REQUIRE(odd.status == 422);
    REQUIRE(has(odd, "Choisir les colonnes"));
    const std::string rows =
        R"([[1,"ttt","a","b","c"],[2,"ttt","3","Carrelage","80000"],[3,"ttt","4","Faïence","90000"]])";
    CHECK(has(odd, "Carrelage&quot;"));
    http::Fields chosen{{"table", rows},         {"nom", "notes.csv"},        {"ligne_lue", "1"},
                        {"ligne_titres", "1"},   {"colonne_1", "lot_numero"}, {"colonne_2", "lot_intitule"},
                        {"colonne_3", "montant"}};
    const http::Response read = world.post("/dossiers/1/lots/importer", chosen);
    REQUIRE(read.status == 200);
    CHECK(has(read, "2\u00a0lots lus"));
    CHECK(has(read, "value=\"Faïence\""));
    CHECK(has(read, "value=\"90000\""));
    CHECK(has(read, "notes.csv. Relisez"));
    chosen.add("colonne_4", "montant");
    const http::Response twice = world.post("/dossiers/1/lots/importer", chosen);
    CHECK(twice.status == 422);
    CHECK(has(twice, "la colonne C a déjà ce sens"));
    const http::Response broken =
        world.post("/dossiers/1/lots/importer", {{"table", "[[1,\"tt\",\"a\"]]"}, {"nom", "notes.csv"}});
    CHECK(broken.status == 422);
    CHECK(has(broken, "choisissez le fichier de nouveau"));
    CHECK(lots(world).size() == 2);
}

TEST_CASE("a spreadsheet that cannot be read says so in the words of the page") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response none = world.upload("/dossiers/1/lots/importer", "", "");
    CHECK(none.status == 422);
    CHECK(has(none, "aucun fichier n’est choisi"));
    const http::Response odd = world.upload("/dossiers/1/lots/importer", "notes.csv", "a;b\n1;2\n");
    CHECK(odd.status == 422);
    CHECK(has(odd, "id=\"fichier-erreur\""));
    CHECK_FALSE(has(odd, "--"));
    CHECK(lots(world).size() == 2);
}
