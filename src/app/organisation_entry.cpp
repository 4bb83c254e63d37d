// Looks an organisation up before making one.
#include "organisation_entry.hpp"

#include "clausier/store/organisations.hpp"

namespace clausier::app {

domain::Organisation organisation_of(store::Transaction& tx, const domain::TenderParty& party,
                                     domain::OrganisationKind kind) {
    store::Organisations organisations(tx);
    auto known =
        party.identifier.empty() ? organisations.find_by_name(party.name) : organisations.find(party.identifier);
    if (known) return *std::move(known);
    domain::Organisation made;
    made.kind = kind;
    made.name = party.name;
    made.identifier = party.identifier;
    return organisations.save(made);
}

}  // namespace clausier::app
