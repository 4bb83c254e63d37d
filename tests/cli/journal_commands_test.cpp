// « journal liste », « journal verifier » and « journal purger ».
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "clausier/store/database.hpp"
#include "command_world.hpp"

using namespace clausier;

namespace {

void alter(const std::string& file, std::string_view sql) {
    store::Database base(file);
    store::Transaction tx = base.write();
    tx.script(sql);
    tx.commit();
}

}  // namespace

TEST_CASE("the journal is listed and searched, and its chain verified") {
    tests::BaseCommandWorld world;
    const auto listed = world.document("journal liste", {{"--action", {"import"}}, {"--du", {"2026-11-21"}}});
    CHECK(listed.at("lignes_total").to_number<int>() == 1);
    CHECK(listed.at("lignes").at(0).at("acteur").as_string() == "cli");
    CHECK(world.document("journal liste", {{"--au", {"2026-11-20"}}}).at("lignes_total").to_number<int>() == 0);
    const auto check = world.run("journal verifier", {{"--base", {world.file}}});
    CHECK(check.exit_code == cli::Exit::ok);
    CHECK(check.answer.document.at("intact").as_bool());
}

TEST_CASE("a row altered, then one that is missing, are named and make the command fail") {
    tests::BaseCommandWorld world;
    alter(world.file, "UPDATE journal SET detail = 'x' WHERE id = 1");
    auto check = world.run("journal verifier", {{"--base", {world.file}}});
    CHECK(check.exit_code == cli::Exit::invalid_data);
    CHECK(check.answer.remarks.at(0).where == "journal, ligne 1");
    CHECK(check.answer.document.at("faute").as_string() == "alteree");
    CHECK(world.run("verifier", {{"--base", {world.file}}}).exit_code == cli::Exit::invalid_data);
    alter(world.file, "DELETE FROM journal WHERE id = 1");
    check = world.run("journal verifier", {{"--base", {world.file}}});
    CHECK(check.answer.document.at("faute").as_string() == "disparue");
}

TEST_CASE("a purge is confirmed, keeps the last row, and leaves a chain that holds") {
    tests::BaseCommandWorld world;
    world.document("imports annuler", {{"--oui", {"oui"}}}, {"1"});
    CHECK_THROWS_AS(world.document("journal purger", {{"--avant", {"2026-11-21"}}}), cli::UsageError);
    CHECK(world.document("journal purger", {{"--oui", {"oui"}}}).at("lignes_oubliees").to_number<int>() == 0);
    alter(world.file, "UPDATE journal SET at = at");  // nothing changes, and nothing is found to have changed
    CHECK_THROWS_AS(world.document("journal purger", {{"--avant", {"2026-11-22"}}, {"--oui", {"oui"}}}), core::Error);
    CHECK(world.document("journal purger", {{"--avant", {"2026-11-21"}}, {"--oui", {"oui"}}})
              .at("lignes_oubliees")
              .to_number<int>() == 0);
    world.clock = core::FixedClock(std::chrono::sys_days(std::chrono::year(2027) / 12 / 1));
    CHECK(world.document("journal purger", {{"--oui", {"oui"}}}).at("lignes_oubliees").to_number<int>() == 1);
    const auto check = world.document("journal verifier", {});
    CHECK(check.at("intact").as_bool());
    CHECK(check.at("lignes_purgees").to_number<int>() == 1);
}

TEST_CASE("the works of the day are done once, and a sound base is said so") {
    tests::BaseCommandWorld world;
    const auto first = world.document("entretien", {});
    REQUIRE_FALSE(first.at("travaux").as_array().empty());
    for (const auto& work : first.at("travaux").as_array()) CHECK(work.at("etat").as_string() == "fait");
    const auto second = world.document("entretien", {});
    for (const auto& work : second.at("travaux").as_array()) CHECK(work.at("etat").as_string() == "déjà fait");
    CHECK(world.document("verifier", {}).at("saine").as_bool());
}

TEST_CASE("read only: what is read is there, what writes is refused") {
    tests::BaseCommandWorld world;
    CHECK(world.document("marches liste", {{"--lecture-seule", {"oui"}}}).at("marches_total").to_number<int>() == 1);
    CHECK_THROWS_AS(world.document("imports annuler", {{"--lecture-seule", {"oui"}}, {"--oui", {"oui"}}}, {"1"}),
                    core::Error);
    CHECK(world.document("marches liste", {}).at("marches_total").to_number<int>() == 1);
}
