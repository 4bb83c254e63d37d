// The stored codes and the names of the kinds of organisation.
#include "clausier/domain/organisation.hpp"

#include <array>
#include <utility>

namespace clausier::domain {
namespace {

struct Kind {
    OrganisationKind kind;
    std::string_view code;
    std::string_view label;
};
constexpr std::array<Kind, 8> kinds{{
    {OrganisationKind::unknown, "inconnu", "non renseignée"},
    {OrganisationKind::public_body, "public", "acheteur public"},
    {OrganisationKind::social_landlord, "bailleur_social", "bailleur social"},
    {OrganisationKind::mixed_company, "sem_spl", "SEM ou SPL"},
    {OrganisationKind::concessionaire, "concessionnaire", "concessionnaire"},
    {OrganisationKind::developer, "promoteur", "promoteur"},
    {OrganisationKind::private_client, "prive", "maître d’ouvrage privé"},
    {OrganisationKind::company, "entreprise", "entreprise"},
}};

const Kind& of(OrganisationKind kind) {
    for (const Kind& known : kinds)
        if (known.kind == kind) return known;
    return kinds.front();
}

}  // namespace

std::string_view code(OrganisationKind kind) { return of(kind).code; }
std::string_view label(OrganisationKind kind) { return of(kind).label; }

std::optional<OrganisationKind> organisation_kind(std::string_view code) {
    for (const Kind& known : kinds)
        if (known.code == code) return known.kind;
    return std::nullopt;
}

}  // namespace clausier::domain
