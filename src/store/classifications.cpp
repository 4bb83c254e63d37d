// Queries on contracts that say nothing, and the writing of classifications.
#include "clausier/store/classifications.hpp"

#include <fmt/format.h>

#include <variant>

#include "clausier/core/issue.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/contract.hpp"
#include "clausier/store/lot_clauses.hpp"
#include "clausier/store/visibility.hpp"
#include "column_reader.hpp"
#include "market_index.hpp"
#include "search_words.hpp"

namespace clausier::store {
namespace {

using domain::Classification;
using domain::ClauseAxis;
using domain::Id;
using domain::Lot;

std::string_view words_column(ClauseAxis axis) {
    return axis == ClauseAxis::social ? "considerations" : "environmental";
}

// The scope of a filter, what it lets through of contracts c, lots l and markets m.
struct Scope {
    std::string sql = fmt::format("(c.flags & {}) = 0", domain::contract_flag::private_buyer);
    std::vector<std::variant<std::int64_t, std::string>> values{};

    std::string parameter(std::variant<std::int64_t, std::string> value) {
        values.push_back(std::move(value));
        return fmt::format("?{}", values.size());
    }
    void bind(Statement& statement) const {
        int index = 0;
        for (const auto& value : values) {
            ++index;
            if (const auto* number = std::get_if<std::int64_t>(&value))
                statement.bind_integer(index, *number);
            else
                statement.bind_text(index, std::get<std::string>(value));
        }
    }
};

Scope scope_of(const UnclassifiedFilter& filter, const domain::Viewer& viewer) {
    Scope out;
    out.sql += also(visible_lots(viewer, "c.lot_id"));
    if (filter.buyer) out.sql += fmt::format(" AND c.buyer_id = {}", out.parameter(filter.buyer->value));
    if (filter.year) out.sql += fmt::format(" AND c.year = {}", out.parameter(std::int64_t{*filter.year}));
    if (filter.sector)
        out.sql += fmt::format(" AND c.sector = {}", out.parameter(static_cast<std::int64_t>(*filter.sector)));
    if (!filter.cpv.empty())
        out.sql += fmt::format(
            " AND EXISTS (SELECT 1 FROM lots l JOIN markets m ON m.id = l.market_id WHERE l.id = c.lot_id AND "
            "CASE WHEN l.cpv <> '' THEN l.cpv ELSE m.cpv END LIKE {} || '%')",
            out.parameter(filter.cpv));
    for (const std::string& pattern : search_patterns(filter.text))
        out.sql += fmt::format(" AND c.market_id IN (SELECT market_id FROM market_texts WHERE text LIKE {})",
                               out.parameter(pattern));
    return out;
}

constexpr std::string_view contract_columns =
    "l.id, l.market_id, CASE WHEN o.name <> '' THEN o.name ELSE o.identifier END, m.reference, l.number, m.object, "
    "l.title, CASE WHEN l.cpv <> '' THEN l.cpv ELSE m.cpv END, l.amount_cents, "
    "coalesce(l.notified_on, m.notified_on)";

domain::UnclassifiedContract read_contract(const Statement& row) {
    domain::UnclassifiedContract out;
    std::string title;
    std::optional<core::Date> day;
    ColumnReader(row) >> out.lot >> out.market >> out.buyer >> out.reference >> out.lot_number >> out.object >> title >>
        out.cpv >> out.amount >> day;
    if (out.object.empty())
        out.object = title;
    else if (!title.empty() && title != out.object)
        out.object += " – " + title;
    if (day) out.year = static_cast<int>(day->year());
    return out;
}

Classification read_classification(const Statement& row) {
    Classification out;
    out.id = row.get<Id<Classification>>(0);
    out.at = row.get<core::Instant>(1);
    out.actor = row.text(2);
    out.axis = domain::clause_axis(row.text(3)).value_or(ClauseAxis::social);
    out.undone_at = row.get<std::optional<core::Instant>>(4);
    out.contracts = row.integer(5);
    return out;
}

constexpr std::string_view classification_source =
    "SELECT k.id, k.at, k.actor, k.axis, k.undone_at, (SELECT count(*) FROM classified_lots g WHERE "
    "g.classification_id = k.id) FROM classifications k";

}  // namespace

domain::UnclassifiedPage Classifications::list(const UnclassifiedFilter& filter) {
    const Scope scope = scope_of(filter, tx_.viewer());
    const std::string_view bits = filter.axis == ClauseAxis::social ? "c.social" : "c.environmental";
    domain::UnclassifiedPage out;
    {
        auto row = tx_.query(fmt::format(
            "SELECT count(*), coalesce(sum(CASE WHEN {} = 0 THEN 1 ELSE 0 END), 0) FROM contracts c WHERE {}", bits,
            scope.sql));
        scope.bind(row);
        row.step();
        out.all = row.integer(0);
        out.left = row.integer(1);
    }
    Scope page = scope;
    const std::string limit = page.parameter(filter.limit);
    const std::string offset = page.parameter(filter.offset);
    auto rows = tx_.query(fmt::format(
        "SELECT {} FROM (SELECT c.lot_id, c.notified_on FROM contracts c WHERE {} AND {} = 0 ORDER BY c.notified_on "
        "DESC, c.lot_id LIMIT {} OFFSET {}) p JOIN lots l ON l.id = p.lot_id JOIN markets m ON m.id = l.market_id JOIN "
        "organisations o ON o.id = m.buyer_id ORDER BY p.notified_on DESC, p.lot_id",
        contract_columns, page.sql, bits, limit, offset));
    page.bind(rows);
    while (rows.step()) out.lines.push_back(read_contract(rows));
    return out;
}

std::optional<domain::UnclassifiedContract> Classifications::contract(Id<Lot> lot) {
    auto row = tx_.query(fmt::format("SELECT {} FROM lots l JOIN markets m ON m.id = l.market_id JOIN organisations o "
                                     "ON o.id = m.buyer_id WHERE l.id = ?{}",
                                     contract_columns, also(visible_lots(tx_.viewer(), "l.id"))),
                         lot);
    if (!row.step()) return std::nullopt;
    return read_contract(row);
}

std::optional<bool> Classifications::filled(Id<Lot> lot, ClauseAxis axis) {
    auto row = tx_.query(fmt::format("SELECT coalesce(l.{0}, '') <> '' OR coalesce(m.{0}, '') <> '', "
                                     "EXISTS (SELECT 1 FROM lot_clauses k WHERE k.lot_id = l.id) "
                                     "FROM lots l JOIN markets m ON m.id = l.market_id WHERE l.id = ?{1}",
                                     words_column(axis), also(visible_lots(tx_.viewer(), "l.id"))),
                         lot);
    if (!row.step()) return std::nullopt;
    return row.get<bool>(0) || (axis == ClauseAxis::social && row.get<bool>(1));
}

Id<Classification> Classifications::begin(const Classification& made) {
    return tx_.value<Id<Classification>>("INSERT INTO classifications (at, actor, axis) VALUES (?, ?, ?) RETURNING id",
                                         made.at, made.actor, made.axis);
}

void Classifications::give(Id<Classification> id, const domain::ContractDecision& given, const std::string& summary) {
    const bool social = given.decision.axis == ClauseAxis::social;
    const std::string_view column = words_column(given.decision.axis);
    tx_.run(fmt::format("INSERT INTO classified_lots (classification_id, lot_id, given, words_before, words_after) "
                        "SELECT ?, l.id, ?, l.{}, ? FROM lots l WHERE l.id = ?",
                        column),
            id, social ? domain::text_of(given.decision.clauses) : given.decision.environmental, summary, given.lot);
    if (social) LotClauses(tx_).set(given.lot, given.decision.clauses);
    tx_.run(fmt::format("UPDATE lots SET {} = ?, revision = revision + 1, edits = edits + 1 WHERE id = ?", column),
            summary, given.lot);
}

void Classifications::finish(Id<Classification> id) {
    std::vector<Id<domain::Market>> markets;
    {
        auto rows = tx_.query(
            "SELECT DISTINCT l.market_id FROM classified_lots g JOIN lots l ON l.id = g.lot_id WHERE "
            "g.classification_id = ?",
            id);
        while (rows.step()) markets.push_back(rows.get<Id<domain::Market>>(0));
    }
    for (const Id<domain::Market> market : markets) MarketIndex(tx_).refresh(market);
}

std::optional<Classification> Classifications::find(Id<Classification> id) {
    auto row = tx_.query(
        fmt::format("{} WHERE k.id = ?{}", classification_source, also(visible_actors(tx_.viewer(), "k.actor"))), id);
    if (!row.step()) return std::nullopt;
    return read_classification(row);
}

std::vector<Classification> Classifications::recent(std::int64_t limit) {
    std::vector<Classification> out;
    auto rows = tx_.query(fmt::format("{}{} ORDER BY k.id DESC LIMIT ?", classification_source,
                                      only(visible_actors(tx_.viewer(), "k.actor"))),
                          limit);
    while (rows.step()) out.push_back(read_classification(rows));
    return out;
}

std::vector<domain::ClassifiedContract> Classifications::contracts(const Classification& classification) {
    const bool social = classification.axis == ClauseAxis::social;
    std::vector<domain::ClassifiedContract> out;
    auto rows =
        tx_.query(fmt::format("SELECT {}, g.given, l.{} IS NOT DISTINCT FROM g.words_after FROM classified_lots g JOIN "
                              "lots l ON l.id = g.lot_id JOIN markets m ON m.id = l.market_id JOIN organisations o ON "
                              "o.id = m.buyer_id WHERE g.classification_id = ? ORDER BY g.lot_id",
                              contract_columns, words_column(classification.axis)),
                  classification.id);
    constexpr int given = 10;
    while (rows.step()) {
        const domain::UnclassifiedContract one = read_contract(rows);
        const std::string text = rows.text(given);
        const auto clauses = social ? domain::parse_lot_clauses(text) : std::vector<domain::LotClause>();
        out.push_back({one.lot, one.market, one.reference, one.lot_number, one.object,
                       social && clauses ? domain::label_of(*clauses) : text, !rows.get<bool>(given + 1)});
        if (social && clauses && LotClauses(tx_).of(one.lot) != *clauses) out.back().changed = true;
    }
    return out;
}

void Classifications::undo(const Classification& classification, core::Instant at) {
    const std::string_view column = words_column(classification.axis);
    if (classification.axis == ClauseAxis::social)
        tx_.run(
            "DELETE FROM lot_clauses WHERE lot_id IN (SELECT lot_id FROM classified_lots WHERE "
            "classification_id = ?)",
            classification.id);
    // The hand that passed is taken back: an import below can be undone again.
    tx_.run(
        fmt::format("UPDATE lots SET {} = (SELECT g.words_before FROM classified_lots g WHERE g.lot_id = lots.id AND "
                    "g.classification_id = ?1), revision = revision + 1, edits = edits - 1 WHERE id IN (SELECT "
                    "lot_id FROM classified_lots WHERE classification_id = ?1)",
                    column),
        classification.id);
    tx_.run("UPDATE classifications SET undone_at = ? WHERE id = ?", at, classification.id);
    finish(classification.id);
}

}  // namespace clausier::store
