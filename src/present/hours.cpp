// The hours of a tender, for programs and for readers.
#include "clausier/present/hours.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>

#include "clausier/core/french.hpp"
#include "clausier/present/template.hpp"
#include "hours_json.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using core::decimal;
using core::percent;
using domain::HypothesisSource;
using domain::LotHours;

template <class T>
void add_reference(std::vector<std::string>& out, const domain::Hypothesis<T>& hypothesis, std::string_view name) {
    if (hypothesis.source != HypothesisSource::reference) return;
    out.push_back(std::string(name) + (hypothesis.citation.verified ? "" : " à vérifier"));
}

// What of the calculation comes from reference values, in one sentence; empty when nothing does.
std::string hypotheses(const LotHours& lot) {
    if (!lot.result) return "";
    std::vector<std::string> parts;
    add_reference(parts, lot.labour_share, "part de main-d’œuvre");
    add_reference(parts, lot.effort, "taux d’effort");
    add_reference(parts, lot.hourly_cost, "coût horaire");
    const std::string maximum =
        lot.figures.maximum ? "Montant maximum estimé d’un accord-cadre : heures indicatives, pas un engagement" : "";
    if (parts.empty()) return maximum;
    std::string out = (maximum.empty() ? "" : maximum + ". ") + "Valeurs de référence";
    if (!lot.trade.empty()) out += " (" + lot.trade + ")";
    for (std::size_t i = 0; i < parts.size(); ++i) out += (i ? ", " : " : ") + parts[i];
    return out;
}

}  // namespace

std::string lot_name(const domain::LotFigures& lot) {
    if (lot.number.empty()) return lot.title;
    return "Lot " + lot.number + (lot.title.empty() ? "" : " : " + lot.title);
}

std::string hours_formula(const LotHours& lot) {
    const domain::AmountResult& r = *lot.result;
    return french::euros(r.amount) + " × " + french::percent(r.labour_share) + " × " + french::percent(r.effort) +
           " ÷ " + french::euros(r.hourly_cost) + " = " + r.estimate.raw_words + " → " +
           french::hours(r.estimate.hours);
}

std::string_view citation_state(const domain::Citation& citation) {
    if (citation.layer == domain::Layer::local) return "locale";
    return citation.verified ? "relue à sa source" : "à vérifier";
}

namespace {

// The reference values that the lots used, once each.
template <class T, class Write>
void collect(std::map<std::string, json::object>& out, const domain::Hypothesis<T>& h, Write write) {
    if (h.source != HypothesisSource::reference) return;
    json::object one;
    one["libelle"] = h.label;
    one["valeur"] = write(h.value);
    one["source"] = h.citation.source + (h.citation.note.empty() ? "" : " — " + h.citation.note);
    one["etat"] = citation_state(h.citation);
    out[h.key] = std::move(one);
}

json::array references(const domain::TenderHours& tender) {
    std::map<std::string, json::object> found;
    for (const LotHours& lot : tender.lots) {
        if (!lot.result) continue;
        collect(found, lot.labour_share, french::percent);
        collect(found, lot.effort, french::percent);
        collect(found, lot.hourly_cost, french::euros);
    }
    json::array out;
    for (auto& [key, value] : found) out.emplace_back(std::move(value));
    return out;
}

json::object page_lot(const LotHours& lot) {
    json::object out;
    out["intitule"] = lot_name(lot.figures);
    out["marche"] = lot.figures.market +
                    (lot.figures.buyer.empty() ? "" : (lot.figures.market.empty() ? "" : ", ") + lot.figures.buyer);
    out["montant"] = lot.figures.amount ? french::euros(*lot.figures.amount) : "";
    out["heures"] = lot.result ? french::hours(lot.result->estimate.hours) : "";
    out["jours"] = lot.result ? french::number(lot.result->estimate.equivalents.days_centi, 100) : "";
    out["formule"] = lot.result ? hours_formula(lot) : "";
    out["remarque"] = lot.issue ? json::value(lot.issue->text) : json::value(nullptr);
    const std::string said = hypotheses(lot);
    out["hypotheses"] = said.empty() ? json::value(nullptr) : json::value(said);
    return out;
}

}  // namespace

