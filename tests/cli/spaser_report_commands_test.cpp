// The report in every format of its name, published, read again byte for byte, and compared with today.
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>
#include <iterator>

#include "clausier/cli/usage.hpp"
#include "clausier/core/digest.hpp"
#include "clausier/core/issue.hpp"
#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;
using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

namespace {

struct World : CommandWorld {
    std::string file = base();
    cli::Outcome act(std::string_view path, Options options, std::vector<std::string> positionals = {}) {
        options["--base"] = {file};
        return run(path, std::move(options), std::move(positionals));
    }
    boost::json::value document(std::string_view path, Options options, std::vector<std::string> positionals = {}) {
        return act(path, std::move(options), std::move(positionals)).answer.document;
    }
    std::string written(std::string_view path, Options options, const std::string& name,
                        std::vector<std::string> positionals = {}) {
        options["--sortie"] = {CommandWorld::file(name)};
        act(path, std::move(options), std::move(positionals));
        std::ifstream in(CommandWorld::file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    Options year() { return {{"--acheteur", {"Commune de Valbrume"}}, {"--annee", {"2026"}}}; }
    boost::json::value publish(Options more = {}) {
        Options options = year();
        options["--oui"] = {""};
        for (auto& [name, values] : more) options[name] = values;
        return document("spaser publier", options);
    }
};

}  // namespace

TEST_CASE("the report leaves in the format that the name of its file tells") {
    World world;
    CHECK(world.document("spaser rapport", world.year()).at("titre").as_string() ==
          "Rapport SPASER 2026\u00a0: Commune de Valbrume");
    for (const char* name : {"r.docx", "r.odt", "r.xlsx", "r.zip"})
        CHECK(world.written("spaser rapport", world.year(), name).starts_with("PK"));
    CHECK(world.written("spaser rapport", world.year(), "r.html").find("<!doctype html>") != std::string::npos);
    CHECK(world.written("spaser rapport", world.year(), "r.txt").find("9. Fichier ouvert") != std::string::npos);
    CHECK(boost::json::parse(world.written("spaser rapport", world.year(), "r.json")).at("annee").as_int64() == 2026);
    CHECK_THROWS_AS(world.written("spaser rapport", world.year(), "r.exe"), cli::UsageError);
    CHECK_THROWS_AS(world.document("spaser rapport", {{"--annee", {"2026"}}}), core::Error);
    CHECK_THROWS_AS(world.document("spaser rapport", {{"--acheteur", {"Atlantis"}}, {"--annee", {"2026"}}}),
                    core::Error);
}

TEST_CASE("options are told in the method, and kept with what is published") {
    World world;
    Options options = world.year();
    options["--montant"] = {"modifie"};
    CHECK(world.written("spaser rapport", options, "r.txt").find("dernière modification") != std::string::npos);
    const auto made = world.publish({{"--sous-traitants", {"oui"}}});
    CHECK(std::string(made.at("publications").at(0).at("options").as_string()).find("sous_traitants=oui") !=
          std::string::npos);
}

TEST_CASE("a publication asks to be confirmed, is versioned, and comes back byte for byte") {
    World world;
    CHECK_THROWS_AS(world.document("spaser publier", world.year()), cli::UsageError);
    const auto first = world.publish().at("publications").at(0);
    CHECK(first.at("version").as_int64() == 1);
    CHECK(world.publish().at("publications").at(0).at("version").as_int64() == 2);
    const std::string before = world.written("spaser publication", {}, "a.docx", {"1"});
    const std::string content = world.written("spaser publication", {}, "a.json", {"1"});
    CHECK(core::sha256(content) == first.at("empreinte").as_string());
    world.act("marches creer", {{"--acheteur", {"Commune de Valbrume"}},
                                {"--objet", {"Gymnase"}},
                                {"--reference", {"2026-02"}},
                                {"--date-notification", {"2026-05-04"}},
                                {"--lot", {"1;Peinture;500000"}}});
    CHECK(world.written("spaser publication", {}, "b.docx", {"1"}) == before);
    CHECK(world.written("spaser publication", {}, "b.json", {"1"}) == content);
    CHECK_FALSE(world.document("spaser ecarts", {}, {"1"}).at("ecarts").as_array().empty());
    CHECK_NOTHROW(world.act("spaser verifier", {}));
    CHECK(world.document("spaser publications", {{"--acheteur", {"1"}}}).at("publications").as_array().size() == 2);
    CHECK_THROWS_AS(world.document("spaser publication", {}, {"9"}), core::Error);
}

TEST_CASE("a shared scheme publishes one report a buyer") {
    World world;
    world.act("marches creer", {{"--acheteur", {"Syndicat des Brumes"}},
                                {"--objet", {"Pont"}},
                                {"--reference", {"P-1"}},
                                {"--lot", {"1;Peinture;1000"}}});
    world.act(
        "spaser schema creer",
        {{"--debut", {"2024"}}, {"--fin", {"2028"}}, {"--acheteur", {"Commune de Valbrume", "Syndicat des Brumes"}}},
        {"Schéma"});
    const auto made = world.document("spaser publier", {{"--schema", {"1"}}, {"--annee", {"2026"}}, {"--oui", {""}}});
    REQUIRE(made.at("publications").as_array().size() == 2);
    CHECK(made.at("publications").at(1).at("acheteur").as_string() == "Syndicat des Brumes");
}
