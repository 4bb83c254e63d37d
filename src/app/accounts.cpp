// Accounts listed, invited, given their roles and taken out of use.
#include "clausier/app/accounts.hpp"

#include "account_entry.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/session_rule.hpp"
#include "clausier/store/accounts.hpp"
#include "clausier/store/api_tokens.hpp"
#include "clausier/store/invitations.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/user_sessions.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Account;
using domain::AccountState;
using domain::Id;
using domain::InvitationKind;
using domain::Membership;
using domain::Role;

AccountSheet sheet_of(store::Transaction& tx, const Session& session, Account account) {
    AccountSheet out{std::move(account), {}, 0, {}};
    store::Organisations organisations(tx);
    for (const Membership& membership : out.account.memberships)
        out.organisations.push_back(organisations.find(membership.organisation).value_or(domain::Organisation{}));
    const core::Instant now = session.clock.now();
    for (const domain::UserSession& one : store::UserSessions(tx).of(out.account.id))
        out.sessions += domain::SessionRule{}.holds(one.created, one.seen, one.awaiting_code, now) ? 1U : 0U;
    if (const auto link = store::Invitations(tx).open_of(out.account.id, now)) out.link_expires = link->expires;
    return out;
}

// A membership as it is kept: its organisation, the one it was merged into if it was.
Membership prepared(store::Transaction& tx, Membership membership) {
    require_sound(domain::faults(membership));
    if (membership.organisation.empty()) return membership;
    const auto organisation = store::Organisations(tx).find(membership.organisation);
    if (!organisation)
        throw Error(ErrorKind::not_found, "organisation", "cette organisation n’existe pas\u00a0; créez-la d’abord");
    membership.organisation = organisation->merged_into.value_or(organisation->id);
    return membership;
}

void keep_an_admin(store::Transaction& tx, const Account& account) {
    for (const Membership& membership : account.memberships)
        if (membership.role == Role::admin && account.state == AccountState::active &&
            store::Accounts(tx).active_admins() == 1)
            throw Error(ErrorKind::conflict, "",
                        "c’est le dernier administrateur actif\u00a0; habilitez-en un autre d’abord");
}

void end_all(store::Transaction& tx, Id<Account> id, core::Instant now) {
    store::UserSessions(tx).end_all(id, now);
    store::Invitations(tx).spend_all(id, now);
    store::ApiTokens(tx).end_all(id, now);
}

std::string told(const Membership& membership) {
    std::string out(domain::role_code(membership.role));
    if (!membership.organisation.empty()) out += " organisation/" + std::to_string(membership.organisation.value);
    return out;
}

}  // namespace

bool has_accounts(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Accounts(tx).any();
}

bool has_active_admin(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Accounts(tx).active_admins() > 0;
}

std::vector<AccountSheet> accounts(Session session, store::Database& base) {
    require_manager(session);
    store::Transaction tx = base.read();
    std::vector<AccountSheet> out;
    for (Account& account : store::Accounts(tx).list()) out.push_back(sheet_of(tx, session, std::move(account)));
    return out;
}

AccountSheet account_sheet(Session session, store::Database& base, Id<Account> id) {
    require_own_or_manager(session, id);
    store::Transaction tx = base.read();
    return sheet_of(tx, session, require_account(tx, id));
}

Account account_of_email(Session session, store::Database& base, std::string_view email) {
    require_manager(session);
    store::Transaction tx = base.read();
    const auto address = domain::parse_email(email);
    if (auto found = address ? store::Accounts(tx).find(*address) : std::nullopt) return *std::move(found);
    throw Error(ErrorKind::not_found, "courriel",
                "aucun compte n’a cette adresse\u00a0; « clausier comptes liste » les montre");
}

Account find_account(Session session, store::Database& base, Id<Account> id) {
    require_own_or_manager(session, id);
    store::Transaction tx = base.read();
    return require_account(tx, id);
}

AccountLink first_admin_link(Session session, store::Database& base) {
    if (!session.viewer.whole) require_manager({session.clock, session.actor, {}});
    store::Transaction tx = base.write();
    if (store::Accounts(tx).active_admins() > 0)
        throw Error(
            ErrorKind::conflict, "",
            "un administrateur existe déjà\u00a0; il invite les autres, ou « clausier comptes lien » lui rend l’accès");
    AccountLink link = make_link(tx, session, InvitationKind::first_admin, std::nullopt, {});
    tell(tx, session, "compte.premier-lien", {});
    tx.commit();
    return link;
}

