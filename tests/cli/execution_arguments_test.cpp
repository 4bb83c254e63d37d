// Numbers of rows, months and hours as they are typed.
#include "execution_arguments.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/refusal.hpp"

using namespace clausier;
using cli::Arguments;

TEST_CASE("a number of the base is a whole number from 1 on") {
    CHECK(cli::row_number("12", "LOT") == 12);
    CHECK(cli::row_id<domain::Lot>("7", "LOT") == domain::Id<domain::Lot>{7});
    for (const char* text : {"0", "-3", "deux", "1,5", ""})
        CHECK(tests::refusal([&] { cli::row_number(text, "LOT"); }).issues().at(0).where == "LOT");
    const Arguments given{{{"--lot", {"9"}}}, {}};
    CHECK(cli::row_option<domain::Lot>(given, "--lot") == domain::Id<domain::Lot>{9});
    CHECK_FALSE(cli::row_option<domain::Lot>(given, "--mise"));
}

TEST_CASE("a month is read in both forms, or refused at its option") {
    CHECK(cli::month_option({{{"--mois", {"2026-03"}}}, {}}, "--mois")->text() == "2026-03");
    CHECK(cli::month_option({{{"--mois", {"03/2026"}}}, {}}, "--mois")->text() == "2026-03");
    CHECK_FALSE(cli::month_option({}, "--mois"));
    CHECK(tests::refusal([&] {
              static_cast<void>(cli::month_option({{{"--mois", {"mars"}}}, {}}, "--mois"));
          })
              .issues()
              .at(0)
              .where == "option --mois");
}

TEST_CASE("hours come by nature, in order, those given alone") {
    const auto lines = cli::lines_option({{{"--payees", {"3"}}, {"--travaillees", {"60,5"}}}, {}});
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == domain::StatementLine{domain::HourNature::worked, core::Hours::of(6'050)});
    CHECK(lines[1] == domain::StatementLine{domain::HourNature::paid_not_worked, core::Hours::whole(3)});
    CHECK(cli::lines_option({}).empty());
    CHECK(tests::refusal([&] {
              cli::lines_option({{{"--formation", {"x"}}}, {}});
          })
              .issues()
              .at(0)
              .where == "option --formation");
}
