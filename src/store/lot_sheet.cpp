// The lot, its market and its buyer in one row, for the page and the document of a lot.
#include <fmt/format.h>

#include "clausier/store/lot_clauses.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/visibility.hpp"
#include "market_rows.hpp"

namespace clausier::store {

std::optional<domain::LotSheet> Markets::find_lot_sheet(domain::Id<domain::Lot> id) {
    const std::string sql = fmt::format(R"(
SELECT {}, {}, o.id, o.kind, o.name, o.scheme, o.identifier
FROM lots l JOIN markets m ON m.id = l.market_id JOIN organisations o ON o.id = m.buyer_id WHERE l.id = ?{})",
                                        lot_row_columns, market_row_columns, also(visible_lots(tx_.viewer(), "l.id")));
    auto row = tx_.query(sql, id);
    if (!row.step()) return std::nullopt;
    domain::LotSheet out{read_lot(row), read_market(row, lot_row_size), {}};
    constexpr int buyer = lot_row_size + market_row_size;
    out.buyer.id = row.get<domain::Id<domain::Organisation>>(buyer);
    out.buyer.kind = domain::organisation_kind(row.text(buyer + 1)).value_or(domain::OrganisationKind::unknown);
    out.buyer.name = row.text(buyer + 2);
    out.buyer.identifier = {row.text(buyer + 3), row.text(buyer + 4)};
    load_holders(out.lot);
    out.clauses = LotClauses(tx_).of(id);
    return out;
}

}  // namespace clausier::store
