// Who looks or acts: an account through its memberships, nobody in particular, or the owner of the machine.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/id.hpp"
#include "clausier/domain/organisation.hpp"

namespace clausier::domain {

struct Account;

// What a membership lets an account do for its organisation (roles of the rights table, domain/rights.hpp).
enum class Role { admin, facilitator, buyer, structure, company, prescriber, network };

// An account acts for an organisation, with one role. `departments` limits a facilitator to lots executed there and to
// those of its OPCS; empty: everywhere.
struct Membership {
    Id<Organisation> organisation{};
    Role role = Role::buyer;
    std::vector<std::string> departments;
    bool operator==(const Membership&) const = default;
};

struct Viewer {
    // Sees and does everything: the command line, and a server run without accounts.
    bool whole = false;
    std::optional<Id<Account>> account;  // absent: anonymous, unless whole
    std::vector<Membership> memberships;

    static Viewer everything() { return {true, std::nullopt, {}}; }
    [[nodiscard]] bool has(Role role) const {
        for (const Membership& membership : memberships)
            if (membership.role == role) return true;
        return false;
    }
};

}  // namespace clausier::domain
