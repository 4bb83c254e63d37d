// A base that nobody names is a fault of usage; one that is not there is not found.
#include "base_option.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "clausier/cli/usage.hpp"

using namespace clausier;

TEST_CASE("the base must be named, and exist unless it is to be made") {
    unsetenv("CLAUSIER_BASE");
    CHECK_THROWS_AS(cli::open_base({}, true), cli::UsageError);
    try {
        cli::open_base({{{"--base", {"nowhere/absent.sqlite"}}}, {}}, false);
        FAIL("there is no such base");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::not_found);
    }
}
