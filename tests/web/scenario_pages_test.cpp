// Scenarios of a dossier: made, studied before they are kept, copied, chosen, taken away.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "enquiry_world.hpp"

using namespace clausier;
using testing::EnquiryWorld;
using testing::has;
using testing::json_of;

namespace {

// The form of the first scenario as its page holds it, with other figures.
http::Fields form_with(http::Fields changed, const std::string& revision = "1") {
    http::Fields out = std::move(changed);
    for (const auto& [name, value] : {std::pair{"nom", "Usuel"}, {"taux", "5"}, {"ident_1", "1"}, {"ident_2", "2"}})
        if (!out.has(name)) out.add(name, value);
    out.add("revision", revision);
    return out;
}

EnquiryWorld& with_scenario(EnquiryWorld& world) {
    REQUIRE(world.create().status == 303);
    REQUIRE(world.add_scenario("Usuel", "insertion").status == 303);
    return world;
}

}  // namespace

TEST_CASE("scenarios stand side by side, with their hours and their totals") {
    EnquiryWorld world;
    with_scenario(world);
    REQUIRE(
        world.post("/dossiers/1/scenarios", {{"nom", "Ambitieux"}, {"taux", "10"}, {"clause", "insertion"}}).status ==
        303);
    const http::Response page = world.get("/dossiers/1/scenarios");
    REQUIRE(page.status == 200);
    CHECK(has(page, "data-t=\"Usuel\"><span><b>199\u00a0h</b>"));
    CHECK(has(page, "data-t=\"Ambitieux\"><span><b>398\u00a0h</b>"));
    CHECK(has(page, "2 sur 2"));
    const auto scenarios = json_of(world.get("/dossiers/1/scenarios.json")).at("scenarios").as_array();
    REQUIRE(scenarios.size() == 2);
    CHECK(scenarios.at(0).at("retenu").as_bool() == false);
    CHECK(scenarios.at(1).at("lots").as_array().at(0).at("heures").as_string() == "398.00");
    const http::Response faulty = world.post("/dossiers/1/scenarios", {{"nom", ""}, {"taux", "dix"}});
    CHECK(faulty.status == 422);
    CHECK(has(faulty, "id=\"taux-erreur\""));
    CHECK(world.post("/dossiers/1/scenarios", {{"nom", ""}, {"clause", "insertion"}}).status == 422);
}

TEST_CASE("other figures are tried, with or without script, and nothing is kept") {
    EnquiryWorld world;
    with_scenario(world);
    const http::Fields tried = form_with({{"taux", "10"}, {"clause_1", "insertion"}, {"clause_2", "none"}});
    http::Fields by_button = tried;
    by_button.add("action", "calculer");
    const http::Response page = world.post("/dossiers/1/scenarios/1", by_button);
    REQUIRE(page.status == 200);
    CHECK(has(page, "<span class=\"gros\">398\u00a0h</span>"));
    CHECK(has(page, "1\u00a0lot avec clause sur 2"));
    CHECK(has(page, "pas encore enregistrés"));
    CHECK(has(page, "value=\"10\""));
    http::Fields live = tried;
    live.add("jeton", world.token());
    const http::Response answer = world.send("POST", "/dossiers/1/scenarios/1",
                                             {{"Cookie", "clausier-jeton=" + world.token()},
                                              {"Origin", "http://localhost:8080"},
                                              {"HX-Request", "true"},
                                              {"Content-Type", "application/x-www-form-urlencoded"}},
                                             http::encode_query(live));
    CHECK(answer.status == 200);
    CHECK(has(answer, "398\u00a0h"));
    CHECK(json_of(world.get("/dossiers/1/scenarios/1.json")).at("taux").as_string() == "5.00");
}

