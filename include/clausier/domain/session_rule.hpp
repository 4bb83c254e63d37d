// How long sessions, links and access tokens live (TRUST.md), and what a session remembers of where it was opened.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "clausier/core/clock.hpp"

namespace clausier::domain {

struct SessionRule {
    std::chrono::minutes idle{30};
    std::chrono::hours absolute{8};
    // Between the password and the one-time code.
    std::chrono::minutes code{10};
    std::chrono::hours first_admin{24};
    std::chrono::hours invitation{24 * 7};
    std::chrono::minutes password_reset{60};
    std::chrono::days longest_token{365};

    // Whether a session opened and last seen then still holds. A clock put back ends it: what has ended cannot live
    // again.
    [[nodiscard]] bool holds(core::Instant created, core::Instant seen, bool awaiting_code, core::Instant now) const;
};

// An address without what tells one machine: "203.0.113.x", "2001:db8:1::x"; "" stays "", anything else is « autre ».
std::string shortened_peer(std::string_view address);
// « Firefox, Windows » of a User-Agent, "" of none.
std::string shortened_agent(std::string_view user_agent);

}  // namespace clausier::domain
