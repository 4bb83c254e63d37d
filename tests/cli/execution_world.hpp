// A base where commands of execution run: two lots of one market, their holder, an OPCS, somebody who works there.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "command_world.hpp"

namespace clausier::tests {

struct ExecutionCommandWorld : CommandWorld {
    std::string base_file = folder / "b.sqlite";
    std::string person;

    ExecutionCommandWorld() {
        const std::string csv = write(
            "marches.csv",
            "Acheteur;N° marché;Objet;Lot;Intitulé du lot;Montant HT;Date de notification;SIRET titulaire;Titulaire\n"
            "Commune de Valbrume;2026-01;École;1;Peinture;200 000,00;01/03/2026;99900001000019;Bâtisseurs inventés\n"
            "Commune de Valbrume;2026-01;École;2;Gros œuvre;800 000,00;01/03/2026;99900001000019;Bâtisseurs "
            "inventés\n");
        run("importer", {{"--base", {base_file}}}, {csv});
        {
            const auto opened = app::open_base(base_file, false);
            store::Transaction tx = opened->write();
            for (const char* name : {"OPCS inventé", "Jardins inventés"}) {
                domain::Organisation one;
                one.name = name;
                one = store::Organisations(tx).save(one);
                if (one.name.starts_with("OPCS"))
                    store::OrganisationLinks(tx).set_functions(one.id, {domain::OrganisationFunction::opcs});
            }
            tx.commit();
        }
        const auto made =
            document("personnes creer", {{"--opcs", {"OPCS inventé"}}, {"--declarant", {"Jardins inventés"}}},
                     {write("un.csv", "nom;prénom;naissance;rqth\nPersonne;Une;28/02/1990;\n")});
        person = std::string(made.at("personnes").at(0).at("pseudonyme").as_string());
    }
    boost::json::value document(std::string_view path,
                                std::map<std::string, std::vector<std::string>, std::less<>> options,
                                std::vector<std::string> positionals = {}) {
        options["--base"] = {base_file};
        return run(path, std::move(options), std::move(positionals)).answer.document;
    }
    void owes(const char* lot, const char* hours) {
        document("engagements ajouter", {{"--quantite", {hours}}, {"--depuis", {"2026-03-01"}}}, {lot});
    }
    boost::json::value opens(const char* lot = "1") {
        return document("mises ouvrir",
                        {{"--employeur", {"Jardins inventés"}},
                         {"--modalite", {"cdd"}},
                         {"--contrat", {"cdd"}},
                         {"--debut", {"2026-04-01"}},
                         {"--personne", {person}},
                         {"--critere", {"minimum_income;attestation de RSA;2026-03-20"}}},
                        {lot});
    }
    boost::json::value declares(const char* month, const char* hours) {
        return document("heures declarer", {{"--mois", {month}}, {"--travaillees", {hours}}}, {"1"});
    }
};

}  // namespace clausier::tests
