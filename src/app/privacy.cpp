// Holds, access and erasure.
#include "clausier/app/privacy.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"
#include "clausier/store/hours_statements.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/placements.hpp"
#include "clausier/store/retention_holds.hpp"
#include "person_rows.hpp"
#include "scrubbing.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Erasure;
using domain::Hold;
using domain::Participant;

void refuse_held(store::Transaction& tx, const std::vector<Participant>& records, core::Date today) {
    std::vector<core::Issue> issues;
    for (const Participant& person : records)
        for (const Hold& hold : store::RetentionHolds(tx).of(person.id))
            if (domain::stands_on(hold, today))
                issues.push_back(
                    {core::Severity::error, "gel", person.pseudonym,
                     fmt::format("un gel ({}) interdit l’effacement {} ; levez-le d’abord s’il n’a plus lieu d’être",
                                 domain::label(hold.kind),
                                 hold.until ? "jusqu’au " + core::french::date(*hold.until) : "sans date de fin")});
    if (!issues.empty()) throw Error(ErrorKind::conflict, std::move(issues));
}

// The records of one person, apart: those that the viewer of the base sees, and the others by pseudonym.
struct Records {
    std::vector<Participant> own;
    std::vector<Participant> others;
    std::vector<domain::PersonElsewhere> elsewhere;  // `others` as they are told
};

// Throws Error(not_found) when the viewer does not see the record itself.
Records records_of(store::Database& base, PersonId id, core::Date today) {
    Records out;
    {
        store::Transaction tx = base.read();
        static_cast<void>(require_person(tx, id));
        store::Participants store(tx);
        for (Participant& person : store.same_person(id))
            (store.find(person.id) ? out.own : out.others).push_back(std::move(person));
    }
    store::Database whole = unscoped(base);
    store::Transaction tx = whole.read();
    for (const Participant& person : out.others)
        out.elsewhere.push_back({person.pseudonym, store::Participants(tx).line(person.id, today).value().opcs});
    return out;
}

// The placements of a record, whoever follows their lots: all of it is the person's to know.
std::vector<domain::PersonPlacement> placements_of(store::Transaction& tx, PersonId id) {
    constexpr std::int64_t every_one = -1;
    std::vector<domain::PersonPlacement> out;
    store::PlacementFilter filter;
    filter.participant = id;
    filter.limit = every_one;
    for (const domain::PlacementLine& found : store::Placements(tx).list(filter)) {
        store::StatementFilter hours;
        hours.placement = found.placement.id;
        hours.limit = every_one;
        out.push_back({store::Placements(tx).line(found.placement.id).value(), store::HoursStatements(tx).list(hours)});
    }
    return out;
}

}  // namespace

Hold hold(const Session& session, store::Database& base, Hold hold) {
    hold.reason = core::collapse(hold.reason);
    hold.set_on = session.clock.today();
    hold.set_by = session.actor;
    if (auto issues = domain::faults(hold, hold.set_on); !issues.empty())
        throw Error(ErrorKind::invalid, std::move(issues));
    store::Transaction tx = base.write();
    const Participant person = require_person(tx, hold.participant);
    if (person.gone_on)
        throw Error(ErrorKind::conflict, person.pseudonym, "son nom n’est plus gardé ; il n’y a rien à geler");
    hold = store::RetentionHolds(tx).add(hold);
    tell_person(tx, session, "geler", person,
                std::string(domain::code(hold.kind)) + (hold.until ? " " + core::iso(*hold.until) : ""));
    tx.commit();
    return hold;
}

Hold lift(const Session& session, store::Database& base, domain::Id<Hold> id) {
    store::Transaction tx = base.write();
    auto found = store::RetentionHolds(tx).find(id);
    if (!found)
        throw Error(ErrorKind::not_found, fmt::format("gel n° {}", id.value),
                    "il n’y a pas de gel sous ce numéro ; partez de la fiche de la personne");
    if (found->lifted_on) return *found;
    found->lifted_on = session.clock.today();
    store::RetentionHolds(tx).lift(id, *found->lifted_on);
    tell_person(tx, session, "degeler", require_person(tx, found->participant), std::string(domain::code(found->kind)));
    tx.commit();
    return *found;
}

domain::PersonFile export_person(const Session& session, store::Database& base, PersonId id) {
    Records records = records_of(base, id, session.clock.today());
    std::map<PersonId, std::vector<domain::PersonPlacement>> placements;
    {
        store::Database whole = unscoped(base);
        store::Transaction tx = whole.read();
        for (const Participant& person : records.own) placements[person.id] = placements_of(tx, person.id);
    }
    store::Transaction tx = base.write();
    store::Participants store(tx);
    domain::PersonFile out;
    out.made_at = session.clock.now();
    for (const Participant& person : records.own) {
        auto line = store.line(person.id, session.clock.today());
        if (!line) continue;  // transferred meanwhile
        tell_person(tx, session, "exporter", person);
        out.records.push_back({*std::move(line), store.names(person.id), store.disabled_worker(person.id),
                               store::RetentionHolds(tx).of(person.id), store.transfers(person.id),
                               store.accesses(person.pseudonym), std::move(placements[person.id])});
    }
    out.elsewhere = std::move(records.elsewhere);
    tx.commit();
    return out;
}

Erased erase_person(const Session& session, store::Database& base, PersonId id) {
    Records records = records_of(base, id, session.clock.today());
    Erased out;
    {
        store::Transaction tx = base.write();
        store::Participants store(tx);
        refuse_held(tx, records.own, session.clock.today());
        // Done again after a restore, it must not reach further than today.
        const bool everywhere = std::all_of(records.others.begin(), records.others.end(),
                                            [&](const Participant& other) { return store.tag(other.id).empty(); });
        for (const Participant& person : records.own) {
            const std::string tag = store.tag(person.id);
            if (tag.empty() || !store.find(person.id)) continue;
            forget_person(tx, session, person, domain::Gone::erasure, everywhere ? tag : "");
            tell_person(tx, session, "effacer", person);
            ++out.records;
        }
        if (out.records == 0)
            throw Error(ErrorKind::not_found, records.own.front().pseudonym,
                        "le nom de cette personne n’est plus gardé ; il n’y a rien à effacer");
        for (std::size_t i = 0; i < records.others.size(); ++i) {
            if (store.tag(records.others[i].id).empty()) continue;
            tell_person(tx, session, "demander_effacement", records.others[i]);
            out.elsewhere.push_back(std::move(records.elsewhere[i]));
        }
        mark_for_scrubbing(tx);
        tx.commit();
    }
    store::Database whole = unscoped(base);
    out.remarks = scrub_if_marked(whole);
    return out;
}

std::vector<Erasure> erasures(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Erasures(tx).list();
}

std::int64_t replay_erasures(const Session& session, const std::vector<Erasure>& from, store::Database& into) {
    store::Database whole = unscoped(into);
    std::int64_t forgotten = 0;
    {
        store::Transaction tx = whole.write();
        store::Erasures list(tx);
        const core::Date today = session.clock.today();
        for (const Erasure& erasure : from) {
            if (list.known(erasure)) continue;
            for (const PersonId id : list.still_named(erasure)) {
                store::Participants(tx).forget(id, erasure.because, today);
                ++forgotten;
            }
            list.add(erasure);
        }
        if (forgotten > 0) {
            mark_for_scrubbing(tx);
            store::Journal(tx).append(
                {session.clock.now(), session.actor, "rgpd.rejouer", "base", fmt::format("fiches : {}", forgotten)});
        }
        tx.commit();
    }
    scrub_if_marked(whole);
    return forgotten;
}

}  // namespace clausier::app
