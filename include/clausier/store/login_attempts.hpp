// Failures in a row, counted by what was tried and not by whom.
#pragma once
#include <string>
#include <string_view>

#include "clausier/domain/login_throttle.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// A password for an address, known or not; anything from one network address; a one-time code; asking a reset link.
enum class AttemptKind { account, address, code, link };
std::string_view code(AttemptKind kind);

// `tag` is a keyed fingerprint, 64 characters.
class LoginAttempts {
public:
    explicit LoginAttempts(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] domain::LoginFailures failures(AttemptKind kind, std::string_view tag);
    // Those before `forgotten` no longer count.
    void add(AttemptKind kind, std::string_view tag, core::Instant now, core::Instant forgotten);
    // Counted by who calls.
    void set(AttemptKind kind, std::string_view tag, const domain::LoginFailures& failures);
    // It was right: none of them counts any more; or this one does not.
    void forgive(AttemptKind kind, std::string_view tag);
    void take_back(AttemptKind kind, std::string_view tag);
    std::int64_t forget(core::Instant before);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
