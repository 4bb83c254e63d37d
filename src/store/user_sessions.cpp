// Queries on sessions.
#include "clausier/store/user_sessions.hpp"

namespace clausier::store {
namespace {

using domain::Account;
using domain::Id;
using domain::UserSession;

UserSession read_session(const Statement& row) {
    return {row.get<Id<UserSession>>(0),
            row.get<Id<Account>>(1),
            row.get<bool>(2),
            row.get<core::Instant>(3),
            row.get<core::Instant>(4),
            row.text(5),
            row.text(6)};
}

}  // namespace

UserSession UserSessions::add(UserSession s, std::string_view token_hash) {
    s.id = tx_.value<Id<UserSession>>(R"(
INSERT INTO user_sessions (token_hash, account_id, awaiting_code, created_at, last_seen_at, peer, agent)
VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                      token_hash, s.account, s.awaiting_code, s.created, s.seen, s.peer, s.agent);
    return s;
}

std::optional<FoundSession> UserSessions::find(std::string_view token_hash) {
    auto rows = tx_.query(R"(
SELECT s.id, s.account_id, s.awaiting_code, s.created_at, s.last_seen_at, s.peer, s.agent, a.name, a.state,
  f.confirmed_at IS NOT NULL
FROM user_sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN second_factors f ON f.account_id = a.id
WHERE s.token_hash = ? AND s.ended_at IS NULL)",
                          token_hash);
    if (!rows.step()) return std::nullopt;
    return FoundSession{read_session(rows), rows.text(7), domain::account_state(rows.text(8)).value(),
                        rows.get<bool>(9)};
}

std::vector<UserSession> UserSessions::of(Id<Account> account) {
    std::vector<UserSession> out;
    auto rows = tx_.query(R"(
SELECT id, account_id, awaiting_code, created_at, last_seen_at, peer, agent FROM user_sessions
WHERE account_id = ? AND ended_at IS NULL ORDER BY last_seen_at DESC, id DESC)",
                          account);
    while (rows.step()) out.push_back(read_session(rows));
    return out;
}

bool UserSessions::touch(Id<UserSession> id, core::Instant now, core::Instant unless_after) {
    return tx_.run("UPDATE user_sessions SET last_seen_at = ? WHERE id = ? AND ended_at IS NULL AND last_seen_at <= ?",
                   now, id, unless_after) > 0;
}

void UserSessions::confirm(Id<UserSession> id, std::string_view token_hash, core::Instant now) {
    tx_.run(R"(
UPDATE user_sessions SET token_hash = ?, awaiting_code = 0, created_at = ?, last_seen_at = ?
WHERE id = ? AND ended_at IS NULL)",
            token_hash, now, now, id);
}

void UserSessions::end(Id<UserSession> id, core::Instant now) {
    tx_.run("UPDATE user_sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL", now, id);
}

std::int64_t UserSessions::end_all(Id<Account> account, core::Instant now, std::optional<Id<UserSession>> keep) {
    return tx_.run("UPDATE user_sessions SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND id <> ?", now,
                   account, keep.value_or(Id<UserSession>{}));
}

std::int64_t UserSessions::forget(core::Instant before) {
    return tx_.run("DELETE FROM user_sessions WHERE last_seen_at < ? OR ended_at < ?", before, before);
}

}  // namespace clausier::store
