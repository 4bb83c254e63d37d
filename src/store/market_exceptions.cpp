// Reads and writes market_exceptions, and reads markets as the mandatory condition looks at them.
#include "clausier/store/market_exceptions.hpp"

#include <fmt/format.h>

#include "clausier/core/issue.hpp"
#include "clausier/core/text.hpp"
#include "clausier/store/visibility.hpp"
#include "column_reader.hpp"
#include "market_index.hpp"
#include "search_words.hpp"

namespace clausier::store {
namespace {

using domain::Id;
using domain::Lot;
using domain::Market;
using domain::Organisation;

constexpr std::string_view defence = "Marché de défense ou de sécurité";

// What stands in WHERE, its values bound from the second parameter on; the first is the day of the law.
struct Conditions {
    std::string sql = "1 = 1";
    std::vector<std::string> texts{};

    std::string parameter(std::string value) {
        texts.push_back(std::move(value));
        return fmt::format("?{}", texts.size() + 1);
    }
};

Conditions conditions_of(const ConditionScope& scope, const domain::Viewer& viewer) {
    Conditions out;
    out.sql += also(visible_markets(viewer, "m.id"));
    if (!scope.buyers.empty()) {
        std::string ids;
        for (const auto& id : scope.buyers) ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id.value);
        out.sql += fmt::format(" AND m.buyer_id IN ({})", ids);
    }
    constexpr std::string_view day = "coalesce(m.notified_on, m.consultation_on)";
    if (scope.first_year)
        out.sql += fmt::format(" AND {} >= {}", day, out.parameter(fmt::format("{:04}-01-01", *scope.first_year)));
    if (scope.last_year)
        out.sql += fmt::format(" AND {} <= {}", day, out.parameter(fmt::format("{:04}-12-31", *scope.last_year)));
    for (const std::string& pattern : search_patterns(scope.text))
        out.sql +=
            fmt::format(" AND m.id IN (SELECT market_id FROM market_texts WHERE text LIKE {})", out.parameter(pattern));
    return out;
}

void bind(Statement& statement, core::Date since, const Conditions& conditions) {
    statement.bind_text(1, core::iso(since));
    int index = 1;
    for (const std::string& text : conditions.texts) statement.bind_text(++index, text);
}

// A market whose consultation, or notification while that is not known, comes before the law; defence is told apart.
std::string settled_sql() {
    return fmt::format("coalesce(m.consultation_on, m.notified_on, '9999-12-31') < ?1 AND m.nature <> '{}'", defence);
}

constexpr std::string_view columns =
    "m.id, m.buyer_id, o.kind, o.name, o.scheme, o.identifier, m.reference, m.object, m.nature, m.cpv, m.notified_on, "
    "m.consultation_on, m.estimated_need_cents, m.duration_months, m.considerations, m.revision, x.statement, x.motive";
constexpr int first_of_lot = 18;
constexpr std::string_view lot_columns = "l.id, l.number, l.title, l.section, l.cpv, l.considerations, l.amount_cents";

domain::MarketSheet read_sheet(const Statement& row, std::optional<domain::RecordedException>& exception) {
    domain::MarketSheet out;
    ColumnReader reader(row);
    reader >> out.market.id >> out.market.buyer;
    out.buyer.kind = domain::organisation_kind(reader.text()).value_or(domain::OrganisationKind::unknown);
    reader >> out.buyer.name >> out.buyer.identifier.scheme >> out.buyer.identifier.text >> out.market.reference >>
        out.market.object >> out.market.nature >> out.market.cpv >> out.market.notified_on >>
        out.market.consultation_on >> out.market.estimated_need >> out.market.duration_months >>
        out.market.considerations >> out.market.revision;
    out.buyer.id = out.market.buyer;
    std::optional<std::string> statement;
    reader >> statement;
    exception.reset();
    if (statement) exception = domain::RecordedException{*statement, reader.text()};
    return out;
}

Lot read_lot(const Statement& row, Id<Market> market) {
    Lot out;
    out.market = market;
    ColumnReader(row, first_of_lot) >> out.id >> out.number >> out.title >> out.section >> out.cpv >>
        out.considerations >> out.amount;
    return out;
}

}  // namespace

std::optional<KeptException> MarketExceptions::of(Id<Market> market) {
    auto row = tx_.query("SELECT statement, motive, at, actor FROM market_exceptions WHERE market_id = ?", market);
    if (!row.step()) return std::nullopt;
    return KeptException{{row.text(0), row.text(1)}, row.get<core::Instant>(2), row.text(3)};
}

void MarketExceptions::write_market(Id<Market> market, std::int64_t revision) {
    if (tx_.run("UPDATE markets SET revision = revision + 1, edits = edits + 1 WHERE id = ? AND revision = ?", market,
                revision) == 0)
        throw core::Error(
            core::ErrorKind::conflict, "",
            "Le marché a été modifié par quelqu’un d’autre depuis votre lecture\u00a0; relisez-le puis recommencez.");
}

void MarketExceptions::set(Id<Market> market, std::int64_t revision, const KeptException& kept) {
    write_market(market, revision);
    tx_.run(R"(
INSERT INTO market_exceptions (market_id, statement, motive, at, actor) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (market_id) DO UPDATE SET statement = excluded.statement, motive = excluded.motive, at = excluded.at,
  actor = excluded.actor)",
            market, kept.exception.statement, kept.exception.motive, kept.at, kept.actor);
    MarketIndex(tx_).refresh(market);
}

void MarketExceptions::remove(Id<Market> market, std::int64_t revision) {
    write_market(market, revision);
    tx_.run("DELETE FROM market_exceptions WHERE market_id = ?", market);
    MarketIndex(tx_).refresh(market);
}

void MarketExceptions::each_candidate(
    const ConditionScope& scope, core::Date since,
    const std::function<void(domain::MarketSheet, std::optional<domain::RecordedException>)>& take) {
    const Conditions conditions = conditions_of(scope, tx_.viewer());
    auto rows = tx_.query(fmt::format(R"(
SELECT {}, {} FROM markets m JOIN organisations o ON o.id = m.buyer_id
  LEFT JOIN market_exceptions x ON x.market_id = m.id LEFT JOIN lots l ON l.market_id = m.id
WHERE {} AND NOT ({}) ORDER BY m.id, l.id)",
                                      columns, lot_columns, conditions.sql, settled_sql()));
    bind(rows, since, conditions);
    std::optional<domain::MarketSheet> sheet;
    std::optional<domain::RecordedException> exception;
    while (rows.step()) {
        if (!sheet || rows.integer(0) != sheet->market.id.value) {
            if (sheet) take(*std::move(sheet), exception);
            sheet = read_sheet(rows, exception);
        }
        if (!rows.is_null(first_of_lot)) sheet->lots.push_back(read_lot(rows, sheet->market.id));
    }
    if (sheet) take(*std::move(sheet), exception);
}

MarketExceptions::Settled MarketExceptions::settled(const ConditionScope& scope, core::Date since) {
    const Conditions conditions = conditions_of(scope, tx_.viewer());
    Settled out;
    const auto count = [&](std::string_view from) {
        auto row =
            tx_.query(fmt::format("SELECT count(*) FROM {} WHERE {} AND {}", from, conditions.sql, settled_sql()));
        bind(row, since, conditions);
        row.step();
        return row.integer(0);
    };
    out.markets = count("markets m");
    out.lots = count("markets m JOIN lots l ON l.market_id = m.id");
    return out;
}

}  // namespace clausier::store
