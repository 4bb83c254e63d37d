// Implements the reading ahead with a ring of pieces.
#include "read_ahead.hpp"

namespace clausier::sheets {

ReadAhead::ReadAhead(Part& part) : part_(part), thread_([this] { run(); }) {}

ReadAhead::~ReadAhead() {
    {
        const std::lock_guard lock(mutex_);
        abandoned_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::string_view ReadAhead::next() {
    std::unique_lock lock(mutex_);
    if (holding_) {
        ++released_;
        holding_ = false;
        changed_.notify_all();
    }
    changed_.wait(lock, [this] { return filled_ > released_ || ended_; });
    if (filled_ > released_) {
        holding_ = true;
        const Piece& piece = pieces_[released_ % pieces_.size()];
        return {piece.bytes.data(), piece.size};
    }
    if (failure_) std::rethrow_exception(failure_);
    return {};
}

void ReadAhead::run() {
    std::unique_lock lock(mutex_);
    while (!ended_) {
        changed_.wait(lock, [this] { return filled_ - released_ < pieces_.size() || abandoned_; });
        if (abandoned_) return;
        Piece& piece = pieces_[filled_ % pieces_.size()];
        lock.unlock();
        std::exception_ptr failure;
        try {
            piece.size = part_.read(piece.bytes.data(), piece.bytes.size());
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        failure_ = failure;
        ended_ = failure || piece.size == 0;
        filled_ += ended_ ? 0 : 1;
        changed_.notify_all();
    }
}

}  // namespace clausier::sheets
