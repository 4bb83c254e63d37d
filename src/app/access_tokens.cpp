// Access tokens made, found and ended.
#include "clausier/app/access_tokens.hpp"

#include "account_entry.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/store/accounts.hpp"
#include "clausier/store/api_tokens.hpp"
#include "own_proof.hpp"
#include "refusals.hpp"

namespace clausier::app {

using domain::Account;
using domain::ApiToken;
using domain::Id;

std::optional<TokenBearer> token_bearer(store::Database& base, std::string_view token, const core::Clock& clock) {
    if (token.empty()) return std::nullopt;
    store::Transaction tx = base.read();
    const auto found = store::ApiTokens(tx).find(token_hash(token), clock.now());
    if (!found) return std::nullopt;
    const auto account = store::Accounts(tx).find(found->account);
    if (!account || account->state != domain::AccountState::active) return std::nullopt;
    if (domain::needs_second_factor(account->memberships) && !account->second_factor) return std::nullopt;
    return TokenBearer{account->viewer(), account->id, account->name, found->id, found->scope};
}

void touch_token(store::Database& base, Id<ApiToken> id, const core::Clock& clock) {
    const core::Instant now = clock.now();
    store::Transaction tx = base.write();
    if (store::ApiTokens(tx).touch(id, now, now - std::chrono::hours(1))) tx.commit();
}

std::vector<ApiToken> access_tokens(Session session, store::Database& base, Id<Account> account) {
    require_own_or_manager(session, account);
    store::Transaction tx = base.read();
    return store::ApiTokens(tx).of(account, session.clock.now());
}

NewToken create_token(Session session, store::Database& base, ApiToken token, std::string_view proof) {
    token.account = own_account(session);
    token.created = session.clock.now();
    domain::tidy(token);
    require_sound(domain::faults(token, token.created));
    refuse_nir({{"libelle", token.label}});
    require_proof(session, base, proof);
    const std::string text = "clausier_" + core::random_token(32);
    store::Transaction tx = base.write();
    token = store::ApiTokens(tx).add(std::move(token), token_hash(text));
    tell(tx, session, "jeton.creer", token.account, "jeton/" + std::to_string(token.id.value));
    tx.commit();
    return {std::move(token), text};
}

void end_token(Session session, store::Database& base, Id<ApiToken> id) {
    store::Transaction tx = base.write();
    store::ApiTokens tokens(tx);
    const auto token = tokens.find(id, session.clock.now());
    const bool others = token && session.viewer.account != token->account;
    if (!token || (others && !domain::may(session.viewer, domain::Action::account_manage)))
        throw core::Error(core::ErrorKind::not_found, "", "ce jeton n’existe plus\u00a0; relisez la liste");
    tokens.end(id, session.clock.now());
    tell(tx, session, "jeton.retirer", token->account, "jeton/" + std::to_string(id.value));
    tx.commit();
}

}  // namespace clausier::app
