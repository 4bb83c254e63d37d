// What the commands of dossiers find from the texts that name it.
#include "enquiry_arguments.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "enquiry_command_world.hpp"
#include "support/enquiry_sheet.hpp"

using namespace clausier;
using tests::refusal;

namespace {

// Lots "1" (number 8 in the base) and "8" (number 9), scenario « 5 % », offer 3.
domain::EnquirySheet sheet() {
    domain::EnquirySheet out = tests::painting();
    out.lots.push_back(out.lots.front());
    out.lots[0].id = {8};
    out.lots[1].id = {9};
    out.lots[1].number = "8";
    out.scenarios = {tests::scenario(4, "Taux Élevé", "insertion")};
    out.offers = {tests::offer(3, "Bâtisseurs du Haut-Val")};
    return out;
}

}  // namespace

TEST_CASE("a lot is found by its number in the dossier first, then by that of the base") {
    const auto dossier = sheet();
    CHECK(cli::find_lot(dossier, "8").id.value == 9);
    CHECK(cli::find_lot(dossier, "9").id.value == 9);
    const auto none = refusal([&] { cli::find_lot(dossier, "2"); });
    CHECK(none.kind() == core::ErrorKind::not_found);
    CHECK(none.issues().at(0).text.ends_with("1, 8"));
    CHECK(refusal([&] { cli::find_lot({}, "2"); }).issues().at(0).text.find("pas de lot") != std::string::npos);
}

TEST_CASE("a scenario is found by its name, case and accents passed over, or by its number") {
    const auto dossier = sheet();
    CHECK(cli::find_scenario(dossier, "taux eleve").id.value == 4);
    CHECK(cli::find_scenario(dossier, "4").id.value == 4);
    CHECK(refusal([&] { cli::find_scenario(dossier, "0"); }).kind() == core::ErrorKind::not_found);
    CHECK(cli::find_offer(dossier, "3").company == "Bâtisseurs du Haut-Val");
    CHECK(refusal([&] { cli::find_offer(dossier, "trois"); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("a value is given to one lot or to all of them") {
    const auto dossier = sheet();
    const auto values = cli::lot_values(dossier, {{{"--heures", {"tous= 5 ", "8=120"}}}, {}}, "--heures");
    REQUIRE(values.size() == 2);
    CHECK(values[0].lots.size() == 2);
    CHECK(values[0].value == "5");
    CHECK(values[1].lots.front().value == 9);
    CHECK_THROWS_AS(cli::lot_values(dossier, {{{"--heures", {"120"}}}, {}}, "--heures"), cli::UsageError);
}
