// Views of reference values.
#include "clausier/present/reference_views.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/french.hpp"
#include "json_values.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;

json::value bounds(const domain::ReferenceValue& value) {
    if (value.min && value.max) return json::value("de " + value.said(*value.min) + " à " + value.said(*value.max));
    if (value.min) return json::value("au moins " + value.said(*value.min));
    if (value.max) return json::value("au plus " + value.said(*value.max));
    return nullptr;
}

std::string_view state(const domain::Citation& citation) { return citation.verified ? "vérifiée" : "à vérifier"; }

}  // namespace

std::string reference_text(const domain::ReferenceValue& value) { return value.said(); }

json::object reference_view(const domain::ReferenceValue& value) {
    const domain::Citation& citation = value.citation;
    const bool local = citation.layer == domain::Layer::local;
    const bool linked = citation.url.starts_with("https://") || citation.url.starts_with("http://");
    return {{"cle", value.key},
            {"libelle", value.label},
            {"url_historique", "/references/" + value.key},
            {"valeur", value.said()},
            {"bornes", bounds(value)},
            {"depuis", value.valid_from ? "depuis le " + french::date(*value.valid_from) : "sans date de début"},
            {"couche", local ? "locale" : "nationale"},
            {"locale", local},
            {"source", citation.source},
            {"lien", linked ? json::value(citation.url) : json::value(nullptr)},
            {"relu_le", citation.checked_on ? json::value(french::date(*citation.checked_on)) : json::value(nullptr)},
            {"verifie", citation.verified},
            {"etat", state(citation)},
            {"note", text_or_null(citation.note)}};
}

json::array reference_views(const std::vector<const domain::ReferenceValue*>& values) {
    json::array out;
    for (const domain::ReferenceValue* value : values) out.push_back(reference_view(*value));
    return out;
}

json::object grid_view(const domain::Grid& grid) {
    json::array steps;
    for (const domain::GridStep& step : grid.steps)
        steps.push_back({{"montant", step.below ? "moins de " + french::euros(*step.below) : "au-delà"},
                         {"heures", french::hours(step.hours)}});
    return {{"libelle", grid.label},
            {"source", grid.citation.source},
            {"etat", state(grid.citation)},
            {"verifie", grid.citation.verified},
            {"paliers", std::move(steps)}};
}

std::string_view reference_family_name(std::string_view family) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 21> names{{
        {"adviser", "Conseiller"},
        {"alert", "Alertes"},
        {"counting", "Décompte des heures"},
        {"date", "Dates du droit"},
        {"effort_rate", "Taux d’effort"},
        {"exception", "Exceptions à la condition sociale"},
        {"feasibility", "Faisabilité"},
        {"fte", "Équivalents temps plein"},
        {"hourly_cost", "Coût horaire"},
        {"iae", "Critères de l’IAE"},
        {"inclusive", "Achat inclusif"},
        {"labour_share", "Part de main-d’œuvre"},
        {"local_supply", "Potentiel local"},
        {"penalty", "Pénalités"},
        {"proof_age", "Ancienneté des justificatifs"},
        {"reserved", "Marchés réservés"},
        {"retention", "Conservation des données"},
        {"takeover", "Reprise de personnel"},
        {"target", "Objectifs"},
        {"threshold", "Seuils"},
        {"time", "Durées du travail"},
    }};
    const auto* found =
        std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == family; });
    return found == names.end() ? family : found->second;
}

}  // namespace clausier::present
