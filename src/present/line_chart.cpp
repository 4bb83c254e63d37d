// Places lines over time.
#include <algorithm>
#include <stdexcept>

#include "chart_parts.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
constexpr std::int64_t kLegendLine = 20;
constexpr std::int64_t kPlotHeight = 160;
constexpr std::int64_t kPointsShown = 31;

// The last label for which some series has a value.
std::optional<std::size_t> last_known(const LineChart& chart) {
    for (std::size_t i = chart.labels.size(); i > 0; --i)
        for (const Series& series : chart.series)
            if (series.values[i - 1]) return i - 1;
    return std::nullopt;
}

std::string sentence(const LineChart& chart, const std::optional<std::size_t>& last) {
    if (!last) return "Aucune valeur à montrer.";
    std::string out = chart.labels[*last] + "\u00a0: ";
    for (const Series& series : chart.series)
        out += (&series == chart.series.data() ? "" : ", ") + series.name + " " +
               shown(chart.measure, series.values[*last]);
    return out + ".";
}

// Where the plot stands between its graduations, its labels and its legend; in tenths of a unit.
struct Plot {
    std::int64_t left, right, top, bottom;
    std::int64_t count;
    Scale scale;

    Plot(const LineChart& chart, Scale over) : scale(over) {
        std::int64_t widest = 0;
        for (std::int64_t value = 0; value <= scale.top; value += scale.step)
            widest = std::max(widest, characters(graduation(scale, chart.measure, value)));
        std::int64_t half_label = 0;
        for (const std::string& label : chart.labels)
            half_label = std::max(half_label, std::min<std::int64_t>(characters(label), 10) * kCharacter / 2);
        left = 10 * std::max(widest * kCharacter + 6, half_label);
        right = 10 * (kChartWidth - std::max<std::int64_t>(half_label, 6));
        top = 10 * (static_cast<std::int64_t>(chart.series.size()) * kLegendLine + 16);
        bottom = top + 10 * kPlotHeight;
        count = static_cast<std::int64_t>(chart.labels.size());
    }
    [[nodiscard]] std::int64_t x(std::size_t i) const {
        if (count < 2) return (left + right) / 2;
        return left + (right - left) * static_cast<std::int64_t>(i) / (count - 1);
    }
    [[nodiscard]] std::int64_t y(std::int64_t value) const { return bottom - scale.tenths(value, kPlotHeight); }
};

json::array graduations(const LineChart& chart, const Plot& plot) {
    json::array out;
    for (std::int64_t value = 0; value <= plot.scale.top; value += plot.scale.step)
        out.emplace_back(json::object{{"x1", coordinate(plot.left)},
                                      {"x2", coordinate(plot.right)},
                                      {"y", coordinate(plot.y(value))},
                                      {"texte_x", coordinate(plot.left - 60)},
                                      {"texte_y", coordinate(plot.y(value) + 50)},
                                      {"texte", graduation(plot.scale, chart.measure, value)}});
    return out;
}

// As many labels as fit without touching, the first one always.
json::array labels(const LineChart& chart, const Plot& plot) {
    std::int64_t widest = 1;
    for (const std::string& label : chart.labels)
        widest = std::max(widest, std::min<std::int64_t>(characters(label), 10) * kCharacter + 6);
    const std::int64_t fitting = std::max<std::int64_t>(1, (plot.right - plot.left) / 10 / widest);
    const std::int64_t every = std::max<std::int64_t>(1, (plot.count - 1 + fitting - 1) / fitting);
    json::array out;
    for (std::size_t i = 0; i < chart.labels.size(); i += static_cast<std::size_t>(every))
        out.emplace_back(json::object{
            {"x", coordinate(plot.x(i))}, {"y", coordinate(plot.bottom + 180)}, {"texte", cut(chart.labels[i], 10)}});
    return out;
}

json::object drawn(const Series& series, const LineChart& chart, const Plot& plot, std::int64_t rank) {
    json::array lines;
    json::array points;
    std::string run;
    std::int64_t length = 0;
    const auto end_run = [&] {
        if (length > 1) lines.emplace_back(json::object{{"points", run}});
        run.clear();
        length = 0;
    };
    std::optional<std::int64_t> last;
    for (std::size_t i = 0; i < series.values.size(); ++i) {
        if (!series.values[i]) {
            end_run();
            continue;
        }
        last = series.values[i];
        const std::string x = coordinate(plot.x(i));
        const std::string y = coordinate(plot.y(*last));
        run += (run.empty() ? "" : " ") + x + "," + y;
        ++length;
        const bool alone = length == 1 && (i + 1 == series.values.size() || !series.values[i + 1]);
        if (alone || (series.stroke == Stroke::done && plot.count <= kPointsShown))
            points.emplace_back(json::object{{"x", x}, {"y", y}});
    }
    end_run();
    const bool done = series.stroke == Stroke::done;
    const std::int64_t y = rank * kLegendLine;
    return {{"classe", done ? "fait" : "prevu"},
            {"classe_point", done ? "pt" : "pt-prevu"},
            {"classe_texte", done ? "lf" : "lp"},
            {"traits", std::move(lines)},
            {"points", std::move(points)},
            {"legende_y", y + 12},
            {"texte_y", y + 17},
            {"texte", cut(series.name + "\u00a0: " + shown(chart.measure, last), (kChartWidth - 34) / kCharacter)}};
}

json::object numbers(const LineChart& chart) {
    std::vector<std::string> columns = {chart.category};
    for (const Series& series : chart.series) columns.push_back(series.name);
    json::array rows;
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        std::vector<std::string> texts;
        for (const Series& series : chart.series) texts.push_back(shown(chart.measure, series.values[i]));
        rows.emplace_back(table_row(chart.labels[i], columns, texts));
    }
    return table(columns, std::move(rows));
}

}  // namespace

json::object line_chart(const LineChart& chart) {
    std::int64_t largest = 0;
    for (const Series& series : chart.series) {
        if (series.values.size() != chart.labels.size())
            throw std::logic_error("series of another length: " + series.name);
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            check(series.values[i], series.name + ", " + chart.labels[i]);
            largest = std::max(largest, series.values[i].value_or(0));
        }
    }
    const Plot plot(chart, scale_for(largest, chart.measure));
    const std::optional<std::size_t> last = last_known(chart);
    json::object out =
        figure(chart.heading, "courbe", sentence(chart, last), !last, kChartWidth, plot.bottom / 10 + 24);
    out["graduations"] = graduations(chart, plot);
    out["reperes"] = labels(chart, plot);
    json::array series;
    for (const Series& one : chart.series)
        series.emplace_back(drawn(one, chart, plot, static_cast<std::int64_t>(series.size())));
    out["series"] = std::move(series);
    out["tableau"] = numbers(chart);
    return out;
}

}  // namespace clausier::present