AccountLink invite(Session session, store::Database& base, Account account, const SendLink& send) {
    require_manager(session);
    domain::tidy(account);
    require_sound(domain::faults(account));
    refuse_nir({{"nom", account.name}});
    if (account.memberships.empty())
        throw Error(ErrorKind::invalid, "role", "un compte a au moins un rôle\u00a0; choisissez-le");
    store::Transaction tx = base.write();
    store::Accounts accounts(tx);
    account.id = {};
    account.state = AccountState::invited;
    account.created = session.clock.now();
    const Account made = accounts.save(account);
    std::string roles;
    for (const Membership& one : account.memberships) {
        const Membership membership = prepared(tx, one);
        accounts.grant(made.id, membership);
        roles += (roles.empty() ? "" : ", ") + told(membership);
    }
    AccountLink link = make_link(tx, session, InvitationKind::invitation, require_account(tx, made.id), send);
    tell(tx, session, "compte.inviter", made.id, roles);
    tx.commit();
    return link;
}

AccountLink renew_link(Session session, store::Database& base, Id<Account> id, const SendLink& send) {
    require_manager(session);
    refuse_own(session, id);
    store::Transaction tx = base.write();
    const Account account = require_account(tx, id);
    if (account.state == AccountState::disabled)
        throw Error(ErrorKind::conflict, "", "ce compte est désactivé\u00a0; réactivez-le d’abord");
    const auto kind =
        account.state == AccountState::invited ? InvitationKind::invitation : InvitationKind::password_reset;
    AccountLink link = make_link(tx, session, kind, account, send);
    tell(tx, session, "compte.lien", id, domain::code(kind));
    tx.commit();
    return link;
}

Account grant(Session session, store::Database& base, Id<Account> id, Membership membership) {
    require_manager(session);
    store::Transaction tx = base.write();
    static_cast<void>(require_account(tx, id));
    membership = prepared(tx, std::move(membership));
    store::Accounts(tx).grant(id, membership);
    store::UserSessions(tx).end_all(id, session.clock.now());
    tell(tx, session, "compte.habiliter", id, told(membership));
    Account out = require_account(tx, id);
    tx.commit();
    return out;
}

Account withdraw(Session session, store::Database& base, Id<Account> id, const Membership& membership) {
    require_manager(session);
    store::Transaction tx = base.write();
    const Account account = require_account(tx, id);
    if (membership.role == Role::admin) keep_an_admin(tx, account);
    if (!store::Accounts(tx).withdraw(id, membership))
        throw Error(ErrorKind::not_found, "role", "ce compte n’a pas cette habilitation\u00a0; relisez sa fiche");
    store::UserSessions(tx).end_all(id, session.clock.now());
    tell(tx, session, "compte.retirer", id, told(membership));
    Account out = require_account(tx, id);
    tx.commit();
    return out;
}

Account disable(Session session, store::Database& base, Id<Account> id) {
    require_manager(session);
    store::Transaction tx = base.write();
    Account account = require_account(tx, id);
    if (account.state == AccountState::disabled) return account;
    keep_an_admin(tx, account);
    account.state = AccountState::disabled;
    account = store::Accounts(tx).save(std::move(account));
    end_all(tx, id, session.clock.now());
    tell(tx, session, "compte.desactiver", id);
    tx.commit();
    return account;
}

Account enable(Session session, store::Database& base, Id<Account> id) {
    require_manager(session);
    store::Transaction tx = base.write();
    Account account = require_account(tx, id);
    if (account.state != AccountState::disabled) return account;
    account.state = store::Accounts(tx).password_hash(id) ? AccountState::active : AccountState::invited;
    account = store::Accounts(tx).save(std::move(account));
    tell(tx, session, "compte.reactiver", id);
    tx.commit();
    return account;
}

Account rename(Session session, store::Database& base, Id<Account> id, std::string name) {
    require_own_or_manager(session, id);
    store::Transaction tx = base.write();
    Account account = require_account(tx, id);
    const std::string before = account.name;
    account.name = std::move(name);
    domain::tidy(account);
    require_sound(domain::faults(account));
    refuse_nir({{"nom", account.name}});
    if (account.name == before) return account;
    account = store::Accounts(tx).save(std::move(account));
    tell(tx, session, "compte.modifier", id, "nom");
    tx.commit();
    return account;
}

Account activate(Session session, store::Database& base, Id<Account> id) {
    store::Transaction tx = base.write();
    Account account = require_account(tx, id);
    if (account.state == AccountState::disabled)
        throw Error(ErrorKind::forbidden, "", "ce compte est désactivé\u00a0; adressez-vous à un administrateur");
    if (account.state == AccountState::active) return account;
    account.state = AccountState::active;
    account = store::Accounts(tx).save(std::move(account));
    store::Invitations(tx).spend_all(id, session.clock.now());
    tell_own(tx, session, "compte.activer", id);
    tx.commit();
    return account;
}

}  // namespace clausier::app
