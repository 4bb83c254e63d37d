// Imports: a staged file applied in one transaction, and listed afterwards.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clausier/store/difference.hpp"
#include "clausier/store/staging.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// What is known of the file and of who imports it.
struct ImportMeta {
    core::Instant at;
    std::string actor;
    std::string file_name;
    std::string file_sha256;
    std::optional<std::string> piece_hash;  // the original, when it is kept among the pieces
    std::string profile;
};

struct Import {
    domain::Id<Import> id{};
    ImportMeta meta;
    RowCounts rows;
    DifferenceCounts difference;
    std::int64_t warnings = 0;
    std::optional<core::Instant> undone_at;
    std::vector<FieldChange> changes;  // the first values it changed; filled by apply() alone
};

// How often one kind of fault was met in a file.
struct IssueCount {
    std::string code;
    core::Severity severity;
    std::int64_t occurrences = 0;
};

class Imports {
public:
    explicit Imports(Transaction& tx) : tx_(tx) {}

    // Writes what the resolved staging file brings, the transaction having been opened for writing with its attachment:
    // organisations found or made, new markets and lots, changed ones updated where the file gives another value, with
    // what is needed to undo it all, and a row of the journal. Applied again, it changes nothing but the lists of
    // imports and of the journal. Nothing is kept until the transaction is committed. `changes`: how many changed
    // values to tell. `original`: asked once the rows are written, to say what `meta` does not yet of the file, whose
    // copying and hashing may take as long as they do.
    Import apply(const Staging& staging, ImportMeta meta, std::int64_t changes = 0,
                 const std::function<void(ImportMeta&)>& original = {});

    // Throws Error(not_found) when there is no such import.
    [[nodiscard]] Import find(domain::Id<Import> id);
    // The newest first.
    [[nodiscard]] std::vector<Import> list(std::int64_t limit, std::int64_t offset = 0);
    [[nodiscard]] std::vector<SkippedRow> skipped(domain::Id<Import> id, std::int64_t limit, std::int64_t offset = 0);
    // How many lines were not kept for each reason, by reason.
    [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> skip_counts(domain::Id<Import> id);
    [[nodiscard]] std::vector<IssueCount> issue_counts(domain::Id<Import> id);
    // The first faults of each kind, in the order of the lines; the counts tell how many there were.
    [[nodiscard]] std::vector<core::Issue> issues(domain::Id<Import> id);

private:
    domain::Id<Import> insert(const ImportMeta& meta, const RowCounts& rows, const DifferenceCounts& difference,
                              std::int64_t warnings);
    Transaction& tx_;
};

}  // namespace clausier::store
