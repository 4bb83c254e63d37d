// Failures counted before they are known, so that many at once do not pass together.
#pragma once
#include <chrono>
#include <string_view>

#include "clausier/app/app.hpp"
#include "clausier/store/login_attempts.hpp"

namespace clausier::app {

// What is tried, without saying whose it is.
struct Attempt {
    store::AttemptKind kind = store::AttemptKind::account;
    std::string tag;
};

// Of an address as typed, a network address, the number of an account. IPv6 counts by network, where one machine has
// many addresses.
Attempt attempt(const store::Database& base, store::AttemptKind kind, std::string_view text);
Attempt address_attempt(const store::Database& base, std::string_view peer);

// How long to wait before trying; when it is zero, each is counted as failed until it is forgiven or taken back.
std::chrono::seconds count_attempt(store::Transaction& tx, const std::vector<Attempt>& attempts, core::Instant now);

}  // namespace clausier::app
