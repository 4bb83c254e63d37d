// Indicators of responsible purchasing as pages show them: every rate with its denominators, in words and in charts.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/indicator.hpp"
#include "clausier/domain/purchases.hpp"

namespace clausier::present {

// A group of indicators, in the order of pages: code as in IndicatorInfo::family, and its title.
struct IndicatorFamily {
    std::string_view code, title;
};
std::span<const IndicatorFamily> indicator_families();

// What the choices of a calculation mean, one sentence each, those by default included.
std::vector<std::string> method_texts(const domain::IndicatorOptions& options);
// Why contracts are not counted, as people read a reason of domain::exclusion().
std::string exclusion_text(std::string_view reason);

// « 47 contrats, 1 250 000 € », with those whose amount is in no sum.
std::string counted_text(const domain::Counted& counted);

// Whether none of the contracts is filled in for an indicator: a rate of 0 % would then say « none ». The official
// definitions, which count contracts not filled in, always say something.
bool says_nothing(const domain::IndicatorInfo& info, const domain::IndicatorValue& value);

// code, libelle, numerateur, denominateur, est_taux, est_valeur, muet (says_nothing()), indisponible, note_chiffre,
// valeur, nombre, montant, sans_montant, sur_nombre, sur_montant, renseignes, renseignes_montant, taux_nombre,
// taux_montant, taux_nombre_renseigne, taux_montant_renseigne, renseignement, structures. What has no figure is "".
boost::json::object figure_view(const domain::IndicatorInfo& info, const domain::IndicatorValue& value);

// The same for programs, null where there is none: code, famille, libelle, unite, nombre, montant, sans_montant,
// renseignes, renseignes_montant, tous, tous_montant, taux_nombre, taux_montant, taux_nombre_renseignes,
// taux_montant_renseignes, taux_renseignement, structures, valeur, indisponible, note.
boost::json::object figure_json(const domain::IndicatorInfo& info, const domain::IndicatorValue& value);
// mandate (what was spent), mandate_origine (saisie, achats, saisie_et_achats), couverture; null when not known.
boost::json::object coverage_json(const std::optional<domain::SpendingSum>& mandated,
                                  const std::optional<core::Rate>& coverage);
// montant (initial, modifie), repartition, accords, agrement, sous_traitants (bool), concessions (bool).
boost::json::object options_json(const domain::IndicatorOptions& options);

// « +3,2 points » between two rates of contracts on all, "" when one has none.
std::string change_text(const domain::IndicatorValue& now, const domain::IndicatorValue& before);

// The figure of each year, absent where there was no contract: a gap of the line.
struct YearFigure {
    int year = 0;
    const domain::IndicatorValue* value = nullptr;
};
// What a figure is compared to over the same years, a rate each or nothing: a mark, a target.
struct YearLine {
    std::string name;
    std::vector<std::optional<core::Rate>> rates;
};
// The chart of an indicator over the years (partial « graphique_courbe »): its rate on all, of contracts or, for those
// defined on amounts, of amounts; or its value, then without lines. `id`: of the figure in its page.
boost::json::object trend_chart(const domain::IndicatorInfo& info, const std::vector<YearFigure>& years,
                                const std::vector<YearLine>& lines, std::string id);
// Whether an official definition compares amounts.
bool on_amounts(std::string_view code);

}  // namespace clausier::present
