// Looks, sleeps, looks again.
#include "clausier/app/recurring.hpp"

namespace clausier::app {

Recurring::Recurring(std::function<void()> look, std::chrono::milliseconds between)
    : look_(std::move(look)), between_(between), thread_([this] { work(); }) {}

Recurring::~Recurring() {
    {
        const std::lock_guard lock(lock_);
        over_ = true;
    }
    ending_.notify_all();
    thread_.join();
}

void Recurring::work() {
    std::unique_lock lock(lock_);
    while (!over_) {
        lock.unlock();
        look_();
        lock.lock();
        ending_.wait_for(lock, between_, [this] { return over_; });
    }
}

}  // namespace clausier::app
