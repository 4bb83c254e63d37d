// The journal: who did what and when, chained so that an altered or missing row shows.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/store/transaction.hpp"

namespace clausier::store {

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

class Journal {
public:
    explicit Journal(Transaction& tx) : tx_(tx) {}

    // Appends one row; in the same transaction as the change it tells of.
    JournalRow append(const JournalEntry& entry);
    // The first break, reading every row; nothing when the chain holds from its anchor to its head.
    [[nodiscard]] std::optional<JournalBreak> verify();
    // The newest first.
    [[nodiscard]] std::vector<JournalRow> list(std::int64_t limit, std::int64_t offset = 0);
    // Forgets the rows before an instant, leaving an anchor in their stead; tells how many. The last row always stays.
    std::int64_t purge(core::Instant before);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
