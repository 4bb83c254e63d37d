// What the law asks of who keeps names: they go in time, at the person's request, and do not come back from a backup.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "clausier/app/people.hpp"

namespace clausier::app {

using domain::PlannedRemoval;
using domain::PurgePlan;
// What the next purge will do, for the records that the viewer sees.
PurgePlan purge_plan(const Session& session, store::Database& base);

struct Purged {
    std::int64_t people = 0;
    std::int64_t copies = 0;
    std::vector<core::Issue> remarks;  // what could not be cleaned yet
};
// Removes for good, in every OPCS, the names and the health that are due, one row of the journal a record; then the old
// copies, and leaves nothing of them in the file nor in its log. Records and figures stay. Safe to run every day.
Purged purge(const Session& session, store::Database& base);

// A hold forbids the removal of names. Throws Error(invalid) with faults in "motif" and "jusqu_au", Error(not_found),
// Error(conflict) when the names are gone already.
domain::Hold hold(const Session& session, store::Database& base, domain::Hold hold);
domain::Hold lift(const Session& session, store::Database& base, domain::Id<domain::Hold> id);

// Two records are known to be one person by what was typed, which anybody may type: outside the records that the viewer
// sees, an export gives only the pseudonym and the OPCS to ask, and an erasure leaves theirs to be asked for. Who
// manages privacy sees them all, and so does the command line: theirs goes across every OPCS that holds the person.

// All that the instance keeps of the person; each record tells it to the journal.
domain::PersonFile export_person(const Session& session, store::Database& base, PersonId id);

struct Erased {
    std::int64_t records = 0;
    std::vector<core::Issue> remarks;                  // what could not be cleaned yet
    std::vector<domain::PersonElsewhere> elsewhere{};  // still named: told to the journal as asked for
};
// Erases the person's names and health at once, and leaves nothing of them in the file. Figures stay. Throws
// Error(conflict) with every hold that stands, Error(not_found).
Erased erase_person(const Session& session, store::Database& base, PersonId id);

// What was erased and purged since the beginning; pseudonyms only.
std::vector<domain::Erasure> erasures(store::Database& base);
// Does again, in a base that comes from a backup, the erasures it does not know: tells how many records lost their
// names. To be run before anybody opens it, with the list of the base that it replaces.
std::int64_t replay_erasures(const Session& session, const std::vector<domain::Erasure>& from, store::Database& into);

}  // namespace clausier::app
