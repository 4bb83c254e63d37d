// The overview of responsible purchasing: every indicator of a buyer and its years, compared and broken down.
#include "spaser_pages.hpp"

#include <algorithm>

#include "clausier/app/markets.hpp"
#include "clausier/core/french.hpp"
#include "spaser_options.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
namespace french = core::french;

// Those whose course over the years is drawn.
constexpr std::array<std::string_view, 4> drawn{"S1", "S4", "S6", "E1"};
// Those a breakdown shows.
constexpr std::array<std::string_view, 5> broken_down{"S1", "S2", "S4", "S6", "E1"};
constexpr std::size_t most_rows = 100;

struct Overview {
    SpaserQuery query;
    SpaserFigures figures;
    std::optional<app::IndicatorSheet> other;
    NamedSheets parts;  // of the breakdown
    std::vector<domain::Target> targets;
};

Overview read(const Call& call) {
    Overview out;
    out.query = read_spaser_query(call);
    out.figures = spaser_figures(call, out.query, true);
    if (out.query.other) {
        app::ContractScope scope = out.query.scope;
        scope.buyers = {out.query.other->id};
        out.other = app::indicators(call.session(), call.base(), scope, out.query.options);
    }
    if (out.query.by)
        out.parts = app::indicators_by(call.session(), call.base(), out.query.scope, out.query.options, *out.query.by);
    out.targets = targets_for(call, out.query);
    return out;
}

std::int64_t excluded_total(const app::IndicatorSheet& sheet) {
    std::int64_t total = 0;
    for (const auto& [reason, counted] : sheet.excluded) total += counted.contracts;
    return total;
}

json::array excluded_json(const app::IndicatorSheet& sheet) {
    json::array out;
    for (const auto& [reason, counted] : sheet.excluded)
        out.push_back({{"motif", reason},
                       {"libelle", present::exclusion_text(reason)},
                       {"contrats", counted.contracts},
                       {"montant", core::decimal(counted.amount)}});
    return out;
}

json::array figures_json(const app::IndicatorSheet& sheet) {
    json::array out;
    for (const domain::IndicatorInfo& info : domain::indicators())
        if (const auto* value = figure_of(sheet, info.code)) out.push_back(present::figure_json(info, *value));
    return out;
}

void add_coverage(json::object& out, const app::IndicatorSheet& sheet) {
    for (auto& [key, value] : present::coverage_json(sheet.mandated, sheet.coverage)) out[key] = value;
}

// As the rows of a file, which has no other place for the coverage.
json::array rows_json(const app::IndicatorSheet& sheet) {
    json::array out = figures_json(sheet);
    for (json::value& row : out) add_coverage(row.as_object(), sheet);
    return out;
}

// One row a value and an indicator.
json::array parts_json(const Overview& page) {
    json::array out;
    for (const auto& [value, sheet] : page.parts)
        for (json::value& figure : rows_json(sheet)) {
            json::object row{{domain::code(*page.query.by), value},
                             {"ventilation", domain::value_label(*page.query.by, value)}};
            for (auto& [key, cell] : figure.as_object()) row[key] = std::move(cell);
            out.push_back(std::move(row));
        }
    return out;
}

present::Answer document(const Overview& page) {
    const app::IndicatorSheet& now = page.figures.now;
    json::object out = asked_json(page.query);
    out["contrats"] = now.all.contracts;
    out["montant"] = core::decimal(now.all.amount);
    out["sans_montant"] = now.all.without_amount;
    out["aberrants"] = now.aberrant.contracts;
    out["exclus"] = excluded_json(now);
    add_coverage(out, now);
    out["indicateurs"] = rows_json(now);
    json::array years;
    for (const auto& [year, sheet] : page.figures.by_year) {
        years.push_back({{"annee", year},
                         {"contrats", sheet.all.contracts},
                         {"montant", core::decimal(sheet.all.amount)},
                         {"indicateurs", figures_json(sheet)}});
        add_coverage(years.back().as_object(), sheet);
    }
    out["annees"] = std::move(years);
    out["ventilation"] = page.query.by ? json::value(parts_json(page)) : json::value(nullptr);
    out["autre"] = page.other ? json::value(json::object{{"acheteur", page.query.other->label()},
                                                         {"contrats", page.other->all.contracts},
                                                         {"indicateurs", figures_json(*page.other)}})
                              : json::value(nullptr);
    present::Answer answer;
    answer.document = std::move(out);
    answer.rows = page.query.by ? "ventilation" : "indicateurs";
    answer.title = "Indicateurs";
    return answer;
}

json::array family_views(const Overview& page) {
    json::array out;
    for (const present::IndicatorFamily& family : present::indicator_families()) {
        json::array rows;
        for (const domain::IndicatorInfo& info : domain::indicators())
            if (info.family == family.code) rows.push_back(figure_row(info, page.query, page.figures, page.targets));
        if (rows.empty()) continue;
        const bool none = std::all_of(rows.begin(), rows.end(), [](const json::value& row) {
            return !row.as_object().at("indisponible").as_string().empty();
        });
        std::string why = none ? std::string(rows.front().as_object().at("indisponible").as_string()) : "";
        json::array names;
        if (none)
            for (const json::value& row : rows)
                names.push_back({{"libelle", row.as_object().at("libelle")}, {"url", row.as_object().at("url")}});
        out.push_back({{"id", family.code},
                       {"titre", family.title},
                       {"indisponible", none},
                       {"raison", std::move(why)},
                       {"noms", std::move(names)},
                       {"lignes", std::move(rows)}});
    }
    return out;
}

