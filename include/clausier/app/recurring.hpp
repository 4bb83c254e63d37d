// A thread that looks from time to time whether there is something to do.
#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace clausier::app {

// Calls `look` soon after it is made, then each time `between` has passed since the last call ended. Ends with the
// object, once the call in hand is over. `look` throws nothing; what it uses lives longer.
class Recurring {
public:
    Recurring(std::function<void()> look, std::chrono::milliseconds between);
    ~Recurring();
    Recurring(const Recurring&) = delete;
    Recurring& operator=(const Recurring&) = delete;

private:
    void work();

    const std::function<void()> look_;
    const std::chrono::milliseconds between_;
    std::mutex lock_;
    std::condition_variable ending_;
    bool over_ = false;
    std::thread thread_;
};

}  // namespace clausier::app
