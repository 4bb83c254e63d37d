// INSERT … SELECT from the staging file, and the before-images of what is updated.
#include "import_writer.hpp"

#include <fmt/format.h>

#include <array>

#include "market_index.hpp"
#include "tender_columns.hpp"

namespace clausier::store {
namespace {

constexpr std::array<std::string_view, 4> indexed_tables = {"lot_holders", "market_index", "contracts",
                                                            "contract_suppliers"};

}  // namespace

ImportWriter::ImportWriter(Transaction& tx, std::int64_t import_id, std::int64_t new_lots)
    : tx_(tx),
      import_(import_id),
      last_organisation_(tx.last_id("organisations")),
      last_market_(tx.last_id("markets")),
      last_lot_(tx.last_id("lots")) {
    constexpr std::int64_t many = 10'000;
    if (new_lots >= many && new_lots > tx.value<std::int64_t>("SELECT count(*) FROM lots"))
        indexes_.emplace(tx, indexed_tables);
}

void ImportWriter::write_organisations() {
    tx_.run(R"(
INSERT INTO organisations (id, kind, name, folded, scheme, identifier, created_import)
SELECT ? + p.id, p.kind, p.name, p.folded, p.scheme, p.identifier, ?
FROM staging.parties p LEFT JOIN known_organisations k ON k.party = p.id
WHERE k.party IS NULL ORDER BY p.id)",
            last_organisation_, import_);
    tx_.run(R"(
INSERT INTO organisations_before (import_id, organisation_id, edits)
SELECT ?, o.id, o.edits
FROM staging.parties p JOIN known_organisations k ON k.party = p.id JOIN organisations o ON o.id = k.organisation_id
WHERE o.name = '' AND p.name <> '')",
            import_);
    tx_.run(R"(
UPDATE organisations AS o SET name = p.name, folded = p.folded, revision = o.revision + 1
FROM staging.parties p JOIN known_organisations k ON k.party = p.id
WHERE o.id = k.organisation_id AND o.name = '' AND p.name <> '')");
}

void ImportWriter::write_operations() {
    tx_.run(R"(
INSERT INTO operations (name, created_import)
SELECT s.operation, ? FROM staging.markets s
WHERE s.operation <> '' AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.name = s.operation)
GROUP BY s.operation ORDER BY min(s.id))",
            import_);
}

void ImportWriter::write_new_markets_and_lots() {
    tx_.run(fmt::format(R"(
INSERT INTO markets (id, buyer_id, reference, reference_derived, digest, created_import, last_import, {})
SELECT ? + s.id, coalesce(o.organisation_id, ? + s.buyer), s.reference, s.reference_derived, s.digest, ?, ?, {}
FROM staging.markets s LEFT JOIN known_organisations o ON o.party = s.buyer LEFT JOIN known_markets k ON k.id = s.id
WHERE k.id IS NULL ORDER BY s.id)",
                        column_list(market_columns()), staged_values(market_columns())),
            last_market_, last_organisation_, import_, import_);
    tx_.run(fmt::format(R"(
INSERT INTO lots (id, market_id, number, digest, holders_digest, created_import, last_import, source_line, {})
SELECT ? + s.id, coalesce(m.market_id, ? + s.market), s.number, s.digest, s.holders_digest, ?, ?, s.line, {}
FROM staging.lots s LEFT JOIN known_markets m ON m.id = s.market LEFT JOIN known_lots k ON k.id = s.id
WHERE k.id IS NULL ORDER BY s.id)",
                        column_list(lot_columns()), staged_values(lot_columns())),
            last_lot_, last_market_, import_, import_);
    tx_.run(R"(
INSERT INTO lot_holders (lot_id, rank, organisation_id)
SELECT ? + h.lot, h.rank, coalesce(o.organisation_id, ? + h.party)
FROM staging.holders h LEFT JOIN known_lots k ON k.id = h.lot LEFT JOIN known_organisations o ON o.party = h.party
WHERE k.id IS NULL AND h.party IS NOT NULL ORDER BY h.lot, h.rank)",
            last_lot_, last_organisation_);
}