json::array chart_views(const Call& call, const Overview& page) {
    json::array out;
    if (page.figures.years.size() < 2) return out;
    for (const std::string_view code : drawn) {
        const auto years = year_figures(page.figures, code);
        json::object chart =
            present::trend_chart(*domain::indicator_info(code), years, lines_for(call, page.targets, code, years),
                                 "tendance-" + std::string(code));
        if (!chart.at("vide").as_bool()) out.push_back(std::move(chart));
    }
    return out;
}

// « 47 sur 120 (39,17 %) », the figure or why there is none.
std::string of_all(const domain::IndicatorInfo& info, const domain::IndicatorValue* value, bool amounts) {
    if (!value) return "";
    const json::object view = present::figure_view(info, *value);
    const auto text = [&](const char* key) { return std::string(view.at(key).as_string()); };
    if (!value->unavailable.empty()) return "non disponible";
    if (value->value) return amounts ? "" : text("valeur");
    if (present::says_nothing(info, *value)) return amounts ? "" : "non renseigné";
    const std::string rate = text(amounts ? "taux_montant" : "taux_nombre");
    return text(amounts ? "montant" : "nombre") + " sur " + text(amounts ? "sur_montant" : "sur_nombre") +
           (rate.empty() ? "" : " (" + rate + ")");
}

bool tells_nothing(const domain::IndicatorInfo& info, const domain::IndicatorValue& value) {
    return !value.unavailable.empty() || present::says_nothing(info, value);
}

// Two buyers side by side, each with its own denominators.
json::value comparison_view(const Overview& page) {
    if (!page.other) return nullptr;
    const std::string ours_name = page.query.buyer ? page.query.buyer->label() : "Tous les acheteurs";
    json::array rows;
    for (const domain::IndicatorInfo& info : domain::indicators()) {
        const auto* ours = figure_of(page.figures.now, info.code);
        const auto* theirs = figure_of(*page.other, info.code);
        if (!ours || !theirs || (tells_nothing(info, *ours) && tells_nothing(info, *theirs))) continue;
        rows.push_back({{"libelle", info.code + ". " + info.label},
                        {"url", spaser_url("/spaser/indicateurs/" + http::encode_component(info.code), page.query)},
                        {"nous_titre", ours_name},
                        {"eux_titre", page.query.other->label()},
                        {"nous", of_all(info, ours, false)},
                        {"nous_montant", of_all(info, ours, true)},
                        {"eux", of_all(info, theirs, false)},
                        {"eux_montant", of_all(info, theirs, true)}});
    }
    return json::object{
        {"nous", ours_name},
        {"eux", page.query.other->label()},
        {"eux_url", spaser_url("/spaser", page.query, {{"acheteur", std::to_string(page.query.other->id.value)}})},
        {"eux_vide", page.other->all.contracts == 0},
        {"lignes", std::move(rows)}};
}

