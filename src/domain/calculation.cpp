// Rounding of hours, their equivalents, and the steps every estimate ends with.
#include "clausier/domain/calculation.hpp"

#include "clausier/core/french.hpp"

namespace clausier::domain {
namespace {

using core::Fraction;
using core::Hours;
using core::Rounding;

std::int64_t ratio_centi(Hours hours, const Cited<Hours>& unit) {
    return (Fraction(hours) / Fraction(unit.value)).rounded(100, Rounding::nearest);
}

std::string divided(Hours hours, const Cited<Hours>& unit, std::int64_t centi, std::string_view name) {
    return core::french::hours(hours) + " ÷ " + core::french::hours(unit.value) + " = " +
           core::french::number(centi, 100) + " " + std::string(name);
}

}  // namespace

core::Result<HourRounding> HourRounding::parse(std::string_view text) {
    if (text == "proche") return HourRounding{Rounding::nearest, 1};
    if (text == "bas") return HourRounding{Rounding::down, 1};
    if (text == "haut") return HourRounding{Rounding::up, 1};
    for (const std::int64_t multiple : {5, 7, 35})
        if (text == std::to_string(multiple)) return HourRounding{Rounding::nearest, multiple};
    return core::fault("arrondi_inconnu",
                       "« " + std::string(text) + " » n’est pas un arrondi ; choisissez proche, bas, haut, 5, 7 ou 35");
}

std::string HourRounding::name() const {
    if (multiple != 1) return std::to_string(multiple);
    return mode == Rounding::down ? "bas" : mode == Rounding::up ? "haut" : "proche";
}

std::string HourRounding::words() const {
    if (multiple != 1) return "au multiple de " + std::to_string(multiple) + "\u00a0h le plus proche";
    return mode == Rounding::down ? "à l’heure inférieure"
           : mode == Rounding::up ? "à l’heure supérieure"
                                  : "à l’heure la plus proche";
}

Hours HourRounding::apply(const Fraction& hours) const {
    return Hours::whole((hours / Fraction(multiple)).rounded(1, mode) * multiple);
}

Equivalents equivalents(Hours hours, const Reference& reference, core::Date on, std::string_view fte_key) {
    Equivalents out;
    out.day = reference.hours("time.day", on);
    out.week = reference.hours("time.week", on);
    out.fte = reference.hours(fte_key, on);
    out.days_centi = ratio_centi(hours, out.day);
    out.weeks_centi = ratio_centi(hours, out.week);
    out.fte_centi = ratio_centi(hours, out.fte);
    return out;
}

std::string raw_hours(const Fraction& hours, const HourRounding& rounding) {
    std::int64_t scale = Hours::scale;
    std::int64_t parts = hours.rounded(scale, Rounding::nearest);
    while (scale < 1'000'000 && rounding.apply(Fraction(parts, scale)) != rounding.apply(hours)) {
        scale *= 10;
        parts = hours.rounded(scale, Rounding::nearest);
    }
    return core::french::number(parts, scale) + "\u00a0h";
}

Estimate estimate(const Fraction& hours, const HourRounding& rounding, std::vector<Step> steps,
                  const Reference& reference, core::Date on) {
    Estimate out;
    out.rounding = rounding;
    out.raw = hours.to<Hours>(Rounding::nearest);
    out.raw_words = raw_hours(hours, rounding);
    out.hours = rounding.apply(hours);
    out.steps = std::move(steps);
    if (Fraction(out.hours) != hours)
        out.steps.push_back({"Arrondi " + rounding.words(), out.raw_words + " → " + core::french::hours(out.hours)});
    out.equivalents = equivalents(out.hours, reference, on);
    const Equivalents& e = out.equivalents;
    out.steps.push_back({"En journées", divided(out.hours, e.day, e.days_centi, "jours")});
    out.steps.push_back({"En semaines", divided(out.hours, e.week, e.weeks_centi, "semaines")});
    out.steps.push_back({"En équivalents temps plein", divided(out.hours, e.fte, e.fte_centi, "ETP-années")});
    return out;
}

}  // namespace clausier::domain
