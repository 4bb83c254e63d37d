// A dossier from the buyer's call to the market, as a browser sees it, without a socket nor a script.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;

TEST_CASE("without dossiers the list says what a dossier is for, and the ratio that there is nothing to count") {
    EnquiryWorld world;
    const http::Response list = world.get("/dossiers");
    REQUIRE(list.status == 200);
    CHECK(has(list, "Aucun dossier pour l’instant"));
    CHECK(has(list, "href=\"/dossiers/creer\""));
    CHECK(has(list, "<a href=\"/dossiers\" aria-current=\"page\">Dossiers</a>"));
    CHECK(has(world.get("/dossiers/ratio"), "rien à compter"));
    CHECK(json_of(world.get("/dossiers.json")).at("dossiers_total").to_number<int>() == 0);
}

TEST_CASE("a dossier is opened with its lots in one form, and stands in the list with its deadline") {
    EnquiryWorld world;
    const http::Response done = world.create();
    REQUIRE(done.status == 303);
    CHECK(done.headers.get("location") == "/dossiers/1?fait=dossier-cree");
    const http::Response sheet = world.get("/dossiers/1?fait=dossier-cree");
    REQUIRE(sheet.status == 200);
    CHECK(has(sheet, "Le dossier est créé."));
    CHECK(has(sheet, "<li aria-current=\"step\">Sollicité</li>"));
    CHECK(has(sheet, "Lot 1\u00a0: Peinture intérieure"));
    CHECK(has(sheet, "350\u202f000\u00a0€"));
    CHECK(has(sheet, "value=\"etudie\">Marquer comme étudié</button>"));
    const http::Response list = world.get("/dossiers");
    CHECK(has(list, "Réponse à l’acheteur, 18/11/2026"));
    CHECK(has(list, "! en retard de 3\u00a0jours"));
    CHECK(has(list, "2\u00a0lots"));
    const http::Response home = world.get("/");
    CHECK(has(home, "1\u00a0dossier ouvert"));
    CHECK(has(home, "! en retard de 3\u00a0jours"));
    const auto document = json_of(world.get("/dossiers/1.json"));
    CHECK(document.at("acheteur").as_string() == "Commune de Valbrume");
    CHECK(document.at("besoin_estime").as_string() == "550000.00");
    CHECK(document.at("heures").is_null());
    CHECK(document.at("lots").as_array().size() == 2);
}

TEST_CASE("the list is searched and filtered by its address, and says when a filter leaves nothing") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    CHECK(has(world.get("/dossiers?texte=carrelage"), "Aucun dossier ne répond à ces filtres"));
    CHECK(has(world.get("/dossiers?texte=plomberie"), "Rénovation de l’école"));
    CHECK(has(world.get("/dossiers?etat=sollicite&ouverts=oui&annee=2026&acheteur=1"), "Rénovation de l’école"));
    CHECK(has(world.get("/dossiers?etat=attribue"), "Effacer les filtres"));
    CHECK(world.get("/dossiers?etat=zz").status == 400);
    CHECK(world.get("/dossiers?annee=douze").status == 400);
    const http::Response csv = world.get("/dossiers.csv?texte=plomberie");
    CHECK(has(csv, "Rénovation de l’école"));
    CHECK(world.get("/dossiers.xlsx").file != nullptr);
}

TEST_CASE("the form of a dossier comes back with what was typed, each fault beside its field") {
    EnquiryWorld world;
    const http::Response page = world.post("/dossiers/creer", {{"referent", "Facilitateur de Valbrume"},
                                                               {"besoin_estime", "beaucoup"},
                                                               {"date_question", "demain"},
                                                               {"intitule_1", "Peinture"},
                                                               {"montant_1", "douze"}});
    REQUIRE(page.status == 422);
    for (const char* field : {"acheteur", "objet", "besoin_estime", "date_question", "montant_1"}) {
        CAPTURE(field);
        CHECK(has(page, "href=\"#" + std::string(field) + "\""));
        CHECK(has(page, "id=\"" + std::string(field) + "-erreur\""));
    }
    CHECK(has(page, "value=\"Facilitateur de Valbrume\""));
    CHECK(has(page, "value=\"beaucoup\""));
    const http::Response coded =
        world.post("/dossiers/creer",
                   {{"acheteur", "Commune de Valbrume"}, {"objet", "École"}, {"cpv", "12"}, {"duree_mois", "9999"}});
    CHECK(coded.status == 422);
    CHECK(has(coded, "id=\"cpv-erreur\""));
    CHECK(has(coded, "id=\"duree_mois-erreur\""));
    CHECK(json_of(world.get("/dossiers.json")).at("dossiers_total").to_number<int>() == 0);
}

