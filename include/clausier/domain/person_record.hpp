// All that is kept of a person, as she may ask for it, and what is remembered once she is erased.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/domain/execution_list.hpp"
#include "clausier/domain/participant.hpp"
#include "clausier/domain/retention.hpp"

namespace clausier::domain {

// A participant went from one OPCS to another; organisations by name.
struct PersonTransfer {
    std::string from;
    std::string into;
    core::Instant at{};
    std::string actor;
};

// What somebody did with a record, as the journal tells it.
struct PersonAccess {
    core::Instant at{};
    std::string actor;
    std::string action;
};

// A record without its names. `twins`: others of the same OPCS that are the same person.
struct PersonSheet {
    ParticipantLine line;
    std::vector<Hold> holds;
    std::vector<PersonTransfer> transfers;
    std::vector<Participant> twins;
    std::string merged_into;  // the pseudonym of the record that stands for it
    Removal removal;          // when its names go
};

// What a purge does and will do.
struct PlannedRemoval {
    Participant participant;
    Removal removal;
};
struct PurgePlan {
    RetentionRules rules;
    std::vector<PlannedRemoval> due;       // today
    std::vector<PlannedRemoval> upcoming;  // within three months, the nearest first
    std::vector<PlannedRemoval> held;      // would be due, but for a hold
    std::int64_t open = 0;                 // named, and still in their path
    std::vector<Hold> holds;               // that stand today
    std::vector<std::string> copies;       // files made before a migration that are past their time
};

// What the person did for a clause, with the criteria that were seen, and the hours declared, the latest month first.
struct PersonPlacement {
    PlacementLine line;
    StatementPage statements;
};

// One record of the person: that of one OPCS.
struct PersonRecord {
    ParticipantLine line;
    std::optional<PersonNames> names;
    std::optional<bool> disabled_worker;
    std::vector<Hold> holds;
    std::vector<PersonTransfer> transfers;
    std::vector<PersonAccess> accesses;
    std::vector<PersonPlacement> placements{};
};

// A record of the same person that is another OPCS's to give or erase, organisation by name.
struct PersonElsewhere {
    std::string pseudonym;
    std::string opcs;
};

// The person whom one record shows: the record asked for comes first.
struct PersonFile {
    core::Instant made_at{};
    std::vector<PersonRecord> records;
    std::vector<PersonElsewhere> elsewhere{};  // whom else to ask
};

// What remains of an erasure: enough to do it again after a restore, and no name. `name_tag` is "" when the names of
// that record alone had to go.
struct Erasure {
    std::string pseudonym;
    std::string name_tag;
    Gone because = Gone::erasure;
    core::Instant at{};
    std::string actor;
};

}  // namespace clausier::domain
