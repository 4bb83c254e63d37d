// Queries on markets and lots.
#include "clausier/store/markets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/issue.hpp"
#include "clausier/store/visibility.hpp"
#include "directory_name.hpp"
#include "market_index.hpp"
#include "market_rows.hpp"
#include "tender_columns.hpp"

namespace clausier::store {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Id;
using domain::Lot;
using domain::Market;

[[noreturn]] void refuse_stale(const std::string& where) {
    throw Error(ErrorKind::conflict, where,
                "il a été modifié par quelqu’un d’autre depuis que vous l’avez lu ; relisez-le puis recommencez");
}

// "2" before "10", "2 bis" after "2".
bool number_before(const Lot& a, const Lot& b) {
    const auto leading = [](const std::string& text) {
        const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
        std::string digits(text.begin(), end);
        digits.erase(0, digits.find_first_not_of('0'));
        return digits;
    };
    const std::string left = leading(a.number);
    const std::string right = leading(b.number);
    if (left.size() != right.size()) return left.size() < right.size();
    return left != right ? left < right : a.number < b.number;
}

// What a lot holds beside its keys, and what binds it; its essential data come after.
constexpr std::string_view lot_values =
    "market_id, number, title, section, bracket, cpv, trade, place_code, place_type, department, notified_on, "
    "duration_months, considerations, environmental, amount_cents, amount_min_cents, amount_estimated_cents, "
    "amount_max_cents, labour_share_bp, effort_bp, hourly_cost_cents, hours_centi, ";
constexpr int lot_parameters = 22;

std::string lot_marks() {
    std::string marks = "?";
    for (int i = 1; i < lot_parameters + domain::essential_values; ++i) marks += ", ?";
    return marks;
}

// A statement with the values of the lot bound, in the order of lot_values, then its essential data; `last` is the
// number of the last parameter bound.
Statement lot_statement(Transaction& tx, const std::string& sql, const Lot& l,
                        const std::optional<std::string>& department, int& last) {
    Statement statement =
        tx.query(sql, l.market, l.number, l.title, l.section, l.bracket, l.cpv, l.trade, l.place_code, l.place_type,
                 department, l.notified_on, l.duration_months, l.considerations, l.environmental, l.amount,
                 l.amount_min, l.amount_estimated, l.amount_max, l.labour_share, l.effort, l.hourly_cost, l.hours);
    last = lot_parameters;
    domain::each_value(l.essential,
                       [&](const auto& value) { Sql<std::decay_t<decltype(value)>>::bind(statement, ++last, value); });
    return statement;
}

Id<Lot> insert_lot(Transaction& tx, const Lot& lot, const std::optional<std::string>& department) {
    static const std::string sql = fmt::format("INSERT INTO lots ({}{}) VALUES ({}) RETURNING id", lot_values,
                                               column_list(essential_columns()), lot_marks());
    int last = 0;
    Statement insert = lot_statement(tx, sql, lot, department, last);
    insert.step();
    return insert.get<Id<Lot>>(0);
}

// False when somebody else saved it since it was read.
bool update_lot(Transaction& tx, const Lot& lot, const std::optional<std::string>& department) {
    static const std::string sql = fmt::format(
        "UPDATE lots SET ({}{}) = ({}), revision = revision + 1, edits = edits + 1 WHERE id = ? AND revision = ?",
        lot_values, column_list(essential_columns()), lot_marks());
    int last = 0;
    Statement update = lot_statement(tx, sql, lot, department, last);
    Sql<Id<Lot>>::bind(update, ++last, lot.id);
    Sql<std::int64_t>::bind(update, ++last, lot.revision);
    return update.run() > 0;
}

}  // namespace

std::optional<Market> Markets::find(Id<Market> id) {
    auto rows = tx_.query(fmt::format("SELECT {} FROM markets m WHERE m.id = ?{}", market_row_columns,
                                      also(visible_markets(tx_.viewer(), "m.id"))),
                          id);
    if (!rows.step()) return std::nullopt;
    return read_market(rows);
}

std::optional<Market> Markets::find_by_key(Id<domain::Organisation> buyer, const std::string& reference) {
    auto rows = tx_.query(fmt::format("SELECT {} FROM markets m WHERE m.buyer_id = ? AND m.reference = ?{}",
                                      market_row_columns, also(visible_markets(tx_.viewer(), "m.id"))),
                          buyer, reference);
    if (!rows.step()) return std::nullopt;
    return read_market(rows);
}

std::vector<Market> Markets::find_by_reference(const std::string& reference) {
    std::vector<Market> found;
    auto rows = tx_.query(fmt::format("SELECT {} FROM markets m WHERE m.reference = ?{} ORDER BY m.id",
                                      market_row_columns, also(visible_markets(tx_.viewer(), "m.id"))),
                          reference);
    while (rows.step()) found.push_back(read_market(rows));
    return found;
}

std::optional<Lot> Markets::find_lot(Id<Lot> id) {
    auto rows = tx_.query(fmt::format("SELECT {} FROM lots l WHERE l.id = ?{}", lot_row_columns,
                                      also(visible_lots(tx_.viewer(), "l.id"))),
                          id);
    if (!rows.step()) return std::nullopt;
    Lot lot = read_lot(rows);
    load_holders(lot);
    return lot;
}

