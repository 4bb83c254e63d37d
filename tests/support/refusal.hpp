// The Error that an action is refused with.
#pragma once
#include <functional>
#include <stdexcept>

#include "clausier/core/issue.hpp"

namespace clausier::tests {

// Throws when the action is not refused: the test then fails.
inline core::Error refusal(const std::function<void()>& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return error;
    }
    throw std::runtime_error("the action was not refused");
}

}  // namespace clausier::tests
