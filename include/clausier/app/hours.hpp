// Monthly hours: declared, sent, validated or refused, and corrected by a reverse entry.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/reference.hpp"
#include "clausier/store/hours_statements.hpp"

namespace clausier::app {

using StatementId = domain::Id<domain::HoursStatement>;

// What somebody types of one placement and month. `send`: the facilitator may look at it from now on. `revision`: of
// the statement that was read, when one was.
struct HoursDraft {
    domain::Id<domain::Placement> placement{};
    domain::Month month;
    std::vector<domain::StatementLine> lines;
    std::string unusual_reason{};
    std::string note{};
    bool send = false;
    std::optional<std::int64_t> revision{};
};
// `remarks`: what is unusual and kept. `changed`: false when the same was declared already, and nothing was written.
struct DeclaredHours {
    domain::HoursStatement statement;
    std::vector<core::Issue> remarks;
    bool changed = true;
};

// Writes the statement of the month, or the one that still may be written. All or none; each with a row of the journal,
// « releve/34 ». Throws Error(invalid) with every fault, those of several drafts bearing their rank, "2.heures";
// Error(conflict) when the month is no longer to be written, or was saved by somebody else; Error(forbidden) where one
// does not declare for the placement.
std::vector<DeclaredHours> declare_hours(const Session& session, store::Database& base, std::vector<HoursDraft> drafts,
                                         const domain::Reference& reference);

// A statement as it was read.
struct ReadStatement {
    StatementId id{};
    std::int64_t revision = 0;
};
// Each goes to that state: sent by who declares, checked, validated, to correct or rejected by who facilitates its lot.
// All or none. Throws Error(conflict) with, for each that somebody else has changed meanwhile, its state and the one
// asked for; and as domain::require_passage.
std::vector<domain::HoursStatement> pass_statements(const Session& session, store::Database& base,
                                                    const std::vector<ReadStatement>& statements,
                                                    domain::StatementState to, const std::string& reason);

// A validated statement taken back: a reverse entry, validated, and the right hours, sent, unless there are none.
struct Correction {
    domain::HoursStatement reverse;
    std::optional<domain::HoursStatement> right;
    std::vector<core::Issue> remarks;
};
Correction correct_statement(const Session& session, store::Database& base, ReadStatement statement,
                             const std::string& reason, const std::vector<domain::StatementLine>& lines,
                             const domain::Reference& reference);

domain::StatementPage statements(store::Database& base, const store::StatementFilter& filter);
// With its lines by lot. Throws Error(not_found).
struct StatementSheet {
    domain::StatementEntry entry;
    std::vector<domain::KeptLine> lines;
};
StatementSheet statement(store::Database& base, StatementId id);

}  // namespace clausier::app
