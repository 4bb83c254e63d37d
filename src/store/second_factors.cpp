// Queries on second factors.
#include "clausier/store/second_factors.hpp"

namespace clausier::store {

using domain::Account;
using domain::Id;

std::optional<SecondFactor> SecondFactors::find(Id<Account> account) {
    auto rows = tx_.query(
        "SELECT sealed_secret, confirmed_at IS NOT NULL, last_step FROM second_factors WHERE account_id = ?", account);
    if (!rows.step()) return std::nullopt;
    return SecondFactor{rows.text(0), rows.get<bool>(1), rows.integer(2)};
}

void SecondFactors::begin(Id<Account> account, std::string_view sealed_secret, core::Instant now) {
    tx_.run(R"(
INSERT INTO second_factors (account_id, sealed_secret, created_at) VALUES (?, ?, ?)
ON CONFLICT (account_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, created_at = excluded.created_at,
  last_step = 0 WHERE confirmed_at IS NULL)",
            account, sealed_secret, now);
}

void SecondFactors::confirm(Id<Account> account, core::Instant now) {
    tx_.run("UPDATE second_factors SET confirmed_at = ? WHERE account_id = ? AND confirmed_at IS NULL", now, account);
}

bool SecondFactors::accept(Id<Account> account, std::int64_t step) {
    return tx_.run("UPDATE second_factors SET last_step = ? WHERE account_id = ? AND last_step < ?", step, account,
                   step) > 0;
}

void SecondFactors::remove(Id<Account> account) {
    tx_.run("DELETE FROM recovery_codes WHERE account_id = ?", account);
    tx_.run("DELETE FROM second_factors WHERE account_id = ?", account);
}

void SecondFactors::set_recovery(Id<Account> account, const std::vector<std::string>& hashes) {
    tx_.run("DELETE FROM recovery_codes WHERE account_id = ?", account);
    for (const std::string& hash : hashes)
        tx_.run("INSERT INTO recovery_codes (account_id, code_hash) VALUES (?, ?)", account, hash);
}

bool SecondFactors::use_recovery(Id<Account> account, std::string_view hash, core::Instant now) {
    return tx_.run("UPDATE recovery_codes SET used_at = ? WHERE account_id = ? AND code_hash = ? AND used_at IS NULL",
                   now, account, hash) > 0;
}

std::size_t SecondFactors::recovery_left(Id<Account> account) {
    return tx_.value<std::size_t>("SELECT count(*) FROM recovery_codes WHERE account_id = ? AND used_at IS NULL",
                                  account);
}

}  // namespace clausier::store
