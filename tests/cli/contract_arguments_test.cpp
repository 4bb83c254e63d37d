// Which contracts a command is about, from its options.
#include "contract_arguments.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;
using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

namespace {

struct World : tests::CommandWorld {
    store::Database database{base()};
    app::ContractScope scope(Options options) { return cli::contract_scope(database, {std::move(options), {}}); }
};

}  // namespace

TEST_CASE("one year, or a period open at either end") {
    World world;
    CHECK(world.scope({{"--annee", {"2025"}}}).first_year == 2025);
    CHECK(world.scope({{"--annee", {"2025"}}}).last_year == 2025);
    const auto since = world.scope({{"--de", {"2024"}}});
    CHECK(since.first_year == 2024);
    CHECK_FALSE(since.last_year);
    CHECK_THROWS_AS(world.scope({{"--annee", {"2025"}}, {"--de", {"2024"}}}), cli::UsageError);
    CHECK_THROWS_AS(world.scope({{"--de", {"2026"}}, {"--a", {"2024"}}}), cli::UsageError);
    CHECK_THROWS_AS(world.scope({{"--annee", {"vingt"}}}), core::Error);
}

TEST_CASE("a buyer, values of dimensions, a place and a company") {
    World world;
    const auto scope = world.scope({{"--acheteur", {"commune de valbrume"}},
                                    {"--secteur", {"travaux"}},
                                    {"--service", {"Direction des lycées"}},
                                    {"--departement", {"57"}},
                                    {"--entreprise", {"Bâtisseurs"}}});
    CHECK(scope.buyers.size() == 1);
    CHECK(scope.values.at(domain::Dimension::sector) == "travaux");
    CHECK(scope.values.at(domain::Dimension::unit) == "Direction des lycées");
    CHECK(scope.place == "57");
    CHECK(scope.company == "Bâtisseurs");
    CHECK_THROWS_AS(world.scope({{"--departement", {"57"}}, {"--commune", {"57463"}}}), cli::UsageError);
    CHECK_THROWS_AS(world.scope({{"--departement", {"999"}}}), core::Error);
    CHECK_THROWS_AS(world.scope({{"--acheteur", {"Commune de Nulle-Part"}}}), core::Error);
}

TEST_CASE("the scope is told in words") {
    CHECK(cli::scope_words({}) == "notifiés par tous les acheteurs");
    const cli::Arguments asked{{{"--annee", {"2025"}}, {"--acheteur", {"Valbrume"}}, {"--secteur", {"travaux"}}}, {}};
    CHECK(cli::scope_words(asked) == "notifiés en 2025 par Valbrume, Travaux");
    CHECK(cli::dimension_option({{{"--par", {"secteur"}}}, {}}, "--par") == domain::Dimension::sector);
    CHECK_FALSE(cli::dimension_option({}, "--par"));
}
