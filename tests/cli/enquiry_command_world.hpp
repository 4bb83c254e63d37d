// A base of dossiers for tests of their commands, and the steps that lead one to its recommendation.
#pragma once
#include "command_world.hpp"
#include "support/refusal.hpp"

namespace clausier::tests {

struct EnquiryCommandWorld : CommandWorld {
    using Options = std::map<std::string, std::vector<std::string>, std::less<>>;
    std::string base_file = file("dossiers.sqlite");

    // The document that the command answers.
    boost::json::value ask(std::string_view path, Options options, std::vector<std::string> positionals = {}) {
        options["--base"] = {base_file};
        return run(path, std::move(options), std::move(positionals)).answer.document;
    }
    void create() {
        ask("dossiers creer", {{"--acheteur", {"Région des Hautes-Terres"}},
                               {"--objet", {"Lycée des Tilleuls"}},
                               {"--public", {"minimum_income"}},
                               {"--date-question", {"2026-11-30"}},
                               {"--lot", {"1;Peinture intérieure;200 000", "2;Nettoyage de chantier"}}});
    }
    void recommend() {
        create();
        ask("dossiers scenario ajouter", {{"--nom", {"5 %"}}, {"--clause", {"tous=none", "1=insertion_and_criterion"}}},
            {"1"});
        ask("dossiers scenario choisir", {}, {"1", "5 %"});
        ask("dossiers etape", {{"--note", {"Note envoyée"}}}, {"1", "preconise"});
    }
};

}  // namespace clausier::tests
