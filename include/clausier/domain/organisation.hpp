// Organisations: whatever holds accounts or data, here the buyers and the companies that hold lots.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/core/codes.hpp"
#include "clausier/domain/id.hpp"

namespace clausier::domain {

// What an organisation is for the clause. Private ones are totalled apart, outside DECP and SPASER.
enum class OrganisationKind {
    unknown,
    public_body,
    social_landlord,
    mixed_company,  // SEM, SPL
    concessionaire,
    developer,
    private_client,
    company
};

// The stored code: "inconnu", "public", "bailleur_social", "sem_spl", "concessionnaire", "promoteur", "prive",
// "entreprise".
std::string_view code(OrganisationKind kind);
// What people read: « non renseignée », « acheteur public », « entreprise »…
std::string_view label(OrganisationKind kind);
// Nothing when the code is none of the list.
std::optional<OrganisationKind> organisation_kind(std::string_view code);

struct Organisation {
    Id<Organisation> id{};
    OrganisationKind kind = OrganisationKind::unknown;
    std::string name;             // may be empty when only an identifier is known
    core::Identifier identifier;  // may be empty: known by name only
    // The organisation this one was found to be the same as; its markets and lots are then the other's.
    std::optional<Id<Organisation>> merged_into;
    std::int64_t revision = 0;

    // What people read: the name, else the identifier.
    [[nodiscard]] const std::string& label() const { return name.empty() ? identifier.text : name; }
};

}  // namespace clausier::domain
