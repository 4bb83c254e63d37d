// The OPCS of lots and the functions of organisations, read and changed.
#include "clausier/app/organisation_links.hpp"

#include <algorithm>

#include "clausier/store/journal.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/structures.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;
using domain::LotOpcs;
using domain::Organisation;

void require_lot(store::Transaction& tx, Id<domain::Lot> lot) {
    if (!store::Markets(tx).find_lot(lot))
        throw Error(ErrorKind::not_found, "lot n° " + std::to_string(lot.value),
                    "ce lot n’existe pas\u00a0; voyez la liste des marchés");
}

Organisation require_organisation(store::Transaction& tx, Id<Organisation> id) {
    auto found = store::Organisations(tx).find_visible(id);
    if (!found)
        throw Error(ErrorKind::not_found, "organisation n° " + std::to_string(id.value),
                    "cette organisation n’existe pas\u00a0; partez d’un de ses marchés");
    return *std::move(found);
}

void require_structure(store::Transaction& tx, Id<domain::Structure> id) {
    if (!store::Structures(tx).find(id))
        throw Error(ErrorKind::not_found, "structure n° " + std::to_string(id.value),
                    "cette structure n’existe pas\u00a0; cherchez-la dans l’annuaire");
}

std::string numbers(const std::vector<LotOpcs>& opcs, bool lead) {
    std::string out;
    for (const LotOpcs& one : opcs)
        if (one.lead == lead) out += (out.empty() ? "" : ",") + std::to_string(one.organisation.value);
    return out;
}

}  // namespace

std::vector<LotOpcs> lot_opcs(store::Database& base, Id<domain::Lot> lot) {
    store::Transaction tx = base.read();
    require_lot(tx, lot);
    return store::OrganisationLinks(tx).opcs_of(lot);
}

std::vector<LotOpcs> known_opcs(store::Database& base) {
    store::Transaction tx = base.read();
    return store::OrganisationLinks(tx).opcs();
}

void set_lot_opcs(Session session, store::Database& base, Id<domain::Lot> lot, const std::vector<LotOpcs>& opcs) {
    store::Transaction tx = base.write();
    require_lot(tx, lot);
    std::vector<core::Issue> issues = domain::faults(opcs);
    store::OrganisationLinks links(tx);
    const std::vector<LotOpcs> known = links.opcs();
    for (const LotOpcs& one : opcs)
        if (std::none_of(known.begin(), known.end(),
                         [&](const LotOpcs& other) { return other.organisation == one.organisation; }))
            issues.push_back({core::Severity::error, "", one.lead ? "pilote" : "associes",
                              "l’organisation n° " + std::to_string(one.organisation.value) +
                                  " n’est pas une OPCS\u00a0; donnez-lui cette fonction sur sa fiche"});
    require_sound(std::move(issues));
    links.set_opcs(lot, opcs);
    store::Journal(tx).append({session.clock.now(), session.actor, "lot.opcs", "lot/" + std::to_string(lot.value),
                               "pilote=" + numbers(opcs, true) + " associes=" + numbers(opcs, false)});
    tx.commit();
}

OrganisationFunctions organisation_functions(store::Database& base, Id<Organisation> id) {
    store::Transaction tx = base.read();
    return {require_organisation(tx, id), store::OrganisationLinks(tx).functions(id)};
}

void set_organisation_functions(Session session, store::Database& base, Id<Organisation> id,
                                const std::vector<domain::OrganisationFunction>& functions) {
    store::Transaction tx = base.write();
    const Organisation organisation = require_organisation(tx, id);
    if (organisation.merged_into)
        throw Error(ErrorKind::conflict, organisation.label(),
                    "elle est réunie à l’organisation n° " + std::to_string(organisation.merged_into->value) +
                        "\u00a0; changez celle-ci");
    store::OrganisationLinks(tx).set_functions(id, functions);
    std::string said;
    for (const domain::OrganisationFunction one : functions)
        said += (said.empty() ? "" : ",") + std::string(domain::code(one));
    store::Journal(tx).append({session.clock.now(), session.actor, "organisation.fonctions",
                               "organisation/" + std::to_string(id.value), "fonctions=" + said});
    tx.commit();
}

StructureLinks structure_links(store::Database& base, Id<domain::Structure> structure) {
    store::Transaction tx = base.read();
    require_structure(tx, structure);
    return store::OrganisationLinks(tx).of(structure);
}

void set_structure_links(Session session, store::Database& base, const StructureLinks& links) {
    store::Transaction tx = base.write();
    require_structure(tx, links.structure);
    std::string said = "organisation=";
    if (links.organisation) said += std::to_string(require_organisation(tx, *links.organisation).id.value);
    said += " reseaux=";
    for (const Id<Organisation> network : links.networks)
        said += std::to_string(require_organisation(tx, network).id.value) + ",";
    if (said.ends_with(',')) said.pop_back();
    store::OrganisationLinks(tx).set(links);
    store::Journal(tx).append({session.clock.now(), session.actor, "structure.liens",
                               "structure/" + std::to_string(links.structure.value), std::move(said)});
    tx.commit();
}

}  // namespace clausier::app
