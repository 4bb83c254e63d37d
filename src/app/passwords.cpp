// Sets passwords, by a link or by the one before.
#include "clausier/app/passwords.hpp"

#include "account_entry.hpp"
#include "attempts.hpp"
#include "clausier/app/login.hpp"
#include "clausier/core/password.hpp"
#include "clausier/store/accounts.hpp"
#include "clausier/store/invitations.hpp"
#include "clausier/store/user_sessions.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using core::Severity;
using domain::Account;
using domain::AccountState;
using domain::Id;
using domain::InvitationKind;

std::optional<OpenLink> opened(store::Transaction& tx, std::string_view hash, core::Instant now) {
    const auto invitation = store::Invitations(tx).find(hash, now);
    if (!invitation) return std::nullopt;
    OpenLink out{*invitation, std::nullopt};
    // Once there is an admin, nobody else is the first.
    if (invitation->kind == InvitationKind::first_admin)
        return store::Accounts(tx).active_admins() > 0 ? std::nullopt : std::optional(out);
    out.account = store::Accounts(tx).find(invitation->account.value());
    if (!out.account || out.account->state == AccountState::disabled) return std::nullopt;
    return out;
}

OpenLink require_link(store::Transaction& tx, std::string_view token, core::Instant now) {
    if (auto link = opened(tx, token_hash(token), now)) return *std::move(link);
    throw Error(ErrorKind::not_found, "",
                "ce lien n’ouvre plus rien\u00a0: il a servi, ou sa durée est passée\u00a0; demandez-en un autre");
}

// The account as it will be: the first admin's is new, the others keep their address.
Account answered(const OpenLink& link, const Acceptance& acceptance) {
    Account out = link.account.value_or(Account{});
    if (!link.account) out.email = acceptance.email;
    if (link.invitation.kind != InvitationKind::password_reset) out.name = acceptance.name;
    domain::tidy(out);
    return out;
}

void require_sound_answer(store::Transaction& tx, const Account& account, std::string_view password) {
    std::vector<core::Issue> issues = domain::faults(account);
    for (core::Issue& issue : password_faults(tx, password, account.email, account.name))
        issues.push_back(std::move(issue));
    require_sound(std::move(issues));
    refuse_nir({{"nom", account.name}});
}

Account save_answer(store::Transaction& tx, Account account, core::Instant now, std::string_view hash) {
    store::Accounts accounts(tx);
    const bool first = account.id.empty();
    account.state = AccountState::active;
    if (first) account.created = now;
    account = accounts.save(std::move(account));
    if (first) accounts.grant(account.id, {{}, domain::Role::admin, {}});
    accounts.set_password(account.id, hash);
    return require_account(tx, account.id);
}

}  // namespace

std::optional<OpenLink> open_link(store::Database& base, std::string_view token, const core::Clock& clock) {
    store::Transaction tx = base.read();
    return opened(tx, token_hash(token), clock.now());
}

Account accept_link(Session session, store::Database& base, std::string_view token, const Acceptance& acceptance) {
    const core::Instant now = session.clock.now();
    {
        store::Transaction tx = base.read();
        require_sound_answer(tx, answered(require_link(tx, token, now), acceptance), acceptance.password);
    }
    // The work of the hash is done without the write lock; the link is looked at again under it.
    const std::string hash = core::hash_password(acceptance.password);
    store::Transaction tx = base.write();
    const OpenLink link = require_link(tx, token, now);
    Account account = answered(link, acceptance);
    require_sound_answer(tx, account, acceptance.password);
    account = save_answer(tx, std::move(account), now, hash);
    store::Invitations invitations(tx);
    invitations.spend(link.invitation.id, now);
    if (link.invitation.kind == InvitationKind::first_admin) invitations.spend_all(std::nullopt, now);
    invitations.spend_all(account.id, now);
    store::UserSessions(tx).end_all(account.id, now);
    end_tokens(tx, session, account.id);
    tell_own(tx, session, "compte.mot-de-passe", account.id, domain::code(link.invitation.kind));
    tx.commit();
    return account;
}

void ask_reset(Session session, store::Database& base, std::string_view email, std::string_view peer,
               const SendLink& send) {
    const auto address = domain::parse_email(email);
    const std::string typed = address ? *address : std::string(email);
    const auto counted = {attempt(base, store::AttemptKind::link, typed),
                          attempt(base, store::AttemptKind::link, "adresse " + std::string(peer))};
    store::Transaction tx = base.write();
    if (const auto wait = count_attempt(tx, counted, session.clock.now()); wait.count() > 0)
        throw Error(ErrorKind::unavailable, "", wait_sentence(wait));
    const auto account = store::Accounts(tx).find(typed);
    const bool known = account && account->state == AccountState::active;
    if (known) make_link(tx, session, InvitationKind::password_reset, account, send);
    tell(tx, session, "compte.oubli", known ? account->id : Id<Account>{});
    tx.commit();
}

void change_password(Session session, store::Database& base, std::string_view current, std::string_view password,
                     std::optional<Id<domain::UserSession>> keep) {
    const Id<Account> id = own_account(session);
    const core::Instant now = session.clock.now();
    const Attempt tried = attempt(base, store::AttemptKind::account, std::to_string(id.value));
    std::string kept;
    {
        store::Transaction tx = base.write();
        const Account account = require_account(tx, id);
        require_sound(password_faults(tx, password, account.email, account.name));
        if (const auto wait = count_attempt(tx, {tried}, now); wait.count() > 0)
            throw Error(ErrorKind::unavailable, "", wait_sentence(wait));
        kept = store::Accounts(tx).password_hash(id).value_or("");
        tx.commit();
    }
    if (!core::verify_password(kept, current))
        throw Error(
            ErrorKind::invalid,
            {{Severity::error, "mot_de_passe_actuel", "mot_de_passe_actuel",
              "ce n’est pas votre mot de passe actuel\u00a0; retapez-le, ou passez par « mot de passe oublié »"}});
    const std::string hash = core::hash_password(password);
    store::Transaction tx = base.write();
    store::LoginAttempts(tx).forgive(tried.kind, tried.tag);
    store::Accounts(tx).set_password(id, hash);
    store::UserSessions(tx).end_all(id, now, keep);
    store::Invitations(tx).spend_all(id, now);
    end_tokens(tx, session, id);
    tell_own(tx, session, "compte.mot-de-passe", id, "change");
    tx.commit();
}

std::vector<core::Issue> password_faults(store::Database& base, std::string_view password, std::string_view email,
                                         std::string_view name) {
    store::Transaction tx = base.read();
    return password_faults(tx, password, email, name);
}

}  // namespace clausier::app