TEST_CASE("lots of the form are added and taken away by buttons, nothing being kept") {
    EnquiryWorld world;
    const http::Fields typed{{"objet", "École"}, {"intitule_1", "Peinture"}, {"lots", "1"}, {"ajouter", "lot"}};
    const http::Response more = world.post("/dossiers/creer", typed);
    REQUIRE(more.status == 200);
    CHECK(has(more, "name=\"intitule_2\""));
    CHECK(has(more, "value=\"Peinture\""));
    CHECK(json_of(world.get("/dossiers.json")).at("dossiers_total").to_number<int>() == 0);
}

TEST_CASE("a calculation becomes a dossier whose first scenario has its figures") {
    EnquiryWorld world;
    const http::Response calculation =
        world.get("/calcul?intitule_1=Peinture&metier_1=interior_painting&montant_1=200000&taux=10&mois=18");
    REQUIRE(has(calculation, "href=\"/dossiers/creer?"));
    const http::Fields lots{{"intitule_1", "Peinture"},
                            {"metier_1", "interior_painting"},
                            {"montant_1", "200000"},
                            {"cout_horaire_1", "40"},
                            {"taux", "10"},
                            {"depuis", "calcul"},
                            {"acheteur", "Commune de Valbrume"},
                            {"objet", "École"}};
    const http::Response form = world.get("/dossiers/creer?mois=18&" + http::encode_query(lots));
    CHECK(has(form, "name=\"cout_horaire_1\" value=\"40\""));
    CHECK(has(form, "name=\"duree_mois\" type=\"text\" value=\"18\""));
    REQUIRE(world.post("/dossiers/creer", lots).status == 303);
    const auto document = json_of(world.get("/dossiers/1.json"));
    // 200 000 × 70 % × 10 % ÷ 40.
    CHECK(document.at("heures").as_string() == "350.00");
    CHECK(document.at("scenarios").as_array().at(0).at("taux").as_string() == "10.00");
    CHECK(has(world.get("/dossiers/1"), "✓ préconisé"));
}

TEST_CASE("an object of more than a thousand characters is refused beside its field") {
    EnquiryWorld world;
    std::string object;
    for (int i = 0; i < 1000; ++i) object += "e";
    const http::Response kept = world.post("/dossiers/creer", {{"acheteur", "Commune"}, {"objet", object}});
    CHECK(kept.status == 303);
    const http::Response over = world.post("/dossiers/creer", {{"acheteur", "Commune"}, {"objet", object + "e"}});
    CHECK(over.status == 422);
    CHECK(has(over, "id=\"objet-erreur\""));
    const http::Response day = world.post(
        "/dossiers/creer", {{"acheteur", "Commune"}, {"objet", "École"}, {"date_consultation", "2026-11-10"}});
    REQUIRE(day.status == 303);
    CHECK(json_of(world.get("/dossiers/2.json")).at("date_consultation").as_string() == "2026-11-10");
    CHECK(has(world.get("/dossiers/creer"), "name=\"date_consultation\" type=\"date\""));
}

