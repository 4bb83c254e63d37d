// Queries on contracts.
#include "clausier/store/contracts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "clausier/store/visibility.hpp"
#include "column_reader.hpp"
#include "contract_standings.hpp"
#include "directory_name.hpp"

namespace clausier::store {
namespace {

using domain::Contract;
using domain::Id;

// Whose contracts and of which years, on a table that has both.
std::string buyers_and_years(const ContractQuery& query, std::string_view alias) {
    std::string sql;
    if (!query.buyers.empty()) {
        std::vector<std::int64_t> ids;
        for (const auto id : query.buyers) ids.push_back(id.value);
        sql += fmt::format(" AND {}.buyer_id IN ({})", alias, fmt::join(ids, ","));
    }
    constexpr int many = 100;
    if (query.first_year && query.last_year && *query.last_year - *query.first_year < many) {
        // One by one, so that the index by buyer and year finds each.
        std::vector<int> years = {0};
        for (int year = *query.first_year; year <= *query.last_year; ++year) years.push_back(year);
        return sql + fmt::format(" AND {}.year IN ({})", alias, fmt::join(years, ","));
    }
    if (query.first_year) sql += fmt::format(" AND ({0}.year = 0 OR {0}.year >= {1})", alias, *query.first_year);
    if (query.last_year) sql += fmt::format(" AND {}.year <= {}", alias, *query.last_year);
    return sql;
}

// Conditions on c; ?1 to ?4 are the department, the place, the SIRET and the words, each named only where it is asked
// for: contracts pay for what is looked at, and the index that holds what sums need has no department.
std::string conditions(const ContractQuery& query, const domain::Viewer& viewer) {
    std::string sql = " WHERE ?4 IS NOT NULL";
    if (!query.department.empty()) sql += " AND c.department = ?1";
    if (!query.place.empty())
        sql += R"(
  AND EXISTS (SELECT 1 FROM lots l JOIN markets m ON m.id = l.market_id
    WHERE l.id = c.lot_id AND substr(coalesce(nullif(l.place_code, ''), m.place_code), 1, length(?2)) = ?2))";
    if (!query.siret.empty())
        sql += R"(
  AND EXISTS (
    SELECT 1 FROM contract_suppliers f WHERE f.lot_id = c.lot_id AND f.siret = ?3 AND f.subcontractor = 0))";
    if (!query.words.empty())
        sql += R"(
  AND EXISTS (
    SELECT 1 FROM lot_holders h JOIN organisations o ON o.id = h.organisation_id
    WHERE h.lot_id = c.lot_id AND o.folded LIKE '%' || ?4 || '%'))";
    if (query.own) sql += also(visible_lots(viewer, "c.lot_id"));
    return sql + buyers_and_years(query, "c");
}

Statement ask(Transaction& tx, const std::string& sql, const ContractQuery& query) {
    return tx.query(sql, query.department, query.place, query.siret, query.words);
}

Contract read(const Statement& row) {
    Contract c;
    int sector = 0;
    int band = 0;
    std::int64_t kinds = 0;
    ColumnReader(row) >> c.lot >> c.market >> c.buyer >> c.year >> c.notified_on >> sector >> band >> c.procedure >>
        c.department >> c.unit >> c.social >> c.environmental >> kinds >> c.flags >> c.amount >> c.amended >>
        c.holders >> c.offers;
    if (sector >= 0 && sector < 3) c.sector = static_cast<domain::Sector>(sector);
    c.band = static_cast<domain::Band>(band);
    c.kinds = static_cast<std::uint64_t>(kinds);
    return c;
}

constexpr std::string_view all_columns =
    "c.lot_id, c.market_id, c.buyer_id, c.year, c.notified_on, c.sector, c.band, c.procedure, c.department, c.unit, "
    "c.social, c.environmental, c.kinds, c.flags, c.counted_cents, c.amended_cents, c.holders, c.offers";

// Every column read is paid for by every contract.
constexpr std::string_view sum_columns =
    "c.lot_id, c.year, c.social, c.environmental, c.kinds, c.flags, c.counted_cents, c.amended_cents, c.holders, "
    "c.offers";

void read_sums(const Statement& row, Contract& c) {
    std::int64_t kinds = 0;
    ColumnReader(row) >> c.lot >> c.year >> c.social >> c.environmental >> kinds >> c.flags >> c.amount >> c.amended >>
        c.holders >> c.offers;
    c.kinds = static_cast<std::uint64_t>(kinds);
}

