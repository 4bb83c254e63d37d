// One indicator: its definition, its figures by year, its breakdown and the contracts behind each.
#include "clausier/core/french.hpp"
#include "clausier/present/indicators.hpp"
#include "spaser_contract_list.hpp"
#include "spaser_options.hpp"
#include "spaser_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
namespace french = core::french;

struct Tab {
    std::string_view code, title, empty;
    app::Behind behind;
};
constexpr std::array<Tab, 3> tabs{
    {{"comptes", "Dans le numérateur", "Aucun contrat n’est dans le numérateur.", app::Behind::numerator},
     {"autres", "Renseignés, hors du numérateur", "Aucun contrat renseigné n’est hors du numérateur.",
      app::Behind::rest},
     {"non_renseignes", "Non renseignés", "Tous ces contrats sont renseignés.", app::Behind::unfilled}}};

const domain::IndicatorInfo& indicator_of(const Call& call) {
    const domain::IndicatorInfo* info = domain::indicator_info(call.parts.at(0));
    if (!info)
        throw core::Error(core::ErrorKind::not_found, "indicateur",
                          "aucun indicateur n’a ce code\u00a0; la page SPASER les donne tous");
    return *info;
}

const Tab& chosen_tab(const Call& call) {
    FormReader reader(call.query);
    const std::string wanted = chosen_word(reader, "liste", {"comptes", "autres", "non_renseignes"});
    refuse_unsound(call, reader);
    for (const Tab& tab : tabs)
        if (tab.code == wanted) return tab;
    return tabs.front();
}

std::string path_of(const domain::IndicatorInfo& info) {
    return "/spaser/indicateurs/" + http::encode_component(info.code);
}

// How many contracts stand behind a tab.
std::int64_t behind(const domain::IndicatorValue& value, app::Behind which) {
    switch (which) {
        case app::Behind::numerator:
            return value.part.contracts;
        case app::Behind::rest:
            return std::max<std::int64_t>(0, value.filled.contracts - value.part.contracts);
        default:
            return std::max<std::int64_t>(0, value.all.contracts - value.filled.contracts);
    }
}

json::array tab_views(const SpaserQuery& query, const domain::IndicatorInfo& info, const domain::IndicatorValue& value,
                      const Tab& current, std::int64_t listed) {
    json::array out;
    for (const Tab& tab : tabs)
        out.push_back({{"libelle", tab.title},
                       {"nombre", french::number(tab.code == current.code ? listed : behind(value, tab.behind), 1)},
                       {"url", spaser_url(path_of(info), query, {{"liste", std::string(tab.code)}}) + "#contrats"},
                       {"courant", tab.code == current.code}});
    return out;
}

json::array year_views(const SpaserQuery& query, const SpaserFigures& figures, const domain::IndicatorInfo& info) {
    json::array out;
    for (const present::YearFigure& one : year_figures(figures, info.code)) {
        if (!one.value) continue;
        json::object row = present::figure_view(info, *one.value);
        row["titre"] = std::to_string(one.year);
        const Changes year{{"annee", std::to_string(one.year)}, {"jusqua", ""}};
        row["url"] = spaser_url(path_of(info), query, year);
        Changes counted = year;
        counted.emplace_back("liste", "comptes");
        row["compte"] = spaser_url(path_of(info), query, counted) + "#contrats";
        out.push_back(std::move(row));
    }
    return out;
}

// One row a value of the breakdown, with the figure's own denominators.
json::array part_views(const Call& call, const SpaserQuery& query, const domain::IndicatorInfo& info) {
    json::array out;
    if (!query.by) return out;
    for (const auto& [value, sheet] :
         app::indicators_by(call.session(), call.base(), query.scope, query.options, *query.by)) {
        const domain::IndicatorValue* figure = figure_of(sheet, info.code);
        if (!figure) continue;
        json::object row = present::figure_view(info, *figure);
        row["titre"] = domain::value_label(*query.by, value);
        const Changes narrowed{{domain::code(*query.by), value}};
        row["url"] = value.empty() ? json::value(nullptr) : json::value(spaser_url(path_of(info), query, narrowed));
        row["compte"] =
            spaser_url(path_of(info), query, {{domain::code(*query.by), value}, {"liste", "comptes"}}) + "#contrats";
        out.push_back(std::move(row));
    }
    return out;
}

json::array ways(const SpaserQuery& query, const domain::IndicatorInfo& info) {
    json::array out;
    for (const domain::Dimension dimension : breakdown_dimensions())
        out.push_back({{"libelle", domain::label(dimension)},
                       {"url", spaser_url(path_of(info), query, {{"par", std::string(domain::code(dimension))}}) +
                                   "#ventilation"},
                       {"courant", query.by == dimension}});
    return out;
}

