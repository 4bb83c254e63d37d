// What the SPASER pages share: the figures of a query with their years, and the figures as linked rows.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "clausier/domain/scheme.hpp"
#include "clausier/present/spaser_views.hpp"
#include "spaser_query.hpp"

namespace clausier::web {

using NamedSheets = std::vector<std::pair<std::string, app::IndicatorSheet>>;

// The figures a page stands on. `by_year` passes over the years asked for; `years` are those with contracts.
struct SpaserFigures {
    NamedSheets by_year;
    std::vector<int> years;
    app::IndicatorSheet now;
    std::optional<int> before_year;  // the year before the only one asked for, when it has contracts
};
// Without a year in the address, `latest` chooses the last one that has contracts: the query then says it.
SpaserFigures spaser_figures(const Call& call, SpaserQuery& query, bool latest);

// The figure of a code; nullptr when the sheet has none.
const domain::IndicatorValue* figure_of(const app::IndicatorSheet& sheet, std::string_view code);
// The sheet of a year; nullptr when it has no contract.
const app::IndicatorSheet* sheet_of_year(const NamedSheets& by_year, int year);
// One indicator over the latest years, those without contracts included.
std::vector<present::YearFigure> year_figures(const SpaserFigures& figures, std::string_view code);
// What national plans and the buyer's schemes aim at, over those years, for the charts of an indicator.
std::vector<present::YearLine> lines_for(const Call& call, const std::vector<domain::Target>& targets,
                                         std::string_view code, const std::vector<present::YearFigure>& years);
// The targets of the schemes of the query's buyer; none for all buyers.
std::vector<domain::Target> targets_for(const Call& call, const SpaserQuery& query);
// libelle, taux, source, note of each historic mark.
boost::json::array mark_views(const Call& call);

// figure_view() with url (its page), compte (its contracts), non_renseignes (those not filled in), ecart (from the year
// before, ""), cible (« 30 % », "").
boost::json::object figure_row(const domain::IndicatorInfo& info, const SpaserQuery& query,
                               const SpaserFigures& figures, const std::vector<domain::Target>& targets);

// acheteur, annee, jusqua, options: what was asked, at the head of every document.
boost::json::object asked_json(const SpaserQuery& query);
// methode[] (texte).
boost::json::array method_views(const domain::IndicatorOptions& options);
// The form of scope_form() as the partial « spaser_formulaire » shows it: action, principaux[], options[], gardes[],
// options_ouvertes.
boost::json::object form_view(Call& call, const SpaserQuery& query, const SpaserFigures& figures,
                              std::string_view action, bool comparing);

// Pages of their own files.
std::vector<Route> indicator_routes();
std::vector<Route> spaser_contract_routes();
std::vector<Route> spaser_question_routes();

}  // namespace clausier::web