std::vector<Lot> Markets::lots(Id<Market> market) {
    std::vector<Lot> lots;
    for (auto rows = tx_.query(fmt::format("SELECT {} FROM lots l WHERE l.market_id = ?{}", lot_row_columns,
                                           also(visible_lots(tx_.viewer(), "l.id"))),
                               market);
         rows.step();)
        lots.push_back(read_lot(rows));
    for (Lot& lot : lots) load_holders(lot);
    std::sort(lots.begin(), lots.end(), number_before);
    return lots;
}

void Markets::load_holders(Lot& lot) {
    auto rows = tx_.query(fmt::format(R"(
SELECT o.id, o.scheme, o.identifier, o.name, coalesce({}, '')
FROM lot_holders h JOIN organisations o ON o.id = h.organisation_id WHERE h.lot_id = ? ORDER BY h.rank)",
                                      directory_name),
                          lot.id);
    while (rows.step())
        lot.holders.push_back(
            {rows.get<Id<domain::Organisation>>(0), {rows.text(1), rows.text(2)}, rows.text(3), rows.text(4)});
}

Market Markets::save(Market m) {
    const std::string where = fmt::format("marché {}", m.reference);
    if (m.reference.empty()) throw Error(ErrorKind::invalid, "marché", "donnez-lui une référence");
    require_buyer(tx_, m.buyer);
    const auto other =
        tx_.maybe<Id<Market>>("SELECT id FROM markets WHERE buyer_id = ? AND reference = ?", m.buyer, m.reference);
    if (other && *other != m.id)
        throw Error(ErrorKind::conflict, where, "cet acheteur a déjà un marché de cette référence ; modifiez celui-ci");
    const auto department = domain::department_of(m.place_code, m.place_type);
    if (m.id.empty()) {
        m.id = tx_.value<Id<Market>>(R"(
INSERT INTO markets (buyer_id, operation_id, reference, reference_derived, object, nature, procedure, cpv, place_code,
                     place_type, department, notified_on, published_on, consultation_on, estimated_need_cents,
                     duration_months, considerations, environmental)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)",
                                     m.buyer, m.operation, m.reference, m.reference_derived, m.object, m.nature,
                                     m.procedure, m.cpv, m.place_code, m.place_type, department, m.notified_on,
                                     m.published_on, m.consultation_on, m.estimated_need, m.duration_months,
                                     m.considerations, m.environmental);
        m.revision = 1;
        MarketIndex(tx_).refresh(m.id);
        return m;
    }
    if (tx_.run(R"(
UPDATE markets SET buyer_id = ?, operation_id = ?, reference = ?, reference_derived = ?, object = ?, nature = ?,
  procedure = ?, cpv = ?, place_code = ?, place_type = ?, department = ?, notified_on = ?, published_on = ?,
  consultation_on = ?, estimated_need_cents = ?, duration_months = ?, considerations = ?, environmental = ?, revision = revision + 1,
  edits = edits + 1
WHERE id = ? AND revision = ?)",
                m.buyer, m.operation, m.reference, m.reference_derived, m.object, m.nature, m.procedure, m.cpv,
                m.place_code, m.place_type, department, m.notified_on, m.published_on, m.consultation_on,
                m.estimated_need, m.duration_months, m.considerations, m.environmental, m.id, m.revision) == 0)
        refuse_stale(where);
    ++m.revision;
    MarketIndex(tx_).refresh(m.id);
    return m;
}

Lot Markets::save(Lot l) {
    const std::string where = l.number.empty() ? "lot unique" : fmt::format("lot {}", l.number);
    const auto other = tx_.maybe<Id<Lot>>("SELECT id FROM lots WHERE market_id = ? AND number = ?", l.market, l.number);
    if (other && *other != l.id)
        throw Error(ErrorKind::conflict, where, "ce marché a déjà un lot de ce numéro ; modifiez celui-ci");
    const auto department = domain::department_of(l.place_code, l.place_type);
    const auto before = tx_.maybe<Id<Market>>("SELECT market_id FROM lots WHERE id = ?", l.id);
    if (l.id.empty()) {
        l.id = insert_lot(tx_, l, department);
        l.revision = 0;
    } else if (!update_lot(tx_, l, department)) {
        refuse_stale(where);
    }
    save_holders(l);
    ++l.revision;
    MarketIndex(tx_).refresh(l.market);
    if (before && *before != l.market) MarketIndex(tx_).refresh(*before);
    return l;
}

void Markets::save_holders(const Lot& lot) {
    tx_.run("DELETE FROM lot_holders WHERE lot_id = ?", lot.id);
    std::int64_t rank = 0;
    for (const domain::Holder& holder : lot.holders)
        tx_.run("INSERT INTO lot_holders (lot_id, rank, organisation_id) VALUES (?, ?, ?)", lot.id, ++rank,
                holder.organisation);
}

}  // namespace clausier::store
