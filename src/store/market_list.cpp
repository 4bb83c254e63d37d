// The list of markets: filter, order, page, and the totals of the whole filtered set.
#include <fmt/format.h>

#include "clausier/core/text.hpp"
#include "clausier/store/markets.hpp"
#include "market_rows.hpp"

namespace clausier::store {
namespace {

// Text search stays behind this one condition.
constexpr std::string_view condition = R"(
    (?1 = '' OR fold(m.object) LIKE '%' || ?1 || '%' OR fold(m.reference) LIKE '%' || ?1 || '%')
AND (?2 = 0 OR m.buyer_id = ?2)
AND (?3 = '' OR m.notified_on BETWEEN ?3 AND ?4)
AND (?5 = '' OR m.department = ?5))";

constexpr std::string_view totals =
    "count(l.id), coalesce(sum(l.amount_cents), 0), count(l.amount_cents), coalesce(sum(l.hours_centi), 0), "
    "count(l.hours_centi)";

std::string_view sort_key(MarketSort sort) {
    switch (sort) {
        case MarketSort::notified_on:
            return "m.notified_on";
        case MarketSort::reference:
            return "m.reference";
        case MarketSort::buyer:
            return "(SELECT o.folded FROM organisations o WHERE o.id = m.buyer_id)";
        case MarketSort::object:
            return "fold(m.object)";
        case MarketSort::amount:
            return "(SELECT sum(l.amount_cents) FROM lots l WHERE l.market_id = m.id)";
        case MarketSort::hours:
            break;
    }
    return "(SELECT sum(l.hours_centi) FROM lots l WHERE l.market_id = m.id)";
}

struct Conditions {
    std::string text;
    std::int64_t buyer;
    std::string from;
    std::string to;
    std::string department;
};

Conditions conditions(const MarketFilter& filter) {
    return {core::fold(filter.text), filter.buyer ? filter.buyer->value : 0,
            filter.year ? fmt::format("{:04}-01-01", *filter.year) : "",
            filter.year ? fmt::format("{:04}-12-31", *filter.year) : "", filter.department};
}

LotTotals read_totals(const Statement& row, int first) {
    return {row.integer(first), row.get<core::Euros>(first + 1), row.integer(first + 2),
            row.get<core::Hours>(first + 3), row.integer(first + 4)};
}

}  // namespace

MarketPage Markets::list(const MarketFilter& filter) {
    const Conditions c = conditions(filter);
    MarketPage page;
    page.markets = tx_.value<std::int64_t>(fmt::format("SELECT count(*) FROM markets m WHERE {}", condition), c.text,
                                           c.buyer, c.from, c.to, c.department);
    {
        auto sums = tx_.query(
            fmt::format("SELECT {} FROM markets m JOIN lots l ON l.market_id = m.id WHERE {}", totals, condition),
            c.text, c.buyer, c.from, c.to, c.department);
        if (sums.step()) page.totals = read_totals(sums, 0);
    }
    // The page is chosen first, so that only its own lots are summed.
    auto rows = tx_.query(
        fmt::format(R"(
SELECT {0}, CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END, {1}
FROM (SELECT m.id AS id, {2} AS sort_key FROM markets m WHERE {3}
      ORDER BY sort_key {4} NULLS LAST, m.id {4} LIMIT ?6 OFFSET ?7) AS page
JOIN markets m ON m.id = page.id JOIN organisations o ON o.id = m.buyer_id LEFT JOIN lots l ON l.market_id = m.id
GROUP BY page.sort_key, m.id, o.id
ORDER BY page.sort_key {4} NULLS LAST, m.id {4})",
                    market_row_columns, totals, sort_key(filter.sort), condition, filter.descending ? "DESC" : "ASC"),
        c.text, c.buyer, c.from, c.to, c.department, filter.limit, filter.offset);
    while (rows.step())
        page.lines.push_back({read_market(rows), rows.text(market_row_size), read_totals(rows, market_row_size + 1)});
    return page;
}

}  // namespace clausier::store
