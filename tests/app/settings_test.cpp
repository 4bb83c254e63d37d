// An installation names itself; faults name their field and change nothing.
#include "clausier/app/settings.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

const core::FixedClock day{
    std::chrono::sys_days(core::Date(std::chrono::year(2026), std::chrono::November, std::chrono::day(21)))};

}  // namespace

TEST_CASE("an installation that said nothing has a name and no publisher") {
    store::Database base(":memory:");
    CHECK(app::identity(base) == app::Identity{});
    CHECK(app::identity(base).name == "Clausier");
}

TEST_CASE("what an installation says of itself is kept") {
    store::Database base(":memory:");
    const app::Identity said{"Clauses de Valbrume", "Commune de Valbrume", "clauses@valbrume.example", "chez elle"};
    app::save_identity({day, "test"}, base, said);
    CHECK(app::identity(base) == said);
    CHECK_NOTHROW(app::check_base(base));
}

TEST_CASE("a name left out and a text too long are refused together, nothing being kept") {
    store::Database base(":memory:");
    try {
        app::save_identity({day, "test"}, base, {" ", std::string(501, 'a'), "", ""});
        FAIL("accepted");
    } catch (const core::Error& error) {
        REQUIRE(error.issues().size() == 2);
        CHECK(error.issues()[0].where == "editeur");
        CHECK(error.issues()[1].where == "nom");
    }
    CHECK(app::identity(base) == app::Identity{});
}
