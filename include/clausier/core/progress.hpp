// How long work tells how far it is, and learns that it should stop.
#pragma once
#include <cstdint>
#include <functional>

namespace clausier::core {

// Called from time to time with what is done out of a total (bytes, or rows; 0 when the total is unknown).
// Returning false cancels: the work stops and leaves nothing behind.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

}  // namespace clausier::core
