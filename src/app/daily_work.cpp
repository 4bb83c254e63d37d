// Does the works that are due and tells of them.
#include "clausier/app/daily_work.hpp"

#include <fmt/format.h>

namespace clausier::app {

DailyWork::DailyWork(store::Database& base, const core::Clock& clock, std::vector<DailyJob> jobs,
                     std::function<void(std::string_view)> log, std::chrono::milliseconds between)
    : base_(base), clock_(clock), jobs_(std::move(jobs)), log_(std::move(log)) {
    if (!base_.read_only()) thread_.emplace([this] { look(); }, between);
}

void DailyWork::look() {
    try {
        for (const JobRun& run : run_daily_jobs({clock_, "entretien"}, base_, jobs_)) {
            if (run.done && !run.said.empty()) log_(fmt::format("travail du jour « {} » : {}", run.name, run.said));
            if (run.failed) log_(fmt::format("travail du jour « {} » remis : {}", run.name, run.said));
        }
    } catch (const std::exception& fault) {
        log_(fmt::format("travaux du jour remis : {}", fault.what()));
    }
}

}  // namespace clausier::app
