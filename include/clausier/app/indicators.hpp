// Indicators of a buyer or of the whole base: figures, breakdowns, the contracts behind each, and cross-tabs.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/contract_list.hpp"
#include "clausier/domain/indicator.hpp"
#include "clausier/domain/purchases.hpp"

namespace clausier::app {

// Which contracts. Everything left empty lets all through.
struct ContractScope {
    std::vector<domain::Id<domain::Organisation>> buyers{};
    std::optional<int> first_year{};
    std::optional<int> last_year{};
    std::map<domain::Dimension, std::string> values{};  // of dimensions: {sector, "travaux"}
    // Of a question d'élu: of execution (its code begins so: commune, département) and of a holder (SIRET or words of
    // name).
    std::string place{};
    std::string company{};
};

// What was asked and found; `on` is the day of the figures.
struct IndicatorSheet {
    ContractScope scope;
    domain::IndicatorOptions options;
    core::Date on{};
    std::vector<domain::IndicatorValue> values;  // in the order of domain::indicators()
    std::map<std::string, domain::Counted, std::less<>> excluded;
    domain::Counted all;
    domain::Counted aberrant;
    std::optional<domain::SpendingSum> mandated;  // spent in the years, when known for all of them
    std::optional<core::Rate> coverage;           // amount of contracts ÷ mandated
};
IndicatorSheet indicators(const Session& session, store::Database& base, const ContractScope& scope,
                          const domain::IndicatorOptions& options);

// One sheet for each value of a dimension, in its order (years ascending; else by number of contracts).
std::vector<std::pair<std::string, IndicatorSheet>> indicators_by(const Session& session, store::Database& base,
                                                                  const ContractScope& scope,
                                                                  const domain::IndicatorOptions& options,
                                                                  domain::Dimension by);

using ContractLine = domain::ContractLine;
using ContractPage = domain::ContractPage;
// The contracts behind a figure: those of the numerator of `indicator` ("" : all those counted), or, with `rest`, those
// filled in for it and not in it; `unfilled`: those counted and not filled in for it; `excluded`: those left out, with
// why. In the order of date, then reference.
enum class Behind { numerator, rest, unfilled, all, excluded, aberrant };
ContractPage contracts_behind(const Session& session, store::Database& base, const ContractScope& scope,
                              const domain::IndicatorOptions& options, const std::string& indicator, Behind behind,
                              std::int64_t limit, std::int64_t offset = 0);

// A cross-tab: rows × columns of one measure. `cells[row][column]`.
struct CrossTab {
    domain::Dimension rows{};
    std::optional<domain::Dimension> columns;
    std::string indicator;  // whose numerator is counted; "" : all contracts
    std::vector<std::string> row_values;
    std::vector<std::string> column_values;  // one "" when there is no second dimension
    std::vector<std::vector<domain::Counted>> cells;
    std::vector<std::vector<domain::Counted>> denominators;  // all contracts of the same cell
    domain::Counted total;
    std::map<std::string, std::string> buyers{};  // names of buyers, when they are rows or columns
};
CrossTab cross_tab(const Session& session, store::Database& base, const ContractScope& scope,
                   const domain::IndicatorOptions& options, domain::Dimension rows,
                   std::optional<domain::Dimension> columns, const std::string& indicator);

// The name of the buyer whose number a value of Dimension::buyer is; "" when there is none.
std::string buyer_name(store::Database& base, const std::string& value);

// The national table: year × sector × social consideration, all buyers of the base, from totals kept with every change.
struct NationalCell {
    int year = 0;
    std::optional<domain::Sector> sector;
    unsigned social = 0;
    domain::Counted counted;
};
std::vector<NationalCell> national_table(store::Database& base);

}  // namespace clausier::app
