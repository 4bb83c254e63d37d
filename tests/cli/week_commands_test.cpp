// The week by command, and the calendar written to a file.
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "command_world.hpp"

using namespace clausier;
using tests::CommandWorld;

namespace {

struct World : CommandWorld {
    std::string file_of_base = base();
    World() {
        run("taches ajouter",
            {{"--base", {file_of_base}}, {"--lot", {"1"}}, {"--echeance", {"2026-11-20"}}, {"--referent", {"Nord"}}},
            {"Rappeler"});
        run("taches ajouter", {{"--base", {file_of_base}}, {"--lot", {"1"}}, {"--referent", {"Sud"}}}, {"Relire"});
    }
    boost::json::value week(const char* option, const char* value) {
        return run("semaine", {{"--base", {file_of_base}}, {option, {value}}}).answer.document;
    }
};

}  // namespace

TEST_CASE("the week holds what is late and what has no date, for everybody or for one") {
    World world;
    const auto all = world.week("--jour", "2026-11-16");
    CHECK(all.at("elements").as_array().size() == 2);
    CHECK(all.at("elements").at(0).at("etat").as_string() == "en_retard");
    const auto one = world.week("--referent", "Sud");
    REQUIRE(one.at("elements").as_array().size() == 1);
    CHECK(one.at("elements").at(0).at("libelle").as_string() == "Relire");
    CHECK(one.at("lundi").as_string() == "2026-11-16");
}

TEST_CASE("the calendar is written to the file that is named") {
    World world;
    const std::string file = world.file("semaine.ics");
    const auto outcome = world.run("semaine calendrier",
                                   {{"--base", {world.file_of_base}}, {"--referent", {"Nord"}}, {"--sortie", {file}}});
    CHECK(outcome.written);
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    CHECK(text.starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(text.find(":Rappeler\r\n") != std::string::npos);
    CHECK(text.find("Relire") == std::string::npos);
}
