// The journal read, checked and purged, and the rows that use cases without a change of their own leave in it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/core/dates.hpp"
#include "clausier/domain/journal.hpp"

namespace clausier::app {

domain::JournalPage list_journal(store::Database& base, const domain::JournalFilter& filter);
// Every action that the journal tells of, in order.
std::vector<std::string> journal_actions(store::Database& base);

// Reads every row: whether the chain of hashes holds from its anchor to its head.
domain::JournalCheck check_journal(store::Database& base);
// What is wrong with the chain and what to do, in one sentence.
core::Issue journal_fault(const domain::JournalBreak& fault);

// The first day that is kept when the journal is purged today: `retention.logs` months back.
core::Date journal_kept_from(store::Database& base, const core::Clock& clock);

// Forgets the rows of the days before `before` and leaves an anchor, from which the chain goes on; told in the journal.
// Gives how many. Throws Error(invalid) on "avant" for a day to come, Error(conflict) when the chain is broken: the
// proof of it would go too.
std::int64_t purge_journal(const Session& session, store::Database& base, core::Date before);

// Tells that data left the program in a file: `subject` is its address without what was searched ("/marches"),
// `detail` its format and extent. Throws Error(unavailable) when it cannot be told: the file must not leave then.
void record_export(const Session& session, store::Database& base, std::string_view subject, std::string_view detail);

}  // namespace clausier::app
