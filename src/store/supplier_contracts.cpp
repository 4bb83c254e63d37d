// Queries on the contracts of structures.
#include "clausier/store/supplier_contracts.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "clausier/store/structures.hpp"
#include "clausier/store/visibility.hpp"

namespace clausier::store {
namespace {

using domain::Id;
using domain::Structure;
using domain::SupplierContract;

constexpr std::string_view columns = R"(
SELECT m.id, l.id, CASE WHEN o.name = '' THEN coalesce(o.identifier, '') ELSE o.name END, m.reference,
  CASE WHEN l.title = '' THEN m.object ELSE l.title END, l.number, coalesce(l.notified_on, m.notified_on),
  CASE WHEN c.subcontractor = 1 THEN c.amount_cents ELSE l.amount_cents END, c.subcontractor, c.siret, h.structure_id
FROM contract_suppliers c
JOIN structure_sirets h ON h.siret = c.siret
JOIN lots l ON l.id = c.lot_id
JOIN markets m ON m.id = l.market_id
JOIN organisations o ON o.id = m.buyer_id)";

constexpr std::string_view newest_first =
    "ORDER BY coalesce(l.notified_on, m.notified_on, '') DESC, m.reference, l.id, c.rank, h.structure_id";

std::vector<SupplierContract> all(Statement rows) {
    std::vector<SupplierContract> out;
    while (rows.step()) {
        SupplierContract one;
        one.market = rows.get<Id<domain::Market>>(0);
        one.lot = rows.get<Id<domain::Lot>>(1);
        one.buyer = rows.text(2);
        one.reference = rows.text(3);
        one.object = rows.text(4);
        one.lot_number = rows.text(5);
        one.notified_on = rows.get<std::optional<core::Date>>(6);
        one.amount = rows.get<std::optional<core::Euros>>(7);
        one.subcontractor = rows.get<bool>(8);
        one.siret = rows.text(9);
        one.structure.id = rows.get<Id<Structure>>(10);
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace

std::vector<SupplierContract> SupplierContracts::of(Id<Structure> id) {
    return all(tx_.query(fmt::format("{} WHERE h.structure_id = ?{} {}", columns,
                                     also(visible_lots(tx_.viewer(), "l.id")), newest_first),
                         id));
}

std::vector<SupplierContract> SupplierContracts::list(std::optional<Id<domain::Organisation>> buyer,
                                                      std::optional<int> year, std::int64_t limit) {
    const std::optional<std::string> from = year ? std::optional(fmt::format("{}-01-01", *year)) : std::nullopt;
    const std::optional<std::string> to = year ? std::optional(fmt::format("{}-12-31", *year)) : std::nullopt;
    std::vector<SupplierContract> out =
        all(tx_.query(fmt::format(R"({}
WHERE (? IS NULL OR m.buyer_id = ?)
  AND (? IS NULL OR coalesce(l.notified_on, m.notified_on) BETWEEN ? AND ?){}
{} LIMIT ?)",
                                  columns, also(visible_lots(tx_.viewer(), "l.id")), newest_first),
                      buyer, buyer, from, from, to, limit));
    std::unordered_map<std::int64_t, Structure> read;
    for (SupplierContract& one : out) {
        auto known = read.find(one.structure.id.value);
        if (known == read.end())
            known = read.emplace(one.structure.id.value, Structures(tx_).find(one.structure.id).value()).first;
        one.structure = known->second;
    }
    return out;
}

}  // namespace clausier::store
