// Reading one reference value from texts, and writing it back.
#include "clausier/domain/reference_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "clausier/core/french.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/core/text.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

struct UnitWords {
    Unit unit;
    std::string_view name;
    std::string_view symbol;
    std::int64_t scale;
};

constexpr std::array<UnitWords, 12> units{{
    {Unit::percent, "percent", "%", 100},
    {Unit::eur, "eur", "€", 100},
    {Unit::eur_per_hour, "eur_per_hour", "€/h", 100},
    {Unit::eur_per_day, "eur_per_day", "€/jour", 100},
    {Unit::eur_per_month, "eur_per_month", "€/mois", 100},
    {Unit::hours, "hours", "h", 100},
    {Unit::fte, "fte", "ETP", 100},
    {Unit::days, "days", "jours", 1},
    {Unit::months, "months", "mois", 1},
    {Unit::years, "years", "ans", 1},
    {Unit::count, "count", "", 1},
    {Unit::date, "date", "", 1},
}};

const UnitWords& words(Unit unit) {
    return *std::find_if(units.begin(), units.end(), [unit](const auto& words) { return words.unit == unit; });
}

// Dotted lower-case words: "labour_share.interior_painting".
bool is_key(std::string_view key) {
    const auto parts = core::split(key, '.');
    return parts.size() >= 2 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
               return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
               });
           });
}

std::int64_t day_number(core::Date date) { return std::chrono::sys_days(date).time_since_epoch().count(); }

// Reads the columns of one value, each fault with its place.
class ValueReader {
public:
    ValueReader(const Place& place, std::vector<core::Issue>& issues) : place_(place), issues_(issues) {}

    void fault(std::string_view code, std::string_view column, std::string text) {
        issues_.push_back({core::Severity::error, std::string(code), place_(column), std::move(text)});
    }

    std::string key(const std::string& text) {
        if (!is_key(text))
            fault("reference_cle", "key",
                  fmt::format("« {} » n’est pas une clé ; écrivez des mots en minuscules séparés par un point, comme "
                              "labour_share.masonry.",
                              text));
        return text;
    }

    std::string required(std::string_view code, std::string_view column, const std::string& text,
                         std::string_view advice) {
        if (core::trim(text).empty()) fault(code, column, fmt::format("rien n’est donné ; {}.", advice));
        return text;
    }

    Unit unit(const std::string& text) {
        if (const auto unit = parse_unit(text)) return *unit;
        std::array<std::string_view, units.size()> names;
        std::transform(units.begin(), units.end(), names.begin(), [](const auto& words) { return words.name; });
        fault("reference_unite", "unit",
              fmt::format("« {} » n’est pas une unité ; écrivez {}.", text, fmt::join(names, ", ")));
        readable_unit_ = false;
        return Unit::count;
    }

    std::int64_t number(std::string_view column, const std::string& text, Unit unit) {
        if (!readable_unit_) return 0;
        if (unit == Unit::date) {
            const auto date = core::parse_iso_date(text);
            if (date) return day_number(*date);
            fault("reference_valeur", column, fmt::format("« {} » n’est pas une date ; écrivez 2026-08-22.", text));
            return 0;
        }
        const auto parts = core::parse_scaled(text, unit_scale(unit));
        if (parts && *parts >= 0) return *parts;
        fault("reference_valeur", column,
              parts ? fmt::format("« {} » est négatif ; donnez un nombre positif.", text)
                    : fmt::format("« {} » ne se lit pas comme un nombre de {} décimales au plus.", text,
                                  unit_scale(unit) == 1 ? 0 : 2));
        return 0;
    }

    std::optional<std::int64_t> bound(std::string_view column, const std::string& text, Unit unit) {
        if (text.empty()) return std::nullopt;
        return number(column, text, unit);
    }

    std::optional<core::Date> date(std::string_view column, const std::string& text) {
        if (text.empty()) return std::nullopt;
        const auto read = core::parse_date(text);
        if (read) return read->date;
        fault("reference_date", column, fmt::format("« {} » n’est pas une date ; écrivez 2026-08-22.", text));
        return std::nullopt;
    }

    std::string url(const std::string& text) {
        if (!text.empty() && text.rfind("https://", 0) != 0 && text.rfind("http://", 0) != 0)
            fault("reference_url", "url", fmt::format("« {} » n’est pas une adresse ; commencez par https://.", text));
        return text;
    }

