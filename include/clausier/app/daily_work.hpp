// The thread of a server that does the works of the day.
#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

#include "clausier/app/jobs.hpp"

namespace clausier::app {

// Looks soon after it is made, then from time to time, whether a work is due, and does it; each is done once a day even
// when the server is started several times. Ends with the object, after the work in hand.
class DailyWork {
public:
    // `log` is given one line for each work done or refused. What is given lives longer than this.
    DailyWork(store::Database& base, const core::Clock& clock, std::vector<DailyJob> jobs,
              std::function<void(std::string_view)> log, std::chrono::milliseconds between = std::chrono::minutes(10));
    ~DailyWork();
    DailyWork(const DailyWork&) = delete;
    DailyWork& operator=(const DailyWork&) = delete;

private:
    void look();
    void work();

    store::Database& base_;
    const core::Clock& clock_;
    const std::vector<DailyJob> jobs_;
    const std::function<void(std::string_view)> log_;
    const std::chrono::milliseconds between_;
    std::mutex lock_;
    std::condition_variable ending_;
    bool over_ = false;
    std::thread thread_;
};

}  // namespace clausier::app
