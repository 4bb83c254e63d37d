// Scenarios side by side, and one scenario with its hours explained.
#include <algorithm>
#include <map>

#include "clausier/core/french.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/present/enquiries.hpp"
#include "clausier/present/enquiry_views.hpp"
#include "enquiry_words.hpp"
#include "hours_json.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using Studies = std::vector<domain::ScenarioStudy>;

// Why a lot that should have hours has none, in the words of a page, "" when there is nothing to say.
std::string missing_hours(const domain::LotStudy& lot) {
    const bool expected = domain::bears_hours(lot.choice.clause_kind);
    if (!expected || lot.due || !lot.calculation.issue) return "";
    if (lot.calculation.issue->code == "part_mo_absente")
        return "aucun métier n’est reconnu\u00a0: donnez la part de main-d’œuvre dans le scénario, ou choisissez un "
               "métier";
    return lot.calculation.issue->text;
}

json::object cell(const domain::ScenarioStudy& study, const domain::LotStudy* lot) {
    return {{"titre", study.scenario.name},
            {"heures", lot && lot->due ? json::value(french::hours(*lot->due)) : json::value(nullptr)},
            {"clause", clause_short(lot ? lot->choice.clause_kind : "")},
            {"decidees", lot && lot->choice.hours.has_value()},
            {"manque", lot && !missing_hours(*lot).empty()}};
}

// The trade that a lot's hours rest upon, with the usual share of labour when some scenario takes it.
std::string trade_text(const domain::EnquirySheet& sheet, const domain::EnquiryLot& lot, const Studies& studies) {
    const domain::CodeLists& lists = domain::CodeLists::embedded();
    const domain::LotFigures known = domain::figures_of(lot, {}, sheet.enquiry.purchase);
    const domain::Trade* trade = lists.trade(lot.trade);
    if (!trade) trade = lists.suggest_trade(known.title, known.cpv);
    if (!trade) return lot.trade;
    for (const domain::ScenarioStudy& study : studies) {
        const domain::LotStudy* one = study_of(&study, lot.id);
        if (one && one->calculation.result &&
            one->calculation.labour_share.source == domain::HypothesisSource::reference)
            return trade->label + ", " + french::percent(one->calculation.labour_share.value);
    }
    return trade->label;
}

// What the lots sum to beside what the buyer thinks it needs, "" without an amount.
std::string sum_text(const domain::EnquirySheet& sheet) {
    core::Euros sum;
    std::size_t lots = 0;
    std::size_t known = 0;
    for (const domain::EnquiryLot& lot : sheet.lots) {
        if (lot.abandoned) continue;
        ++lots;
        if (!lot.estimate) continue;
        ++known;
        sum += *lot.estimate;
    }
    if (known == 0) return "";
    std::string out =
        french::euros(sum) + " pour " +
        (known == lots ? french::count(lots, "lot") : french::count(known, "lot") + " sur " + std::to_string(lots));
    const auto& need = sheet.enquiry.purchase.estimated_need;
    if (!need) return out;
    out += ", besoin estimé " + french::euros(*need);
    if (sum > *need) out += "\u00a0: les lots dépassent le besoin de " + french::euros(sum - *need);
    return out;
}

// Each reason that hours are missing for, once a lot, with the scenarios it is told of unless it is all of them.
json::array remark_views(const domain::EnquirySheet& sheet, const Studies& studies) {
    json::array out;
    for (const domain::EnquiryLot& lot : sheet.lots) {
        std::map<std::string, std::vector<std::string>> scenarios;
        for (const domain::ScenarioStudy& study : studies)
            if (const domain::LotStudy* one = study_of(&study, lot.id); one && !missing_hours(*one).empty())
                scenarios[missing_hours(*one)].push_back("«\u00a0" + study.scenario.name + "\u00a0»");
        for (const auto& [why, names] : scenarios) {
            std::string where;
            if (names.size() < studies.size())
                for (const std::string& name : names) where += (where.empty() ? ", scénario " : ", ") + name;
            out.push_back(json::object{{"texte", lot_name(lot) + where + ". Les heures manquent\u00a0: " + why + "."}});
        }
    }
    return out;
}

json::object total_row(std::string_view label, const Studies& studies,
                       std::string (*text)(const domain::ScenarioStudy& study)) {
    json::array cells;
    for (const domain::ScenarioStudy& study : studies)
        cells.push_back({{"titre", study.scenario.name}, {"texte", text(study)}});
    return {{"libelle", label}, {"cases", std::move(cells)}};
}

std::string shown_effort(const domain::ScenarioStudy& study) {
    const auto& effort = study.scenario.hypotheses.effort;
    return effort ? french::percent(*effort) : "usuel";
}

