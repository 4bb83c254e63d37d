// Destructive acts are refused without a terminal unless confirmed.
#include "confirm.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"

using namespace clausier;

TEST_CASE("--oui confirms, its absence without a terminal refuses") {
    const core::SystemClock clock;
    const cli::Context context{clock};
    CHECK_NOTHROW(cli::confirm(context, {{{"--oui", {"oui"}}}, {}}, "Sûr ?"));
    CHECK_THROWS_AS(cli::confirm(context, {}, "Sûr ?"), cli::UsageError);
}
