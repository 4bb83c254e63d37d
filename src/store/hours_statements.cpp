// Queries on statements of hours.
#include "clausier/store/hours_statements.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "execution_index.hpp"
#include "execution_visibility.hpp"
#include "month_column.hpp"
#include "placement_rows.hpp"
#include "stale.hpp"

namespace clausier::store {
namespace {

using domain::HourNature;
using domain::HoursStatement;
using domain::KeptLine;
using domain::StatementEntry;

constexpr std::string_view columns = R"(s.id, s.placement_id, s.month, s.state, s.reverse_of, s.unusual_reason, s.note,
s.taken_over, s.declared_by, s.declared_on, s.decided_by, s.decided_on, s.refusal_reason, s.certificate_id, s.revision,
(SELECT sum(y.hours_centi) FROM statement_lines y WHERE y.statement_id = s.id AND y.nature = 'travaillees'),
(SELECT sum(y.hours_centi) FROM statement_lines y WHERE y.statement_id = s.id AND y.nature = 'formation'),
(SELECT sum(y.hours_centi) FROM statement_lines y WHERE y.statement_id = s.id AND y.nature = 'payees'))";
constexpr int first_nature = 15;
constexpr int column_count = 18;

HoursStatement read_row(const Statement& row) {
    HoursStatement out;
    out.id = row.get<domain::Id<HoursStatement>>(0);
    out.placement = row.get<domain::Id<domain::Placement>>(1);
    out.month = row.get<domain::Month>(2);
    out.state = domain::statement_state(row.text(3)).value();
    out.reverse_of = row.get<std::optional<domain::Id<HoursStatement>>>(4);
    out.unusual_reason = row.text(5);
    out.note = row.text(6);
    out.taken_over = row.get<bool>(7);
    out.declared_by = row.text(8);
    out.declared_on = row.get<std::optional<core::Date>>(9);
    out.decided_by = row.text(10);
    out.decided_on = row.get<std::optional<core::Date>>(11);
    out.refusal_reason = row.text(12);
    out.certificate = row.get<std::optional<domain::Id<domain::Certificate>>>(13);
    out.revision = row.integer(14);
    int column = first_nature;
    for (const HourNature nature : domain::all_hour_natures) {
        if (!row.is_null(column)) out.lines.push_back({nature, row.get<core::Hours>(column)});
        ++column;
    }
    return out;
}

std::string entry_query(const domain::Viewer& viewer, std::string_view condition) {
    return fmt::format(R"(
SELECT {0}, {1}, e.id, {2}, CASE WHEN {3} THEN coalesce(i.pseudonym, '') ELSE '' END
FROM hours_statements s JOIN placements p ON p.id = s.placement_id JOIN lots k ON k.id = p.lot_id
JOIN markets m ON m.id = k.market_id JOIN organisations e ON e.id = p.employer_id
LEFT JOIN participants i ON i.id = p.participant_id
WHERE {4}{5})",
                       columns, lot_name_columns, organisation_name("e"), identified_placements(viewer), condition,
                       also(visible_placements(viewer)));
}

StatementEntry read_entry(const Statement& row) {
    constexpr int rest = column_count + lot_name_size;
    return {read_row(row), read_lot_name(row, column_count), row.get<domain::Id<domain::Organisation>>(rest),
            row.text(rest + 1), row.text(rest + 2)};
}

// Of the parameters ?1 to ?6: lot, placement, employer, month, state, waiting. What is not asked for leaves the indexes
// to the rest.
std::string asked(const StatementFilter& f) {
    std::string out = f.lot ? "(p.lot_id = ?1 OR p.id IN (SELECT q.placement_id FROM placement_shares q "
                              "WHERE q.lot_id = ?1))"
                            : "?1 IS NULL";
    out += f.placement ? " AND s.placement_id = ?2" : " AND ?2 IS NULL";
    out += f.employer ? " AND p.employer_id = ?3" : " AND ?3 IS NULL";
    out += f.month ? " AND s.month = ?4" : " AND ?4 IS NULL";
    out += f.state ? " AND s.state = ?5" : " AND ?5 IS NULL";
    return out + (f.waiting ? " AND ?6 = 1 AND s.state IN ('transmis', 'controle')" : " AND ?6 = 0");
}

}  // namespace

std::optional<StatementEntry> HoursStatements::entry(Id id) {
    auto row = tx_.query(entry_query(tx_.viewer(), "s.id = ?1"), id);
    return row.step() ? std::optional(read_entry(row)) : std::nullopt;
}

std::optional<HoursStatement> HoursStatements::find(Id id) {
    auto found = entry(id);
    return found ? std::optional(std::move(found->statement)) : std::nullopt;
}

domain::StatementPage HoursStatements::list(const StatementFilter& f) {
    domain::StatementPage out;
    auto rows = tx_.query(entry_query(tx_.viewer(), asked(f)) + " ORDER BY s.month DESC, s.id DESC LIMIT ?7 OFFSET ?8",
                          f.lot, f.placement, f.employer, f.month, f.state, f.waiting, f.limit, f.offset);
    while (rows.step()) out.entries.push_back(read_entry(rows));
    auto sums = tx_.query(fmt::format(R"(
SELECT count(*), coalesce(sum((SELECT sum(y.hours_centi) FROM statement_lines y WHERE y.statement_id = s.id)), 0)
FROM hours_statements s JOIN placements p ON p.id = s.placement_id WHERE {}{})",
                                      asked(f), also(visible_placements(tx_.viewer()))),
                          f.lot, f.placement, f.employer, f.month, f.state, f.waiting);
    if (sums.step()) {
        out.total = sums.integer(0);
        out.hours = sums.get<core::Hours>(1);
    }
    return out;
}