TEST_CASE("a lot left to decide takes the clause common to those, and hours decided by hand win") {
    EnquiryWorld world;
    with_scenario(world);
    const http::Response done = world.post(
        "/dossiers/1/scenarios/1", form_with({{"clause", "insertion"}, {"clause_1", "none"}, {"heures_2", "150"}}));
    REQUIRE(done.headers.get("location") == "/dossiers/1/scenarios/1?fait=scenario-enregistre");
    const auto lots = json_of(world.get("/dossiers/1/scenarios/1.json")).at("lots").as_array();
    CHECK(lots.at(0).at("clause").as_string() == "none");
    CHECK(lots.at(0).at("heures").is_null());
    CHECK(lots.at(1).at("clause").as_string() == "insertion");
    CHECK(lots.at(1).at("heures").as_string() == "150.00");
    CHECK(has(world.get("/dossiers/1/scenarios/1"), "décidées à la main"));
}

TEST_CASE("each fault of a scenario stands beside its field, and a conflict tells both values") {
    EnquiryWorld world;
    with_scenario(world);
    const http::Response faulty =
        world.post("/dossiers/1/scenarios/1",
                   form_with({{"taux", "dix"}, {"part_mo_1", "abc"}, {"heures_2", "-"}, {"arrondi", "zz"}}));
    REQUIRE(faulty.status == 422);
    for (const char* field : {"taux", "part_mo_1", "heures_2", "arrondi"}) {
        CAPTURE(field);
        CHECK(has(faulty, "id=\"" + std::string(field) + "-erreur\""));
    }
    CHECK(has(faulty, "value=\"abc\""));
    const http::Response over =
        world.post("/dossiers/1/scenarios/1", form_with({{"taux_2", "140"}, {"clause_1", "zz"}}));
    CHECK(over.status == 422);
    CHECK(has(over, "id=\"taux_2-erreur\""));
    CHECK(has(over, "id=\"clause_1-erreur\""));
    REQUIRE(world.post("/dossiers/1/scenarios/1", form_with({{"taux", "7"}})).status == 303);
    const http::Response stale = world.post("/dossiers/1/scenarios/1", form_with({{"taux", "9"}}));
    CHECK(stale.status == 409);
    CHECK(has(stale, "«\u00a07\u00a0%\u00a0»"));
    CHECK(has(stale, "«\u00a09\u00a0%\u00a0»"));
    // What one then sends again is kept.
    CHECK(has(stale, "name=\"revision\" value=\"2\""));
    CHECK(world.post("/dossiers/1/scenarios/1", form_with({{"taux", "9"}}, "2")).status == 303);
}

TEST_CASE("a scenario is copied under another name, chosen, and taken away unless it is recommended") {
    EnquiryWorld world;
    with_scenario(world);
    REQUIRE(world.post("/dossiers/1/scenarios/1/copier", {{"nom", "Variante"}}).headers.get("location") ==
            "/dossiers/1/scenarios/2?fait=scenario-cree");
    CHECK(world.post("/dossiers/1/scenarios/1/copier", {{"nom", ""}}).status == 422);
    const http::Response same = world.post("/dossiers/1/scenarios/1/copier", {{"nom", "Variante"}});
    CHECK((same.status == 409 || same.status == 422));
    REQUIRE(world.choose(2).headers.get("location") == "/dossiers/1?fait=scenario-retenu");
    CHECK(json_of(world.get("/dossiers/1.json")).at("scenario_retenu").to_number<int>() == 2);
    CHECK(has(world.get("/dossiers/1"), "Choisir «\u00a0Usuel\u00a0»"));
    REQUIRE(world.edit({{"publics_presents", "oui"}, {"publics", "long_unemployment"}}).status == 303);
    REQUIRE(world.move("preconise").status == 303);
    const http::Response refused = world.post("/dossiers/1/scenarios/2/retirer", {});
    CHECK(refused.status == 409);
    CHECK(has(refused, "revenez d’abord"));
    CHECK(world.post("/dossiers/1/scenarios/1/retirer", {}).headers.get("location") ==
          "/dossiers/1?fait=scenario-retire");
}
