// Places bars and gauges, and draws any chart alone.
#include "clausier/present/chart.hpp"

#include <algorithm>

#include "chart_parts.hpp"
#include "clausier/core/french.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/present/template.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

std::string named(const Bar& bar, const Measure& measure) { return bar.label + "\u00a0: " + shown(measure, bar.value); }

std::string sentence(const BarChart& chart) {
    std::vector<const Bar*> known;
    for (const Bar& bar : chart.bars)
        if (bar.value) known.push_back(&bar);
    if (known.empty()) return "Aucune valeur à montrer.";
    if (known.size() == 1) return named(*known[0], chart.measure) + ".";
    const auto [low, high] = std::minmax_element(known.begin(), known.end(),
                                                 [](const Bar* a, const Bar* b) { return *a->value < *b->value; });
    if (*(*low)->value == *(*high)->value)
        return "Toutes les valeurs sont égales\u00a0: " + shown(chart.measure, (*low)->value) + ".";
    return "Le plus haut, " + named(**high, chart.measure) + "\u00a0; le plus bas, " + named(**low, chart.measure) +
           ".";
}

// Where bars stand: beside their labels when these are short, under them otherwise.
struct BarLayout {
    static constexpr std::int64_t short_label = 11;
    static constexpr std::int64_t least_length = 110;
    static constexpr std::int64_t gap = 6;
    bool beside = false;
    std::int64_t start = 0;
    std::int64_t length = 0;
    std::int64_t row = 0;

    explicit BarLayout(const BarChart& chart) {
        std::int64_t label = 0;
        std::int64_t value = 0;
        for (const Bar& bar : chart.bars) {
            label = std::max(label, characters(bar.label));
            value = std::max(value, characters(shown(chart.measure, bar.value)));
        }
        const std::int64_t room = kChartWidth - value * kCharacter - gap;
        const std::int64_t column = label * kCharacter + gap;
        beside = label <= short_label && room - column >= least_length;
        start = beside ? column : 0;
        length = room - start;
        row = beside ? 28 : 48;
    }
};

json::array placed(const BarChart& chart, const BarLayout& layout, const Scale& scale) {
    json::array out;
    std::int64_t y = 0;
    for (const Bar& bar : chart.bars) {
        // A value that is not zero is seen, however small.
        std::int64_t width = bar.value ? scale.tenths(*bar.value, layout.length) : 0;
        if (bar.value && *bar.value > 0) width = std::max<std::int64_t>(width, 10);
        const std::int64_t top = y + layout.row - 22;
        out.emplace_back(json::object{{"nom", cut(bar.label, kChartWidth / kCharacter)},
                                      {"nom_y", layout.beside ? top + 13 : y + 16},
                                      {"x", layout.start},
                                      {"y", top},
                                      {"largeur", coordinate(width)},
                                      {"valeur", shown(chart.measure, bar.value)},
                                      {"valeur_x", coordinate(10 * (layout.start + BarLayout::gap) + width)},
                                      {"valeur_y", top + 13}});
        y += layout.row;
    }
    return out;
}

constexpr std::int64_t kLegendRow = 26;
constexpr std::int64_t kCreditRow = 24;

// Each class of a map and the line of the credit, from the bottom of the map down.
void place_legend(json::object& page) {
    std::int64_t y = page.at("hauteur").as_int64();
    for (json::value& entry : page.at("legende").as_array()) {
        y += kLegendRow;
        entry.as_object()["y"] = y - 16;
        entry.as_object()["texte_y"] = y - 2;
    }
    page["credit_y"] = y + kCreditRow - 4;
}

}  // namespace

std::int64_t legend_height(const json::object& chart) {
    if (chart.at("genre") != "carte") return 0;
    return static_cast<std::int64_t>(chart.at("legende").as_array().size()) * kLegendRow + kCreditRow;
}

json::object bar_chart(const BarChart& chart) {
    std::int64_t largest = 0;
    for (const Bar& bar : chart.bars) {
        check(bar.value, bar.label);
        largest = std::max(largest, bar.value.value_or(0));
    }
    const BarLayout layout(chart);
    const auto count = static_cast<std::int64_t>(chart.bars.size());
    json::object out =
        figure(chart.heading, "barres", sentence(chart), chart.bars.empty(), kChartWidth, count * layout.row + 4);
    out["barres"] = placed(chart, layout, {1, std::max<std::int64_t>(largest, 1)});
    const std::vector<std::string> columns = {chart.category, chart.quantity};
    json::array rows;
    for (const Bar& bar : chart.bars)
        rows.emplace_back(table_row(bar.label, columns, {shown(chart.measure, bar.value)}));
    out["tableau"] = table(columns, std::move(rows));
    return out;
}

json::object gauge(std::int64_t part, std::int64_t whole, const Measure& measure, bool late) {
    check(part, "jauge");
    check(whole, "jauge");
    json::object out;
    out["classe"] = late ? "bas" : "haut";
    out["largeur"] = "0.0";
    out["taux"] = "—";
    out["phrase"] = "Rien n’est dû\u00a0; " + shown(measure, part);
    if (whole == 0) return out;
    const std::string rate = core::french::number(core::mul_div(part, 100, whole, core::Rounding::down), 1) + "\u00a0%";
    out["largeur"] = coordinate(core::mul_div(std::min(part, whole), 1000, whole, core::Rounding::down));
    out["taux"] = rate;
    out["phrase"] = rate + "\u00a0: " + shown(measure, part) + " sur " + shown(measure, whole);
    return out;
}

std::string svg(const json::object& chart) {
    if (chart.at("vide").as_bool()) return "";
    json::object page = chart;
    for (const char* kind : {"barres", "courbe", "carte"}) page[std::string("est_") + kind] = chart.at("genre") == kind;
    if (chart.at("genre") == "carte") place_legend(page);
    page["hauteur"] = chart.at("hauteur").as_int64() + legend_height(chart);
    static const Template figure = Template::embedded("figure.svg");
    return figure.render(page);
}

}  // namespace clausier::present