    bool verified(const std::string& text) {
        const auto word = core::fold(text);
        if (word == "yes" || word == "oui") return true;
        if (!word.empty() && word != "no" && word != "non")
            fault("reference_verifie", "verified", fmt::format("« {} » ne se lit pas ; écrivez oui ou non.", text));
        return false;
    }

    void bounds(const ReferenceValue& value) {
        if ((value.min && *value.min > value.parts) || (value.max && *value.max < value.parts))
            fault("reference_bornes", "value",
                  fmt::format("{} est hors de ses bornes ; corrigez la valeur ou les bornes.", value.text()));
    }

private:
    const Place& place_;
    std::vector<core::Issue>& issues_;
    bool readable_unit_ = true;
};

}  // namespace

std::string_view layer_name(Layer layer) { return layer == Layer::national ? "national" : "local"; }

std::string_view unit_name(Unit unit) { return words(unit).name; }
std::string_view unit_symbol(Unit unit) { return words(unit).symbol; }
std::int64_t unit_scale(Unit unit) { return words(unit).scale; }

std::optional<Unit> parse_unit(std::string_view text) {
    const auto found =
        std::find_if(units.begin(), units.end(), [text](const auto& words) { return words.name == text; });
    if (found == units.end()) return std::nullopt;
    return found->unit;
}

core::Date ReferenceValue::day() const { return core::Date(std::chrono::sys_days(std::chrono::days(parts))); }

std::string ReferenceValue::said(std::int64_t parts_of_unit) const {
    if (unit == Unit::date)
        return core::french::date(core::Date(std::chrono::sys_days(std::chrono::days(parts_of_unit))));
    const std::int64_t scale = unit_scale(unit);
    const bool cents = unit == Unit::eur_per_hour && parts_of_unit % scale != 0;
    std::string out = core::french::number(parts_of_unit, scale, cents ? 2 : 0);
    const std::string_view symbol = unit_symbol(unit);
    if (!symbol.empty()) out.append("\u00a0").append(symbol);
    return out;
}

std::string ReferenceValue::written(std::int64_t parts_of_unit) const {
    if (unit == Unit::date) return core::iso(core::Date(std::chrono::sys_days(std::chrono::days(parts_of_unit))));
    const auto scale = unit_scale(unit);
    return core::decimal(parts_of_unit, scale, scale == 1 ? 0 : 2);
}

std::optional<ReferenceValue> parse_reference_value(const ReferenceTexts& texts, Layer layer, const Place& place,
                                                    std::vector<core::Issue>& issues) {
    const auto before = issues.size();
    ValueReader read(place, issues);
    ReferenceValue value;
    value.key = read.key(texts.key);
    value.unit = read.unit(texts.unit);
    value.label = read.required("reference_libelle", "label", texts.label, "nommez la valeur en français");
    value.parts = read.number("value", texts.value, value.unit);
    value.min = read.bound("value_min", texts.value_min, value.unit);
    value.max = read.bound("value_max", texts.value_max, value.unit);
    value.valid_from = read.date("valid_from", texts.valid_from);
    value.citation.source =
        read.required("reference_source", "source", texts.source, "dites où la valeur a été lue ou qui l’a fixée");
    value.citation.url = read.url(texts.url);
    value.citation.checked_on = read.date("checked_on", texts.checked_on);
    value.citation.verified = read.verified(texts.verified);
    value.citation.note = texts.note;
    value.citation.layer = layer;
    if (issues.size() == before) read.bounds(value);
    if (issues.size() != before) return std::nullopt;
    return value;
}

std::vector<ReferenceValue> parse_reference_csv(std::string_view csv, std::string_view file, Layer layer) {
    DataFile data(csv, file,
                  {"key", "value", "value_min", "value_max", "unit", "label", "valid_from", "source", "url",
                   "checked_on", "verified", "note"});
    std::vector<ReferenceValue> values;
    for (std::size_t row = 0; row < data.size(); ++row) {
        const auto text = [&](std::string_view column) { return data.text(row, column); };
        const auto place = [&](std::string_view column) { return data.place(row, column); };
        const ReferenceTexts texts{text("key"),  text("value"),      text("value_min"),  text("value_max"),
                                   text("unit"), text("label"),      text("valid_from"), text("source"),
                                   text("url"),  text("checked_on"), text("verified"),   text("note")};
        if (auto value = parse_reference_value(texts, layer, place, data.issues())) values.push_back(std::move(*value));
    }
    data.finish();
    return values;
}

}  // namespace clausier::domain
