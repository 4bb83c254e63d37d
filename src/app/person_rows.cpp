// Finds a record as its viewer may, and tells the journal of it.
#include "person_rows.hpp"

#include "clausier/app/installation_key.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/domain/person_key.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/retention_holds.hpp"

namespace clausier::app {

using core::Error;
using core::ErrorKind;

domain::Participant require_person(store::Transaction& tx, PersonId id) {
    if (auto found = store::Participants(tx).find(id)) return *std::move(found);
    throw Error(ErrorKind::not_found, "personne n° " + std::to_string(id.value),
                "il n’y a pas de fiche sous ce numéro ; partez de la liste des personnes");
}

domain::PersonNames require_names(store::Transaction& tx, const domain::Participant& person) {
    if (auto names = store::Participants(tx).names(person.id)) return *std::move(names);
    if (person.gone_because)
        throw Error(ErrorKind::not_found, person.pseudonym,
                    "le nom n’est plus gardé (" + std::string(domain::label(*person.gone_because)) +
                        ") ; la fiche ne sert plus qu’à compter");
    throw Error(ErrorKind::forbidden, person.pseudonym,
                "votre rôle ne voit cette personne que sous son pseudonyme ; demandez à l’OPCS qui la suit");
}

void tell_person(store::Transaction& tx, const Session& session, std::string_view action,
                 const domain::Participant& person, std::string detail) {
    store::Journal(tx).append({session.clock.now(), session.actor, "personne." + std::string(action),
                               "personne/" + person.pseudonym, std::move(detail)});
}

void forget_person(store::Transaction& tx, const Session& session, const domain::Participant& person, domain::Gone why,
                   const std::string& tag) {
    store::Participants store(tx);
    store::Erasures erasures(tx);
    erasures.add({person.pseudonym, tag, why, session.clock.now(), session.actor});
    for (const domain::Participant& same : store.same_person(person.id))
        if (same.merged_into == person.id) erasures.add({same.pseudonym, "", why, session.clock.now(), session.actor});
    store.forget(person.id, why, session.clock.today());
}

std::string name_tag(const store::Database& base, const domain::PersonNames& names) {
    return core::keyed_tag(domain::person_key(names).value().reveal(), installation_key(base, "personnes"));
}

store::Database unscoped(store::Database& base) { return base.as(domain::Viewer::everything()); }

}  // namespace clausier::app
