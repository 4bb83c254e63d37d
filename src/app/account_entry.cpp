// Shared steps of the use cases of accounts.
#include "account_entry.hpp"

#include "clausier/core/digest.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/domain/password_rule.hpp"
#include "clausier/domain/session_rule.hpp"
#include "clausier/store/accounts.hpp"
#include "clausier/store/api_tokens.hpp"
#include "clausier/store/invitations.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/settings.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Account;
using domain::Id;
using domain::InvitationKind;

std::string subject(Id<Account> account) {
    return "compte/" + (account.empty() ? std::string("inconnu") : std::to_string(account.value));
}

std::chrono::seconds life(InvitationKind kind) {
    const domain::SessionRule rule;
    if (kind == InvitationKind::first_admin) return rule.first_admin;
    if (kind == InvitationKind::invitation) return rule.invitation;
    return rule.password_reset;
}

}  // namespace

void require_manager(const Session& session) {
    if (!domain::may(session.viewer, domain::Action::account_manage))
        throw Error(ErrorKind::forbidden, "", "seul un administrateur gère les comptes\u00a0; adressez-vous à lui");
}

Id<Account> own_account(const Session& session) {
    if (!session.viewer.account)
        throw Error(ErrorKind::forbidden, "", "cet acte est celui d’un compte\u00a0; connectez-vous d’abord");
    return *session.viewer.account;
}

void require_own_or_manager(const Session& session, Id<Account> account) {
    if (session.viewer.account != account) require_manager(session);
}

void refuse_own(const Session& session, Id<Account> account) {
    if (session.viewer.account == account)
        throw Error(
            ErrorKind::forbidden, "",
            "c’est votre propre compte\u00a0; changez-le depuis la page « Mon compte », qui demande votre mot de "
            "passe ou un code");
}

Account require_account(store::Transaction& tx, Id<Account> id) {
    if (auto found = store::Accounts(tx).find(id)) return *std::move(found);
    throw Error(ErrorKind::not_found, "compte n° " + std::to_string(id.value),
                "ce compte n’existe pas\u00a0; revenez à la liste des comptes");
}

std::string token_hash(std::string_view token) { return core::sha256(token); }

void tell(store::Transaction& tx, const Session& session, std::string_view action, Id<Account> account,
          std::string_view detail) {
    store::Journal(tx).append(
        {session.clock.now(), session.actor, std::string(action), subject(account), std::string(detail)});
}

void tell_own(store::Transaction& tx, const Session& session, std::string_view action, Id<Account> account,
              std::string_view detail) {
    tell(tx, {session.clock, subject(account), session.viewer}, action, account, detail);
}

AccountLink make_link(store::Transaction& tx, const Session& session, InvitationKind kind,
                      std::optional<Account> account, const SendLink& send) {
    const core::Instant now = session.clock.now();
    const auto id = account ? std::optional(account->id) : std::nullopt;
    store::Invitations invitations(tx);
    invitations.spend_all(id, now);
    AccountLink link{kind, core::random_token(32), now + life(kind), std::move(account)};
    invitations.add({{}, kind, id, now, link.expires}, token_hash(link.token));
    if (send) send(tx, link);
    return link;
}

void end_tokens(store::Transaction& tx, const Session& session, Id<Account> account) {
    const std::int64_t ended = store::ApiTokens(tx).end_all(account, session.clock.now());
    if (ended > 0) tell_own(tx, session, "jeton.retirer", account, std::to_string(ended) + " jetons");
}

std::vector<core::Issue> password_faults(store::Transaction& tx, std::string_view password, std::string_view email,
                                         std::string_view name) {
    const std::string instance = store::Settings(tx).get("identite.nom").value_or("Clausier");
    return domain::password_faults(password, {std::string(email), std::string(name), instance});
}

}  // namespace clausier::app
