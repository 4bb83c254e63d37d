// Queries on people of an identity provider.
#include "clausier/store/identities.hpp"

namespace clausier::store {

void Identities::begin(std::string_view browser_hash, const BegunLogin& login, core::Instant now,
                       core::Instant expires) {
    tx_.run("DELETE FROM identity_trips WHERE expires_at <= ? OR browser_hash = ?", now, browser_hash);
    tx_.run(R"(
INSERT INTO identity_trips (browser_hash, state, nonce, verifier, back, return_path, expires_at)
VALUES (?, ?, ?, ?, ?, ?, ?))",
            browser_hash, login.trip.state, login.trip.nonce, login.trip.verifier, login.trip.back, login.return_path,
            expires);
}

std::int64_t Identities::begun() { return tx_.value<std::int64_t>("SELECT count(*) FROM identity_trips"); }

std::optional<BegunLogin> Identities::take(std::string_view browser_hash, core::Instant now) {
    auto row = tx_.query(R"(
DELETE FROM identity_trips WHERE browser_hash = ?
RETURNING state, nonce, verifier, back, return_path, expires_at > ?)",
                         browser_hash, now);
    if (!row.step()) return std::nullopt;
    BegunLogin out{{row.text(0), row.text(1), row.text(2), row.text(3)}, row.text(4)};
    const bool in_time = row.get<bool>(5);
    while (row.step()) {
    }
    return in_time ? std::optional(out) : std::nullopt;
}

std::optional<domain::Id<domain::Account>> Identities::account(std::string_view issuer, std::string_view subject) {
    return tx_.maybe<domain::Id<domain::Account>>(
        "SELECT account_id FROM identity_links WHERE issuer = ? AND subject = ?", issuer, subject);
}

bool Identities::linked(domain::Id<domain::Account> account, std::string_view issuer) {
    return tx_.maybe<std::int64_t>("SELECT 1 FROM identity_links WHERE account_id = ? AND issuer = ?", account, issuer)
        .has_value();
}

void Identities::link(std::string_view issuer, std::string_view subject, domain::Id<domain::Account> account,
                      core::Instant now) {
    tx_.run("INSERT INTO identity_links (issuer, subject, account_id, linked_at) VALUES (?, ?, ?, ?)", issuer, subject,
            account, now);
}

void Identities::keep_hint(domain::Id<domain::UserSession> session, std::string_view id_token) {
    tx_.run(R"(
INSERT INTO identity_sessions (session_id, id_token) VALUES (?, ?)
ON CONFLICT (session_id) DO UPDATE SET id_token = excluded.id_token)",
            session, id_token);
}

std::optional<std::string> Identities::take_hint(domain::Id<domain::UserSession> session) {
    auto row = tx_.query("DELETE FROM identity_sessions WHERE session_id = ? RETURNING id_token", session);
    if (!row.step()) return std::nullopt;
    std::string out = row.text(0);
    while (row.step()) {
    }
    return out;
}

}  // namespace clausier::store
