// The companion command line: the command table and the real clock, or the day that CLAUSIER_AUJOURDHUI names (to
// replay a calculation as of that day).
#include <cstdlib>

#include "clausier/cli/command.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/outside/pdf.hpp"
#include "clausier/outside/raster.hpp"

int main(int argc, char** argv) {
    using namespace clausier;
    const present::Engines engines{outside::rasteriser(), outside::pdf_printer()};
    if (const char* day = std::getenv("CLAUSIER_AUJOURDHUI"))
        if (const auto date = core::parse_iso_date(day))
            return cli::run(argc, argv, core::FixedClock(std::chrono::sys_days(*date)), engines);
    return cli::run(argc, argv, core::SystemClock(), engines);
}
