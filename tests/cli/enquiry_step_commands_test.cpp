// The steps of a dossier by commands.
#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "enquiry_command_world.hpp"

using namespace clausier;
using World = tests::EnquiryCommandWorld;
using tests::refusal;

TEST_CASE("a step that lacks its data says what, a state that is none is a fault of the command") {
    World world;
    world.create();
    const auto lacking = refusal([&] { world.ask("dossiers etape", {}, {"1", "preconise"}); });
    CHECK(lacking.kind() == core::ErrorKind::invalid);
    CHECK(lacking.issues().at(0).where == "dossiers scenario choisir");
    CHECK_THROWS_AS(world.ask("dossiers etape", {}, {"1", "parfait"}), cli::UsageError);
}
