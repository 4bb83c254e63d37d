// A web door with a dossier in hand, and the steps of its life in one line each.
#pragma once
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "web_world.hpp"

namespace clausier::testing {

class EnquiryWorld : public WebWorld {
public:
    using WebWorld::WebWorld;

    // A dossier of two lots, 200 000 € of painting and 350 000 € of plumbing, that a buyer waits for since three days.
    http::Response create() {
        return post("/dossiers/creer", {{"acheteur", "Commune de Valbrume"},
                                        {"objet", "Rénovation de l’école"},
                                        {"type", "travaux"},
                                        {"besoin_estime", "550000"},
                                        {"duree_mois", "12"},
                                        {"departement", "57"},
                                        {"referent", "Facilitateur de Valbrume"},
                                        {"date_question", "2026-11-18"},
                                        {"intitule_1", "Peinture intérieure"},
                                        {"metier_1", "interior_painting"},
                                        {"montant_1", "200000"},
                                        {"intitule_2", "Plomberie"},
                                        {"montant_2", "350000"}});
    }
    std::string revision() { return std::to_string(json_of(get("/dossiers/1.json")).at("revision").to_number<int>()); }
    // One more field on the dossier.
    http::Response edit(http::Fields fields) {
        fields.add("revision", revision());
        return post("/dossiers/1/modifier", fields);
    }
    http::Response move(const std::string& state, http::Fields fields = {}) {
        fields.add("etat", state);
        fields.add("revision", revision());
        return post("/dossiers/1/etat", fields);
    }
    // The first scenario: insertion and a criterion on both lots, at the usual rate.
    http::Response add_scenario(const std::string& name = "Usuel",
                                const std::string& clause = "insertion_and_criterion") {
        return post("/dossiers/1/scenarios", {{"nom", name}, {"taux", "5"}, {"clause", clause}});
    }
    http::Response choose(int scenario) {
        return post("/dossiers/1/scenarios/" + std::to_string(scenario) + "/retenir", {});
    }
    // A grid of two sub-criteria, 60 % and 40 %.
    http::Response add_grid() {
        return post("/dossiers/1/offres/grille", {{"poids", "10"},
                                                  {"note_max", "10"},
                                                  {"libelle_1", "Encadrement"},
                                                  {"poids_1", "60"},
                                                  {"attendu_1", "Tuteur nommé"},
                                                  {"libelle_2", "Parcours"},
                                                  {"poids_2", "40"},
                                                  {"revision", revision()}});
    }
    http::Response add_offer(int lot, const std::string& company, const std::string& hours, bool kept) {
        return post("/dossiers/1/offres/nouvelle", {{"lot", std::to_string(lot)},
                                                    {"entreprise", company},
                                                    {"montant", "190000"},
                                                    {"heures", hours},
                                                    {"note_1", "7,5"},
                                                    {"justification_1", "Tuteur décrit"},
                                                    {"note_2", "5"},
                                                    {"retenue", kept ? "oui" : ""}});
    }
    // A dossier of two lots, studied, recommended and accepted: it lacks its offers alone.
    void prepare() {
        REQUIRE(create().status == 303);
        REQUIRE(add_scenario("Usuel", "insertion").status == 303);
        REQUIRE(choose(1).status == 303);
        REQUIRE(edit({{"publics_presents", "oui"},
                      {"publics", "long_unemployment"},
                      {"date_consultation", "2026-11-10"},
                      {"date_reponses", "2026-11-20"}})
                    .status == 303);
        REQUIRE(move("preconise").status == 303);
        REQUIRE(move("accepte").status == 303);
    }
};

}  // namespace clausier::testing
