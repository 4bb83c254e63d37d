// The stored codes of the kinds of organisation.
#include "clausier/domain/organisation.hpp"

#include <array>
#include <utility>

namespace clausier::domain {
namespace {

constexpr std::array<std::pair<OrganisationKind, std::string_view>, 8> kinds{{
    {OrganisationKind::unknown, "inconnu"},
    {OrganisationKind::public_body, "public"},
    {OrganisationKind::social_landlord, "bailleur_social"},
    {OrganisationKind::mixed_company, "sem_spl"},
    {OrganisationKind::concessionaire, "concessionnaire"},
    {OrganisationKind::developer, "promoteur"},
    {OrganisationKind::private_client, "prive"},
    {OrganisationKind::company, "entreprise"},
}};

}  // namespace

std::string_view code(OrganisationKind kind) {
    for (const auto& [known, text] : kinds)
        if (known == kind) return text;
    return kinds.front().second;
}

std::optional<OrganisationKind> organisation_kind(std::string_view code) {
    for (const auto& [kind, text] : kinds)
        if (text == code) return kind;
    return std::nullopt;
}

}  // namespace clausier::domain
