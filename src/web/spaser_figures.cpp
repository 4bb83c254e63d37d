// Reads the figures of the SPASER pages and links each to its contracts.
#include <algorithm>
#include <charconv>

#include "clausier/core/french.hpp"
#include "spaser_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::size_t most_years = 10;
constexpr int widest_span = 15;

std::optional<int> year_of(const std::string& text) {
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size() || year <= 0) return std::nullopt;
    return year;
}

std::string target_texts(const std::vector<domain::Target>& targets, const domain::IndicatorInfo& info, int year) {
    std::string out;
    for (const domain::Target& target : targets)
        if (target.indicator == info.code && target.year == year)
            out += (out.empty() ? "" : ", ") + domain::target_text(target.measure, info.unit, target.parts) + " (" +
                   std::string(domain::label(target.measure)) + ")";
    return out;
}

}  // namespace

SpaserFigures spaser_figures(const Call& call, SpaserQuery& query, bool latest) {
    SpaserFigures out;
    app::ContractScope all_years = query.scope;
    all_years.first_year = all_years.last_year = std::nullopt;
    out.by_year = app::indicators_by(call.session(), call.base(), all_years, query.options, domain::Dimension::year);
    for (const auto& [name, sheet] : out.by_year)
        if (const auto year = year_of(name)) out.years.push_back(*year);
    std::sort(out.years.begin(), out.years.end());
    app::ContractScope& scope = query.scope;
    if (latest && !query.any_year && !scope.first_year && !scope.last_year && !out.years.empty()) {
        scope.first_year = scope.last_year = out.years.back();
        query.kept.add("annee", std::to_string(out.years.back()));
    }
    const bool one_year = scope.first_year && scope.first_year == scope.last_year;
    out.now = app::indicators(call.session(), call.base(), scope, query.options);
    if (one_year && sheet_of_year(out.by_year, *scope.first_year - 1)) out.before_year = *scope.first_year - 1;
    return out;
}

const domain::IndicatorValue* figure_of(const app::IndicatorSheet& sheet, std::string_view code) {
    const auto found = std::find_if(sheet.values.begin(), sheet.values.end(),
                                    [&](const domain::IndicatorValue& value) { return value.code == code; });
    return found == sheet.values.end() ? nullptr : &*found;
}

const app::IndicatorSheet* sheet_of_year(const NamedSheets& by_year, int year) {
    for (const auto& [name, sheet] : by_year)
        if (year_of(name) == year) return &sheet;
    return nullptr;
}

std::vector<present::YearFigure> year_figures(const SpaserFigures& figures, std::string_view code) {
    std::vector<int> years = figures.years;
    if (years.size() > most_years) years.erase(years.begin(), years.end() - most_years);
    if (!years.empty() && years.back() - years.front() <= widest_span) {
        const int first = years.front();
        const int last = years.back();
        years.clear();
        for (int year = first; year <= last; ++year) years.push_back(year);
    }
    std::vector<present::YearFigure> out;
    for (const int year : years) {
        const app::IndicatorSheet* sheet = sheet_of_year(figures.by_year, year);
        out.push_back({year, sheet ? figure_of(*sheet, code) : nullptr});
    }
    return out;
}

json::object figure_row(const domain::IndicatorInfo& info, const SpaserQuery& query, const SpaserFigures& figures,
                        const std::vector<domain::Target>& targets) {
    static const domain::IndicatorValue none{};
    const domain::IndicatorValue* value = figure_of(figures.now, info.code);
    json::object out = present::figure_view(info, value ? *value : none);
    const std::string page = "/spaser/indicateurs/" + http::encode_component(info.code);
    out["url"] = spaser_url(page, query);
    out["compte"] = spaser_url(page, query, {{"liste", "comptes"}}) + "#contrats";
    out["non_renseignes"] = spaser_url(page, query, {{"liste", "non_renseignes"}}) + "#contrats";
    out["ecart"] = "";
    if (value && figures.before_year)
        if (const auto* before = figure_of(*sheet_of_year(figures.by_year, *figures.before_year), info.code))
            out["ecart"] = present::change_text(*value, *before);
    out["cible"] = query.scope.first_year && query.scope.first_year == query.scope.last_year
                       ? target_texts(targets, info, *query.scope.first_year)
                       : "";
    return out;
}

json::object asked_json(const SpaserQuery& query) {
    const auto year = [](const std::optional<int>& y) { return y ? json::value(*y) : json::value(nullptr); };
    json::object filters;
    for (const auto& [dimension, value] : query.scope.values) filters[domain::code(dimension)] = value;
    if (!query.scope.place.empty()) filters["lieu"] = query.scope.place;
    if (!query.scope.company.empty()) filters["entreprise"] = query.scope.company;
    return {{"acheteur", query.buyer ? json::value(query.buyer->label()) : json::value(nullptr)},
            {"acheteur_id", query.buyer ? json::value(query.buyer->id.value) : json::value(nullptr)},
            {"annee", year(query.scope.first_year)},
            {"jusqua", year(query.scope.last_year)},
            {"filtres", std::move(filters)},
            {"options", present::options_json(query.options)}};
}

json::array method_views(const domain::IndicatorOptions& options) {
    json::array out;
    for (const std::string& text : present::method_texts(options)) out.push_back(json::object{{"texte", text}});
    return out;
}

json::object form_view(Call& call, const SpaserQuery& query, const SpaserFigures& figures, std::string_view action,
                       bool comparing) {
    ScopeForm form = scope_form(call, query, figures.years, comparing);
    return {{"action", action},
            {"principaux", std::move(form.main)},
            {"options", std::move(form.options)},
            {"gardes", std::move(form.kept)},
            {"options_ouvertes", form.options_open}};
}

}  // namespace clausier::web
