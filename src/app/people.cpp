// Lists, sheets and looks at names.
#include "clausier/app/people.hpp"

#include "clausier/app/references.hpp"
#include "clausier/domain/pseudonym.hpp"
#include "clausier/domain/rights.hpp"
#include "clausier/store/retention_holds.hpp"
#include "person_rows.hpp"

namespace clausier::app {

using core::Error;
using core::ErrorKind;
using domain::Participant;

People people(const Session& session, store::Database& base, const store::ParticipantFilter& filter, std::int64_t limit,
              std::int64_t offset) {
    store::Transaction tx = base.read();
    store::Participants store(tx);
    return {store.list(filter, session.clock.today(), limit, offset), store.count(filter)};
}

PersonId person_of(store::Database& base, const std::string& text) {
    const auto pseudonym = domain::parse_pseudonym(text);
    if (!pseudonym) throw Error(ErrorKind::invalid, "pseudonyme", pseudonym.error().text);
    store::Transaction tx = base.read();
    if (const auto found = store::Participants(tx).find(*pseudonym)) return found->id;
    throw Error(ErrorKind::not_found, *pseudonym,
                "aucune fiche ne porte ce pseudonyme ; cherchez-la dans la liste des personnes");
}

PersonSheet consult_person(const Session& session, store::Database& base, PersonId id) {
    const domain::RetentionRules rules = domain::retention_rules(reference(base), session.clock.today());
    store::Transaction tx = base.write();
    store::Participants store(tx);
    const Participant person = require_person(tx, id);
    PersonSheet out;
    out.line = store.line(id, session.clock.today()).value();
    out.holds = store::RetentionHolds(tx).of(id);
    out.transfers = store.transfers(id);
    if (person.merged_into) {
        const auto kept = store.find(*person.merged_into);
        out.merged_into = kept ? kept->pseudonym : "";
    }
    for (Participant& same : store.tagged(store.tag(id)))
        if (same.id != id && same.opcs == person.opcs) out.twins.push_back(std::move(same));
    out.removal = domain::removal(person.path_ended_on, out.holds, rules, session.clock.today());
    // Why a name is kept longer, a dispute for one, is told to who answers for it, not to who declared the person.
    if (!domain::may(session.viewer, domain::Action::person_erase))
        for (domain::Hold& hold : out.holds) hold.reason = hold.set_by = "";
    tell_person(tx, session, "consulter", person);
    tx.commit();
    return out;
}

domain::PersonNames consult_names(const Session& session, store::Database& base, PersonId id) {
    store::Transaction tx = base.write();
    const Participant person = require_person(tx, id);
    domain::PersonNames names = require_names(tx, person);
    tell_person(tx, session, "consulter_noms", person);
    tx.commit();
    return names;
}

std::optional<bool> consult_health(const Session& session, store::Database& base, PersonId id) {
    store::Transaction tx = base.write();
    const Participant person = require_person(tx, id);
    static_cast<void>(require_names(tx, person));
    const auto out = store::Participants(tx).disabled_worker(id);
    tell_person(tx, session, "consulter_sante", person);
    tx.commit();
    return out;
}

std::vector<Participant> recognise(const Session& session, store::Database& base, domain::PersonNames names) {
    domain::tidy(names);
    if (auto issues = domain::faults(names, session.clock.today()); !issues.empty())
        throw Error(ErrorKind::invalid, std::move(issues));
    const std::string tag = name_tag(base, names);
    store::Transaction tx = base.write();
    auto found = store::Participants(tx).tagged(tag);
    for (const Participant& person : found) tell_person(tx, session, "reconnaitre", person);
    tx.commit();
    return found;
}

std::vector<std::pair<Participant, Participant>> merge_proposals(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Participants(tx).proposals();
}

}  // namespace clausier::app
