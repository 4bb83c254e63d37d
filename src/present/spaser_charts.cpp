// Draws indicators over the years.
#include <algorithm>

#include "clausier/core/french.hpp"
#include "clausier/present/chart.hpp"
#include "clausier/present/spaser_views.hpp"

namespace clausier::present {
namespace {

using domain::IndicatorValue;

bool has_value(const std::vector<YearFigure>& years) {
    return std::any_of(years.begin(), years.end(), [](const YearFigure& y) { return y.value && y.value->value; });
}

std::optional<std::int64_t> rate_of(const domain::IndicatorInfo& info, const IndicatorValue& value, bool amounts) {
    if (!value.unavailable.empty() || value.value || says_nothing(info, value)) return std::nullopt;
    const auto rate = amounts ? value.amount_rate_on_all() : value.rate_on_all();
    return rate ? std::optional(rate->parts()) : std::nullopt;
}

std::optional<std::int64_t> parts_of(const IndicatorValue& value) {
    if (!value.unavailable.empty() || !value.value) return std::nullopt;
    return value.value->rounded(100, core::Rounding::nearest);
}

// Dashed; left out when it says nothing of the years shown.
void add_line(LineChart& chart, const YearLine& line) {
    Series series{line.name, Stroke::planned, {}};
    for (const std::optional<core::Rate>& rate : line.rates)
        series.values.push_back(rate ? std::optional(rate->parts()) : std::nullopt);
    if (std::any_of(series.values.begin(), series.values.end(), [](const auto& v) { return v.has_value(); }))
        chart.series.push_back(std::move(series));
}

std::string denominator_of(const std::vector<YearFigure>& years, bool amounts) {
    std::int64_t contracts = 0;
    core::Euros amount;
    for (const YearFigure& one : years)
        if (one.value) {
            contracts += one.value->all.contracts;
            amount += one.value->all.amount;
        }
    std::string out = "Part de tous les contrats de chaque année, ";
    out += amounts ? "en montant\u00a0: " + core::french::euros(amount) + " en tout"
                   : "en nombre\u00a0: " + core::french::count(static_cast<std::uint64_t>(contracts), "contrat") +
                         " en tout";
    return out;
}

}  // namespace

boost::json::object trend_chart(const domain::IndicatorInfo& info, const std::vector<YearFigure>& years,
                                const std::vector<YearLine>& lines, std::string id) {
    const bool amounts = on_amounts(info.code);
    const bool valued = has_value(years);
    LineChart chart;
    chart.heading = {std::move(id), info.code + ". " + info.label,
                     valued ? "Par année de notification" : denominator_of(years, amounts), ""};
    chart.category = "Année";
    chart.measure = valued ? Measure{100, info.unit == "heures" ? "h" : ""} : kInPercent;
    Series series{valued ? "Valeur" : "Taux sur tous", Stroke::done, {}};
    for (const YearFigure& one : years) {
        chart.labels.push_back(std::to_string(one.year));
        series.values.push_back(!one.value ? std::nullopt
                                : valued   ? parts_of(*one.value)
                                           : rate_of(info, *one.value, amounts));
    }
    chart.series.push_back(std::move(series));
    if (!valued)
        for (const YearLine& line : lines) add_line(chart, line);
    return line_chart(chart);
}

}  // namespace clausier::present
