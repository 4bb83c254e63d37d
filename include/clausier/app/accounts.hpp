// Accounts and who they act for: the first admin, invitations, memberships, disabling.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/account_link.hpp"
#include "clausier/app/app.hpp"
#include "clausier/app/passwords.hpp"
#include "clausier/domain/account.hpp"
#include "clausier/domain/user_session.hpp"

namespace clausier::app {

using domain::AccountSheet;

// Whether the base holds an account, or one that can manage the others.
bool has_accounts(store::Database& base);
bool has_active_admin(store::Database& base);

// For people who manage accounts: Error(forbidden) when session.viewer may not (Action::account_manage), unless it is
// whole; the sheet is one's own too. By name; Error(not_found).
std::vector<AccountSheet> accounts(Session session, store::Database& base);
AccountSheet account_sheet(Session session, store::Database& base, domain::Id<domain::Account> id);
// By address. Error(not_found).
domain::Account account_of_email(Session session, store::Database& base, std::string_view email);
// One's own or, for who manages accounts, anybody's.
domain::Account find_account(Session session, store::Database& base, domain::Id<domain::Account> id);

// The link by which the first admin names themselves; the ones given before are worth nothing any more. Only for a
// whole viewer (a terminal). Error(conflict) once an active admin exists.
AccountLink first_admin_link(Session session, store::Database& base);

// Every change below is one transaction with a row of the journal that names the account by its number alone. They
// throw Error(invalid) with every fault, Error(not_found), Error(forbidden) when the viewer may not manage accounts,
// Error(conflict) when the address is another account's, or when no active admin would be left.

// Makes the account, its memberships and its link (7 days).
AccountLink invite(Session session, store::Database& base, domain::Account account, const SendLink& send = {});
// A new link: an invitation for who has not accepted yet, else a password reset (1 h). Those before are void.
AccountLink renew_link(Session session, store::Database& base, domain::Id<domain::Account> id,
                       const SendLink& send = {});

// Adds or, with the same role and organisation, changes a membership; takes one away. Ends the account's sessions.
domain::Account grant(Session session, store::Database& base, domain::Id<domain::Account> id,
                      domain::Membership membership);
domain::Account withdraw(Session session, store::Database& base, domain::Id<domain::Account> id,
                         const domain::Membership& membership);

// Its sessions, links and access tokens are ended in the same transaction. Enabled again, it needs a new link if it
// had no password.
domain::Account disable(Session session, store::Database& base, domain::Id<domain::Account> id);
domain::Account enable(Session session, store::Database& base, domain::Id<domain::Account> id);

// The name shown, of oneself or by who manages accounts.
domain::Account rename(Session session, store::Database& base, domain::Id<domain::Account> id, std::string name);

// An account comes in by an identity provider: an invited account becomes active without a password. Error(not_found),
// Error(forbidden) when it is disabled.
domain::Account activate(Session session, store::Database& base, domain::Id<domain::Account> id);

}  // namespace clausier::app
