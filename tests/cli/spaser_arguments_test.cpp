// The buyer and the number that commands of schemes name.
#include "spaser_arguments.hpp"

#include <catch2/catch_test_macros.hpp>

#include "command_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;

TEST_CASE("a buyer is named by its number or its name, and an unknown one is told") {
    tests::CommandWorld world;
    store::Database base(world.base());
    const auto named = cli::named_buyer(base, "COMMUNE DE VALBRUME");
    CHECK(cli::named_buyer(base, std::to_string(named.id.value)).name == "Commune de Valbrume");
    CHECK(tests::refusal([&] { cli::named_buyer(base, "Nulle-Part"); }).kind() == core::ErrorKind::not_found);
    CHECK(tests::refusal([&] { cli::named_buyer(base, "99"); }).kind() == core::ErrorKind::not_found);
    CHECK_FALSE(cli::asked_buyer(base, {}));
    CHECK(cli::asked_buyer(base, {{{"--acheteur", {"Commune de Valbrume"}}}, {}}) == named.id);
}

TEST_CASE("a number is whole and more than nothing") {
    CHECK(cli::number_of<domain::Organisation>({{}, {"12"}}, "N").value == 12);
    for (const char* text : {"0", "-1", "1,5", "un", ""})
        CHECK_THROWS_AS(cli::number_of<domain::Organisation>({{}, {text}}, "N"), cli::UsageError);
}
