// Passwords chosen, changed and forgotten, and the links by which they are.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/account_link.hpp"
#include "clausier/app/app.hpp"

namespace clausier::app {

// What a link opens; nothing when it is unknown, used, void or expired, or its account disabled.
struct OpenLink {
    domain::Invitation invitation;
    std::optional<domain::Account> account;
};
std::optional<OpenLink> open_link(store::Database& base, std::string_view token, const core::Clock& clock);

// What one answers to a link. name: as one wants to be shown; email is the first admin's alone.
struct Acceptance {
    std::string email;
    std::string name;
    std::string password;
};
// Sets the password, makes the account active (the first admin's is made here), ends its sessions, and spends the link.
// Error(invalid) in the fields "courriel", "nom", "mot_de_passe"; Error(not_found) when the link opens nothing.
domain::Account accept_link(Session session, store::Database& base, std::string_view token,
                            const Acceptance& acceptance);

// Somebody forgot their password: the link (1 h) is given to `send` when that address is an active account's, and
// nobody learns whether it is. Throttled by address and account: Error(unavailable) with the time to wait.
void ask_reset(Session session, store::Database& base, std::string_view email, std::string_view peer,
               const SendLink& send);

// One's own password: `current` is asked again. Ends one's other sessions (all but `keep`). Error(invalid) in
// "mot_de_passe_actuel" or "mot_de_passe".
void change_password(Session session, store::Database& base, std::string_view current, std::string_view password,
                     std::optional<domain::Id<domain::UserSession>> keep = {});

// The faults of a password, for this account: domain::password_faults with the name of the instance.
std::vector<core::Issue> password_faults(store::Database& base, std::string_view password, std::string_view email,
                                         std::string_view name);

}  // namespace clausier::app
