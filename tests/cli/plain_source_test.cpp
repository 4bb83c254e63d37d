// Plain lists read by a command: decisions on columns, and what a list lacks.
#include "plain_source.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"
#include "clausier/domain/structure_table.hpp"
#include "command_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;

namespace {

domain::StructureTable read(tests::CommandWorld& world, std::string_view text, const cli::Arguments& arguments) {
    domain::StructureTable table({"EI", ""}, cli::plain_choices(arguments, domain::structure_columns()));
    cli::Context context{world.clock};
    context.quiet = true;
    cli::read_plain(context, cli::chosen_sheet(world.write("liste.csv", text), {}), table, "structures");
    return table;
}

}  // namespace

TEST_CASE("a column is what the option says it is") {
    tests::CommandWorld world;
    const cli::Arguments decided{{{"--colonne", {"Qui=nom"}}}, {}};
    CHECK(read(world, "Qui;SIRET\nLes Sillons;99900001000019\n", decided).rows().size() == 1);
}

TEST_CASE("a list without its column is refused, and told how to decide of it") {
    tests::CommandWorld world;
    const auto refused = tests::refusal([&] { read(world, "Qui;Quoi\nLes Sillons;x\n", {}); });
    CHECK(refused.issues().at(0).text.find("--colonne") != std::string::npos);
    CHECK_THROWS_AS(cli::plain_choices({{{"--colonne", {"Qui=zzz", "Qui"}}}, {}}, domain::structure_columns()),
                    cli::UsageError);
}
