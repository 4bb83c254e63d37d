// The staging file beside the database: three temporary tables tell what is already known, and whether it differs.
#include "clausier/store/difference.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"
#include "tender_columns.hpp"

namespace clausier::store {
namespace {

constexpr std::string_view temporary_tables = R"(
CREATE TEMP TABLE IF NOT EXISTS known_organisations (party INTEGER PRIMARY KEY, organisation_id INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS known_markets (id INTEGER PRIMARY KEY, market_id INTEGER NOT NULL, changed INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS known_lots (
  id INTEGER PRIMARY KEY, lot_id INTEGER NOT NULL, changed INTEGER NOT NULL, holders_changed INTEGER NOT NULL);
DELETE FROM known_organisations;
DELETE FROM known_markets;
DELETE FROM known_lots;
)";

constexpr std::string_view market_compared = R"(s.id AS market, 0 AS lot, NULL AS number
FROM known_markets k JOIN staging.markets s ON s.id = k.id JOIN markets m ON m.id = k.market_id)";

constexpr std::string_view lot_compared = R"(s.market AS market, s.id AS lot, s.number AS number
FROM known_lots k JOIN staging.lots s ON s.id = k.id JOIN lots m ON m.id = k.lot_id)";

// What both sides say of one column where they differ, for the preview.
std::string change_of(const TenderColumn& column, bool of_lot, std::size_t position) {
    return fmt::format(R"(
SELECT {0} AS position, '{1}' AS field, CAST({2} AS TEXT) AS before, CAST({3} AS TEXT) AS after, {4}
WHERE k.changed = 1 AND {5} AND {3} IS DISTINCT FROM {2})",
                       position, column.name, kept_text(column), staged_text(column),
                       of_lot ? lot_compared : market_compared, column.given);
}

constexpr std::string_view change_of_holders = R"(
SELECT 99 AS position, 'holders' AS field, NULL AS before, NULL AS after, s.market AS market, s.id AS lot,
       s.number AS number
FROM known_lots k JOIN staging.lots s ON s.id = k.id
WHERE k.holders_changed = 1)";

constexpr std::string_view kept_holders = R"(
SELECT CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM known_lots k JOIN lot_holders h ON h.lot_id = k.lot_id JOIN organisations o ON o.id = h.organisation_id
WHERE k.id = ? ORDER BY h.rank)";

constexpr std::string_view staged_holders = R"(
SELECT CASE WHEN p.name <> '' THEN p.name ELSE p.identifier END
FROM staging.holders h JOIN staging.parties p ON p.id = h.party
WHERE h.lot = ? ORDER BY h.rank)";

std::string joined_names(Transaction& tx, std::string_view sql, std::int64_t staged_lot) {
    std::string names;
    for (auto rows = tx.query(sql, staged_lot); rows.step();) {
        if (!names.empty()) names += ", ";
        names += rows.text(0);
    }
    return names;
}

std::string all_changes() {
    std::string sql;
    std::size_t position = 0;
    for (const TenderColumn& column : market_columns()) sql += change_of(column, false, ++position) + "\nUNION ALL";
    for (const TenderColumn& column : lot_columns()) sql += change_of(column, true, ++position) + "\nUNION ALL";
    return sql + std::string(change_of_holders);
}

}  // namespace

Difference::Difference(Transaction& tx) : tx_(tx) {
    tx_.script(temporary_tables);
    find_organisations();
    find_markets();
    find_lots();
    count();
}

void Difference::find_organisations() {
    tx_.run(R"(
INSERT INTO known_organisations (party, organisation_id)
SELECT p.id, coalesce(o.merged_into, o.id)
FROM staging.parties p JOIN organisations o ON o.scheme = p.scheme AND o.identifier = p.identifier
UNION ALL
SELECT p.id, coalesce(o.merged_into, o.id)
FROM staging.parties p JOIN organisations o ON o.folded = p.folded AND o.identifier IS NULL
WHERE p.identifier IS NULL)");
    if (tx_.value<bool>("SELECT count(*) > count(DISTINCT organisation_id) FROM known_organisations"))
        throw core::Error(core::ErrorKind::conflict, "import",
                          "des organisations ont été réunies depuis la lecture du fichier ; relancez l’import");
}