void ImportWriter::write_changed_markets() {
    const std::string columns = column_list(market_columns());
    tx_.run(fmt::format(R"(
INSERT INTO markets_before (import_id, market_id, last_import, digest, edits, {})
SELECT ?, m.id, m.last_import, m.digest, m.edits, {}
FROM known_markets k JOIN markets m ON m.id = k.market_id
WHERE k.changed = 1)",
                        columns, column_list(market_columns(), "m")),
            import_);
    tx_.run(fmt::format(R"(
UPDATE markets AS m SET last_import = ?, digest = s.digest, revision = m.revision + 1, {}
FROM known_markets k JOIN staging.markets s ON s.id = k.id
WHERE m.id = k.market_id AND k.changed = 1)",
                        column_updates(market_columns())),
            import_);
}

void ImportWriter::write_changed_lots() {
    tx_.run(fmt::format(R"(
INSERT INTO lots_before (import_id, lot_id, last_import, source_line, digest, holders_digest, revision, edits, {})
SELECT ?, m.id, m.last_import, m.source_line, m.digest, m.holders_digest, m.revision, m.edits, {}
FROM known_lots k JOIN lots m ON m.id = k.lot_id
WHERE k.changed = 1 OR k.holders_changed = 1)",
                        column_list(lot_columns()), column_list(lot_columns(), "m")),
            import_);
    tx_.run(R"(
INSERT INTO lot_holders_before (import_id, lot_id, rank, organisation_id)
SELECT ?, h.lot_id, h.rank, h.organisation_id
FROM known_lots k JOIN lot_holders h ON h.lot_id = k.lot_id
WHERE k.holders_changed = 1)",
            import_);
    tx_.run(fmt::format(R"(
UPDATE lots AS m SET last_import = ?, source_line = s.line, digest = s.digest, revision = m.revision + 1,
  holders_digest = CASE WHEN k.holders_changed = 1 THEN s.holders_digest ELSE m.holders_digest END, {}
FROM known_lots k JOIN staging.lots s ON s.id = k.id
WHERE m.id = k.lot_id AND (k.changed = 1 OR k.holders_changed = 1))",
                        column_updates(lot_columns())),
            import_);
    tx_.run("DELETE FROM lot_holders WHERE lot_id IN (SELECT lot_id FROM known_lots WHERE holders_changed = 1)");
    tx_.run(R"(
INSERT INTO lot_holders (lot_id, rank, organisation_id)
SELECT k.lot_id, h.rank, coalesce(o.organisation_id, ? + h.party)
FROM known_lots k JOIN staging.holders h ON h.lot = k.id LEFT JOIN known_organisations o ON o.party = h.party
WHERE k.holders_changed = 1 AND h.party IS NOT NULL)",
            last_organisation_);
}

void ImportWriter::write_rows_and_issues() {
    // Beyond these, the counts and the annotated workbook tell.
    constexpr int issues_kept_of_a_kind = 1000;
    tx_.run(R"(
INSERT INTO import_rows (import_id, line, status, reason, message)
SELECT ?, line, status, reason, message FROM staging.skips ORDER BY line)",
            import_);
    tx_.run(R"(
INSERT INTO import_issue_counts (import_id, code, severity, occurrences)
SELECT ?, code, severity, occurrences FROM staging.issue_kinds)",
            import_);
    tx_.run(R"(
INSERT INTO import_issues (import_id, rank, line, code, severity, place, message)
SELECT ?, id, line, code, severity, place, message
FROM staging.issues WHERE occurrence <= ? ORDER BY id)",
            import_, issues_kept_of_a_kind);
}

void ImportWriter::write_index() {
    const ImportStart start{import_, last_market_, last_lot_};
    MarketIndex index(tx_);
    index.add_imported(start);
    if (indexes_) indexes_->restore();
    index.refresh_imported(start);
}

void ImportWriter::forget_comparison() {
    tx_.script("DROP TABLE known_organisations; DROP TABLE known_markets; DROP TABLE known_lots");
}

}  // namespace clausier::store
