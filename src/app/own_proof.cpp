// Checks a password or a one-time code of somebody who is logged in.
#include "own_proof.hpp"

#include <algorithm>

#include "account_entry.hpp"
#include "attempts.hpp"
#include "clausier/app/login.hpp"
#include "clausier/core/password.hpp"
#include "clausier/store/accounts.hpp"
#include "code_check.hpp"

namespace clausier::app {
namespace {

constexpr std::size_t code_digits = 6;

[[noreturn]] void refuse_wait(std::chrono::seconds wait) {
    throw core::Error(core::ErrorKind::unavailable, "", wait_sentence(wait));
}

bool right_code(const Session& session, store::Database& base, domain::Id<domain::Account> id, std::string_view code) {
    store::Transaction tx = base.write();
    const CodeTrial trial = try_code(tx, base, id, code, session.clock.now(), false);
    if (trial.wait.count() > 0) refuse_wait(trial.wait);
    tx.commit();
    return trial.right;
}

bool right_password(const Session& session, store::Database& base, domain::Id<domain::Account> id,
                    std::string_view password) {
    const Attempt tried = attempt(base, store::AttemptKind::account, std::to_string(id.value));
    std::string kept;
    {
        store::Transaction tx = base.write();
        if (const auto wait = count_attempt(tx, {tried}, session.clock.now()); wait.count() > 0) refuse_wait(wait);
        kept = store::Accounts(tx).password_hash(id).value_or("");
        tx.commit();
    }
    // The work of the hash is done without the write lock.
    if (kept.empty() || !core::verify_password(kept, password)) return false;
    store::Transaction tx = base.write();
    store::LoginAttempts(tx).forgive(tried.kind, tried.tag);
    tx.commit();
    return true;
}

}  // namespace

void require_proof(const Session& session, store::Database& base, std::string_view proof) {
    const auto id = own_account(session);
    const bool code = proof.size() == code_digits &&
                      std::all_of(proof.begin(), proof.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (code ? right_code(session, base, id, proof) : right_password(session, base, id, proof)) return;
    throw core::Error(
        core::ErrorKind::invalid,
        {{core::Severity::error, "preuve", "preuve",
          "ce n’est ni votre mot de passe ni le code de ce moment\u00a0; retapez-le, ou passez par « mot de "
          "passe oublié » si vous n’en avez pas"}});
}

}  // namespace clausier::app
