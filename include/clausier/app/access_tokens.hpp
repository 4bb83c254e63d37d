// Access tokens: how scripts come in without a session.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/user_session.hpp"

namespace clausier::app {

// Who a request that bears a token is from.
struct TokenBearer {
    domain::Viewer viewer;
    domain::Id<domain::Account> account{};
    std::string name;  // of the account
    domain::Id<domain::ApiToken> token{};
    domain::TokenScope scope;  // ask scope.allows(action) besides domain::may(viewer, action)
    [[nodiscard]] std::string actor() const { return "compte/" + std::to_string(account.value); }
};

// Nothing when the token is unknown, ended or expired, or its account is not active or lacks the second factor its
// roles ask for. One indexed read, never a write.
std::optional<TokenBearer> token_bearer(store::Database& base, std::string_view token, const core::Clock& clock);
// Tells that the token was used. Not oftener than once an hour.
void touch_token(store::Database& base, domain::Id<domain::ApiToken> id, const core::Clock& clock);

// Those of an account that are worth something: one's own, or anybody's for who manages accounts. By label.
std::vector<domain::ApiToken> access_tokens(Session session, store::Database& base,
                                            domain::Id<domain::Account> account);

struct NewToken {
    domain::ApiToken token;
    std::string text;  // shown once: "clausier_…"
};
// One's own: the account is that of session.viewer, whose password or one-time code is asked again. Error(invalid) in
// the fields "libelle", "expire_le", "actions", "preuve"; Error(unavailable) when too many proofs were tried.
NewToken create_token(Session session, store::Database& base, domain::ApiToken token, std::string_view proof);
// One's own, or anybody's for who manages accounts. Error(not_found).
void end_token(Session session, store::Database& base, domain::Id<domain::ApiToken> id);

}  // namespace clausier::app
