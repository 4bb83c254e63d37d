// Figures of indicators for programs.
#include "clausier/present/spaser_views.hpp"
#include "json_values.hpp"

namespace clausier::present {

json::object figure_json(const domain::IndicatorInfo& info, const domain::IndicatorValue& value) {
    const bool available = value.unavailable.empty();
    const bool rated = available && !value.value;
    const auto number = [&](std::int64_t n) { return rated ? json::value(n) : json::value(nullptr); };
    const auto amount = [&](core::Euros e) { return rated ? json_of(e) : json::value(nullptr); };
    const auto rate = [&](const std::optional<core::Rate>& r) { return rated ? json_of(r) : json::value(nullptr); };
    const json::value figure = available && value.value
                                   ? json::value(core::decimal(value.value->rounded(100, core::Rounding::nearest), 100))
                                   : json::value(nullptr);
    return {{"code", info.code},
            {"famille", info.family},
            {"libelle", info.label},
            {"unite", info.unit},
            {"nombre", number(value.part.contracts)},
            {"montant", amount(value.part.amount)},
            {"sans_montant", number(value.part.without_amount)},
            {"renseignes", number(value.filled.contracts)},
            {"renseignes_montant", amount(value.filled.amount)},
            {"tous", number(value.all.contracts)},
            {"tous_montant", amount(value.all.amount)},
            {"taux_nombre", rate(value.rate_on_all())},
            {"taux_montant", rate(value.amount_rate_on_all())},
            {"taux_nombre_renseignes", rate(value.rate_on_filled())},
            {"taux_montant_renseignes", rate(value.amount_rate_on_filled())},
            {"taux_renseignement", rate(value.fill_rate())},
            {"structures", number(value.structures)},
            {"valeur", figure},
            {"indisponible", text_or_null(value.unavailable)},
            {"note", value.note}};
}

json::object coverage_json(const std::optional<domain::SpendingSum>& mandated,
                           const std::optional<core::Rate>& coverage) {
    return {{"mandate", mandated ? json_of(mandated->amount) : json::value(nullptr)},
            {"mandate_origine", mandated ? json::value(domain::code(mandated->origin)) : json::value(nullptr)},
            {"couverture", json_of(coverage)}};
}

json::object options_json(const domain::IndicatorOptions& options) {
    using namespace domain;
    static constexpr std::string_view frameworks[] = {"cadres", "subsequents", "tous"};
    return {{"montant", options.amount == AmountRule::initial ? "initial" : "modifie"},
            {"repartition", options.share == ShareRule::whole ? "entier" : "par_titulaire"},
            {"accords", frameworks[static_cast<std::size_t>(options.framework)]},
            {"agrement", options.approval == ApprovalRule::at_notification ? "notification" : "aujourdhui"},
            {"sous_traitants", options.subcontractors},
            {"concessions", options.concessions}};
}

}  // namespace clausier::present