void Difference::find_markets() {
    tx_.run(fmt::format(R"(
INSERT INTO known_markets (id, market_id, changed)
SELECT s.id, m.id, CASE WHEN m.digest = s.digest THEN 0 WHEN {} THEN 1 ELSE 0 END
FROM staging.markets s CROSS JOIN known_organisations k CROSS JOIN markets m
WHERE k.party = s.buyer AND m.buyer_id = k.organisation_id AND m.reference = s.reference)",
                        columns_differ(market_columns())));
}

void Difference::find_lots() {
    tx_.run(fmt::format(R"(
INSERT INTO known_lots (id, lot_id, changed, holders_changed)
SELECT s.id, m.id,
       CASE WHEN m.digest = s.digest THEN 0 WHEN {} THEN 1 ELSE 0 END,
       CASE WHEN m.holders_digest = s.holders_digest OR s.holders_digest = 0 THEN 0
            WHEN (SELECT count(*) FROM lot_holders h WHERE h.lot_id = m.id)
              <> (SELECT count(*) FROM staging.holders h WHERE h.lot = s.id AND h.party IS NOT NULL) THEN 1
            WHEN EXISTS (SELECT 1 FROM staging.holders h LEFT JOIN known_organisations o ON o.party = h.party
                         WHERE h.lot = s.id AND h.party IS NOT NULL
                           AND NOT EXISTS (SELECT 1 FROM lot_holders kept
                                           WHERE kept.lot_id = m.id AND kept.organisation_id = o.organisation_id)) THEN 1
            ELSE 0 END
FROM staging.lots s CROSS JOIN known_markets k CROSS JOIN lots m
WHERE k.id = s.market AND m.market_id = k.market_id AND m.number = s.number)",
                        columns_differ(lot_columns())));
}

void Difference::count() {
    const auto number = [&](std::string_view sql) { return tx_.value<std::int64_t>(sql); };
    counts_.organisations_new =
        number("SELECT count(*) FROM staging.parties") - number("SELECT count(*) FROM known_organisations");
    const std::int64_t known_markets = number("SELECT count(*) FROM known_markets");
    counts_.markets_new = number("SELECT count(*) FROM staging.markets") - known_markets;
    const std::int64_t known_lots = number("SELECT count(*) FROM known_lots");
    counts_.lots_new = number("SELECT count(*) FROM staging.lots") - known_lots;
    counts_.lots_changed = number("SELECT count(*) FROM known_lots WHERE changed = 1 OR holders_changed = 1");
    counts_.lots_same = known_lots - counts_.lots_changed;
    if (known_markets > 0)
        counts_.markets_changed = number(R"(
SELECT count(DISTINCT m.id)
FROM staging.lots s JOIN known_markets m ON m.id = s.market LEFT JOIN known_lots l ON l.id = s.id
WHERE m.changed = 1 OR l.id IS NULL OR l.changed = 1 OR l.holders_changed = 1)");
    counts_.markets_same = known_markets - counts_.markets_changed;
}

std::vector<FieldChange> Difference::changes(std::int64_t limit, std::int64_t offset) {
    auto rows = tx_.query(fmt::format(R"(
SELECT CASE WHEN p.name <> '' THEN p.name ELSE p.identifier END, s.reference, c.number, c.field, c.before, c.after, c.lot
FROM ({}) AS c JOIN staging.markets s ON s.id = c.market JOIN staging.parties p ON p.id = s.buyer
ORDER BY c.market, c.lot, c.position LIMIT ? OFFSET ?)",
                                      all_changes()),
                          limit, offset);
    std::vector<FieldChange> changes;
    using Text = std::optional<std::string>;
    while (rows.step()) {
        const std::string column = rows.text(3);
        FieldChange change{rows.text(0),     rows.text(1),      rows.get<Text>(2), column,
                           field_of(column), rows.get<Text>(4), rows.get<Text>(5)};
        if (change.column == "holders") {
            change.before = joined_names(tx_, kept_holders, rows.integer(6));
            change.after = joined_names(tx_, staged_holders, rows.integer(6));
        }
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace clausier::store
