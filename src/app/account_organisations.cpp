// Finds or makes the organisation of a membership.
#include "clausier/app/account_organisations.hpp"

#include "account_entry.hpp"
#include "clausier/core/codes.hpp"
#include "clausier/core/text.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/organisations.hpp"
#include "organisation_entry.hpp"

namespace clausier::app {
namespace {

domain::TenderParty party_of(std::string_view text) {
    std::string digits(text);
    std::erase(digits, ' ');
    if (const auto siret = core::Siret::parse(digits)) return {{"SIRET", siret->text()}, {}};
    return {{}, std::string(text)};
}

// A name means the one organisation that bears it, whether it has an identifier or not.
std::optional<domain::Organisation> known_as(store::Transaction& tx, const domain::TenderParty& party) {
    store::Organisations organisations(tx);
    if (!party.identifier.empty()) return organisations.find(party.identifier);
    std::vector<domain::Organisation> named;
    for (domain::Organisation& one : organisations.list(party.name))
        if (store::folded_name(one.name) == store::folded_name(party.name)) named.push_back(std::move(one));
    if (named.size() > 1)
        throw core::Error(core::ErrorKind::invalid, "organisation",
                          "plusieurs organisations portent ce nom ; donnez le SIRET de la bonne");
    return named.empty() ? organisations.find_by_name(party.name) : std::optional(std::move(named.front()));
}

domain::OrganisationKind kind_of(domain::Role role) {
    if (role == domain::Role::buyer) return domain::OrganisationKind::public_body;
    return role == domain::Role::company ? domain::OrganisationKind::company : domain::OrganisationKind::unknown;
}

}  // namespace

std::vector<domain::Organisation> account_organisations(Session session, store::Database& base) {
    require_manager(session);
    store::Transaction tx = base.read();
    return store::Organisations(tx).list("");
}

domain::Organisation organisation_for_account(Session session, store::Database& base, std::string_view text,
                                              domain::Role role) {
    require_manager(session);
    text = core::trim(text);
    if (text.empty())
        throw core::Error(core::ErrorKind::invalid, "organisation",
                          "l’organisation est obligatoire pour ce rôle ; écrivez son nom ou son SIRET");
    const domain::TenderParty party = party_of(text);
    store::Transaction tx = base.write();
    if (auto known = known_as(tx, party)) return *std::move(known);
    const domain::Organisation made = organisation_of(tx, party, kind_of(role));
    store::Journal(tx).append({session.clock.now(), session.actor, "organisation.creer",
                               "organisation/" + std::to_string(made.id.value), ""});
    tx.commit();
    return made;
}

}  // namespace clausier::app
