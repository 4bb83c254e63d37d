// Queries on access tokens.
#include "clausier/store/api_tokens.hpp"

#include "clausier/core/text.hpp"

namespace clausier::store {
namespace {

using domain::Account;
using domain::ApiToken;
using domain::Id;

std::string joined(const std::vector<domain::Action>& actions) {
    std::string out;
    for (const domain::Action action : actions) {
        if (!out.empty()) out += ',';
        out += domain::action_code(action);
    }
    return out;
}

// An action that no longer exists gives no right: were it alone, the list must not become empty, which means all.
std::vector<domain::Action> read_actions(const std::string& text) {
    std::vector<domain::Action> out;
    if (text.empty()) return out;
    for (const std::string_view code : core::split(text, ','))
        out.push_back(domain::action_of(code).value_or(domain::Action::open));
    return out;
}

ApiToken read_token(const Statement& row) {
    ApiToken out;
    out.id = row.get<Id<ApiToken>>(0);
    out.account = row.get<Id<Account>>(1);
    out.label = row.text(2);
    out.scope = {row.get<bool>(3), read_actions(row.text(4))};
    out.created = row.get<core::Instant>(5);
    out.expires = row.get<core::Instant>(6);
    out.used = row.get<std::optional<core::Instant>>(7);
    return out;
}

}  // namespace

ApiToken ApiTokens::add(ApiToken t, std::string_view token_hash) {
    t.id = tx_.value<Id<ApiToken>>(R"(
INSERT INTO api_tokens (token_hash, account_id, label, read_only, actions, created_at, expires_at)
VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                   token_hash, t.account, t.label, t.scope.read_only, joined(t.scope.actions),
                                   t.created, t.expires);
    return t;
}

std::optional<ApiToken> ApiTokens::find(std::string_view token_hash, core::Instant now) {
    auto rows = tx_.query(R"(
SELECT id, account_id, label, read_only, actions, created_at, expires_at, last_used_at FROM api_tokens
WHERE token_hash = ? AND ended_at IS NULL AND expires_at > ?)",
                          token_hash, now);
    if (!rows.step()) return std::nullopt;
    return read_token(rows);
}

std::optional<ApiToken> ApiTokens::find(Id<ApiToken> id, core::Instant now) {
    auto rows = tx_.query(R"(
SELECT id, account_id, label, read_only, actions, created_at, expires_at, last_used_at FROM api_tokens
WHERE id = ? AND ended_at IS NULL AND expires_at > ?)",
                          id, now);
    if (!rows.step()) return std::nullopt;
    return read_token(rows);
}

std::vector<ApiToken> ApiTokens::of(Id<Account> account, core::Instant now) {
    std::vector<ApiToken> out;
    auto rows = tx_.query(R"(
SELECT id, account_id, label, read_only, actions, created_at, expires_at, last_used_at FROM api_tokens
WHERE account_id = ? AND ended_at IS NULL AND expires_at > ? ORDER BY label, id)",
                          account, now);
    while (rows.step()) out.push_back(read_token(rows));
    return out;
}

bool ApiTokens::touch(Id<ApiToken> id, core::Instant now, core::Instant unless_after) {
    return tx_.run(R"(
UPDATE api_tokens SET last_used_at = ? WHERE id = ? AND ended_at IS NULL AND coalesce(last_used_at, '') <= ?)",
                   now, id, unless_after) > 0;
}

void ApiTokens::end(Id<ApiToken> id, core::Instant now) {
    tx_.run("UPDATE api_tokens SET ended_at = ? WHERE id = ? AND ended_at IS NULL", now, id);
}

std::int64_t ApiTokens::end_all(Id<Account> account, core::Instant now) {
    return tx_.run("UPDATE api_tokens SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL", now, account);
}

std::int64_t ApiTokens::end_everybodys(core::Instant now) {
    return tx_.run("UPDATE api_tokens SET ended_at = ? WHERE ended_at IS NULL", now);
}

}  // namespace clausier::store
