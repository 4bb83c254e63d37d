// Queries on links.
#include "clausier/store/invitations.hpp"

namespace clausier::store {
namespace {

using domain::Account;
using domain::Id;
using domain::Invitation;

std::optional<Invitation> read(Statement rows) {
    if (!rows.step()) return std::nullopt;
    return Invitation{rows.get<Id<Invitation>>(0), domain::invitation_kind(rows.text(1)).value(),
                      rows.get<std::optional<Id<Account>>>(2), rows.get<core::Instant>(3), rows.get<core::Instant>(4)};
}

}  // namespace

Invitation Invitations::add(Invitation i, std::string_view token_hash) {
    i.id = tx_.value<Id<Invitation>>(R"(
INSERT INTO invitations (token_hash, kind, account_id, created_at, expires_at) VALUES (?, ?, ?, ?, ?) RETURNING id)",
                                     token_hash, i.kind, i.account, i.created, i.expires);
    return i;
}

std::optional<Invitation> Invitations::find(std::string_view token_hash, core::Instant now) {
    return read(tx_.query(R"(
SELECT id, kind, account_id, created_at, expires_at FROM invitations
WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?)",
                          token_hash, now));
}

std::optional<Invitation> Invitations::open_of(Id<Account> account, core::Instant now) {
    return read(tx_.query(R"(
SELECT id, kind, account_id, created_at, expires_at FROM invitations
WHERE account_id = ? AND used_at IS NULL AND expires_at > ? ORDER BY id DESC LIMIT 1)",
                          account, now));
}

void Invitations::spend(Id<Invitation> id, core::Instant now) {
    tx_.run("UPDATE invitations SET used_at = ? WHERE id = ? AND used_at IS NULL", now, id);
}

void Invitations::spend_all(std::optional<Id<Account>> account, core::Instant now) {
    tx_.run("UPDATE invitations SET used_at = ? WHERE coalesce(account_id, 0) = ? AND used_at IS NULL", now,
            account.value_or(Id<Account>{}));
}

void Invitations::spend_everybodys(core::Instant now) {
    tx_.run("UPDATE invitations SET used_at = ? WHERE used_at IS NULL", now);
}

std::int64_t Invitations::forget(core::Instant expired_before) {
    return tx_.run("DELETE FROM invitations WHERE expires_at < ?", expired_before);
}

}  // namespace clausier::store
