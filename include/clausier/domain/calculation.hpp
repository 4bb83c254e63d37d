// What every calculation of hours shares: named rounding, steps in words and numbers, and what hours are worth in days,
// weeks and full-time equivalents.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

// How hours are rounded, once, from the exact fraction: to the nearest hour (half up), down, up, or to the nearest
// multiple of some hours (half up). Practice differs, so it is a setting (DOMAIN §2).
struct HourRounding {
    core::Rounding mode = core::Rounding::nearest;
    std::int64_t multiple = 1;

    // "proche", "bas", "haut", "5", "7" or "35". Fault "arrondi_inconnu".
    static core::Result<HourRounding> parse(std::string_view text);
    // The word that parse() reads.
    [[nodiscard]] std::string name() const;
    // "à l’heure la plus proche": for the steps.
    [[nodiscard]] std::string words() const;
    [[nodiscard]] core::Hours apply(const core::Fraction& hours) const;
    bool operator==(const HourRounding&) const = default;
};

// One step of a calculation, in words and in numbers: « Heures d’insertion » / « 1 000 000 € × 50 % × 5 % ÷ 30 € =
// 833,33 h ».
struct Step {
    std::string label;
    std::string formula;
    [[nodiscard]] std::string sentence() const { return label + " : " + formula; }
    bool operator==(const Step&) const = default;
};

// Hours as people picture them. Days, weeks and FTE are in hundredths; the references say of how many hours.
struct Equivalents {
    std::int64_t days_centi = 0;
    std::int64_t weeks_centi = 0;
    std::int64_t fte_centi = 0;  // FTE-years
    Cited<core::Hours> day;
    Cited<core::Hours> week;
    Cited<core::Hours> fte;
};

// Days, weeks and FTE-years of some hours by the references time.day, time.week and `fte_key`, nearest hundredth.
Equivalents equivalents(core::Hours hours, const Reference& reference, core::Date on,
                        std::string_view fte_key = "fte.general");

// Hours computed: what was asked for (`hours`, rounded as named), the raw value for display (2 decimals, never rounded
// again; `raw_words` as raw_hours() writes it), how it was found, and what must be said about it.
struct Estimate {
    core::Hours hours;
    core::Hours raw;
    std::string raw_words;
    HourRounding rounding;
    Equivalents equivalents;
    std::vector<Step> steps;
    std::vector<core::Issue> remarks;
};

// An exact number of hours as it is shown beside what it is rounded to: with 2 decimals, or with as many more (6 at
// most) as it takes for them to round the same way: « 832,497 h » gives 832 h, « 832,5 h » would not.
std::string raw_hours(const core::Fraction& hours, const HourRounding& rounding);

// The estimate of an exact number of hours: rounds it once and adds the steps of rounding and equivalents to `steps`.
Estimate estimate(const core::Fraction& hours, const HourRounding& rounding, std::vector<Step> steps,
                  const Reference& reference, core::Date on);

// Refuses a value that no formula accepts: Error(invalid) with `where` (the name of the input) when it is negative, or
// zero while `zero_allowed` is false.
template <class Unit>
void require_positive(core::Quantity<Unit> value, std::string_view where, bool zero_allowed = false) {
    if (value.parts() < 0 || (value.parts() == 0 && !zero_allowed))
        throw core::Error(core::ErrorKind::invalid, where,
                          zero_allowed ? "la valeur ne peut pas être négative ; corrigez-la"
                                       : "la valeur doit être plus grande que 0 ; corrigez-la");
}

}  // namespace clausier::domain
