// Links by which people come in the first time, or again when they forgot their password.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "clausier/domain/account.hpp"
#include "clausier/domain/user_session.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::app {

// A link that opens once. The token is shown or sent, never kept: /invitation/{token} for first_admin and invitation,
// /mot-de-passe/{token} for password_reset.
struct AccountLink {
    domain::InvitationKind kind = domain::InvitationKind::invitation;
    std::string token;
    core::Instant expires{};
    std::optional<domain::Account> account;  // none for the first admin
    // "/invitation/…", "/mot-de-passe/…"
    [[nodiscard]] std::string path() const {
        return (kind == domain::InvitationKind::password_reset ? "/mot-de-passe/" : "/invitation/") + token;
    }
};

// Called in the transaction that makes a link, to write the mail that carries it; empty where there is no mail.
using SendLink = std::function<void(store::Transaction& tx, const AccountLink& link)>;

}  // namespace clausier::app
