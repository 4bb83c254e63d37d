// Step grids give the hours of an amount, and refuse to be read when they are ambiguous.
#include "clausier/domain/grid.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/reference.hpp"

using namespace clausier::domain;
using namespace clausier::core;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view header = "grid,label,below_eur,hours,source,url,valid_from,checked_on,verified,note\n";

std::string fault_of(const std::string& rows) {
    try {
        parse_grids_csv(std::string(header) + rows, "g.csv", Layer::national);
    } catch (const Error& error) {
        return error.issues().front().code + " @ " + error.issues().front().where;
    }
    return "";
}

}  // namespace

TEST_CASE("the training grid gives 150 h under 100 000 €, then 300, 450 and 900 h") {
    const auto reference = Reference::national();
    const auto& grid = reference.grid("formation", 2026y / 11 / 21);
    const auto hours = [&](std::int64_t cents) { return grid.step(Euros::of(cents)).hours; };
    REQUIRE(hours(0) == Hours::whole(150));
    REQUIRE(hours(9'999'999) == Hours::whole(150));
    REQUIRE(hours(10'000'000) == Hours::whole(300));
    REQUIRE(hours(19'999'999) == Hours::whole(300));
    REQUIRE(hours(20'000'000) == Hours::whole(450));
    REQUIRE(hours(40'000'000) == Hours::whole(900));
    REQUIRE(hours(900'000'000'000) == Hours::whole(900));
    REQUIRE_THROWS_AS(hours(-1), Error);
}

TEST_CASE("a grid unknown, or not yet in force, is told with the nearest name") {
    const auto reference = Reference::national();
    try {
        (void)reference.grid("formations", 2026y / 11 / 21);
        FAIL("an unknown grid was found");
    } catch (const Error& error) {
        REQUIRE(error.kind() == ErrorKind::not_found);
        REQUIRE(error.issues().front().text.find("« formation »") != std::string::npos);
    }
}

TEST_CASE("a grid must rise and end without a limit") {
    REQUIRE(fault_of("a,A,100,1,s,,,,no,\na,A,,2,s,,,,no,\n").empty());
    REQUIRE(fault_of("a,A,100,1,s,,,,no,\na,A,100,2,s,,,,no,\na,A,,3,s,,,,no,\n") ==
            "grille_ordre @ g.csv, ligne 3, colonne « below_eur »");
    REQUIRE(fault_of("a,A,100,1,s,,,,no,\n") == "grille_ouverte @ g.csv, ligne 2, colonne « below_eur »");
    REQUIRE(fault_of("a,A,cent,1,s,,,,no,\na,A,,2,s,,,,no,\n").find("ligne 2") != std::string::npos);
    REQUIRE(fault_of("a,A,100,1,s,,,,no,\nb,B,,2,s,,,,no,\n").rfind("grille_ouverte", 0) == 0);
}

TEST_CASE("a newer edition of a grid replaces the older from its first day") {
    const auto grids =
        parse_grids_csv(std::string(header) + "a,A,,1,s,,,,no,\na,A,,2,s,,2026-07-01,,no,\n", "g.csv", Layer::national);
    const Reference reference({}, grids);
    REQUIRE(reference.grid("a", 2026y / 6 / 30).step(Euros()).hours == Hours::whole(1));
    REQUIRE(reference.grid("a", 2026y / 7 / 1).step(Euros()).hours == Hours::whole(2));
}
