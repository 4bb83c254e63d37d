// One figure that law or usage sets: what it is worth, since when, and where it was read.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"

namespace clausier::domain {

// Whose value it is: everybody's, or one territory's own, laid over it.
enum class Layer { national, local };

// "national" or "local", as stored and shown.
std::string_view layer_name(Layer layer);

// Where a value was read and whether somebody has checked it. Not verified: shown as such, never stated as law.
struct Citation {
    std::string source;
    std::string url;
    std::optional<core::Date> checked_on;
    bool verified = false;
    std::string note;
    Layer layer = Layer::national;
    bool operator==(const Citation&) const = default;
};

// What a value counts. The money units differ only by what the money pays for.
enum class Unit {
    percent,
    eur,
    eur_per_hour,
    eur_per_day,
    eur_per_month,
    hours,
    fte,
    days,
    months,
    years,
    count,
    date
};

// "eur_per_hour": the word of the data files and of the command line.
std::string_view unit_name(Unit unit);
std::optional<Unit> parse_unit(std::string_view text);
// "€/h": how a person reads it; "" for a date and a plain count.
std::string_view unit_symbol(Unit unit);

// How many parts make one: 100 for money, hours, FTE and percents (5 % is 500 parts), 1 for whole counts and dates.
std::int64_t unit_scale(Unit unit);

// A value with its bounds when usage varies. A date's parts are days since 1970-01-01.
struct ReferenceValue {
    std::string key;
    std::string label;
    Unit unit = Unit::count;
    std::int64_t parts = 0;
    std::optional<std::int64_t> min;
    std::optional<std::int64_t> max;
    // The first day it holds; without one it holds from the beginning.
    std::optional<core::Date> valid_from;
    Citation citation;
    bool operator==(const ReferenceValue&) const = default;

    // The calendar day of a value whose unit is date.
    [[nodiscard]] core::Date day() const;
    // "70.00", "3" or "2026-08-22": the value as raw CSV and JSON carry it; `written` does the same for a bound.
    [[nodiscard]] std::string text() const { return written(parts); }
    [[nodiscard]] std::string written(std::int64_t parts_of_unit) const;
    // "70 %", "35,20 €/h", "22 août 2026": how a person reads it, or a bound.
    [[nodiscard]] std::string said() const { return said(parts); }
    [[nodiscard]] std::string said(std::int64_t parts_of_unit) const;
};

// The texts of one value: a row of data/reference/*.csv, or the options of `clausier reference ajouter`.
struct ReferenceTexts {
    std::string key, value, value_min, value_max, unit, label, valid_from, source, url, checked_on, verified, note;
};

// Tells the reader where a column's text stands: "value" → "option --valeur".
using Place = std::function<std::string(std::string_view column)>;

// The value these texts describe, or nothing once every fault has been added to `issues`. Key, value, unit, label and
// source are required; "verified" reads oui/non and yes/no, and is no when empty. Issue codes: reference_cle,
// reference_unite, reference_valeur, reference_bornes, reference_date, reference_libelle, reference_source,
// reference_url, reference_verifie.
std::optional<ReferenceValue> parse_reference_value(const ReferenceTexts& texts, Layer layer, const Place& place,
                                                    std::vector<core::Issue>& issues);

// Every value of one CSV text whose first record names the columns of ReferenceTexts. Throws Error(invalid) with one
// issue for each fault, each naming `file` and its line.
std::vector<ReferenceValue> parse_reference_csv(std::string_view csv, std::string_view file, Layer layer);

}  // namespace clausier::domain
