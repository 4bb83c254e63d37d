// Gives a dossier and its scenarios their document and their table.
#include "clausier/present/enquiries.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "enquiry_words.hpp"
#include "hours_json.hpp"
#include "lot_words.hpp"
#include "market_json.hpp"

namespace clausier::present {
namespace {

namespace french = core::french;
using domain::EnquirySheet;
using domain::ScenarioStudy;
using Studies = std::vector<ScenarioStudy>;

template <class T>
json::value id_or_null(const std::optional<domain::Id<T>>& id) {
    return id ? json::value(id->value) : json::value(nullptr);
}

json::array texts(const std::vector<std::string>& list) {
    json::array out;
    for (const std::string& one : list) out.emplace_back(one);
    return out;
}

json::object purchase_json(const domain::Purchase& p) {
    return {{"objet", p.object},
            {"type", domain::code(p.type)},
            {"cpv", p.cpv},
            {"categorie_acheteur", domain::code(p.buyer_category)},
            {"defense", p.defence},
            {"departement", p.department},
            {"besoin_estime", json_of(p.estimated_need)},
            {"duree_mois", json_of(p.duration_months)},
            {"date_consultation", json_of(p.consultation_on)},
            {"siae", json_of(p.insertion.structures)},
            {"siae_chiffre_affaires", json_of(p.insertion.mean_turnover)},
            {"ea_esat", json_of(p.disability.structures)},
            {"ea_esat_chiffre_affaires", json_of(p.disability.mean_turnover)}};
}

json::object enquiry_json(const domain::Enquiry& e, const domain::Organisation& buyer) {
    json::object out{{"id", e.id.value},
                     {"etat", domain::code(e.state)},
                     {"etat_libelle", domain::label(e.state)},
                     {"acheteur", buyer.label()},
                     {"acheteur_id", buyer.id.value}};
    for (auto& [key, value] : purchase_json(e.purchase)) out[key] = value;
    out["referent"] = e.owner;
    out["date_demande"] = json_of(e.requested_on);
    out["date_question"] = json_of(e.question_due_on);
    out["date_publication"] = json_of(e.publication_due_on);
    out["date_reponses"] = json_of(e.answers_due_on);
    out["publics"] = texts(e.publics);
    out["modalites"] = texts(e.modalities);
    out["motif_refus"] = e.refusal_reason;
    out["motif_exception"] = e.exception_reason;
    out["note"] = e.note;
    out["scenario_retenu"] = id_or_null(e.chosen);
    out["scenario_preconise"] = id_or_null(e.recommended);
    out["marche_id"] = id_or_null(e.market);
    out["opcs_id"] = id_or_null(e.opcs);
    out["revision"] = e.revision;
    return out;
}

// heures, jours, semaines, etp and lots_avec_clause of a study, null without one.
void add_totals(json::object& out, const ScenarioStudy* study) {
    for (const char* key : {"heures", "jours", "semaines", "etp", "lots_avec_clause"}) out[key] = nullptr;
    if (!study) return;
    out["heures"] = core::decimal(study->hours);
    out["jours"] = core::decimal(study->total.days_centi, 100);
    out["semaines"] = core::decimal(study->total.weeks_centi, 100);
    out["etp"] = core::decimal(study->total.fte_centi, 100);
    out["lots_avec_clause"] = study->with_clause;
}

json::object lot_json(const domain::EnquiryLot& lot, const domain::LotStudy* study) {
    return {{"lot_id", lot.id.value},
            {"lot", lot.number},
            {"intitule", lot.title},
            {"metier", lot.trade},
            {"cpv", lot.cpv},
            {"montant_estime", json_of(lot.estimate)},
            {"maximum", lot.maximum},
            {"sans_suite", lot.abandoned},
            {"clause", study ? study->choice.clause_kind : ""},
            {"heures", study ? json_of(study->due) : json::value(nullptr)}};
}

json::object lot_study_json(const domain::LotStudy& study) {
    json::object out{{"lot_id", study.lot.id.value},
                     {"lot", study.lot.number},
                     {"intitule", study.lot.title},
                     {"clause", study.choice.clause_kind},
                     {"clause_libelle", clause_text(study.choice.clause_kind)},
                     {"heures", json_of(study.due)},
                     {"heures_decidees", json_of(study.choice.hours)}};
    const domain::LotHours& hours = study.calculation;
    const bool computed = hours.result.has_value();
    out["montant"] = json_of(study.lot.estimate);
    out["part_mo"] = computed ? json_of(hours.labour_share.value) : json_of(study.choice.labour_share);
    out["taux"] = computed ? json_of(hours.effort.value) : json_of(study.choice.effort);
    out["cout_horaire"] = computed ? json_of(hours.hourly_cost.value) : json_of(study.choice.hourly_cost);
    out["heures_calculees"] = computed ? json_of(hours.result->estimate.hours) : json::value(nullptr);
    out["formule"] = computed ? hours_formula(hours) : "";
    out["remarque"] = hours.issue ? hours.issue->text : "";
    json::array warnings;
    for (const core::Issue& warning : study.warnings) warnings.emplace_back(warning.text);
    out["avis"] = std::move(warnings);
    return out;
}

json::object scenario_json(const ScenarioStudy& study, bool chosen) {
    const domain::Scenario& scenario = study.scenario;
    json::object out{{"id", scenario.id.value},
                     {"nom", scenario.name},
                     {"retenu", chosen},
                     {"part_mo", json_of(scenario.hypotheses.labour_share)},
                     {"taux", json_of(scenario.hypotheses.effort)},
                     {"cout_horaire", json_of(scenario.hypotheses.hourly_cost)},
                     {"arrondi", scenario.hypotheses.rounding.name()}};
    add_totals(out, &study);
    out["lots_a_decider"] = study.undecided;
    out["reference"] = study.reference_digest;
    out["revision"] = scenario.revision;
    json::array lots;
    for (const domain::LotStudy& lot : study.lots) lots.emplace_back(lot_study_json(lot));
    out["lots"] = std::move(lots);
    return out;
}

bool is_chosen(const EnquirySheet& sheet, const ScenarioStudy& study) {
    return sheet.enquiry.chosen == study.scenario.id;
}

json::array scenarios_json(const EnquirySheet& sheet, const Studies& studies) {
    json::array out;
    for (const ScenarioStudy& study : studies) out.emplace_back(scenario_json(study, is_chosen(sheet, study)));
    return out;
}

json::array events_json(const EnquirySheet& sheet) {
    json::array out;
    for (const domain::EnquiryEvent& event : sheet.events)
        out.push_back({{"date", instant_text(event.at)},
                       {"par", event.actor},
                       {"de", domain::code(event.from)},
                       {"a", domain::code(event.to)},
                       {"note", event.note}});
    return out;
}

// For a spreadsheet: one row a lot, one column a scenario.
json::array comparison_json(const EnquirySheet& sheet, const Studies& studies) {
    std::vector<std::string> names;
    for (const ScenarioStudy& study : studies) names.push_back(study.scenario.name);
    const std::vector<std::string> keys = distinct_keys(names);
    json::array out;
    for (const domain::EnquiryLot& lot : sheet.lots) {
        json::object row{{"lot", lot.number}, {"intitule", lot.title}, {"montant_estime", json_of(lot.estimate)}};
        for (std::size_t i = 0; i < studies.size(); ++i) {
            const domain::LotStudy* study = study_of(&studies[i], lot.id);
            row["clause_" + keys[i]] = clause_text(study ? study->choice.clause_kind : "");
            row["heures_" + keys[i]] = study ? json_of(study->due) : json::value(nullptr);
        }
        out.emplace_back(std::move(row));
    }
    return out;
}

template <class T>
std::string shown(const std::optional<T>& value, std::string (*write)(T)) {
    return value ? write(*value) : "";
}

// « 1 200 h, 171,43 jours, 2 lots avec clause sur 3 ».
std::string totals_sentence(const ScenarioStudy& study) {
    return french::hours(study.hours) + ", " + french::number(study.total.days_centi, 100) + "\u00a0jours, " +
           french::count(study.with_clause, "lot avec clause", "lots avec clause") + " sur " +
           std::to_string(study.counted);
}

std::vector<std::string> sheet_lines(const EnquirySheet& sheet, const Studies& studies) {
    const domain::Enquiry& e = sheet.enquiry;
    std::vector<std::string> out;
    const auto date = [&](const char* what, const std::optional<core::Date>& on) {
        if (on) out.push_back(what + french::date(*on));
    };
    if (!e.owner.empty()) out.push_back("Référent : " + e.owner);
    date("Réponse à l’acheteur le ", e.question_due_on);
    date("Publication le ", e.publication_due_on);
    date("Remise des offres le ", e.answers_due_on);
    for (const ScenarioStudy& study : studies)
        out.push_back("Scénario n° " + std::to_string(study.scenario.id.value) + " « " + study.scenario.name + " »" +
                      (is_chosen(sheet, study) ? ", retenu" : "") + " : " + totals_sentence(study));
    if (!e.refusal_reason.empty()) out.push_back("Motif du refus : " + e.refusal_reason);
    if (e.market) out.push_back("Marché n° " + std::to_string(e.market->value));
    return out;
}

}  // namespace

const ScenarioStudy* chosen_study(const EnquirySheet& sheet, const Studies& studies) {
    const auto found =
        std::find_if(studies.begin(), studies.end(), [&](const auto& study) { return is_chosen(sheet, study); });
    return found == studies.end() ? nullptr : &*found;
}

const domain::LotStudy* study_of(const ScenarioStudy* study, domain::Id<domain::EnquiryLot> lot) {
    if (!study) return nullptr;
    const auto found =
        std::find_if(study->lots.begin(), study->lots.end(), [&](const auto& one) { return one.lot.id == lot; });
    return found == study->lots.end() ? nullptr : &*found;
}

Answer answer(const EnquirySheet& sheet, const Studies& studies) {
    const ScenarioStudy* chosen = chosen_study(sheet, studies);
    Answer out;
    out.rows = "lots";
    out.title = "Dossier n° " + std::to_string(sheet.enquiry.id.value) + ", " +
                std::string(domain::label(sheet.enquiry.state)) + " : " + sheet.enquiry.purchase.object + ", " +
                sheet.buyer.label();
    out.table.columns = {"Lot", "Intitulé", "Montant estimé HT"};
    out.numeric = {false, false, true};
    for (const ScenarioStudy& study : studies) {
        out.table.columns.push_back(study.scenario.name + (is_chosen(sheet, study) ? " (retenu)" : ""));
        out.numeric.push_back(true);
    }
    json::object document = enquiry_json(sheet.enquiry, sheet.buyer);
    add_totals(document, chosen);
    json::array lots;
    for (const domain::EnquiryLot& lot : sheet.lots) {
        lots.emplace_back(lot_json(lot, study_of(chosen, lot.id)));
        std::vector<std::string> row{lot.number, lot.title, shown(lot.estimate, french::euros)};
        for (const ScenarioStudy& study : studies) {
            const domain::LotStudy* one = study_of(&study, lot.id);
            row.push_back(one && one->due ? french::hours(*one->due)
                                          : clause_short(one ? one->choice.clause_kind : ""));
        }
        out.table.rows.push_back(std::move(row));
    }
    document["lots"] = std::move(lots);
    document["scenarios"] = scenarios_json(sheet, studies);
    document["historique"] = events_json(sheet);
    out.document = std::move(document);
    out.lines = sheet_lines(sheet, studies);
    return out;
}

Answer scenarios_answer(const EnquirySheet& sheet, const Studies& studies) {
    Answer out;
    out.rows = "comparaison";
    out.title = french::count(studies.size(), "scénario");
    out.table.columns = {"Id", "Scénario", "Taux d’effort", "Coût horaire", "Lots avec clause", "À décider", "Heures"};
    out.numeric = {true, false, true, true, true, true, true};
    for (const ScenarioStudy& study : studies)
        out.table.rows.push_back({std::to_string(study.scenario.id.value),
                                  study.scenario.name + (is_chosen(sheet, study) ? " (retenu)" : ""),
                                  shown(study.scenario.hypotheses.effort, french::percent),
                                  shown(study.scenario.hypotheses.hourly_cost, french::euros),
                                  std::to_string(study.with_clause), std::to_string(study.undecided),
                                  french::hours(study.hours)});
    out.document =
        json::object{{"scenarios", scenarios_json(sheet, studies)}, {"comparaison", comparison_json(sheet, studies)}};
    return out;
}

Answer answer(const ScenarioStudy& study) {
    Answer out;
    out.rows = "lots";
    out.title = "Scénario n° " + std::to_string(study.scenario.id.value) + " : " + study.scenario.name;
    out.table.columns = {"Lot", "Intitulé", "Clause", "Montant estimé HT", "Heures", "Calcul"};
    out.numeric = {false, false, false, true, true, false};
    for (const domain::LotStudy& lot : study.lots) {
        const std::string why = lot.choice.hours         ? "décidées à la main"
                                : lot.calculation.result ? hours_formula(lot.calculation)
                                : lot.calculation.issue  ? lot.calculation.issue->text
                                                         : "";
        out.table.rows.push_back({lot.lot.number, lot.lot.title, clause_text(lot.choice.clause_kind),
                                  shown(lot.lot.estimate, french::euros), shown(lot.due, french::hours), why});
        for (const core::Issue& warning : lot.warnings) out.remarks.push_back(warning);
    }
    out.lines = {totals_sentence(study)};
    out.document = scenario_json(study, false);
    out.document.as_object().erase("retenu");
    return out;
}

}  // namespace clausier::present
