// The list of markets, with its facets, its exports and its map.
#include <boost/json/array.hpp>

#include "clausier/app/lot_hours.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/hours.hpp"
#include "clausier/present/map.hpp"
#include "clausier/present/markets.hpp"
#include "form_view.hpp"
#include "hours_workbook.hpp"
#include "market_query.hpp"
#include "market_sheet_pages.hpp"
#include "page_links.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

// Exports give the whole filtered set.
constexpr std::int64_t everything = 1'000'000;

// People read which filter is faulty by its label, programs by its parameter.
[[noreturn]] void refuse(const Call& call, std::vector<core::Issue> issues) {
    if (call.html())
        for (core::Issue& issue : issues) issue.where = filter_label(issue.where);
    throw core::Error(core::ErrorKind::invalid, std::move(issues));
}

app::MarketQuery asked(const Call& call) {
    FormReader reader(call.query);
    app::MarketQuery out = read_market_query(reader);
    if (!reader.sound()) refuse(call, reader.issues());
    if (call.format == Format::csv || call.format == Format::xlsx)
        out.filter.limit = everything;
    else
        out.filter.offset = (page_of(call.query) - 1) * kMarketsOnPage;
    return out;
}

// Each value of a facet leads to the list without it, or with it.
json::array linked_facets(const Call& call, const domain::MarketFacets& facets) {
    json::array out = present::facet_views(facets, chosen(call.query));
    for (json::value& facet : out) {
        json::object& one = facet.as_object();
        const std::string name(one.at("nom").as_string());
        for (json::value& value : one.at("valeurs").as_array()) {
            json::object& entry = value.as_object();
            const bool taken = entry.at("choisie").as_bool();
            entry["url"] = with(call.query, name, taken ? "" : std::string_view(entry.at("code").as_string()));
        }
        one["tout"] = with(call.query, name, "");
        one["affichee"] = !one.at("vide").as_bool();
    }
    return out;
}

// A column that sorts: its link turns the order round when it is the one in force.
json::object column(const Call& call, const store::MarketFilter& filter, std::string_view name, std::string_view label,
                    store::MarketSort sort) {
    const bool current = filter.sort == sort;
    http::Fields query;
    for (const http::Header& pair : call.query)
        if (pair.name != "sens") query.add(pair.name, pair.value);
    query.add("sens", current && !filter.descending ? "decroissant" : "croissant");
    return {{"libelle", label},
            {"url", with(query, "tri", name)},
            {"ordre", current ? json::value(filter.descending ? "descending" : "ascending") : json::value(nullptr)},
            {"fleche", !current            ? ""
                       : filter.descending ? "↓"
                                           : "↑"}};
}

// Fields of the search form that keep what the links chose.
json::array kept_fields(const Call& call) {
    json::array out;
    for (const http::Header& pair : call.query)
        if (pair.name != "texte" && pair.name != "page" && pair.name != "fait" && !pair.value.empty())
            out.push_back({{"nom", pair.name}, {"valeur", pair.value}});
    return out;
}

json::object list_view(Call& call, const app::MarketQuery& query, const domain::MarketPage& page) {
    using Sort = store::MarketSort;
    json::object view = present::market_totals_view(page);
    const bool narrowed = filtered(call.query);
    const FormView form({});
    view["texte"] =
        form.field({"texte", "Rechercher un marché", "objet, référence, acheteur, lot ou titulaire", "", "search"},
                   query.filter.text);
    view["gardes"] = kept_fields(call);
    view["filtre"] = narrowed;
    view["vide"] = page.markets == 0;
    view["vide_filtre"] = page.markets == 0 && narrowed;
    view["vide_base"] = page.markets == 0 && !narrowed;
    view["plein"] = page.markets != 0;
    view["lignes"] = present::market_line_views(page);
    view["facettes"] = linked_facets(call, app::market_facets(call.base(), query));
    view["colonnes"] =
        json::object{{"objet", column(call, query.filter, "objet", "Marché", Sort::object)},
                     {"acheteur", column(call, query.filter, "acheteur", "Acheteur", Sort::buyer)},
                     {"date", column(call, query.filter, "notification", "Notifié le", Sort::notified_on)},
                     {"montant", column(call, query.filter, "montant", "Montant HT", Sort::amount)},
                     {"heures", column(call, query.filter, "heures", "Heures", Sort::hours)}};
    view["pages"] = page_links({page_of(call.query), page.markets, kMarketsOnPage}, "/marches", call.query);
    const std::string own = with(call.query, "", "").substr(std::string("/marches").size());
    view["lots_xlsx"] = "/marches/lots.xlsx" + own;
    view["heures_xlsx"] = "/marches/heures.xlsx" + own;
    view["carte"] = "/marches/carte" + own;
    return view;
}