// Suppliers and structures are met from the fewer of the two.
std::string_view suppliers_with_structures(Transaction& tx, const ContractQuery& query) {
    constexpr std::string_view structures_first =
        "structure_sirets x CROSS JOIN contract_suppliers s ON s.siret = x.siret CROSS JOIN contracts c ON c.lot_id = "
        "s.lot_id";
    if (query.buyers.empty()) return structures_first;
    const auto structures = tx.value<std::int64_t>("SELECT count(*) FROM structure_sirets");
    const bool fewer = tx.value<bool>(
        fmt::format("SELECT count(*) > ?1 FROM (SELECT 1 FROM contract_suppliers s WHERE 1 = 1{} LIMIT ?1 + 1)",
                    buyers_and_years(query, "s")),
        structures);
    return fewer ? structures_first
                 : "contract_suppliers s CROSS JOIN structure_sirets x ON x.siret = s.siret CROSS JOIN contracts c ON "
                   "c.lot_id = s.lot_id";
}

}  // namespace

void Contracts::each(const ContractQuery& query, core::Date today, const Take& take) {
    const std::string where = conditions(query, tx_.viewer());
    const std::string_view join = suppliers_with_structures(tx_, query);
    const SupplierStandings standings(tx_,
                                      ask(tx_,
                                          fmt::format(R"(
SELECT s.lot_id, s.rank, s.subcontractor, s.amount_cents, x.structure_id, c.notified_on FROM {}{}{}
  AND (c.notified_on IS NULL OR ((x.valid_from IS NULL OR x.valid_from <= c.notified_on)
                                 AND (x.valid_to IS NULL OR x.valid_to >= c.notified_on)))
ORDER BY s.lot_id, s.rank, x.structure_id)",
                                                      join, where, buyers_and_years(query, "s")),
                                          query),
                                      today);
    auto rows =
        ask(tx_,
            fmt::format(R"(
SELECT {} FROM contracts c{}{})",
                        query.sums ? sum_columns : all_columns, where,
                        query.in_order ? " ORDER BY c.notified_on IS NULL, c.notified_on, "
                                         "(SELECT m.reference FROM markets m WHERE m.id = c.market_id), c.lot_id"
                                       : ""),
            query);
    Contract summed;
    while (rows.step()) {
        if (query.sums) {
            read_sums(rows, summed);
            take(summed, standings.of(summed.lot));
        } else {
            const Contract contract = read(rows);
            take(contract, standings.of(contract.lot));
        }
    }
}

std::vector<ContractText> Contracts::texts(std::span<const Id<domain::Lot>> lots) {
    std::vector<ContractText> out;
    for (const Id<domain::Lot> lot : lots) {
        auto row = tx_.query(fmt::format(R"(
SELECT coalesce(nullif(b.name, ''), b.identifier, ''), m.reference, l.number, CASE WHEN l.title <> '' THEN l.title ELSE m.object END,
       coalesce((SELECT group_concat(n.name, ', ') FROM (
         SELECT coalesce(nullif(o.name, ''), ({}) || ' (nom de l’annuaire)', o.identifier, '') AS name FROM lot_holders h
         JOIN organisations o ON o.id = h.organisation_id WHERE h.lot_id = l.id ORDER BY h.rank) n), ''),
       coalesce(nullif(l.considerations, ''), m.considerations, ''), coalesce(nullif(l.environmental, ''), m.environmental, ''),
       l.amount_cents
FROM lots l JOIN markets m ON m.id = l.market_id JOIN organisations b ON b.id = m.buyer_id WHERE l.id = ?)",
                                         directory_name),
                             lot);
        ContractText text;
        if (row.step())
            ColumnReader(row) >> text.buyer >> text.reference >> text.lot_number >> text.object >> text.holders >>
                text.considerations >> text.environmental >> text.amount;
        out.push_back(std::move(text));
    }
    return out;
}

std::vector<NationalRow> Contracts::national() {
    auto rows = tx_.query(R"(
SELECT year, sector, social, contracts, without_amount, cents FROM contract_totals ORDER BY year, sector, social)");
    std::vector<NationalRow> out;
    while (rows.step()) {
        NationalRow one;
        one.year = static_cast<int>(rows.integer(0));
        if (rows.integer(1) < 3) one.sector = static_cast<domain::Sector>(rows.integer(1));
        one.social = static_cast<unsigned>(rows.integer(2));
        one.counted = {rows.integer(3), rows.integer(4), core::Euros::of(rows.integer(5))};
        out.push_back(one);
    }
    return out;
}

bool Contracts::has_structures() { return tx_.value<bool>("SELECT EXISTS (SELECT 1 FROM structures)"); }

std::string Contracts::buyer_name(Id<domain::Organisation> buyer) {
    return tx_
        .maybe<std::string>("SELECT coalesce(nullif(name, ''), identifier, '') FROM organisations WHERE id = ?", buyer)
        .value_or("");
}

}  // namespace clausier::store
