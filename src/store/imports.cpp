// Applying a staged file, and the list of what was applied.
#include "clausier/store/imports.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/visibility.hpp"
#include "import_writer.hpp"

namespace clausier::store {
namespace {

constexpr std::string_view columns = R"(
SELECT id, at, actor, file_name, file_sha256, piece_hash, profile, rows_read, rows_kept, rows_ignored, rows_rejected,
       organisations_new, markets_new, markets_changed, markets_same, lots_new, lots_changed, lots_same, warnings, undone_at
FROM imports i)";

Import read_row(const Statement& row) {
    using Text = std::optional<std::string>;
    Import import;
    import.id = row.get<domain::Id<Import>>(0);
    import.meta = {row.get<core::Instant>(1), row.text(2), row.text(3), row.text(4), row.get<Text>(5), row.text(6)};
    import.rows = {row.integer(7), row.integer(8), row.integer(9), row.integer(10)};
    import.difference = {row.integer(11), row.integer(12), row.integer(13), row.integer(14),
                         row.integer(15), row.integer(16), row.integer(17)};
    import.warnings = row.integer(18);
    import.undone_at = row.get<std::optional<core::Instant>>(19);
    return import;
}

Import find_where(Transaction& tx, domain::Id<Import> id, const std::string& condition) {
    auto rows = tx.query(fmt::format("{} WHERE i.id = ?{}", columns, condition), id);
    if (!rows.step())
        throw core::Error(core::ErrorKind::not_found, fmt::format("import n° {}", id.value),
                          "cet import n’existe pas\u00a0; voyez la liste des imports");
    return read_row(rows);
}

// Refuses, after the comparison, a file that writes for a buyer or on a market that is not the viewer's.
void require_own(Transaction& tx) {
    const std::string buyers = visible_buyers(tx.viewer(), "k.organisation_id");
    const std::string markets = visible_markets(tx.viewer(), "k.market_id");
    if (buyers == "1" && markets == "1") return;
    auto other = tx.query(fmt::format(R"(
SELECT s.reference, CASE WHEN p.name <> '' THEN p.name ELSE p.identifier END
FROM staging.markets s JOIN staging.parties p ON p.id = s.buyer
WHERE NOT EXISTS (SELECT 1 FROM known_organisations k WHERE k.party = s.buyer AND {0}) AND {2}
   OR EXISTS (SELECT 1 FROM known_markets k WHERE k.id = s.id AND NOT {1}) ORDER BY s.id LIMIT 1)",
                                      buyers, markets, buyers == "1" ? "0" : "1"));
    if (other.step())
        throw core::Error(
            core::ErrorKind::forbidden, fmt::format("marché {}", other.text(0)),
            fmt::format("il est de «\u00a0{}\u00a0», pour qui vous n’agissez pas\u00a0; retirez-le du fichier "
                        "ou faites-le importer par qui en a le droit",
                        other.text(1)));
}

}  // namespace

Import Imports::apply(const Staging& staging, ImportMeta meta, std::int64_t changes,
                      const std::function<void(ImportMeta&)>& original) {
    constexpr std::size_t sha256_digits = 64;
    if (original) meta.file_sha256.assign(sha256_digits, '0');
    Difference difference(tx_);
    require_own(tx_);
    const DifferenceCounts& found = difference.counts();
    const bool changing = changes > 0 && found.markets_changed + found.lots_changed > 0;
    std::vector<FieldChange> changed = changing ? difference.changes(changes) : std::vector<FieldChange>();
    const auto id = insert(meta, staging.counts(), found, staging.issues(core::Severity::warning));
    ImportWriter writer(tx_, id.value, found.lots_new);
    writer.write_organisations();
    writer.write_operations();
    writer.write_new_markets_and_lots();
    writer.write_changed_markets();
    writer.write_changed_lots();
    writer.write_rows_and_issues();
    writer.write_index();
    writer.forget_comparison();
    if (original) {
        original(meta);
        tx_.run("UPDATE imports SET file_sha256 = ?, piece_hash = ? WHERE id = ?", meta.file_sha256, meta.piece_hash,
                id);
    }
    const RowCounts rows = staging.counts();
    Journal(tx_).append({meta.at, meta.actor, "import.appliquer", fmt::format("import/{}", id.value),
                         fmt::format("sha256={} lues={} retenues={} ignorees={} rejetees={} marches={}+{}~ lots={}+{}~",
                                     meta.file_sha256, rows.read, rows.kept, rows.ignored, rows.rejected,
                                     found.markets_new, found.markets_changed, found.lots_new, found.lots_changed)});
    Import done = find_where(tx_, id, "");
    done.changes = std::move(changed);
    return done;
}

