// Declares people, corrects, merges and transfers them.
#include <algorithm>
#include <charconv>

#include "clausier/app/people.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/domain/pseudonym.hpp"
#include "clausier/store/organisation_links.hpp"
#include "clausier/store/organisations.hpp"
#include "person_rows.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;
using domain::Organisation;
using domain::Participant;
using domain::PersonDraft;
using domain::Role;

std::uint32_t draw() {
    const std::string token = core::random_token(4);
    std::uint32_t out = 0;
    std::from_chars(token.data(), token.data() + token.size(), out, 16);
    return out;
}

std::string new_pseudonym(store::Participants& store) {
    for (;;)
        if (std::string one = domain::pseudonym_of(draw()); !store.taken(one)) return one;
}

// The organisation of the viewer's memberships of these roles, when there is one only.
std::optional<Id<Organisation>> own(const domain::Viewer& viewer, std::initializer_list<Role> roles) {
    std::optional<Id<Organisation>> out;
    for (const domain::Membership& membership : viewer.memberships) {
        if (std::find(roles.begin(), roles.end(), membership.role) == roles.end()) continue;
        if (out && *out != membership.organisation) return std::nullopt;
        out = membership.organisation;
    }
    return out;
}

void complete(PersonDraft& draft, const domain::Viewer& viewer) {
    if (draft.opcs.empty()) draft.opcs = own(viewer, {Role::facilitator}).value_or(Id<Organisation>{});
    if (draft.declared_by.empty())
        draft.declared_by =
            own(viewer, {Role::structure, Role::company, Role::prescriber}).value_or(Id<Organisation>{});
    if (draft.declared_by.empty()) draft.declared_by = draft.opcs;
}

// An organisation as it is today, after merges; nothing when there is none.
std::optional<Id<Organisation>> standing(store::Transaction& tx, Id<Organisation> id) {
    const auto found = store::Organisations(tx).find(id);
    if (!found) return std::nullopt;
    return found->merged_into.value_or(found->id);
}

bool is_opcs(store::Transaction& tx, Id<Organisation> id) {
    const auto functions = store::OrganisationLinks(tx).functions(id);
    return std::find(functions.begin(), functions.end(), domain::OrganisationFunction::opcs) != functions.end();
}

constexpr const char* no_opcs = "cette organisation n’est pas une OPCS ; donnez-lui cette fonction sur sa fiche";

// Faults of a draft in `prefix` + field; its organisations become those of today.
void check(store::Transaction& tx, const Session& session, const std::string& prefix, PersonDraft& draft,
           std::vector<core::Issue>& issues) {
    domain::tidy(draft.names);
    for (core::Issue& issue : domain::faults(draft.names, session.clock.today())) {
        issue.where = prefix + issue.where;
        issues.push_back(std::move(issue));
    }
    const auto organisation = [&](Id<Organisation>& id, const char* field, const char* text) {
        if (const auto today = standing(tx, id))
            id = *today;
        else
            issues.push_back({core::Severity::error, "", prefix + field, text});
    };
    organisation(draft.opcs, "opcs", "dites quelle OPCS suit la personne");
    if (issues.empty() && !is_opcs(tx, draft.opcs))
        issues.push_back({core::Severity::error, "", prefix + "opcs", no_opcs});
    organisation(draft.declared_by, "declare_par", "dites quelle organisation déclare la personne");
}

Declared declare(store::Transaction& tx, const Session& session, const PersonDraft& draft, const std::string& tag) {
    store::Participants store(tx);
    Declared out;
    out.participant.pseudonym = new_pseudonym(store);
    out.participant.opcs = draft.opcs;
    out.participant.declared_by = draft.declared_by;
    out.participant.created_on = session.clock.today();
    out.participant = store.add(out.participant);
    store.set_names(out.participant.id, draft.names, tag);
    store.set_disabled_worker(out.participant.id, draft.disabled_worker);
    // What one declares is what one may see, names included.
    if (!store.names(out.participant.id))
        throw Error(ErrorKind::forbidden, "",
                    "Vous ne pouvez déclarer une personne que pour votre organisation ; choisissez-la.");
    for (Participant& same : store.tagged(tag))
        if (same.id != out.participant.id && same.opcs == out.participant.opcs) out.twins.push_back(std::move(same));
    tell_person(tx, session, "declarer", out.participant, "opcs/" + std::to_string(draft.opcs.value));
    return out;
}

void require_unmerged(const Participant& person) {
    if (person.merged_into)
        throw Error(ErrorKind::conflict, person.pseudonym, "cette fiche est déjà réunie à une autre ; prenez celle-là");
}

}  // namespace

std::vector<Declared> declare_people(const Session& session, store::Database& base, std::vector<PersonDraft> drafts) {
    for (PersonDraft& draft : drafts) complete(draft, session.viewer);
    std::vector<core::Issue> issues;
    store::Transaction tx = base.write();
    for (std::size_t i = 0; i < drafts.size(); ++i)
        check(tx, session, drafts.size() == 1 ? "" : std::to_string(i + 1) + ".", drafts[i], issues);
    if (!issues.empty()) throw Error(ErrorKind::invalid, std::move(issues));
    std::vector<Declared> out;
    for (const PersonDraft& draft : drafts) out.push_back(declare(tx, session, draft, name_tag(base, draft.names)));
    tx.commit();
    return out;
}

