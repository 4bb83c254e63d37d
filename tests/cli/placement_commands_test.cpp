// Who works for a lot, by commands.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "execution_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using World = tests::ExecutionCommandWorld;
using tests::refusal;

TEST_CASE("a placement is opened, judged, listed and changed") {
    World world;
    const auto opened = world.opens();
    CHECK(opened.at("personne").as_string() == world.person);
    CHECK(opened.at("eligible").as_bool());
    CHECK(opened.at("titulaire").as_string() == "Bâtisseurs inventés");
    CHECK(opened.at("criteres").at(0).at("date_preuve").as_string() == "2026-03-20");
    const auto changed =
        world.document("mises modifier", {{"--fin", {"2026-09-30"}}, {"--metier", {"Peintre"}}}, {"1"});
    CHECK(changed.at("fin").as_string() == "2026-09-30");
    CHECK(world.document("mises voir", {}, {"1"}) == changed);
    CHECK(world.document("mises modifier", {{"--vider", {"fin"}}}, {"1"}).at("fin").is_null());
    const auto listed = [&](std::map<std::string, std::vector<std::string>, std::less<>> options) {
        return world.document("mises liste", std::move(options)).at("mises").as_array().size();
    };
    CHECK(listed({}) == 1);
    CHECK(listed({{"--lot", {"2"}}}) == 0);
    CHECK(listed({{"--personne", {world.person}}, {"--employeur", {"Jardins inventés"}}}) == 1);
    CHECK(listed({{"--le", {"2026-03-31"}}}) == 0);
}

TEST_CASE("faults bear their options, and what is unusual is told") {
    World world;
    const auto error = refusal([&] {
        world.document("mises ouvrir",
                       {{"--employeur", {"Jardins inventés"}},
                        {"--modalite", {"cdd"}},
                        {"--debut", {"2026-04-01"}},
                        {"--fin", {"2026-03-01"}},
                        {"--personne", {world.person}}},
                       {"1"});
    });
    CHECK(error.kind() == core::ErrorKind::invalid);
    CHECK(std::any_of(error.issues().begin(), error.issues().end(),
                      [](const core::Issue& issue) { return issue.where == "option --fin"; }));
    const auto outcome = world.run("mises ouvrir",
                                   {{"--base", {world.base_file}},
                                    {"--employeur", {"Jardins inventés"}},
                                    {"--modalite", {"cdd"}},
                                    {"--contrat", {"cdd"}},
                                    {"--debut", {"2026-04-01"}},
                                    {"--personne", {world.person}}},
                                   {"1"});
    CHECK_FALSE(outcome.answer.document.at("eligible").as_bool());
    CHECK_FALSE(outcome.answer.remarks.empty());
}

TEST_CASE("a placement is shared between lots whose parts make 100 %") {
    World world;
    world.owes("1", "100");
    world.owes("2", "100");
    world.opens();
    const auto share = [&](const char* other) {
        return world.document("mises partager",
                              {{"--part", {"1=60", other}},
                               {"--a-partir-de", {"2026-05"}},
                               {"--convenu-le", {"2026-04-20"}},
                               {"--reference", {"accord 3"}}},
                              {"1"});
    };
    CHECK(refusal([&] { share("2=30"); }).issues().at(0).where == "option --part");
    CHECK_THROWS_AS(share("2"), cli::UsageError);
    share("2=40");
    world.declares("2026-05", "33,33");
    world.document("heures valider", {}, {"1"});
    CHECK(world.document("bilan lot", {}, {"1"}).at("valide").as_string() == "20.00");
    CHECK(world.document("bilan lot", {}, {"2"}).at("valide").as_string() == "13.33");
}
