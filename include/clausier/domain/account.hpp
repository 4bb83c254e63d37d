// Accounts: who may come in, and how they are named.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/viewer.hpp"

namespace clausier::domain {

// invited: no password has been chosen yet. disabled: kept for the journal, opens nothing.
enum class AccountState { invited, active, disabled };
// "invite", "actif", "desactive".
std::string_view code(AccountState state);
// « invité », « actif », « désactivé ».
std::string_view label(AccountState state);
std::optional<AccountState> account_state(std::string_view code);

struct Account {
    Id<Account> id{};
    std::string email;  // as parse_email() gives it
    std::string name;   // as shown on pages
    AccountState state = AccountState::invited;
    core::Instant created{};
    bool second_factor = false;  // confirmed by a first code
    std::vector<Membership> memberships;
    std::int64_t revision = 0;

    [[nodiscard]] Viewer viewer() const { return {false, id, memberships}; }
};

// An account as lists and sheets show it.
struct AccountSheet {
    Account account;
    std::vector<Organisation> organisations;    // one a membership, in their order; an empty one for the admin's
    std::size_t sessions = 0;                   // open now
    std::optional<core::Instant> link_expires;  // of the last invitation or reset not used yet
};

// Admins and facilitators must prove who they are twice.
bool needs_second_factor(const std::vector<Membership>& memberships);

// An address that mail can be sent to, in lower case. Fault "courriel".
core::Result<std::string> parse_email(std::string_view text);

void tidy(Account& account);
// In the fields "courriel" and "nom".
std::vector<core::Issue> faults(const Account& account);

// What one membership cannot be, in the fields "role", "organisation" (the admin's has none, every other has one) and
// "departements" (a facilitator's alone, each a code of data/codes/departments.csv).
std::vector<core::Issue> faults(const Membership& membership);

}  // namespace clausier::domain
