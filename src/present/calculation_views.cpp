// Words and figures of the pages of calculations.
#include "clausier/present/calculation_views.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/present/calculations.hpp"
#include "clausier/present/chart.hpp"
#include "clausier/present/hours.hpp"
#include "hours_json.hpp"
#include "json_values.hpp"
#include "lot_words.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using core::decimal;
using core::percent;
using domain::LotHours;

// Beyond that many lots, the explanations are folded.
constexpr std::size_t open_lots = 5;

json::object key_figure(std::string_view label, std::string value) {
    return {{"libelle", label}, {"valeur", std::move(value)}};
}

std::string unit_days(const domain::Equivalents& e) {
    return french::number(e.days_centi, 100) + " jours de " + french::hours(e.day.value);
}
std::string unit_weeks(const domain::Equivalents& e) {
    return french::number(e.weeks_centi, 100) + " semaines de " + french::hours(e.week.value);
}
std::string unit_fte(const domain::Equivalents& e) {
    return french::number(e.fte_centi, 100) + " ETP-années (÷\u00a0" + french::hours(e.fte.value) + ")";
}

json::array texts(const std::vector<core::Issue>& issues) {
    json::array out;
    for (const core::Issue& issue : issues) out.emplace_back(issue.text);
    return out;
}

json::object lot_view(const LotHours& lot, const std::vector<core::Issue>& warnings, std::size_t index) {
    json::object out{{"id", "resultat-" + std::to_string(index + 1)},
                     {"intitule", lot_name(lot.figures)},
                     {"montant", nullptr},
                     {"heures", nullptr},
                     {"jours", nullptr},
                     {"formule", nullptr},
                     {"remarque", lot.issue ? json::value(lot.issue->text) : json::value(nullptr)},
                     {"avertissements", texts(warnings)}};
    if (lot.figures.amount) out["montant"] = french::euros(*lot.figures.amount);
    if (!lot.result) return out;
    const domain::Estimate& e = lot.result->estimate;
    out["heures"] = french::hours(e.hours);
    out["jours"] = french::number(e.equivalents.days_centi, 100);
    out["formule"] = hours_formula(lot);
    return out;
}

json::object explanation(const LotHours& lot) {
    json::array hypotheses;
    for (const HypothesisWords& words : hypothesis_words(lot))
        hypotheses.push_back({{"nom", words.name}, {"valeur", words.value}, {"origine", words.origin_sentence()}});
    return {{"intitule", lot_name(lot.figures)},
            {"etapes", steps_json(lot.result->estimate.steps)},
            {"hypotheses", std::move(hypotheses)}};
}

bool unverified(const LotHours& lot) {
    const auto doubtful = [](const auto& h) {
        return h.source == domain::HypothesisSource::reference && !h.citation.verified;
    };
    return lot.result && (doubtful(lot.labour_share) || doubtful(lot.effort) || doubtful(lot.hourly_cost));
}

json::object comparison(const domain::TenderStudy& study) {
    BarChart chart;
    chart.heading = {"comparaison", "Heures selon le taux d’effort",
                     "Si les " + french::count(study.tender.computed, "lot calculé", "lots calculés") +
                         " avaient tous le même taux"};
    if (study.tender.computed == 1) chart.heading.denominator = "Sur le seul lot calculé";
    chart.category = "Taux d’effort";
    chart.quantity = "Heures d’insertion";
    chart.measure = kInHours;
    for (const domain::EffortTotal& total : study.comparison)
        chart.bars.push_back(
            {french::percent(total.effort) + (total.common ? " (taux commun)" : ""), total.hours.parts()});
    return bar_chart(chart);
}

// « 2 lots », or « 2 lots sur 3 » when some could not be computed.
std::string computed_lots(const domain::TenderHours& tender) {
    const std::string computed = french::count(tender.computed, "lot");
    return tender.computed == tender.lots.size() ? computed : computed + " sur " + std::to_string(tender.lots.size());
}

json::object announcement(const domain::TenderStudy& study) {
    const domain::TenderHours& tender = study.tender;
    const std::size_t missing = tender.lots.size() - tender.computed;
    std::string rest = " d’insertion pour " + computed_lots(tender) + ", soit " + unit_days(study.total) + ", " +
                       unit_weeks(study.total) + " ou " + unit_fte(study.total) + ".";
    if (missing)
        rest += " " + french::count(missing, "lot n’a pas d’heures", "lots n’ont pas d’heures") +
                "\u00a0: la raison est dite à sa ligne.";
    return {{"avant", ""}, {"chiffre", french::hours(tender.hours)}, {"suite", std::move(rest)}};
}

// The row of an answer's table by its label.
const std::vector<std::string>* row_of(const Answer& answer, std::string_view label) {
    const auto& rows = answer.table.rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.front() == label; });
    if (found != rows.end()) return &*found;
    return rows.empty() ? nullptr : &rows.front();
}

}  // namespace

