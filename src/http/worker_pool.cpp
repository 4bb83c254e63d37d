// A queue, a mutex, a condition.
#include "worker_pool.hpp"

#include <utility>

namespace clausier::http {

WorkerPool::WorkerPool(std::size_t threads, std::size_t bound) : bound_(bound) {
    threads_.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
    close();
    for (std::thread& thread : threads_) thread.join();
}

bool WorkerPool::submit(Task task) {
    {
        const std::lock_guard lock(mutex_);
        if (closed_ || waiting_.size() >= bound_) return false;
        waiting_.push_back(std::move(task));
    }
    changed_.notify_one();
    return true;
}

void WorkerPool::close() {
    std::deque<Task> dropped;
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        dropped.swap(waiting_);
    }
    changed_.notify_all();
    for (const Task& task : dropped) task(false);
}

void WorkerPool::work() {
    for (;;) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const Task task = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        task(true);
    }
}

}  // namespace clausier::http
