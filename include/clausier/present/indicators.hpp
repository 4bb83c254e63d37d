// Figures of indicators and the contracts behind them, as documents and tables.
#pragma once
#include <boost/json/array.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/domain/contract_list.hpp"
#include "clausier/domain/indicator.hpp"
#include "clausier/domain/purchases.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// The figures of a set of contracts: of all, or of one value of a dimension.
struct FigureGroup {
    std::string code;  // of the value, "" for all
    std::string label;
    std::vector<domain::IndicatorValue> values;
    std::map<std::string, domain::Counted, std::less<>> excluded;
    domain::Counted all;
    domain::Counted aberrant;
    std::optional<domain::SpendingSum> mandated;
    std::optional<core::Rate> coverage;
};

struct FigureSet {
    core::Date on{};  // the day of the figures
    domain::IndicatorOptions options;
    std::optional<domain::Dimension> by;
    std::vector<FigureGroup> groups;
};

// indicateurs[]: one row an indicator, and a value of the dimension when there is one (under its code, with
// ventilation, in words), keys of figure_json() and of coverage_json(); then date, options, contrats, montant,
// sans_montant, aberrants, exclus[] (motif, libelle, contrats, montant), keys of coverage_json(): of all, or of the
// groups together when contracts are broken down (those keys then null).
Answer answer(const FigureSet& figures);

// contrats[] (lot_id, marche_id, acheteur, marche, lot, objet, date_notification, annee, secteur, tranche, procedure,
// departement, service, titulaires, montant (what sums take), montant_lu, considerations_sociales,
// considerations_environnementales, compte, motif), then date, contrats_total, montant_total, sans_montant.
Answer answer(const domain::ContractPage& page, const std::string& title, core::Date on);
// Its contrats[] alone.
boost::json::array contracts_json(const domain::ContractPage& page);

}  // namespace clausier::present