json::object lot_hours_json(const LotHours& lot) {
    json::object out;
    out["acheteur"] = lot.figures.buyer;
    out["marche"] = lot.figures.market;
    out["lot"] = lot.figures.number;
    out["intitule"] = lot.figures.title;
    out["montant"] = json_of(lot.figures.amount);
    if (lot.result) {
        const domain::Estimate& e = lot.result->estimate;
        out["part_mo"] = percent(lot.labour_share.value);
        out["taux"] = percent(lot.effort.value);
        out["cout_horaire"] = decimal(lot.hourly_cost.value);
        out["heures"] = decimal(e.hours);
        out["heures_brutes"] = decimal(e.raw);
        out["jours"] = decimal(e.equivalents.days_centi, 100);
        out["semaines"] = decimal(e.equivalents.weeks_centi, 100);
        out["etp"] = decimal(e.equivalents.fte_centi, 100);
        out["formule"] = hours_formula(lot);
    } else {
        for (const char* key :
             {"part_mo", "taux", "cout_horaire", "heures", "heures_brutes", "jours", "semaines", "etp", "formule"})
            out[key] = nullptr;
    }
    out["hypotheses"] = hypotheses(lot);
    out["remarque"] = lot.issue ? lot.issue->text : "";
    return out;
}

Answer answer(const domain::TenderHours& tender) {
    Answer out;
    out.title = "Heures d’insertion par lot";
    out.rows = "lots";
    out.table.columns = {"Marché", "Lot", "Montant HT", "Heures", "Jours", "Remarque"};
    out.numeric = {false, false, true, true, true, false};
    json::array lots;
    for (const LotHours& lot : tender.lots) {
        lots.emplace_back(lot_hours_json(lot));
        out.table.rows.push_back({lot.figures.market, lot_name(lot.figures),
                                  lot.figures.amount ? french::euros(*lot.figures.amount) : "",
                                  lot.result ? french::hours(lot.result->estimate.hours) : "",
                                  lot.result ? french::number(lot.result->estimate.equivalents.days_centi, 100) : "",
                                  lot.issue ? lot.issue->text : hypotheses(lot)});
    }
    out.table.rows.push_back({"Total", french::count(tender.computed, "lot calculé", "lots calculés"),
                              french::euros(tender.amount), french::hours(tender.hours), "", ""});
    json::object document;
    document["lots"] = std::move(lots);
    document["lots_calcules"] = tender.computed;
    document["lots_sans_heures"] = tender.lots.size() - tender.computed;
    document["montant_total"] = decimal(tender.amount);
    document["heures_total"] = decimal(tender.hours);
    document["reference"] = tender.reference_digest;
    out.document = std::move(document);
    return out;
}

std::string hours_page(const domain::TenderHours& tender, std::string_view title, core::Date on) {
    std::int64_t days = 0;
    core::Hours fte = core::Hours::of(0);
    for (const LotHours& lot : tender.lots) {
        if (!lot.result) continue;
        fte = lot.result->estimate.equivalents.fte.value;
        days = (core::Fraction(tender.hours) / core::Fraction(lot.result->estimate.equivalents.day.value))
                   .rounded(100, core::Rounding::nearest);
    }
    const std::int64_t fte_centi =
        fte.parts() ? (core::Fraction(tender.hours) / core::Fraction(fte)).rounded(100, core::Rounding::nearest) : 0;
    const std::size_t missing = tender.lots.size() - tender.computed;
    json::object page;
    page["titre"] = title;
    page["date"] = french::date(on);
    page["heures_total"] = french::hours(tender.hours);
    page["jours_total"] = french::number(days, 100);
    page["etp_total"] = french::number(fte_centi, 100) + " ETP-années (÷\u00a0" + french::hours(fte) + ")";
    page["lots_calcules"] = french::number(static_cast<std::int64_t>(tender.computed), 1) + " sur " +
                            french::number(static_cast<std::int64_t>(tender.lots.size()), 1);
    page["montant_total"] = french::euros(tender.amount);
    page["sans_heures"] = missing
                              ? json::value(french::count(missing, "lot n’a pas d’heures", "lots n’ont pas d’heures") +
                                            " : la raison est dite à sa ligne.")
                              : json::value(nullptr);
    json::array lots;
    for (const LotHours& lot : tender.lots) lots.emplace_back(page_lot(lot));
    page["lots"] = std::move(lots);
    page["references"] = references(tender);
    page["a_des_references"] = !page["references"].get_array().empty();
    page["empreinte"] = tender.reference_digest.substr(0, 16);
    return Template::embedded("heures.html").render(page);
}

}  // namespace clausier::present