std::string reference_line(const LotHours& lot) {
    std::string out;
    const auto add = [&](std::string_view name, const auto& h, const std::string& value) {
        if (h.source != domain::HypothesisSource::reference || h.key.empty()) return;
        out += (out.empty() ? "" : " · ") + std::string(name) + " " + value + " (" + h.citation.source +
               (h.citation.layer == domain::Layer::local ? ", valeur locale"
                : h.citation.verified                    ? ""
                                                         : ", non vérifiée") +
               ")";
    };
    if (!lot.result) return out;
    add("part", lot.labour_share, french::percent(lot.labour_share.value));
    add("coût", lot.hourly_cost, french::euros(lot.hourly_cost.value));
    add("taux", lot.effort, french::percent(lot.effort.value));
    return out;
}

Answer answer(const domain::TenderStudy& study) {
    Answer out = answer(study.tender);
    json::object& document = out.document.as_object();
    document["jours_total"] = decimal(study.total.days_centi, 100);
    document["semaines_total"] = decimal(study.total.weeks_centi, 100);
    document["etp_total"] = decimal(study.total.fte_centi, 100);
    document["etp_reference"] = decimal(study.total.fte.value);
    json::array compared;
    for (const domain::EffortTotal& total : study.comparison)
        compared.push_back({{"taux", percent(total.effort)}, {"heures", decimal(total.hours)}});
    document["comparaison"] = std::move(compared);
    json::array warnings;
    for (std::size_t i = 0; i < study.warnings.size(); ++i)
        for (const core::Issue& issue : study.warnings[i]) {
            warnings.push_back(
                {{"lot", study.tender.lots[i].figures.number}, {"code", issue.code}, {"texte", issue.text}});
            out.remarks.push_back(issue);
        }
    document["avertissements"] = std::move(warnings);
    return out;
}

json::object study_view(const domain::TenderStudy& study) {
    const domain::TenderHours& tender = study.tender;
    json::array lots;
    json::array explanations;
    for (std::size_t i = 0; i < tender.lots.size(); ++i) {
        lots.push_back(lot_view(tender.lots[i], study.warnings[i], i));
        if (tender.lots[i].result) explanations.push_back(explanation(tender.lots[i]));
    }
    const auto doubtful = std::count_if(tender.lots.begin(), tender.lots.end(), unverified);
    std::string doubt;
    if (doubtful)
        doubt =
            french::count(static_cast<std::uint64_t>(doubtful), "lot s’appuie", "lots s’appuient") +
            " sur une valeur de référence non vérifiée\u00a0: c’est un usage, à remplacer par le chiffre du marché.";
    return {
        {"annonce", announcement(study)},
        {"cles", json::array{key_figure("Heures d’insertion, " + computed_lots(tender), french::hours(tender.hours)),
                             key_figure("Jours de " + french::hours(study.total.day.value),
                                        french::number(study.total.days_centi, 100)),
                             key_figure("Semaines de " + french::hours(study.total.week.value),
                                        french::number(study.total.weeks_centi, 100)),
                             key_figure("ETP-années (÷\u00a0" + french::hours(study.total.fte.value) + ")",
                                        french::number(study.total.fte_centi, 100)),
                             key_figure("Montant HT des lots calculés", french::euros(tender.amount))}},
        {"lots", std::move(lots)},
        {"total",
         json::object{{"libelle", tender.computed == tender.lots.size() ? "Total" : "Total, " + computed_lots(tender)},
                      {"montant", french::euros(tender.amount)},
                      {"heures", french::hours(tender.hours)},
                      {"jours", french::number(study.total.days_centi, 100)}}},
        {"ouvert", explanations.size() <= open_lots},
        {"explications", std::move(explanations)},
        {"a_verifier", text_or_null(doubt)},
        {"a_comparer", !study.comparison.empty()},
        {"comparaison", study.comparison.empty() ? json::object() : comparison(study)}};
}

json::object result_view(const Answer& answer, std::string_view sought) {
    json::array figures;
    for (const auto& row : answer.table.rows) figures.push_back(key_figure(row.at(0), row.at(1)));
    json::array steps;
    for (const std::string& line : answer.lines) steps.emplace_back(line);
    const auto* found = row_of(answer, sought);
    json::object said{
        {"avant", found ? found->at(0) + "\u00a0: " : ""}, {"chiffre", found ? found->at(1) : ""}, {"suite", ""}};
    return {{"annonce", std::move(said)},
            {"titre", answer.title},
            {"grandeurs", std::move(figures)},
            {"etapes", std::move(steps)},
            {"avertissements", texts(answer.remarks)}};
}

}  // namespace clausier::present