TEST_CASE("the values of a dossier are changed, and two people at once are told both values") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    const http::Response form = world.get("/dossiers/1/modifier");
    REQUIRE(form.status == 200);
    CHECK(has(form, "Rénovation de l’école"));
    CHECK(has(form, "id=\"publics-long_unemployment\""));
    const std::string read = world.revision();
    http::Fields edited{{"objet", "Rénovation du gymnase"},
                        {"publics_presents", "oui"},
                        {"publics", "long_unemployment"},
                        {"publics", "qpv_resident"},
                        {"revision", read}};
    REQUIRE(world.post("/dossiers/1/modifier", edited).headers.get("location") == "/dossiers/1?fait=dossier-modifie");
    const auto document = json_of(world.get("/dossiers/1.json"));
    CHECK(document.at("objet").as_string() == "Rénovation du gymnase");
    CHECK(document.at("publics").as_array().size() == 2);
    const http::Response stale = world.post("/dossiers/1/modifier", {{"objet", "Halle"}, {"revision", read}});
    CHECK(stale.status == 409);
    CHECK(has(stale, "Rénovation du gymnase"));
    CHECK(has(stale, "Halle"));
    CHECK(has(stale, "Quelqu’un d’autre a enregistré entre-temps"));
    const http::Response wrong = world.post(
        "/dossiers/1/modifier",
        {{"publics_presents", "oui"}, {"publics", "zz"}, {"date_reponses", "hier"}, {"revision", world.revision()}});
    CHECK(wrong.status == 422);
    CHECK(has(wrong, "id=\"date_reponses-erreur\""));
}

TEST_CASE("what does not exist is not found, whatever is asked of it") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    for (const char* path : {"/dossiers/9", "/dossiers/9/lots", "/dossiers/9/modifier", "/dossiers/9/scenarios",
                             "/dossiers/1/scenarios/9", "/dossiers/1/offres/9", "/dossiers/9/offres", "/dossiers/zz",
                             "/dossiers/9/attribuer", "/dossiers/9/lots/importer"}) {
        CAPTURE(path);
        CHECK(world.get(path).status == 404);
    }
    CHECK(world.post("/dossiers/9/etat", {{"etat", "etudie"}, {"revision", "1"}}).status == 404);
    CHECK(world.post("/dossiers/1/scenarios/9/retenir", {}).status == 404);
    CHECK(world.post("/dossiers/1/offres/9/retirer", {}).status == 404);
}

TEST_CASE("the ratio counts by buyer and year, on what was studied") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    REQUIRE(world.move("etudie").status == 303);
    const http::Response page = world.get("/dossiers/ratio");
    REQUIRE(page.status == 200);
    CHECK(has(page, "Sur 1\u00a0dossier étudié, 0 pouvait porter une clause et 0 en a une."));
    CHECK(has(page, "Commune de Valbrume"));
    const auto document = json_of(world.get("/dossiers/ratio.json"));
    CHECK(document.at("ratios").as_array().at(0).at("etudies").to_number<int>() == 1);
    CHECK(document.at("taux_clauses_total").as_string() == "0.00");
}

TEST_CASE("the OPCS that answers is chosen in the form of the dossier, and taken out again") {
    EnquiryWorld world;
    REQUIRE(world.create().status == 303);
    domain::Id<domain::Organisation> house;
    {
        store::Transaction tx = world.base.write();
        domain::Organisation one;
        one.name = "Maison de l’emploi inventée";
        house = store::Organisations(tx).save(one).id;
        tx.commit();
    }
    app::set_organisation_functions({testing::fixed_day(), "cli"}, world.base, house,
                                    {domain::OrganisationFunction::opcs});
    const std::string number = std::to_string(house.value);
    CHECK(has(world.get("/dossiers/1/modifier"), "<option value=\"" + number + "\">Maison de l’emploi inventée"));
    REQUIRE(world.edit({{"opcs", number}}).status == 303);
    CHECK(json_of(world.get("/dossiers/1.json")).at("opcs_id").as_int64() == house.value);
    // A form without the field leaves it as it is.
    REQUIRE(world.edit({{"note", "rappeler"}}).status == 303);
    CHECK(json_of(world.get("/dossiers/1.json")).at("opcs_id").as_int64() == house.value);
    CHECK(world.edit({{"opcs", "1"}}).status == 422);
    REQUIRE(world.edit({{"opcs", ""}}).status == 303);
    CHECK(json_of(world.get("/dossiers/1.json")).at("opcs_id").is_null());
}
