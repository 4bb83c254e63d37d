// What an account holds open: sessions of browsers, access tokens of scripts, links that open once.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/account.hpp"
#include "clausier/domain/rights.hpp"

namespace clausier::domain {

struct UserSession {
    Id<UserSession> id{};
    Id<Account> account{};
    bool awaiting_code = false;  // opens nothing until the one-time code is given
    core::Instant created{};
    core::Instant seen{};
    std::string peer;   // shortened
    std::string agent;  // shortened
};

// What an access token may do of what its account may: reading alone, and the listed actions alone (none listed: all).
struct TokenScope {
    bool read_only = true;
    std::vector<Action> actions;
    bool operator==(const TokenScope&) const = default;
    [[nodiscard]] bool allows(Action action) const;
};

struct ApiToken {
    Id<ApiToken> id{};
    Id<Account> account{};
    std::string label;
    TokenScope scope;
    core::Instant created{};
    core::Instant expires{};
    std::optional<core::Instant> used;
};
void tidy(ApiToken& token);
// In the fields "libelle", "expire_le" (after now, within a year) and "actions" (never own_account or account_manage).
std::vector<core::Issue> faults(const ApiToken& token, core::Instant now);

enum class InvitationKind { first_admin, invitation, password_reset };
// "premier", "invitation", "mot_de_passe".
std::string_view code(InvitationKind kind);
std::optional<InvitationKind> invitation_kind(std::string_view code);

// A link that opens once.
struct Invitation {
    Id<Invitation> id{};
    InvitationKind kind = InvitationKind::invitation;
    std::optional<Id<Account>> account;  // none for the first admin, who names themselves
    core::Instant created{};
    core::Instant expires{};
};

}  // namespace clausier::domain
