// The list of markets: filter, order, page, and the totals of the whole filtered set.
#include <fmt/format.h>

#include <limits>

#include "clausier/store/calculations.hpp"
#include "clausier/store/markets.hpp"
#include "market_conditions.hpp"
#include "market_index.hpp"
#include "market_rows.hpp"

namespace clausier::store {
namespace {

constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();

std::string_view sort_key(MarketSort sort) {
    switch (sort) {
        case MarketSort::notified_on:
            return "i.notified_on";
        case MarketSort::reference:
            return "i.reference";
        case MarketSort::buyer:
            return "(SELECT k.folded FROM organisations k WHERE k.id = i.buyer_id)";
        case MarketSort::object:
            return "substr(t.text, 1, 60)";
        case MarketSort::amount:
            return "CASE WHEN i.lots_with_amount > 0 THEN i.amount_cents END";
        case MarketSort::hours:
            break;
    }
    return "CASE WHEN i.lots_with_hours > 0 THEN i.hours_centi END";
}

constexpr std::string_view line_totals =
    "i.lots, i.amount_cents, i.lots_with_amount, i.hours_centi, i.lots_with_hours, i.estimated_cents, i.lots_estimated";

// The same, of a whole set.
std::string set_totals() {
    return fmt::format(
        "coalesce(sum(i.lots), 0), {}, coalesce(sum(i.lots_with_amount), 0), {}, coalesce(sum(i.lots_with_hours), 0), "
        "{}, coalesce(sum(i.lots_estimated), 0)",
        capped_sum("i.amount_cents"), capped_sum("i.hours_centi"), capped_sum("i.estimated_cents"));
}

LotTotals read_totals(const Statement& row, int first) {
    LotTotals out;
    out.lots = row.integer(first);
    out.amount = row.get<core::Euros>(first + 1);
    out.lots_with_amount = row.integer(first + 2);
    out.hours = row.get<core::Hours>(first + 3);
    out.lots_with_hours = row.integer(first + 4);
    out.estimated = row.get<core::Euros>(first + 5);
    out.lots_estimated = row.integer(first + 6);
    out.exceeded = out.amount.parts() == greatest || out.hours.parts() == greatest || out.estimated.parts() == greatest;
    return out;
}

// Both give the id of a market, 0 for the whole set, how many markets, and the totals.
std::string set_sql(std::string_view from, std::string_view where) {
    return fmt::format("SELECT 0, count(*), {} FROM {} WHERE {}", set_totals(), from, where);
}
std::string page_sql(std::string_view from, std::string_view where, std::string_view key, const MarketFilter& filter,
                     std::size_t limit) {
    return fmt::format(
        "SELECT i.market_id, 1, {0} FROM {1} WHERE {2} ORDER BY {3} {4} NULLS LAST, i.market_id {4} LIMIT ?{5} OFFSET "
        "?{6}",
        line_totals, from, where, key, filter.descending ? "DESC" : "ASC", limit, limit + 1);
}

void read_rows(Statement rows, MarketPage& page) {
    while (rows.step()) {
        if (rows.integer(0) == 0) {
            page.markets = rows.integer(1);
            page.totals = read_totals(rows, 2);
        } else {
            domain::MarketLine line{{}, {}, read_totals(rows, 2)};
            line.market.id = {rows.integer(0)};
            page.lines.push_back(std::move(line));
        }
    }
}

}  // namespace

MarketPage Markets::list(const MarketFilter& filter) {
    const MarketConditions conditions(filter, tx_.viewer());
    const std::string key(sort_key(filter.sort));
    const std::string from = conditions.from(filter.sort == MarketSort::object);
    MarketPage page;
    const auto run = [&](const std::string& sql, bool paged) {
        auto rows = tx_.query(sql);
        const int next = conditions.bind(rows);
        if (paged) {
            rows.bind_integer(next, filter.limit);
            rows.bind_integer(next + 1, filter.offset);
        }
        read_rows(std::move(rows), page);
    };
    if (conditions.searches()) {
        // Texts are read once, for the totals and the page.
        run(fmt::format("WITH hits AS MATERIALIZED (SELECT i.market_id, {}, {} AS sort_key FROM {} WHERE {})\n"
                        "{}\nUNION ALL SELECT * FROM ({})",
                        line_totals, key, from, conditions.all(), set_sql("hits i", "1 = 1"),
                        page_sql("hits i", "1 = 1", "i.sort_key", filter, conditions.next())),
            true);
    } else {
        run(set_sql(conditions.from(), conditions.all()), false);
        if (page.markets > filter.offset) run(page_sql(from, conditions.all(), key, filter, conditions.next()), true);
    }
    for (domain::MarketLine& line : page.lines) load(line);
    add_calculated(page);
    return page;
}

void Markets::load(domain::MarketLine& line) {
    auto row = tx_.query(fmt::format(R"(
SELECT {}, CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END
FROM markets m JOIN organisations o ON o.id = m.buyer_id WHERE m.id = ?)",
                                     market_row_columns),
                         line.market.id);
    row.step();
    line.market = read_market(row);
    line.buyer = row.text(market_row_size);
}

void Markets::add_calculated(MarketPage& page) {
    if (!tx_.maybe<std::int64_t>("SELECT id FROM calculations WHERE lot_id IS NOT NULL LIMIT 1")) return;
    for (domain::MarketLine& line : page.lines) {
        for (const auto& [lot, hours] : Calculations(tx_).latest(line.market.id)) {
            line.totals.calculated += hours;
            ++line.totals.lots_calculated;
        }
    }
}

}  // namespace clausier::store
