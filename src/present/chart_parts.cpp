// Measures, rounds and words the parts of charts.
#include "chart_parts.hpp"

#include <algorithm>
#include <stdexcept>

#include "clausier/core/french.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
constexpr std::int64_t kLargest = 100'000'000'000'000'000;
constexpr std::int64_t kMillion = 1'000'000;

bool first_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::string with_unit(std::string number, std::string_view unit) {
    if (!unit.empty()) number += "\u00a0" + std::string(unit);
    return number;
}

}  // namespace

std::int64_t Scale::tenths(std::int64_t value, std::int64_t length) const {
    return core::mul_div(value, 10 * length, top, core::Rounding::nearest);
}

Scale scale_for(std::int64_t largest, const Measure& measure) {
    if (largest <= 0) return {measure.scale, measure.scale};
    const std::int64_t least = (largest + 3) / 4;
    std::int64_t power = 1;
    while (5 * power < least && 10 * power <= least) power *= 10;
    std::int64_t step = power;
    for (const std::int64_t times : {1, 2, 4, 5, 10})
        if (step = times * power; step >= least) break;
    return {step, (largest + step - 1) / step * step};
}

std::string graduation(const Scale& scale, const Measure& measure, std::int64_t value) {
    std::int64_t unit = measure.scale;
    std::string name;
    if (scale.top / kMillion >= measure.scale) {
        const bool thousands = scale.top / kMillion / 1000 >= measure.scale;
        unit *= thousands ? 1000 * kMillion : kMillion;
        name = thousands ? "Md" : "M";
    }
    const std::string number = core::french::number(value, unit);
    return value == scale.top ? with_unit(number, name + measure.unit) : number;
}

std::string coordinate(std::int64_t tenths) { return core::decimal(tenths, 10, 1); }

std::int64_t characters(std::string_view text) { return std::count_if(text.begin(), text.end(), first_byte); }

std::string cut(std::string_view text, std::int64_t limit) {
    if (characters(text) <= limit) return std::string(text);
    std::int64_t seen = 0;
    const auto* end =
        std::find_if(text.begin(), text.end(), [&](char c) { return first_byte(c) && seen++ == limit - 1; });
    return std::string(text.begin(), end) + "…";
}

std::string shown(const Measure& measure, std::int64_t parts) {
    const bool cents = measure.unit == "€" && parts % measure.scale != 0;
    return with_unit(core::french::number(parts, measure.scale, cents ? 2 : 0), measure.unit);
}

std::string shown(const Measure& measure, const std::optional<std::int64_t>& value) {
    return value ? shown(measure, *value) : "non renseigné";
}

void check(const std::optional<std::int64_t>& value, std::string_view label) {
    if (value && *value < 0)
        throw core::Error(
            core::ErrorKind::invalid, std::string(label),
            "la valeur est négative\u00a0: un graphique ne montre que des quantités\u00a0; vérifiez les données");
    if (value && *value > kLargest)
        throw core::Error(core::ErrorKind::invalid, std::string(label),
                          "la valeur est trop grande pour un graphique\u00a0; vérifiez les données");
}

json::object figure(const Heading& heading, std::string_view kind, std::string_view sentence, bool empty,
                    std::int64_t width, std::int64_t height) {
    if (heading.denominator.empty()) throw std::logic_error("chart without a denominator: " + heading.id);
    json::object out;
    out["genre"] = kind;
    out["id"] = heading.id;
    out["titre"] = heading.title;
    out["phrase"] = heading.sentence.empty() ? std::string(sentence) : heading.sentence;
    out["denominateur"] = heading.denominator;
    out["vide"] = empty;
    out["largeur"] = width;
    out["hauteur"] = height;
    return out;
}

json::object table_row(std::string_view name, const std::vector<std::string>& columns,
                       const std::vector<std::string>& texts) {
    json::array cells;
    for (std::size_t i = 0; i < texts.size(); ++i)
        cells.emplace_back(json::object{{"titre", columns.at(i + 1)}, {"texte", texts[i]}});
    return {{"nom", name}, {"cases", std::move(cells)}};
}

json::object table(const std::vector<std::string>& columns, json::array rows) {
    json::array others;
    for (std::size_t i = 1; i < columns.size(); ++i) others.emplace_back(columns[i]);
    return {{"premiere", columns.at(0)}, {"colonnes", std::move(others)}, {"lignes", std::move(rows)}};
}

}  // namespace clausier::present