domain::Id<Import> Imports::insert(const ImportMeta& meta, const RowCounts& rows, const DifferenceCounts& difference,
                                   std::int64_t warnings) {
    return tx_.value<domain::Id<Import>>(
        R"(
INSERT INTO imports (at, actor, file_name, file_sha256, piece_hash, profile, rows_read, rows_kept, rows_ignored,
                     rows_rejected, organisations_new, markets_new, markets_changed, markets_same, lots_new, lots_changed,
                     lots_same, warnings)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
        meta.at, meta.actor, meta.file_name, meta.file_sha256, meta.piece_hash, meta.profile, rows.read, rows.kept,
        rows.ignored, rows.rejected, difference.organisations_new, difference.markets_new, difference.markets_changed,
        difference.markets_same, difference.lots_new, difference.lots_changed, difference.lots_same, warnings);
}

Import Imports::find(domain::Id<Import> id) {
    return find_where(tx_, id, also(visible_actors(tx_.viewer(), "i.actor")));
}

std::vector<Import> Imports::list(std::int64_t limit, std::int64_t offset) {
    auto rows = tx_.query(
        fmt::format("{}{} ORDER BY i.id DESC LIMIT ? OFFSET ?", columns, only(visible_actors(tx_.viewer(), "i.actor"))),
        limit, offset);
    std::vector<Import> imports;
    while (rows.step()) imports.push_back(read_row(rows));
    return imports;
}

std::vector<SkippedRow> Imports::skipped(domain::Id<Import> id, std::int64_t limit, std::int64_t offset) {
    auto rows = tx_.query(R"(
SELECT line, status, reason, message FROM import_rows WHERE import_id = ? ORDER BY line LIMIT ? OFFSET ?)",
                          id, limit, offset);
    std::vector<SkippedRow> skipped;
    while (rows.step())
        skipped.push_back({rows.get<std::uint64_t>(0),
                           rows.text(1) == code(RowStatus::ignored) ? RowStatus::ignored : RowStatus::rejected,
                           rows.text(2), rows.text(3)});
    return skipped;
}

std::vector<std::pair<std::string, std::int64_t>> Imports::skip_counts(domain::Id<Import> id) {
    auto rows =
        tx_.query("SELECT reason, count(*) FROM import_rows WHERE import_id = ? GROUP BY reason ORDER BY reason", id);
    std::vector<std::pair<std::string, std::int64_t>> counts;
    while (rows.step()) counts.emplace_back(rows.text(0), rows.integer(1));
    return counts;
}

std::vector<IssueCount> Imports::issue_counts(domain::Id<Import> id) {
    auto rows = tx_.query(R"(
SELECT code, severity, occurrences FROM import_issue_counts WHERE import_id = ? ORDER BY occurrences DESC, code)",
                          id);
    std::vector<IssueCount> counts;
    while (rows.step()) counts.push_back({rows.text(0), read_severity(rows.text(1)), rows.integer(2)});
    return counts;
}

std::vector<core::Issue> Imports::issues(domain::Id<Import> id) {
    auto rows = tx_.query(R"(
SELECT severity, code, place, message FROM import_issues WHERE import_id = ? ORDER BY line, rank)",
                          id);
    std::vector<core::Issue> issues;
    while (rows.step()) issues.push_back({read_severity(rows.text(0)), rows.text(1), rows.text(2), rows.text(3)});
    return issues;
}

}  // namespace clausier::store
