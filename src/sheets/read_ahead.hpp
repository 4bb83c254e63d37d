// A large entry inflated by a thread of its own, a few pieces ahead of who reads it.
#pragma once
#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "archive.hpp"

namespace clausier::sheets {

class ReadAhead {
public:
    // Starts reading. The part, and its archive, outlive this object and are touched by nobody else meanwhile. Throws
    // std::system_error when no thread can be started.
    explicit ReadAhead(Part& part);
    // Stops reading, wherever it is.
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    // The next piece, valid until the next call; empty at the end. Throws what Part::read() threw, in its place.
    std::string_view next();

private:
    static constexpr std::size_t piece_size = std::size_t{64} << 10;
    struct Piece {
        std::vector<char> bytes = std::vector<char>(piece_size);
        std::size_t size = 0;
    };

    void run();

    Part& part_;
    std::array<Piece, 4> pieces_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t filled_ = 0;  // pieces ever filled, and released: the ring holds the difference
    std::size_t released_ = 0;
    bool holding_ = false;  // whether next() has given a piece that is not released yet
    bool ended_ = false;
    bool abandoned_ = false;
    std::exception_ptr failure_;
    std::thread thread_;  // last: it uses all the rest
};

}  // namespace clausier::sheets
