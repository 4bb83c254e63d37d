// The options that name a spreadsheet.
#include "sheet_source.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"

using namespace clausier;

TEST_CASE("encoding and separator are taken from the options, else left to the content") {
    CHECK(cli::sheet_source("d/a.csv", {}).name == "a.csv");
    CHECK(cli::sheet_source("a.csv", {}).encoding == sheets::Encoding::automatic);
    const cli::Arguments given{{{"--encodage", {"mac_roman"}}, {"--separateur", {"tab"}}}, {}};
    CHECK(cli::sheet_source("a.csv", given).encoding == sheets::Encoding::mac_roman);
    CHECK(cli::sheet_source("a.csv", given).separator == '\t');
    CHECK(cli::sheet_source("a.csv", {{{"--separateur", {"barre"}}}, {}}).separator == '|');
}

TEST_CASE("decisions on columns are read, and refused when they say nothing") {
    CHECK(cli::column_choices({{{"--colonne", {"Prix=montant"}}}, {}}).size() == 1);
    CHECK_THROWS_AS(cli::column_choices({{{"--colonne", {"Prix", "X=zzz"}}}, {}}), cli::UsageError);
}
