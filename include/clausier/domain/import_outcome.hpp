// What an import does, or would do, in figures and faults: the same words for the preview, the report and the list.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/import_decision.hpp"

namespace clausier::domain {

// One kind of fault met in a file, how often, and the first one.
struct FaultCount {
    std::string code;
    core::Severity severity = core::Severity::warning;
    std::int64_t count = 0;
    core::Issue first;
};

// How many lines were not kept for one reason ("total", "doublon"…).
struct SkipCount {
    std::string reason;
    std::int64_t count = 0;
};

// One value that the file gives otherwise; `lot` is absent for the market's own values, and values are as shown.
struct ValueChange {
    std::string buyer;
    std::string market;
    std::optional<std::string> lot;
    Field field = Field::ignored;
    std::string before;
    std::string after;
};

// What is said of one line of the file: why it is not kept, and its faults.
struct LineRemarks {
    bool kept = true;
    bool rejected = false;  // else ignored, when it is not kept
    std::vector<core::Issue> issues;
};

// read = kept + ignored + rejected, always.
struct ImportOutcome {
    std::optional<std::int64_t> id;  // none while it is only tried
    core::Instant at{};
    std::string file;
    std::string profile;
    bool undone = false;
    std::int64_t rows_read = 0, rows_kept = 0, rows_ignored = 0, rows_rejected = 0;
    std::int64_t markets_new = 0, markets_changed = 0, markets_same = 0;
    std::int64_t lots = 0;
    std::int64_t warnings = 0;
    std::vector<FaultCount> faults;
    std::vector<SkipCount> skipped;
    std::vector<ValueChange> changes;
    std::vector<std::string> undecided;  // columns that await a decision, each with what it could be
    UnknownValues unknown;               // values that no list knows, decided or not; not recorded
};

}  // namespace clausier::domain
