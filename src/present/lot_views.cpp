// The sheet of a lot, with its calculation step by step.
#include "clausier/core/french.hpp"
#include "clausier/present/market_views.hpp"
#include "hours_json.hpp"
#include "lot_words.hpp"
#include "market_view_parts.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;

json::array step_views(const std::vector<domain::Step>& steps) {
    json::array out;
    for (const domain::Step& step : steps) out.push_back({{"libelle", step.label}, {"formule", step.formula}});
    return out;
}

json::array hypothesis_views(const domain::LotHours& hours) {
    json::array out;
    for (const HypothesisWords& one : hypothesis_words(hours))
        out.push_back({{"nom", one.name},
                       {"valeur", one.value},
                       {"origine", one.origin_sentence()},
                       {"lien", one.key},
                       {"libelle", one.label},
                       {"source", one.source},
                       {"etat", one.state},
                       {"a_verifier", one.state == "à vérifier"}});
    return out;
}

json::object calculation_view(const domain::LotHours& hours) {
    json::array remarks;
    const domain::Estimate* estimate = hours.result ? &hours.result->estimate : nullptr;
    if (estimate)
        for (const core::Issue& remark : estimate->remarks)
            remarks.emplace_back(json::object{{"texte", remark.sentence()}});
    const auto number = [](std::int64_t centi) { return french::number(centi, 100); };
    return {{"possible", estimate != nullptr},
            {"remarque", hours.issue ? hours.issue->text : ""},
            {"heures", estimate ? french::hours(estimate->hours) : ""},
            {"heures_brutes", estimate ? estimate->raw_words : ""},
            {"jours", estimate ? number(estimate->equivalents.days_centi) : ""},
            {"semaines", estimate ? number(estimate->equivalents.weeks_centi) : ""},
            {"etp", estimate ? number(estimate->equivalents.fte_centi) : ""},
            {"formule", estimate ? hours_formula(hours) : ""},
            {"metier", hours.trade},
            {"maximum", hours.figures.maximum},
            {"etapes", estimate ? step_views(estimate->steps) : json::array()},
            {"hypotheses", hypothesis_views(hours)},
            {"avis", std::move(remarks)}};
}

json::array stored_views(const std::vector<domain::StoredHours>& stored) {
    json::array out;
    for (const domain::StoredHours& one : stored)
        out.push_back({{"id", one.calculation.id.value},
                       {"date", day_text(one.calculation.at)},
                       {"par", one.calculation.actor},
                       {"heures", french::hours(one.calculation.hours)},
                       {"etat", stored_state(one)},
                       {"change", one.differs},
                       {"etapes", step_views(one.calculation.steps)}});
    return out;
}

// Where the hours due come from; null when none are due.
json::value origin_view(const domain::LotExplained& explained) {
    const domain::Lot& lot = explained.sheet.lot;
    if (!lot.hours) return nullptr;
    const auto& found = explained.origin;
    const bool computed = explained.hours.result.has_value();
    const auto or_null = [](const std::string& text) { return text.empty() ? json::value() : json::value(text); };
    return json::object{
        {"heures", french::hours(*lot.hours)},
        {"quoi", !found           ? "saisies ou importées"
                 : found->offered ? "offre retenue au"
                                  : "minimum du"},
        {"dossier", found ? json::value(found->enquiry.value) : json::value()},
        {"minimum", or_null(found && found->offered && found->minimum ? french::hours(*found->minimum) : "")},
        {"calcul", or_null(computed && !found ? french::hours(explained.hours.result->estimate.hours) : "")}};
}

}  // namespace

json::array holder_views(const domain::Lot& lot) {
    json::array out;
    for (const domain::Holder& holder : lot.holders)
        out.push_back({{"organisation", holder.organisation.value},
                       {"nom", holder.label()},
                       {"identifiant",
                        holder.identifier.empty() ? "" : holder.identifier.scheme + "\u00a0" + holder.identifier.text},
                       {"suite", &holder == &lot.holders.back() ? "" : ", "}});
    return out;
}

json::object lot_view(const domain::LotExplained& explained) {
    const domain::Lot& lot = explained.sheet.lot;
    const domain::Market& market = explained.sheet.market;
    json::value bar;
    if (lot.hours && explained.hours.result) {
        const core::Hours today = explained.hours.result->estimate.hours;
        bar = gauge(lot.hours->parts(), today.parts(),
                    french::hours(*lot.hours) + " dues, " + french::hours(today) + " par le calcul du jour");
    }
    return {{"id", lot.id.value},
            {"titre", lot_name(lot, market)},
            {"marche_id", market.id.value},
            {"marche", market.reference},
            {"objet", market.object},
            {"acheteur", explained.sheet.buyer.label()},
            {"acheteur_id", explained.sheet.buyer.id.value},
            {"revision", lot.revision},
            {"champs", field_views(domain::field_texts(lot))},
            {"titulaires", holder_views(lot)},
            {"heures_dues", lot.hours ? french::hours(*lot.hours) : ""},
            {"origine", origin_view(explained)},
            {"calcul", calculation_view(explained.hours)},
            {"enregistres", stored_views(explained.stored)},
            {"a_des_enregistres", !explained.stored.empty()},
            {"jauge", std::move(bar)}};
}

}  // namespace clausier::present
