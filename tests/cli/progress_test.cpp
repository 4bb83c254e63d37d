// Progress goes on until Ctrl-C.
#include "clausier/cli/progress.hpp"

#include <catch2/catch_test_macros.hpp>
#include <csignal>

using namespace clausier;

TEST_CASE("progress answers yes until the interruption, then no") {
    const core::SystemClock clock;
    const cli::Context context{clock};
    const core::Progress progress = cli::progress_bar(context, "Lecture");
    CHECK(progress(1, 2));
    cli::watch_interruption();
    CHECK_FALSE(cli::was_interrupted());
    std::raise(SIGINT);
    CHECK(cli::was_interrupted());
    CHECK_FALSE(progress(2, 2));
    cli::watch_interruption();
}
