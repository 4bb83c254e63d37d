// Cross-tabs: contracts of a scope by one or two dimensions.
#include <algorithm>
#include <set>

#include "contract_scope.hpp"

namespace clausier::app {
namespace {

using domain::Contract;
using domain::ContractStandings;
using domain::Counted;
using domain::Dimension;

struct Cell {
    Counted part;
    Counted all;
};
using Cells = std::map<std::pair<std::string, std::string>, Cell>;

// The values of rows or columns: by contracts, the most first; years and bands in their own order.
std::vector<std::string> ordered(const Cells& cells, Dimension dimension, bool of_rows) {
    std::map<std::string, std::int64_t> contracts;
    for (const auto& [key, cell] : cells) contracts[of_rows ? key.first : key.second] += cell.all.contracts;
    std::vector<std::string> out;
    for (const auto& [value, count] : contracts) out.push_back(value);
    if (dimension == Dimension::year) return out;
    if (dimension == Dimension::band) {
        const auto rank = [](const std::string& value) {
            for (int i = 0; i < 5; ++i)
                if (domain::code(static_cast<domain::Band>(i)) == value) return i;
            return 5;
        };
        std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
        return out;
    }
    std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return contracts[a] > contracts[b]; });
    return out;
}

void fill(CrossTab& table, const Cells& cells) {
    table.row_values = ordered(cells, table.rows, true);
    table.column_values =
        table.columns ? ordered(cells, *table.columns, false) : std::vector<std::string>{std::string()};
    for (const std::string& row : table.row_values) {
        std::vector<Counted> parts;
        std::vector<Counted> all;
        for (const std::string& column : table.column_values) {
            const auto found = cells.find({row, column});
            parts.push_back(found == cells.end() ? Counted() : found->second.part);
            all.push_back(found == cells.end() ? Counted() : found->second.all);
        }
        table.cells.push_back(std::move(parts));
        table.denominators.push_back(std::move(all));
    }
}

}  // namespace

CrossTab cross_tab(const Session& session, store::Database& base, const ContractScope& scope,
                   const domain::IndicatorOptions& options, Dimension rows, std::optional<Dimension> columns,
                   const std::string& indicator) {
    CrossTab table;
    table.rows = rows;
    table.columns = columns;
    table.indicator = indicator_code(indicator);
    Cells cells;
    store::Transaction tx = base.read();
    each_contract(tx, scope, session.clock.today(), Wanted::contracts,
                  [&](const Contract& contract, const ContractStandings& standings) {
                      if (!domain::exclusion(contract, options).empty()) return;
                      if (!domain::is_asked(table.indicator, contract)) return;
                      Cell& cell = cells[{domain::value_of(contract, rows),
                                          columns ? domain::value_of(contract, *columns) : std::string()}];
                      cell.all.add(domain::amount_in("", contract, standings, options));
                      const bool counts =
                          table.indicator.empty() || domain::counts_in(table.indicator, contract, standings, options);
                      if (!counts) return;
                      const auto amount = domain::amount_in(table.indicator, contract, standings, options);
                      cell.part.add(amount);
                      table.total.add(amount);
                  });
    fill(table, cells);
    if (rows == Dimension::buyer || columns == Dimension::buyer)
        for (const std::string& value : rows == Dimension::buyer ? table.row_values : table.column_values)
            table.buyers[value] = store::Contracts(tx).buyer_name({std::stoll(value)});
    return table;
}

std::string buyer_name(store::Database& base, const std::string& value) {
    store::Transaction tx = base.read();
    return store::Contracts(tx).buyer_name({std::stoll(value)});
}

}  // namespace clausier::app
