// Sums over the kept months.
#include "clausier/store/execution_hours.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "execution_visibility.hpp"
#include "month_column.hpp"

namespace clausier::store {
namespace {

using domain::ExecutionMonth;

constexpr std::string_view sum_columns =
    "sum(q.statements), sum(q.worked_centi), sum(q.training_centi), sum(q.paid_centi), sum(q.counted_centi), "
    "sum(q.apart_centi)";

// Conditions on q, of the parameters ?1 to ?6 (lot, market, buyer, performer, first month, last month); those that are
// not asked for leave the indexes to the others.
std::string asked(const HoursFilter& f, bool by_month) {
    std::string out = f.lot ? "q.lot_id = ?1" : "?1 IS NULL";
    out += f.market ? " AND q.lot_id IN (SELECT k.id FROM lots k WHERE k.market_id = ?2)" : " AND ?2 IS NULL";
    out += f.buyer ? " AND q.lot_id IN (SELECT k.id FROM lots k JOIN markets m ON m.id = k.market_id "
                     "WHERE m.buyer_id = ?3)"
                   : " AND ?3 IS NULL";
    out += f.performer ? " AND q.performer_id = ?4" : " AND ?4 IS NULL";
    const char* const time = by_month ? "q.month" : "q.year * 12";
    out += f.from ? fmt::format(" AND {} >= ?5", time) : " AND ?5 IS NULL";
    return out + (f.until ? fmt::format(" AND {} <= ?6", time) : " AND ?6 IS NULL");
}

std::vector<ExecutionMonth> read_all(Statement rows) {
    std::vector<ExecutionMonth> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<domain::Lot>>(0), rows.get<domain::Month>(1),
                       rows.get<domain::Id<domain::Organisation>>(2),
                       static_cast<domain::ExecutionStage>(rows.integer(3)), rows.integer(4), rows.get<core::Hours>(5),
                       rows.get<core::Hours>(6), rows.get<core::Hours>(7), rows.get<core::Hours>(8),
                       rows.get<core::Hours>(9)});
    return out;
}

// Whether whole years are asked for, whoever did the hours.
bool of_years(const HoursFilter& f) {
    return !f.performer && (!f.from || f.from->number() % 12 == 0) && (!f.until || f.until->number() % 12 == 11);
}

}  // namespace

std::vector<ExecutionMonth> ExecutionHours::sums(const HoursFilter& f, std::string_view key, std::string_view group) {
    return read_all(tx_.query(
        fmt::format(
            "SELECT {}, q.stage, {} FROM execution_months q WHERE {}{} GROUP BY {}, q.stage ORDER BY {}, q.stage", key,
            sum_columns, asked(f, true), also(visible_hours(tx_.viewer(), "q")), group, group),
        f.lot, f.market, f.buyer, f.performer, f.from, f.until));
}

std::vector<ExecutionMonth> ExecutionHours::months(const HoursFilter& filter) {
    return sums(filter, "q.lot_id, q.month, q.performer_id", "q.lot_id, q.month, q.performer_id");
}

std::vector<ExecutionMonth> ExecutionHours::curve(const HoursFilter& filter) {
    return sums(filter, "0, q.month, 0", "q.month");
}

std::vector<ExecutionMonth> ExecutionHours::by_lot(const HoursFilter& f) {
    // January 1970: a month is always one.
    constexpr std::string_view key = "q.lot_id, 23640, 0";
    const std::string lots = visible_lot_hours(tx_.viewer(), "q");
    if (!of_years(f) || lots.empty()) return sums(f, key, "q.lot_id");
    return read_all(tx_.query(fmt::format("SELECT {}, q.stage, {} FROM execution_years q WHERE {}{} GROUP BY q.lot_id, "
                                          "q.stage ORDER BY q.lot_id, q.stage",
                                          key, sum_columns, asked(f, false), also(lots)),
                              f.lot, f.market, f.buyer, f.performer, f.from, f.until));
}

std::vector<ExecutionMonth> ExecutionHours::by_year(const HoursFilter& f) {
    const std::string lots = visible_lot_hours(tx_.viewer(), "q");
    if (!of_years(f) || lots.empty()) return sums(f, "0, (q.month / 12) * 12, 0", "q.month / 12");
    return read_all(tx_.query(fmt::format("SELECT 0, q.year * 12, 0, q.stage, {} FROM execution_years q WHERE {}{} "
                                          "GROUP BY q.year, q.stage ORDER BY q.year, q.stage",
                                          sum_columns, asked(f, false), also(lots)),
                              f.lot, f.market, f.buyer, f.performer, f.from, f.until));
}

std::vector<domain::DoneLine> ExecutionHours::done(domain::Id<domain::Lot> lot) {
    auto rows = tx_.query(R"(
SELECT p.id, s.month, l.nature, CASE s.state WHEN 'valide' THEN 2 WHEN 'transmis' THEN 1 WHEN 'controle' THEN 1 ELSE 0 END,
       sum(l.hours_centi)
FROM placements p JOIN hours_statements s ON s.placement_id = p.id
JOIN statement_lines l ON l.statement_id = s.id AND l.lot_id = ?1
WHERE (p.lot_id = ?1 OR p.id IN (SELECT q.placement_id FROM placement_shares q WHERE q.lot_id = ?1))
  AND s.state <> 'rejete' AND l.counted IN ('compte', 'reserve')
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4)",
                          lot);
    std::vector<domain::DoneLine> out;
    while (rows.step())
        out.push_back({rows.get<domain::Id<domain::Placement>>(0), rows.get<domain::Month>(1),
                       domain::hour_nature(rows.text(2)).value(), static_cast<domain::ExecutionStage>(rows.integer(3)),
                       rows.get<core::Hours>(4)});
    return out;
}

}  // namespace clausier::store