Declared declare_person(const Session& session, store::Database& base, PersonDraft draft) {
    return declare_people(session, base, {std::move(draft)}).front();
}

Participant change_names(const Session& session, store::Database& base, PersonId id, std::int64_t revision,
                         domain::PersonNames names) {
    domain::tidy(names);
    if (auto issues = domain::faults(names, session.clock.today()); !issues.empty())
        throw Error(ErrorKind::invalid, std::move(issues));
    const std::string tag = name_tag(base, names);
    store::Transaction tx = base.write();
    store::Participants store(tx);
    Participant person = require_person(tx, id);
    const domain::PersonNames kept = require_names(tx, person);
    if (kept == names) return person;
    person.revision = revision;
    person = store.save(person);
    store.set_names(id, names, tag);
    std::string changed;
    if (kept.family != names.family) changed += "nom, ";
    if (kept.given != names.given) changed += "prenom, ";
    if (kept.born_on != names.born_on) changed += "naissance, ";
    tell_person(tx, session, "modifier_noms", person, changed.substr(0, changed.size() - 2));
    tx.commit();
    return person;
}

void change_health(const Session& session, store::Database& base, PersonId id, std::optional<bool> disabled_worker) {
    store::Transaction tx = base.write();
    store::Participants store(tx);
    const Participant person = require_person(tx, id);
    static_cast<void>(require_names(tx, person));
    if (store.disabled_worker(id) == disabled_worker) return;
    store.set_disabled_worker(id, disabled_worker);
    tell_person(tx, session, "modifier_sante", person);
    tx.commit();
}

Participant end_path(const Session& session, store::Database& base, PersonId id, std::optional<core::Date> ended_on) {
    if (ended_on && *ended_on > session.clock.today())
        throw Error(ErrorKind::invalid, "fin_de_parcours",
                    "cette date est à venir ; donnez le jour où le parcours a pris fin");
    store::Transaction tx = base.write();
    Participant person = require_person(tx, id);
    require_unmerged(person);
    static_cast<void>(require_names(tx, person));
    if (person.path_ended_on == ended_on) return person;
    person.path_ended_on = ended_on;
    person = store::Participants(tx).save(person);
    tell_person(tx, session, ended_on ? "terminer_parcours" : "reprendre_parcours", person,
                ended_on ? core::iso(*ended_on) : "");
    tx.commit();
    return person;
}

Participant merge_people(const Session& session, store::Database& base, PersonId from, PersonId into) {
    store::Transaction tx = base.write();
    store::Participants store(tx);
    const Participant old = require_person(tx, from);
    const Participant kept = require_person(tx, into);
    for (const Participant* one : {&old, &kept}) {
        require_unmerged(*one);
        static_cast<void>(require_names(tx, *one));
    }
    if (from == into)
        throw Error(ErrorKind::conflict, old.pseudonym, "une fiche ne se réunit pas à elle-même ; choisissez-en deux");
    if (old.opcs != kept.opcs)
        throw Error(ErrorKind::conflict, old.pseudonym,
                    "les deux fiches ne sont pas de la même OPCS ; transférez l’une d’elles d’abord");
    store.merge(from, into, session.clock.today());
    tell_person(tx, session, "reunir", old, "dans personne/" + kept.pseudonym);
    tell_person(tx, session, "recevoir", kept, "de personne/" + old.pseudonym);
    tx.commit();
    return kept;
}

Participant transfer_person(const Session& session, store::Database& base, PersonId id, Id<Organisation> into) {
    store::Transaction tx = base.write();
    Participant person = require_person(tx, id);
    require_unmerged(person);
    const auto& memberships = session.viewer.memberships;
    const bool acts =
        session.viewer.whole || std::any_of(memberships.begin(), memberships.end(), [&](const domain::Membership& m) {
            return m.role == Role::facilitator && standing(tx, m.organisation) == person.opcs;
        });
    if (!acts)
        throw Error(ErrorKind::forbidden, person.pseudonym,
                    "seule l’OPCS qui suit la personne peut la transférer ; demandez-le-lui");
    const auto target = standing(tx, into);
    if (!target)
        throw Error(ErrorKind::not_found, "opcs", "cette organisation n’existe pas ; cherchez-la dans la liste");
    if (!is_opcs(tx, *target)) throw Error(ErrorKind::invalid, "opcs", no_opcs);
    if (*target == person.opcs)
        throw Error(ErrorKind::conflict, "opcs",
                    "la personne est déjà suivie par cette OPCS ; choisissez-en une autre");
    store::Participants(tx).transfer(id, *target, session.clock.now(), session.actor);
    tell_person(tx, session, "transferer", person,
                "opcs/" + std::to_string(person.opcs.value) + " vers opcs/" + std::to_string(target->value));
    tx.commit();
    person.opcs = *target;
    return person;
}

}  // namespace clausier::app