std::vector<KeptLine> HoursStatements::lines(Id id) {
    auto rows = tx_.query(fmt::format(R"(
SELECT y.lot_id, y.nature, y.hours_centi, y.counted
FROM statement_lines y JOIN hours_statements s ON s.id = y.statement_id JOIN placements p ON p.id = s.placement_id
WHERE s.id = ?{} ORDER BY y.lot_id <> p.lot_id, y.lot_id, y.nature = 'payees', y.nature = 'formation')",
                                      also(visible_placements(tx_.viewer()))),
                          id);
    std::vector<KeptLine> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<domain::Lot>>(0), domain::hour_nature(rows.text(1)).value(),
                       rows.get<core::Hours>(2), rows.text(3)});
    return out;
}

std::optional<HoursStatement> HoursStatements::standing(domain::Id<domain::Placement> placement, domain::Month month) {
    auto row = tx_.query(fmt::format(R"(
SELECT {} FROM hours_statements s
WHERE s.placement_id = ? AND s.month = ? AND s.reverse_of IS NULL AND s.state <> 'rejete'
  AND NOT EXISTS (SELECT 1 FROM hours_statements r WHERE r.reverse_of = s.id AND r.state = 'valide')
ORDER BY s.id DESC)",
                                     columns),
                         placement, month);
    return row.step() ? std::optional(read_row(row)) : std::nullopt;
}

std::optional<HoursStatements::Id> HoursStatements::taken_back_by(Id id) {
    return tx_.maybe<Id>("SELECT id FROM hours_statements WHERE reverse_of = ? AND state <> 'rejete'", id);
}

bool HoursStatements::taken_back(domain::Id<domain::Placement> placement, domain::Month month) {
    return tx_.value<bool>(R"(
SELECT EXISTS (SELECT 1 FROM hours_statements
               WHERE placement_id = ? AND month = ? AND reverse_of IS NOT NULL AND state = 'valide'))",
                           placement, month);
}

core::Hours HoursStatements::other_hours(domain::Id<domain::Placement> placement, domain::Month month, Id but) {
    return tx_.value<core::Hours>(R"(
SELECT coalesce(sum(l.hours_centi), 0) FROM hours_statements s JOIN statement_lines l ON l.statement_id = s.id
WHERE s.placement_id = ? AND s.month = ? AND s.state <> 'rejete' AND s.id <> ?)",
                                  placement, month, but);
}

core::Hours HoursStatements::elsewhere(domain::Id<domain::Placement> placement, domain::Month month) {
    return tx_.value<core::Hours>(R"(
SELECT coalesce(sum(l.hours_centi), 0)
FROM placements a JOIN placements b ON b.participant_id = a.participant_id AND b.id <> a.id
JOIN hours_statements s ON s.placement_id = b.id AND s.state <> 'rejete' AND s.month = ?
JOIN statement_lines l ON l.statement_id = s.id
WHERE a.id = ?)",
                                  month, placement);
}

std::optional<core::Hours> HoursStatements::declared(domain::Id<domain::Placement> placement, domain::Month month) {
    auto row = tx_.query(R"(
SELECT sum(l.hours_centi) FROM hours_statements s JOIN statement_lines l ON l.statement_id = s.id
WHERE s.placement_id = ? AND s.month = ? AND s.state <> 'rejete')",
                         placement, month);
    return row.step() ? row.get<std::optional<core::Hours>>(0) : std::nullopt;
}

HoursStatement HoursStatements::write(HoursStatement s) {
    if (s.id.empty()) {
        s.id = tx_.value<Id>(R"(
INSERT INTO hours_statements (placement_id, month, state, reverse_of, unusual_reason, note, taken_over, declared_by,
                              declared_on, decided_by, decided_on, refusal_reason, certificate_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                             s.placement, s.month, s.state, s.reverse_of, s.unusual_reason, s.note, s.taken_over,
                             s.declared_by, s.declared_on, s.decided_by, s.decided_on, s.refusal_reason, s.certificate);
        s.revision = 1;
        return s;
    }
    refuse_stale(tx_.run(R"(
UPDATE hours_statements SET state = ?, unusual_reason = ?, note = ?, declared_by = ?, declared_on = ?, decided_by = ?,
  decided_on = ?, refusal_reason = ?, certificate_id = ?, revision = revision + 1 WHERE id = ? AND revision = ?)",
                         s.state, s.unusual_reason, s.note, s.declared_by, s.declared_on, s.decided_by, s.decided_on,
                         s.refusal_reason, s.certificate, s.id, s.revision));
    ++s.revision;
    return s;
}

HoursStatement HoursStatements::save(HoursStatement s) {
    ExecutionIndex index(tx_);
    index.take_out(s.id);
    s = write(std::move(s));
    index.put_in(s.id);
    return s;
}

HoursStatement HoursStatements::save(HoursStatement s, const std::vector<KeptLine>& lines) {
    ExecutionIndex index(tx_);
    if (!s.id.empty()) index.take_out(s.id);
    s = write(std::move(s));
    tx_.run("DELETE FROM statement_lines WHERE statement_id = ?", s.id);
    for (const KeptLine& line : lines)
        if (line.hours.parts() != 0)
            tx_.run(
                "INSERT INTO statement_lines (statement_id, lot_id, nature, hours_centi, counted) VALUES (?, ?, ?, ?, "
                "?)",
                s.id, line.lot, line.nature, line.hours, line.counted);
    index.put_in(s.id);
    return s;
}

}  // namespace clausier::store
