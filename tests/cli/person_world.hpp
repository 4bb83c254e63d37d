// A base where commands about people run, with an OPCS and a structure, and files of invented names.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "command_world.hpp"

namespace clausier::tests {

struct PersonCommandWorld : BaseCommandWorld {
    PersonCommandWorld() {
        const auto opened = app::open_base(file, false);
        store::Transaction tx = opened->write();
        for (const char* name : {"OPCS du Nord inventé", "Structure de la Maison", "OPCS du Sud inventé"}) {
            domain::Organisation one;
            one.name = name;
            one = store::Organisations(tx).save(one);
            if (one.name.starts_with("OPCS"))
                store::OrganisationLinks(tx).set_functions(one.id, {domain::OrganisationFunction::opcs});
        }
        tx.commit();
    }
    // Declares one person, gives her pseudonym.
    std::string declare(const std::string& given, const char* opcs = "OPCS du Nord inventé") {
        const auto out =
            document("personnes creer", {{"--opcs", {opcs}}, {"--declarant", {"Structure de la Maison"}}},
                     {write("un.csv", "nom;prénom;naissance;rqth\nPersonne;" + given + ";28/02/1990;oui\n")});
        return std::string(out.at("personnes").at(0).at("pseudonyme").as_string());
    }
};

}  // namespace clausier::tests
