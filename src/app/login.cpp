// Sessions opened by proofs, and ended.
#include "clausier/app/login.hpp"

#include "account_entry.hpp"
#include "attempts.hpp"
#include "clausier/core/password.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/store/accounts.hpp"
#include "clausier/store/invitations.hpp"
#include "clausier/store/login_attempts.hpp"
#include "clausier/store/user_sessions.hpp"
#include "code_check.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Account;
using domain::AccountState;
using domain::Id;
using domain::UserSession;
using Outcome = LoginAnswer::Outcome;

constexpr std::chrono::hours kept_after_end{24 * 7};

bool holds(const UserSession& s, core::Instant now) {
    return domain::SessionRule{}.holds(s.created, s.seen, s.awaiting_code, now);
}

std::string add_session(store::Transaction& tx, const Session& session, const Account& account, std::string_view peer,
                        std::string_view agent, bool awaiting_code) {
    if (account.state != AccountState::active)
        throw Error(ErrorKind::forbidden, "", "ce compte n’est pas actif\u00a0; adressez-vous à un administrateur");
    const std::string token = core::random_token(32);
    const core::Instant now = session.clock.now();
    store::UserSessions(tx).add(
        {{}, account.id, awaiting_code, now, now, domain::shortened_peer(peer), domain::shortened_agent(agent)},
        token_hash(token));
    tell_own(tx, session, awaiting_code ? "connexion.mot-de-passe" : "connexion.ouvrir", account.id);
    return token;
}

// An account, and the password that was proved, as it was kept then.
struct Proof {
    Id<Account> account;
    std::string hash;
};

std::optional<Proof> proved(store::Database& base, const std::string& email, std::string_view password,
                            Id<Account>& tried) {
    std::optional<Account> account;
    std::optional<std::string> hash;
    {
        store::Transaction tx = base.read();
        account = store::Accounts(tx).find(email);
        if (account) {
            tried = account->id;
            if (account->state == AccountState::active) hash = store::Accounts(tx).password_hash(account->id);
        }
    }
    if (!hash) {
        core::verify_nobody(password);
        return std::nullopt;
    }
    if (!core::verify_password(*hash, password)) return std::nullopt;
    return Proof{account->id, *std::move(hash)};
}

// A failure of somebody, or of nobody.
LoginAnswer refuse(const Session& session, store::Database& base, Id<Account> tried) {
    store::Transaction tx = base.write();
    tell(tx, session, "connexion.refuser", tried);
    tx.commit();
    return {};
}

}  // namespace

std::optional<SignedIn> session_of(store::Database& base, std::string_view token, const core::Clock& clock) {
    if (token.empty()) return std::nullopt;
    store::Transaction tx = base.read();
    const auto found = store::UserSessions(tx).find(token_hash(token));
    if (!found || found->state != AccountState::active || !holds(found->session, clock.now())) return std::nullopt;
    SignedIn out;
    out.account = found->session.account;
    out.viewer = {false, out.account, store::Accounts(tx).memberships(out.account)};
    out.name = found->name;
    out.session = found->session.id;
    out.seen = found->session.seen;
    out.needs_second_factor = found->session.awaiting_code;
    out.second_factor_enrolled = found->second_factor;
    out.must_enrol = !found->second_factor && domain::needs_second_factor(out.viewer.memberships);
    return out;
}

void touch_session(store::Database& base, Id<UserSession> id, const core::Clock& clock) {
    const core::Instant now = clock.now();
    store::Transaction tx = base.write();
    if (store::UserSessions(tx).touch(id, now, now - std::chrono::minutes(1))) tx.commit();
}

std::string open_session(Session session, store::Database& base, Id<Account> account, std::string_view peer,
                         std::string_view agent, bool code_given) {
    store::Transaction tx = base.write();
    const Account kept = require_account(tx, account);
    std::string token = add_session(tx, session, kept, peer, agent, kept.second_factor && !code_given);
    tx.commit();
    return token;
}

