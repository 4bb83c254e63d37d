// The refusal of a file that breaks off: what stands before the fault is whole and may be asked for.
#pragma once
#include <cstdint>

#include "clausier/core/issue.hpp"

namespace clausier::core {

class Interrupted : public Error {
public:
    // `complete`: the records that stand whole before the fault.
    Interrupted(Issue fault, std::uint64_t complete)
        : Error(ErrorKind::invalid, {std::move(fault)}), complete_(complete) {}
    [[nodiscard]] std::uint64_t complete() const { return complete_; }

private:
    std::uint64_t complete_;
};

}  // namespace clausier::core