void add_definition(json::object& view, const domain::IndicatorInfo& info, const Call& call) {
    view["titre"] = info.code + ". " + info.label;
    view["numerateur"] = info.numerator;
    view["denominateur"] = info.denominator;
    view["source"] = info.source;
    view["verifie"] = info.verified;
    view["note"] = info.note;
    json::array marks;
    for (json::value& mark : mark_views(call))
        if (mark.as_object().at("code").as_string() == std::string_view(info.code)) marks.push_back(std::move(mark));
    view["reperes"] = std::move(marks);
}

json::object document(const domain::IndicatorInfo& info, const SpaserQuery& query, const SpaserFigures& figures,
                      const app::ContractPage& page, const Tab& tab) {
    json::object out = asked_json(query);
    out["indicateur"] = json::object{{"code", info.code},
                                     {"libelle", info.label},
                                     {"numerateur", info.numerator},
                                     {"denominateur", info.denominator},
                                     {"source", info.source},
                                     {"verifie", info.verified},
                                     {"note", info.note}};
    const domain::IndicatorValue* value = figure_of(figures.now, info.code);
    out["chiffre"] = value ? json::value(present::figure_json(info, *value)) : json::value(nullptr);
    json::array years;
    for (const auto& [year, sheet] : figures.by_year)
        if (const auto* figure = figure_of(sheet, info.code)) {
            json::object row{{"annee", year}};
            for (auto& [key, cell] : present::figure_json(info, *figure)) row[key] = cell;
            years.push_back(std::move(row));
        }
    out["annees"] = std::move(years);
    out["liste"] = tab.code;
    out["contrats"] = present::contracts_json(page);
    out["contrats_total"] = page.total;
    return out;
}

void add_figures(json::object& view, const Call& call, const SpaserQuery& query, const SpaserFigures& figures,
                 const domain::IndicatorInfo& info) {
    const auto targets = targets_for(call, query);
    view["chiffre"] = figure_row(info, query, figures, targets);
    view["avant"] = figures.before_year ? std::to_string(*figures.before_year) : "";
    const auto years = year_figures(figures, info.code);
    view["a_une_tendance"] = years.size() > 1;
    view["tendance"] =
        years.size() > 1
            ? json::value(present::trend_chart(info, years, lines_for(call, targets, info.code, years), "tendance"))
            : json::value(nullptr);
    view["annees"] = year_views(query, figures, info);
    view["ventilations"] = ways(query, info);
    json::array parts = part_views(call, query, info);
    view["ventile"] = query.by && !parts.empty();
    view["ventile_nom"] = query.by ? domain::label(*query.by) : std::string_view();
    view["parts"] = std::move(parts);
    view["methode"] = method_views(query.options);
}

Reply indicator(Call& call) {
    const domain::IndicatorInfo& info = indicator_of(call);
    SpaserQuery query = read_spaser_query(call);
    const Tab& tab = chosen_tab(call);
    const SpaserFigures figures = spaser_figures(call, query, false);
    const domain::IndicatorValue* value = figure_of(figures.now, info.code);
    const bool available = value && value->unavailable.empty();
    const app::ContractPage page =
        available ? listed_contracts(call, query, info.code, tab.behind) : app::ContractPage{};
    Reply out;
    out.title = info.code + ". " + info.label;
    out.trail = {{spaser_url("/spaser", query), "SPASER"}};
    out.page = "spaser_indicateur.html";
    out.filename = "spaser-" + info.code + "-" + std::string(tab.code);
    out.answer.document = document(info, query, figures, page, tab);
    out.answer.rows = "contrats";
    out.answer.title = "Contrats " + info.code;
    if (!call.html()) return out;
    out.view = contract_list_view(call, query, page, path_of(info), {{"liste", std::string(tab.code)}}, false);
    add_definition(out.view, info, call);
    add_figures(out.view, call, query, figures, info);
    out.view["disponible"] = available;
    out.view["phrase"] = scope_text(query);
    out.view["dire_vide"] = tab.empty;
    out.view["onglets"] = available ? tab_views(query, info, *value, tab, page.total) : json::array();
    out.view["formulaire"] = form_view(call, query, figures, path_of(info), false);
    for (const char* shape : {"csv", "xlsx"})
        out.view[shape] = spaser_url(path_of(info) + "." + shape, query, {{"liste", std::string(tab.code)}});
    return out;
}

}  // namespace

std::vector<Route> indicator_routes() {
    std::vector<Parameter> parameters{{"code", "code de l’indicateur", "S1"}};
    for (const Parameter& parameter : spaser_parameters()) parameters.push_back(parameter);
    parameters.push_back({"par", "secteur, tranche, procedure, departement, service ou annee", "secteur"});
    parameters.push_back({"liste", "comptes (le numérateur, par défaut), autres ou non_renseignes", "comptes"});
    parameters.push_back({"page", "page de 100 contrats, à partir de 1", "1"});
    return {{"GET", "/spaser/indicateurs/{code}", Action::spaser_read, indicator,
             "Un indicateur : sa définition, ses chiffres par année et les contrats derrière chacun", parameters,
             Formats{true, true, true}, "/spaser/indicateurs/S1?par=secteur"}};
}

}  // namespace clausier::web
