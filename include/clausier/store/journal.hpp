// The journal in the database, chained so that an altered or missing row shows.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/journal.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

using domain::JournalBreak;
using domain::JournalEntry;
using domain::JournalRow;

class Journal {
public:
    explicit Journal(Transaction& tx) : tx_(tx) {}

    // Appends one row; in the same transaction as the change it tells of.
    JournalRow append(const JournalEntry& entry);
    // The first break, reading every row; nothing when the chain holds from its anchor to its head.
    [[nodiscard]] std::optional<JournalBreak> verify();
    // The same, with how much was read and the two ends of the chain.
    [[nodiscard]] domain::JournalCheck check();
    // The newest first.
    [[nodiscard]] std::vector<JournalRow> list(std::int64_t limit, std::int64_t offset = 0);
    [[nodiscard]] domain::JournalPage find(const domain::JournalFilter& filter);
    // Every action that a row tells of, in order.
    [[nodiscard]] std::vector<std::string> actions();
    // Forgets the rows before an instant, leaving an anchor in their stead; tells how many. The last row always stays.
    std::int64_t purge(core::Instant before);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