LoginAnswer log_in(Session session, store::Database& base, std::string_view email, std::string_view password,
                   std::string_view peer, std::string_view agent) {
    const auto address = domain::parse_email(email);
    const std::string typed = address ? *address : std::string(email);
    const Attempt of_account = attempt(base, store::AttemptKind::account, typed);
    const Attempt of_address = address_attempt(base, peer);
    {
        store::Transaction tx = base.write();
        const auto wait = count_attempt(tx, {of_account, of_address}, session.clock.now());
        if (wait.count() > 0) return {Outcome::wait, {}, wait};
        tx.commit();
    }
    Id<Account> tried;
    const auto proof = proved(base, typed, password, tried);
    if (!proof) return refuse(session, base, tried);
    const std::string fresh = core::needs_rehash(proof->hash) ? core::hash_password(password) : "";
    store::Transaction tx = base.write();
    const Account now = require_account(tx, proof->account);
    store::Accounts accounts(tx);
    // Changed while it was being proved: what ended the sessions of the old password ends this one too.
    if (now.state != AccountState::active || accounts.password_hash(now.id) != proof->hash) return {};
    if (!fresh.empty()) accounts.set_password(now.id, fresh);
    store::LoginAttempts counts(tx);
    counts.forgive(of_account.kind, of_account.tag);
    counts.take_back(of_address.kind, of_address.tag);
    LoginAnswer out{now.second_factor ? Outcome::code_needed : Outcome::signed_in, {}, std::chrono::seconds{0}};
    out.token = add_session(tx, session, now, peer, agent, now.second_factor);
    tx.commit();
    return out;
}

LoginAnswer give_code(Session session, store::Database& base, std::string_view token, std::string_view code) {
    const core::Instant now = session.clock.now();
    store::Transaction tx = base.write();
    store::UserSessions sessions(tx);
    const auto found = sessions.find(token_hash(token));
    if (!found || !found->session.awaiting_code || found->state != AccountState::active || !holds(found->session, now))
        return {};
    const Id<Account> account = found->session.account;
    const CodeTrial trial = try_code(tx, base, account, code, now, true);
    if (trial.wait.count() > 0) return {Outcome::wait, {}, trial.wait};
    LoginAnswer out;
    if (trial.right) {
        out = {Outcome::signed_in, core::random_token(32), std::chrono::seconds{0}};
        sessions.confirm(found->session.id, token_hash(out.token), now);
        tell_own(tx, session, "connexion.ouvrir", account, trial.recovery ? "code de secours" : "code");
    } else {
        tell(tx, session, "connexion.refuser", account, "code");
    }
    tx.commit();
    return out;
}

void log_out(Session session, store::Database& base, std::string_view token) {
    store::Transaction tx = base.write();
    store::UserSessions sessions(tx);
    const auto found = sessions.find(token_hash(token));
    if (!found) return;
    sessions.end(found->session.id, session.clock.now());
    tell_own(tx, session, "connexion.fermer", found->session.account);
    tx.commit();
}

std::vector<UserSession> sessions(Session session, store::Database& base, Id<Account> account) {
    require_own_or_manager(session, account);
    store::Transaction tx = base.read();
    std::vector<UserSession> out;
    for (UserSession& one : store::UserSessions(tx).of(account))
        if (holds(one, session.clock.now())) out.push_back(std::move(one));
    return out;
}

void end_session(Session session, store::Database& base, Id<UserSession> id) {
    const Id<Account> account = own_account(session);
    store::Transaction tx = base.write();
    store::UserSessions sessions(tx);
    for (const UserSession& one : sessions.of(account)) {
        if (one.id != id) continue;
        sessions.end(id, session.clock.now());
        tell(tx, session, "connexion.fermer", account, "session/" + std::to_string(id.value));
        tx.commit();
        return;
    }
    throw Error(ErrorKind::not_found, "", "cette session est déjà fermée\u00a0; relisez la liste");
}

std::int64_t end_sessions(Session session, store::Database& base, Id<Account> account,
                          std::optional<Id<UserSession>> keep) {
    require_own_or_manager(session, account);
    store::Transaction tx = base.write();
    static_cast<void>(require_account(tx, account));
    const std::int64_t ended = store::UserSessions(tx).end_all(account, session.clock.now(), keep);
    if (ended > 0) tell(tx, session, "connexion.fermer", account, std::to_string(ended) + " sessions");
    tx.commit();
    return ended;
}

std::string wait_sentence(std::chrono::seconds wait) {
    const auto seconds = wait.count();
    const auto minutes = (seconds + 59) / 60;
    return "trop d’essais ont échoué\u00a0; réessayez dans " +
           (seconds < 60 ? std::to_string(seconds) + " s"
                         : std::to_string(minutes) + (minutes == 1 ? " minute" : " minutes"));
}

std::int64_t forget_ended(store::Database& base, const core::Clock& clock) {
    const core::Instant now = clock.now();
    store::Transaction tx = base.write();
    const std::int64_t rows = store::UserSessions(tx).forget(now - kept_after_end) +
                              store::Invitations(tx).forget(now - kept_after_end) +
                              store::LoginAttempts(tx).forget(now - domain::failures_last);
    tx.commit();
    return rows;
}

}  // namespace clausier::app
