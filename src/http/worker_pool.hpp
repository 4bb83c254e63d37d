// Threads that take work off the network: a bounded queue, refused when full.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace clausier::http {

class WorkerPool {
public:
    // Called once with true, on a worker; or with false when the pool closed before its turn. Must not throw.
    using Task = std::function<void(bool run)>;

    WorkerPool(std::size_t threads, std::size_t bound);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    // False, and the task is never called, when `bound` tasks wait already or the pool is closed.
    [[nodiscard]] bool submit(Task task);
    // Takes no more work and calls what waits with false; what runs goes on. Once or more.
    void close();

private:
    void work();

    const std::size_t bound_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Task> waiting_;
    bool closed_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace clausier::http