// « secteur », inside a sentence.
std::string lower(std::string_view label) {
    std::string out(label);
    if (!out.empty() && out[0] >= 'A' && out[0] <= 'Z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
    return out;
}

json::value breakdown_view(const Overview& page) {
    if (!page.query.by) return nullptr;
    const domain::Dimension by = *page.query.by;
    const auto& filters = filter_dimensions();
    const bool narrows =
        std::find(filters.begin(), filters.end(), by) != filters.end() || by == domain::Dimension::year;
    json::array columns;
    for (const std::string_view code : broken_down)
        columns.push_back({{"code", code}, {"libelle", domain::indicator_info(code)->label}});
    json::array rows;
    for (const auto& [value, sheet] : page.parts) {
        if (rows.size() == most_rows) break;
        json::array cells;
        for (const std::string_view code : broken_down) {
            const auto* figure = figure_of(sheet, code);
            const auto rate = figure ? figure->rate_on_all() : std::nullopt;
            cells.push_back({{"titre", std::string(code)},
                             {"nombre", figure ? french::number(figure->part.contracts, 1) : ""},
                             {"taux", rate ? french::percent(*rate) : ""}});
        }
        const auto* social = figure_of(sheet, "S1");
        const auto filled = social ? social->fill_rate() : std::nullopt;
        rows.push_back(
            {{"libelle", domain::value_label(by, value)},
             {"url", narrows && !value.empty()
                         ? json::value(spaser_url("/spaser", page.query, {{domain::code(by), value}, {"par", ""}}))
                         : json::value(nullptr)},
             {"contrats", french::number(sheet.all.contracts, 1)},
             {"montant", french::euros(sheet.all.amount)},
             {"renseignement", filled ? french::percent(*filled) : ""},
             {"cases", std::move(cells)}});
    }
    const std::size_t left = page.parts.size() - rows.size();
    return json::object{{"titre", domain::label(by)},
                        {"nom", lower(domain::label(by))},
                        {"colonnes", std::move(columns)},
                        {"lignes", std::move(rows)},
                        {"reste", left == 0 ? "" : french::number(static_cast<std::int64_t>(left), 1)}};
}

// Filters that links chose: each may be taken away.
json::array filter_views(const SpaserQuery& query) {
    json::array out;
    for (const auto& [dimension, value] : query.scope.values)
        out.push_back(
            {{"texte", std::string(domain::label(dimension)) + "\u00a0: " + domain::value_label(dimension, value)},
             {"url", spaser_url("/spaser", query, {{domain::code(dimension), ""}})}});
    return out;
}

json::object headline(const Overview& page) {
    const app::IndicatorSheet& now = page.figures.now;
    const std::int64_t excluded = excluded_total(now);
    const auto* social = figure_of(now, "S1");
    const auto filled = social ? social->fill_rate() : std::nullopt;
    const auto list = [&](const char* name) { return spaser_url("/spaser/contrats", page.query, {{"liste", name}}); };
    return {{"contrats", french::number(now.all.contracts, 1)},
            {"contrats_url", list("tous")},
            {"montant", french::euros(now.all.amount)},
            {"sans_montant", now.all.without_amount == 0 ? "" : french::number(now.all.without_amount, 1)},
            {"exclus", excluded == 0 ? "" : french::number(excluded, 1)},
            {"exclus_url", list("exclus")},
            {"aberrants", now.aberrant.contracts == 0 ? "" : french::number(now.aberrant.contracts, 1)},
            {"aberrants_url", list("aberrants")},
            {"couverture", now.coverage ? french::percent(*now.coverage) : ""},
            {"mandate", now.mandated ? french::euros(now.mandated->amount) : ""},
            {"origine", now.mandated ? domain::label(now.mandated->origin) : ""},
            {"renseignement", filled ? french::percent(*filled) : ""},
            {"renseignes", social ? french::number(social->filled.contracts, 1) : ""},
            {"rien_renseigne", social && now.all.contracts > 0 && social->filled.contracts == 0}};
}

json::object view(Call& call, const Overview& page) {
    const app::IndicatorSheet& now = page.figures.now;
    const bool without = now.all.contracts == 0;
    store::MarketFilter one;
    one.limit = 1;
    const bool empty_base = without && app::list_markets(call.base(), {"", one, ""}).markets == 0;
    json::object out = headline(page);
    out["vide_base"] = empty_base;
    out["vide"] = without && !empty_base;
    out["vide_acheteur"] =
        without && !empty_base && page.query.buyer && page.figures.years.empty() && now.excluded.empty();
    out["plein"] = !without;
    out["phrase"] = scope_text(page.query);
    out["acheteur"] = page.query.buyer ? page.query.buyer->label() : "";
    out["toutes_annees"] = spaser_url("/spaser", page.query, {{"annee", "toutes"}, {"jusqua", ""}});
    out["formulaire"] = form_view(call, page.query, page.figures, "/spaser", true);
    out["filtres"] = filter_views(page.query);
    out["annee_avant"] = page.figures.before_year ? std::to_string(*page.figures.before_year) : "";
    out["a_des_cibles"] = std::any_of(page.targets.begin(), page.targets.end(), [&](const domain::Target& target) {
        return page.query.scope.first_year == target.year && page.query.scope.last_year == target.year;
    });
    out["familles"] = family_views(page);
    json::array charts = chart_views(call, page);
    out["a_des_graphiques"] = !charts.empty();
    out["graphiques"] = std::move(charts);
    out["comparaison"] = comparison_view(page);
    out["ventilation"] = breakdown_view(page);
    out["methode"] = method_views(page.query.options);
    json::array marks = mark_views(call);
    out["a_des_reperes"] = !marks.empty();
    out["reperes"] = std::move(marks);
    out["question"] = spaser_url("/spaser/question", page.query);
    return out;
}

Reply overview(Call& call) {
    const Overview page = read(call);
    Reply out;
    out.title = "SPASER";
    out.page = "spaser.html";
    out.filename = "spaser-indicateurs";
    out.answer = document(page);
    if (call.html()) out.view = view(call, page);
    return out;
}

}  // namespace

std::vector<Route> spaser_routes() {
    constexpr Formats all{true, true, true};
    std::vector<Parameter> parameters = spaser_parameters();
    parameters.push_back({"autre", "un acheteur à comparer : numéro, SIRET ou nom"});
    parameters.push_back({"par", "secteur, tranche, procedure, departement, service ou annee", "secteur"});
    std::vector<Route> out{{"GET", "/spaser", Action::spaser_read, overview,
                            "Les indicateurs d’achat responsable d’un acheteur, avec leurs dénominateurs ; sans année, "
                            "la dernière qui a des contrats",
                            parameters, all, "/spaser?par=secteur"}};
    for (auto* part : {indicator_routes, spaser_contract_routes, spaser_question_routes})
        for (Route& route : part()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
