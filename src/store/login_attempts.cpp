// Queries on failures.
#include "clausier/store/login_attempts.hpp"

#include <array>

namespace clausier::store {

std::string_view code(AttemptKind kind) {
    static constexpr std::array<std::string_view, 4> codes{"compte", "adresse", "code", "lien"};
    return codes[static_cast<std::size_t>(kind)];
}

domain::LoginFailures LoginAttempts::failures(AttemptKind kind, std::string_view tag) {
    auto rows = tx_.query("SELECT failures, last_at FROM login_attempts WHERE kind = ? AND tag = ?", kind, tag);
    if (!rows.step()) return {};
    return {rows.get<int>(0), rows.get<core::Instant>(1)};
}

void LoginAttempts::add(AttemptKind kind, std::string_view tag, core::Instant now, core::Instant forgotten) {
    tx_.run(R"(
INSERT INTO login_attempts (kind, tag, failures, last_at) VALUES (?, ?, 1, ?)
ON CONFLICT (kind, tag) DO UPDATE SET
  failures = CASE WHEN last_at < ? THEN 1 ELSE failures + 1 END, last_at = excluded.last_at)",
            kind, tag, now, forgotten);
}

void LoginAttempts::set(AttemptKind kind, std::string_view tag, const domain::LoginFailures& failures) {
    tx_.run(R"(
INSERT INTO login_attempts (kind, tag, failures, last_at) VALUES (?, ?, ?, ?)
ON CONFLICT (kind, tag) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at)",
            kind, tag, failures.count, failures.last);
}

void LoginAttempts::forgive(AttemptKind kind, std::string_view tag) {
    tx_.run("DELETE FROM login_attempts WHERE kind = ? AND tag = ?", kind, tag);
}

void LoginAttempts::take_back(AttemptKind kind, std::string_view tag) {
    tx_.run("UPDATE login_attempts SET failures = failures - 1 WHERE kind = ? AND tag = ? AND failures > 0", kind, tag);
}

std::int64_t LoginAttempts::forget(core::Instant before) {
    return tx_.run("DELETE FROM login_attempts WHERE last_at < ?", before);
}

}  // namespace clausier::store
