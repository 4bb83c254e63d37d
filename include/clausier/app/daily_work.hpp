// The thread of a server that does the works of the day.
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

#include "clausier/app/jobs.hpp"
#include "clausier/app/recurring.hpp"

namespace clausier::app {

// Looks soon after it is made, then from time to time, whether a work is due, and does it; each is done once a day even
// when the server is started several times. Ends with the object, after the work in hand.
class DailyWork {
public:
    // `log` is given one line for each work done or refused. What is given lives longer than this.
    DailyWork(store::Database& base, const core::Clock& clock, std::vector<DailyJob> jobs,
              std::function<void(std::string_view)> log, std::chrono::milliseconds between = std::chrono::minutes(10));

private:
    void look();

    store::Database& base_;
    const core::Clock& clock_;
    const std::vector<DailyJob> jobs_;
    const std::function<void(std::string_view)> log_;
    std::optional<Recurring> thread_;  // none on a database opened to be read
};

}  // namespace clausier::app
