// Importing a tender table: staged, compared, then applied in one transaction or left; and undone as a whole.
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/app/intake.hpp"
#include "clausier/domain/import_outcome.hpp"
#include "clausier/store/imports.hpp"

namespace clausier::app {

// One kind of fault met in a file, how often, and the first place of it.
struct FaultKind {
    core::Severity severity = core::Severity::warning;
    std::int64_t count = 0;
    core::Issue first;
};

// What a file would change, nothing being changed yet.
struct ImportPreview {
    domain::Mapping mapping;
    store::RowCounts rows;
    store::DifferenceCounts difference;
    std::int64_t warnings = 0;                    // faults met, of every kind but remarks for information
    std::map<std::string, FaultKind> faults;      // by code
    std::map<std::string, std::int64_t> skipped;  // lines not kept, by reason
    std::vector<store::FieldChange> changes;      // the first ones
    domain::UnknownValues unknown;                // values that no list knows
};

class ImportSession {
public:
    // Decisions stored in the base are applied to the file, those of the options before them; buyers that the base
    // knows are what names of the file are compared with. What killed imports left behind is swept.
    ImportSession(Session session, store::Database& base, std::filesystem::path file, IntakeOptions options);

    // Where the rows of the file go. After the last one, preview().
    [[nodiscard]] core::RowSink& sink() { return *intake_; }
    // After the last row: what the file says, not compared with the base yet. Throws as preview().
    const ImportPreview& read();
    // After the last row: what would change. Throws Error(invalid) when the file gives no row, fits no profile or keeps
    // no row at all, and what staging throws.
    const ImportPreview& preview();
    // After the last row: writes everything in one transaction, or throws and changes nothing. Applying the same file
    // twice changes nothing the second time.
    domain::ImportOutcome apply();
    // After read(): the columns recognised, and what was said of each line that something was said of.
    [[nodiscard]] const domain::Mapping& mapping() const { return read_->mapping; }
    [[nodiscard]] std::map<std::uint64_t, domain::LineRemarks> remarks() const;

private:
    Session session_;
    store::Database& base_;
    std::filesystem::path file_;
    std::string name_;
    std::unique_ptr<Intake> intake_;
    std::unique_ptr<ImportPreview> read_;  // the file's side of it, once it is all read
    bool compared_ = false;
};

// What a preview says, in the words of every import: no id, nothing recorded.
domain::ImportOutcome outcome(const ImportPreview& preview, const std::string& file);

// The imports made, the newest first.
std::vector<domain::ImportOutcome> list_imports(store::Database& base, std::int64_t limit, std::int64_t offset = 0);

// One import with the kinds of fault it met, each with its first example, and why lines were not kept. Throws
// Error(not_found).
domain::ImportOutcome find_import(store::Database& base, std::int64_t id);

// What prevents undoing it, as undo_import() would say; empty when nothing does. Throws Error(not_found).
std::vector<core::Issue> undo_obstacles(store::Database& base, std::int64_t id);

// Undoes an import as a whole. Throws Error(not_found), or Error(conflict) listing what was changed or used since.
domain::ImportOutcome undo_import(Session session, store::Database& base, std::int64_t id);

}  // namespace clausier::app
