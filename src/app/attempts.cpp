// Counts attempts under keyed fingerprints.
#include "attempts.hpp"

#include <algorithm>

#include "clausier/app/installation_key.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/domain/session_rule.hpp"

namespace clausier::app {
namespace {

void add(store::LoginAttempts& counts, const Attempt& one, core::Instant now) {
    if (one.kind != store::AttemptKind::address) return counts.add(one.kind, one.tag, now, now - domain::failures_last);
    domain::LoginFailures failures = domain::still_counted(counts.failures(one.kind, one.tag), now);
    ++failures.count;
    counts.set(one.kind, one.tag, failures);
}

}  // namespace

Attempt attempt(const store::Database& base, store::AttemptKind kind, std::string_view text) {
    return {kind, core::keyed_tag(text, installation_key(base, "essais"))};
}

Attempt address_attempt(const store::Database& base, std::string_view peer) {
    const bool v6 = peer.find(':') != std::string_view::npos;
    return attempt(base, store::AttemptKind::address, v6 ? domain::shortened_peer(peer) : std::string(peer));
}

std::chrono::seconds count_attempt(store::Transaction& tx, const std::vector<Attempt>& attempts, core::Instant now) {
    store::LoginAttempts counts(tx);
    std::chrono::seconds wait{0};
    for (const Attempt& one : attempts) {
        const domain::LoginFailures failures = counts.failures(one.kind, one.tag);
        wait = std::max(wait, one.kind == store::AttemptKind::address ? domain::address_wait(failures, now)
                                                                      : domain::login_wait(failures, now));
    }
    if (wait.count() == 0)
        for (const Attempt& one : attempts) add(counts, one, now);
    return wait;
}

}  // namespace clausier::app
