// Figures of indicators in words.
#include "clausier/present/spaser_views.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/french.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using domain::Counted;
using domain::IndicatorValue;

constexpr std::array<IndicatorFamily, 6> families{
    {{"social", "Axe social"},
     {"inclusif", "Achats inclusifs"},
     {"execution", "Exécution des clauses d’insertion"},
     {"environnement", "Axe environnemental"},
     {"economique", "Axe économique"},
     {"officiel", "Définitions officielles, telles qu’elles sont écrites"}}};

struct Reason {
    std::string_view code, text;
};
constexpr std::array<Reason, 5> reasons{{{"prive", "acheteur privé, hors données essentielles et SPASER"},
                                         {"concession", "concession, comptée à part"},
                                         {"marche_subsequent", "marché subséquent, son accord-cadre est compté"},
                                         {"accord_cadre", "accord-cadre, ses marchés subséquents sont comptés"},
                                         {"annee_inconnue", "date de notification inconnue"}}};

std::string rate_text(const std::optional<core::Rate>& rate) { return rate ? french::percent(*rate) : ""; }

std::string unit_text(std::string_view unit) {
    if (unit == "heures") return "\u00a0h";
    if (unit == "offres") return "\u00a0offres par contrat";
    if (unit == "personnes") return "\u00a0personnes";
    if (unit == "depenses") return "\u00a0€";
    return "";
}

std::string value_text(const domain::IndicatorInfo& info, const IndicatorValue& value) {
    if (!value.value) return "";
    return french::number(value.value->rounded(100, core::Rounding::nearest), 100) + unit_text(info.unit);
}

}  // namespace

bool says_nothing(const domain::IndicatorInfo& info, const IndicatorValue& value) {
    return info.family != "officiel" && value.all.contracts > 0 && value.filled.contracts == 0 &&
           value.part.contracts == 0;
}

std::span<const IndicatorFamily> indicator_families() { return families; }

bool on_amounts(std::string_view code) { return code == "O3" || code == "O4"; }

std::vector<std::string> method_texts(const domain::IndicatorOptions& options) {
    using namespace domain;
    std::vector<std::string> out{
        "L’unité comptée est le lot attribué, l’année celle de sa notification.",
        options.amount == AmountRule::initial
            ? "Le montant est celui de l’attribution."
            : "Le montant est celui de la dernière modification, sinon celui de l’attribution.",
        options.share == ShareRule::whole ? "Un contrat à plusieurs titulaires compte une fois, avec tout son montant."
                                          : "Le montant d’un contrat est divisé par le nombre de ses titulaires."};
    switch (options.framework) {
        case FrameworkRule::frameworks:
            out.emplace_back("Les accords-cadres sont comptés, leurs marchés subséquents non.");
            break;
        case FrameworkRule::call_offs:
            out.emplace_back("Les marchés subséquents sont comptés, leurs accords-cadres non.");
            break;
        case FrameworkRule::both:
            out.emplace_back("Les accords-cadres et leurs marchés subséquents sont comptés.");
            break;
    }
    out.emplace_back(options.approval == ApprovalRule::at_notification
                         ? "Une structure compte si elle était agréée ou conventionnée à la notification."
                         : "Une structure conventionnée aujourd’hui est réputée l’être à la notification.");
    out.emplace_back(options.subcontractors ? "Les sous-traitants et cotraitants inclusifs sont comptés."
                                            : "Seuls les titulaires sont comptés, pas les sous-traitants.");
    out.emplace_back(options.concessions ? "Les concessions sont comptées avec les marchés."
                                         : "Les concessions sont comptées à part.");
    out.emplace_back("Un montant absent ou aberrant reste dans les nombres et sort des sommes.");
    return out;
}

std::string exclusion_text(std::string_view reason) {
    const auto* found = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.code == reason; });
    return std::string(found == reasons.end() ? reason : found->text);
}

std::string counted_text(const Counted& counted) {
    std::string out =
        french::count(static_cast<std::uint64_t>(counted.contracts), "contrat") + ", " + french::euros(counted.amount);
    if (counted.without_amount > 0) out += " (" + french::number(counted.without_amount, 1) + " sans montant compté)";
    return out;
}

json::object figure_view(const domain::IndicatorInfo& info, const IndicatorValue& value) {
    const bool available = value.unavailable.empty();
    const bool has_value = available && value.value.has_value();
    const bool rated = available && !has_value;
    const bool silent = rated && says_nothing(info, value);
    const auto number = [&](std::int64_t n) { return rated ? french::number(n, 1) : std::string(); };
    const auto amount = [&](core::Euros e) { return rated ? french::euros(e) : std::string(); };
    const auto rate = [&](const std::optional<core::Rate>& r) {
        return rated && !silent ? rate_text(r) : std::string();
    };
    return {{"code", info.code},
            {"libelle", info.label},
            {"est_taux", rated},
            {"est_valeur", has_value},
            {"muet", silent},
            {"indisponible", value.unavailable},
            {"numerateur", info.numerator},
            {"denominateur", info.denominator},
            {"note_chiffre", value.note},
            {"valeur", has_value ? value_text(info, value) : ""},
            {"nombre", number(value.part.contracts)},
            {"montant", amount(value.part.amount)},
            {"sans_montant", value.part.without_amount > 0 ? number(value.part.without_amount) : ""},
            {"sur_nombre", number(value.all.contracts)},
            {"sur_montant", amount(value.all.amount)},
            {"renseignes", number(value.filled.contracts)},
            {"renseignes_montant", amount(value.filled.amount)},
            {"taux_nombre", rate(value.rate_on_all())},
            {"taux_montant", rate(value.amount_rate_on_all())},
            {"taux_nombre_renseigne", rate(value.rate_on_filled())},
            {"taux_montant_renseigne", rate(value.amount_rate_on_filled())},
            {"renseignement", rate(value.fill_rate())},
            {"structures", value.structures > 0 ? french::count(static_cast<std::uint64_t>(value.structures),
                                                                "structure distincte", "structures distinctes")
                                                : ""}};
}

std::string change_text(const IndicatorValue& now, const IndicatorValue& before) {
    if (!now.unavailable.empty() || !before.unavailable.empty() || now.value || before.value) return "";
    if (now.filled.contracts == 0 || before.filled.contracts == 0) return "";
    const auto a = now.rate_on_all();
    const auto b = before.rate_on_all();
    if (!a || !b) return "";
    const std::int64_t difference = a->parts() - b->parts();
    const std::string_view sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
    const std::int64_t size = difference < 0 ? -difference : difference;
    return std::string(sign) + french::number(size, 100) + (size < 200 ? "\u00a0point" : "\u00a0points");
}

}  // namespace clausier::present
