// Which database a use case works on.
#include "clausier/app/app.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

using namespace clausier;

TEST_CASE("the base is the one asked for, else the environment's, else none") {
    unsetenv("CLAUSIER_BASE");
    CHECK_FALSE(app::base_path(std::nullopt).has_value());
    CHECK_THROWS_AS(app::open_base(std::nullopt, true), core::Error);
    setenv("CLAUSIER_BASE", "b.sqlite", 1);
    CHECK(app::base_path(std::nullopt) == "b.sqlite");
    CHECK(app::base_path("a.sqlite") == "a.sqlite");
    unsetenv("CLAUSIER_BASE");
}

TEST_CASE("a base that must exist is not made") {
    try {
        app::open_base("nowhere/absent.sqlite", false);
        FAIL("there is no such file");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::not_found);
    }
}