json::array totals(const Studies& studies) {
    using Study = domain::ScenarioStudy;
    return {total_row("Total", studies, [](const Study& s) { return french::hours(s.hours); }),
            total_row("Jours", studies, [](const Study& s) { return french::number(s.total.days_centi, 100); }),
            total_row("Semaines", studies, [](const Study& s) { return french::number(s.total.weeks_centi, 100); }),
            total_row("Lots avec clause", studies,
                      [](const Study& s) {
                          const std::string out = std::to_string(s.with_clause) + " sur " + std::to_string(s.counted);
                          return s.undecided ? out + ", " + std::to_string(s.undecided) + " à décider" : out;
                      }),
            total_row("Taux d’effort commun", studies, shown_effort)};
}

json::object lot_view(const domain::LotStudy& lot) {
    json::array warnings;
    for (const core::Issue& warning : lot.warnings) warnings.emplace_back(warning.text);
    return {{"nom", lot_name(lot.lot)},
            {"clause", clause_text(lot.choice.clause_kind)},
            {"a_decider", lot.choice.clause_kind.empty()},
            {"montant", lot.lot.estimate ? french::euros(*lot.lot.estimate) : "non renseigné"},
            {"heures", lot.due ? json::value(french::hours(*lot.due)) : json::value(nullptr)},
            {"decidees", lot.choice.hours.has_value()},
            {"formule", lot.calculation.result ? json::value(hours_formula(lot.calculation)) : json::value(nullptr)},
            {"remarque", text_or_null(missing_hours(lot))},
            {"avertissements", std::move(warnings)}};
}

std::string of_lots(std::size_t some, std::size_t all) {
    return french::count(some, "lot avec clause", "lots avec clause") + " sur " + std::to_string(all);
}

}  // namespace

std::string_view chosen_word(const domain::Enquiry& enquiry) {
    using enum domain::EnquiryState;
    const bool other = enquiry.recommended && enquiry.chosen != enquiry.recommended;
    switch (enquiry.state) {
        case requested:
        case studied:
        case refused:
            return "préconisé";
        case recommended:
            return other ? "retenu" : "préconisé";
        default:
            return "retenu";
    }
}

json::object scenarios_view(const domain::EnquirySheet& sheet, const Studies& studies) {
    json::array columns;
    for (const domain::ScenarioStudy& study : studies)
        columns.push_back({{"id", study.scenario.id.value},
                           {"nom", study.scenario.name},
                           {"retenu", sheet.enquiry.chosen == study.scenario.id},
                           {"mot", chosen_word(sheet.enquiry)}});
    json::array rows;
    for (const domain::EnquiryLot& lot : sheet.lots) {
        json::array cells;
        for (const domain::ScenarioStudy& study : studies) cells.emplace_back(cell(study, study_of(&study, lot.id)));
        rows.push_back({{"nom", lot_name(lot)},
                        {"metier", text_or_null(trade_text(sheet, lot, studies))},
                        {"metier_trouve", lot.trade.empty()},
                        {"montant", lot.estimate ? french::euros(*lot.estimate) : "non renseigné"},
                        {"maximum", lot.maximum},
                        {"sans_suite", lot.abandoned},
                        {"cases", std::move(cells)}});
    }
    json::array remarks = remark_views(sheet, studies);
    return {{"a_des_lots", !sheet.lots.empty()},
            {"a_des_scenarios", !studies.empty()},
            {"somme", text_or_null(sum_text(sheet))},
            {"a_des_remarques", !remarks.empty()},
            {"remarques", std::move(remarks)},
            {"colonnes", std::move(columns)},
            {"lignes", std::move(rows)},
            {"totaux", totals(studies)}};
}

json::object scenario_view(const domain::ScenarioStudy& study) {
    json::array lots;
    core::Euros amount;
    for (const domain::LotStudy& lot : study.lots) {
        lots.emplace_back(lot_view(lot));
        if (lot.lot.estimate) amount += *lot.lot.estimate;
    }
    const std::string days = french::number(study.total.days_centi, 100) + "\u00a0jours";
    const std::string weeks = french::number(study.total.weeks_centi, 100) + "\u00a0semaines";
    const std::string undecided = french::count(study.undecided, "lot attend", "lots attendent");
    return {{"annonce", json::object{{"avant", ""},
                                     {"chiffre", french::hours(study.hours)},
                                     {"suite", " d’insertion, soit " + days + " ou " + weeks + "\u00a0; " +
                                                   of_lots(study.with_clause, study.counted) + "."}}},
            {"lots", std::move(lots)},
            {"total", json::object{{"montant", french::euros(amount)}, {"heures", french::hours(study.hours)}}},
            {"a_decider", study.undecided
                              ? json::value(undecided + " une décision\u00a0: choisissez une clause ou « aucune ».")
                              : json::value(nullptr)}};
}

}  // namespace clausier::present
