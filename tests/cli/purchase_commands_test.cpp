// « achats » by the command line: the share of inclusive purchases, and the user's file annotated.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "cli/command_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;

namespace {

using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

struct World : tests::CommandWorld {
    std::string purchases =
        write("achats.csv",
              "Raison sociale du Fournisseur,SIRET,Dépense achat (€),Catégorie d'achat (optionnelle),"
              "Entité acheteuse (optionnelle)\n"
              "Les Tilleuls,21990001000014,250.00,Espaces verts,Parcs\n"
              "Autre,21990001000022,\"750,00\",Travaux,Parcs\n"
              "Nul,21990001000022,0,,\n");

    World() {
        ask("structures ajouter", {{"--type", {"ACI"}}, {"--nom", {"Les Tilleuls"}}, {"--siret", {"21990001000014"}}});
    }
    boost::json::object ask(std::string_view path, Options options, std::vector<std::string> positionals = {}) {
        options["--base"] = {file("b.sqlite")};
        return run(path, std::move(options), std::move(positionals)).answer.document.as_object();
    }
    Options of_year() const { return {{"--acheteur", {"Commune de Valbrume"}}, {"--annee", {"2025"}}}; }
    std::string text(const std::string& name) const {
        std::ifstream in(file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
};

}  // namespace

TEST_CASE("purchases are imported, summed, annotated, replaced and removed") {
    World world;
    Options first = world.of_year();
    first["--annote"] = {world.file("annote.csv")};
    const auto done = world.ask("achats importer", first, {world.purchases});
    CHECK(done.at("retenues").as_int64() == 2);
    CHECK(done.at("rejets").as_array().size() == 1);
    const auto& inclusive = done.at("chiffres").as_array().at(2).as_object();
    CHECK(inclusive.at("code").as_string() == "inclusif");
    CHECK(inclusive.at("part").as_string() == "25.00");
    const std::string annotated = world.text("annote.csv");
    CHECK(annotated.find("(optionnelle),Structure inclusive,Famille,Type,Nom de la structure") != std::string::npos);
    CHECK(annotated.find("Les Tilleuls,21990001000014,250.00,Espaces verts,Parcs,OUI,insertion,Atelier et chantier") !=
          std::string::npos);
    CHECK(annotated.find("Autre,21990001000022,\"750,00\",Travaux,Parcs,NON,,,,") != std::string::npos);
    CHECK(tests::refusal([&] { world.ask("achats importer", world.of_year(), {world.purchases}); })
              .issues()
              .at(0)
              .where == "option --remplacer");
    Options share = world.of_year();
    share["--annote"] = {world.file("annote.xlsx")};
    CHECK(world.ask("achats bilan", share).at("juge_le").as_string() == "2025-12-31");
    CHECK(world.text("annote.xlsx").starts_with("PK"));
    CHECK(world.ask("achats liste", {}).at("achats").as_array().size() == 1);
    Options removal = world.of_year();
    removal["--oui"] = {"oui"};
    CHECK(world.ask("achats retirer", removal).at("achats").as_array().empty());
}

TEST_CASE("the spending of a year is typed with its source, then taken away") {
    World world;
    Options typed = world.of_year();
    typed["--montant"] = {"61 000 000"};
    CHECK(tests::refusal([&] { world.ask("achats depense", typed); }).issues().at(0).where == "option --source");
    typed["--source"] = {"compte administratif"};
    const auto known = world.ask("achats depense", typed);
    CHECK(known.at("achats").as_array().at(0).at("depense_mandatee").as_string() == "61000000.00");
    Options away = world.of_year();
    away["--effacer"] = {"oui"};
    CHECK(world.ask("achats depense", away).at("achats").as_array().empty());
}