Reply list(Call& call) {
    const app::MarketQuery query = asked(call);
    const domain::MarketPage page = app::list_markets(call.base(), query);
    Reply out;
    out.title = "Marchés";
    out.page = "marches.html";
    out.filename = "marches";
    out.answer = present::answer(page);
    if (call.html()) out.view = list_view(call, query, page);
    return out;
}

Reply lots(Call& call) {
    Reply out;
    out.title = "Lots";
    out.filename = "lots";
    out.answer = present::export_lots(app::market_sheets(call.base(), asked(call)));
    return out;
}

Reply hours(Call& call) {
    const auto tender = std::make_shared<const domain::TenderHours>(
        app::market_hours(call.session(), call.base(), asked(call), {}, false));
    Reply out;
    out.title = "Heures des lots";
    out.filename = "heures";
    out.answer = present::answer(*tender);
    out.workbook = [tender](const std::filesystem::path& file) { write_hours(file, *tender); };
    return out;
}

// How many markets each département has, of those of the query.
Reply chart(Call& call) {
    const app::MarketQuery query = asked(call);
    const domain::MarketFacets facets = app::market_facets(call.base(), query);
    present::Map map{{"carte", "Marchés par département", "", ""}, "Marchés", {1, ""}, "aucun marché", {}, {}};
    std::int64_t placed = 0;
    json::array document;
    for (const domain::FacetValue& value : facets.departments) {
        if (value.code.empty()) continue;
        map.values.push_back({value.code, value.markets});
        placed += value.markets;
        document.push_back({{"departement", value.code}, {"marches", value.markets}});
    }
    const std::int64_t all = app::list_markets(call.base(), query).markets;
    map.heading.denominator =
        core::french::count(static_cast<std::uint64_t>(placed), "marché situé", "marchés situés") + " sur " +
        core::french::number(all, 1);
    Reply out;
    out.title = "Carte des marchés";
    out.trail = {{"/marches", "Marchés"}};
    out.page = "marches_carte.html";
    out.filename = "marches-par-departement";
    out.answer.rows = "departements";
    out.answer.title = "Marchés par département";
    out.answer.document =
        json::object{{"departements", std::move(document)}, {"marches", all}, {"marches_situes", placed}};
    if (call.html())
        out.view = {{"carte", present::map(map)}, {"liste", with(call.query, "", "")}, {"vide", placed == 0}};
    return out;
}

}  // namespace

std::vector<Route> market_routes() {
    constexpr Formats all{true, true, true};
    constexpr Formats exports{false, true, true};
    std::vector<Route> out{
        {"GET", "/marches", Action::market_read, list,
         "Les marchés, filtrés, avec le montant et les heures de leurs lots", market_parameters(), all,
         "/marches?tri=montant&sens=decroissant"},
        {"GET", "/marches/lots", Action::market_read, lots, "Tous les lots des marchés filtrés, une ligne chacun",
         market_parameters(), exports, "/marches/lots.json"},
        {"GET", "/marches/heures", Action::market_read, hours,
         "Les heures d’insertion de chaque lot des marchés filtrés ; le classeur a des formules vivantes",
         market_parameters(), exports, "/marches/heures.json"},
        {"GET", "/marches/carte", Action::market_read, chart, "Les marchés filtrés, par département, sur une carte",
         market_parameters(), all, "/marches/carte"}};
    for (auto* part : {market_sheet_routes, market_condition_routes, lot_routes, lot_clause_routes})
        for (Route& route : part()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
