// The journal: who did what and when, in rows chained by their hashes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/clock.hpp"

namespace clausier::domain {

// `actor` and `subject` are codes ("compte/3", "import/12"), never the name of a person. `detail` is free text without
// personal data.
struct JournalEntry {
    core::Instant at;
    std::string actor;
    std::string action;  // "import.appliquer"
    std::string subject;
    std::string detail;
};

struct JournalRow {
    std::int64_t id = 0;
    JournalEntry entry;
    std::string hash;
};

// Where the chain no longer holds.
struct JournalBreak {
    enum class Kind { altered, missing };
    Kind kind = Kind::altered;
    std::int64_t id = 0;  // the row altered, or the first row missing
};

// What is looked for; a part left empty lets everything through.
struct JournalFilter {
    std::string action{};                  // "import.appliquer", or "import" for all that begins by "import."
    std::string actor{};                   // "compte/3", or "compte" for all of them
    std::string subject{};                 // "marche/12", or "marche" for all of them
    std::optional<core::Instant> from{};   // included
    std::optional<core::Instant> until{};  // not included
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

// Rows found, the newest first, and how many there are beyond the limit.
struct JournalPage {
    std::int64_t total = 0;
    std::vector<JournalRow> rows;
};

// What reading the whole chain tells. `last_hash`, noted elsewhere, shows later whether the journal was written anew.
struct JournalCheck {
    std::int64_t rows = 0;
    std::int64_t purged = 0;  // rows that purges have taken away, by their anchors
    std::optional<JournalRow> first{};
    std::optional<JournalRow> last{};
    std::optional<JournalBreak> fault{};

    [[nodiscard]] bool holds() const { return !fault; }
};

}  // namespace clausier::domain
