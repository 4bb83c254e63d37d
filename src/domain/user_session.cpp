// What access tokens and links may be.
#include "clausier/domain/user_session.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "clausier/core/text.hpp"
#include "clausier/domain/session_rule.hpp"

namespace clausier::domain {
namespace {

constexpr std::size_t longest_label = 100;
constexpr std::array<std::pair<InvitationKind, std::string_view>, 3> kinds{
    {{InvitationKind::first_admin, "premier"},
     {InvitationKind::invitation, "invitation"},
     {InvitationKind::password_reset, "mot_de_passe"}}};

core::Issue in(std::string_view field, std::string text) {
    return {core::Severity::error, std::string(field), std::string(field), std::move(text)};
}

bool for_people_alone(Action action) { return action == Action::own_account || action == Action::account_manage; }

}  // namespace

bool TokenScope::allows(Action action) const {
    if (action == Action::open) return true;
    if (for_people_alone(action) || (read_only && grant(action).changes)) return false;
    return actions.empty() || std::find(actions.begin(), actions.end(), action) != actions.end();
}

void tidy(ApiToken& token) {
    token.label = core::collapse(token.label);
    std::sort(token.scope.actions.begin(), token.scope.actions.end());
    token.scope.actions.erase(std::unique(token.scope.actions.begin(), token.scope.actions.end()),
                              token.scope.actions.end());
}

std::vector<core::Issue> faults(const ApiToken& token, core::Instant now) {
    std::vector<core::Issue> out;
    if (token.label.empty() || token.label.size() > longest_label)
        out.push_back(
            in("libelle", "le libellé dit à quoi sert le jeton, en 100 caractères au plus\u00a0; écrivez-le"));
    if (token.expires <= now)
        out.push_back(in("expire_le", "cette date est passée\u00a0; donnez la fin du jeton, dans un an au plus"));
    else if (token.expires > now + SessionRule{}.longest_token)
        out.push_back(in("expire_le", "un jeton dure un an au plus\u00a0; donnez une date plus proche"));
    if (std::any_of(token.scope.actions.begin(), token.scope.actions.end(), for_people_alone))
        out.push_back(in("actions", "un jeton ne gère ni compte ni habilitation\u00a0; retirez ces droits"));
    return out;
}

std::string_view code(InvitationKind kind) { return kinds[static_cast<std::size_t>(kind)].second; }

std::optional<InvitationKind> invitation_kind(std::string_view code) {
    for (const auto& [kind, name] : kinds)
        if (name == code) return kind;
    return std::nullopt;
}

}  // namespace clausier::domain
