// The mandatory social condition: where one market stands, the motive of an exception, and the list of all of them.
#include <algorithm>
#include <boost/json/array.hpp>
#include <map>

#include "clausier/app/mandatory_conditions.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/mandatory_conditions.hpp"
#include "edit_form.hpp"
#include "market_query.hpp"
#include "market_sheet_pages.hpp"
#include "page_links.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::int64_t on_page = 100;
constexpr std::int64_t everything = 1'000'000;

std::string url_of(domain::Id<domain::Market> market) { return "/marches/" + std::to_string(market.value); }

domain::MarketConditionSheet sheet_of(const Call& call, domain::Id<domain::Market> market) {
    return app::condition_of(call.session(), call.base(), market, *call.app.reference());
}

json::array statement_views(const domain::MandatoryCondition& law) {
    json::array out;
    const auto add = [&](const domain::LegalStatement& one) {
        out.push_back({{"texte", one.text}, {"article", one.article}, {"a_verifier", !one.citation.verified}});
    };
    for (const domain::LegalStatement& one : law.statements) add(one);
    for (const domain::ConditionException& one : law.exceptions) add(one.statement);
    return out;
}

Reply page(Call& call, const domain::MarketConditionSheet& sheet, const http::Fields& shown,
           std::vector<core::Issue> issues, bool conflict) {
    require_page(call, issues, conflict);
    const auto reference = call.app.reference();
    const core::Date today = call.app.clock.today();
    const domain::Market& market = sheet.sheet.market;
    const FormReader reader(shown);
    const FormView form(issues);
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = "Condition sociale obligatoire";
    out.trail = {{"/marches", "Marchés"},
                 {url_of(market.id), market.object.empty() ? market.reference : market.object}};
    out.page = "marche_condition.html";
    out.filename = "condition-marche-" + std::to_string(market.id.value);
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(sheet);
    if (!call.html()) return out;
    out.view = present::condition_view(sheet, *reference, today);
    auto options = present::exception_options(sheet.condition.type, *reference, today);
    options.insert(options.begin(), {"", "Choisissez un cas"});
    const std::string motive = reader.text("motif");
    // A case recorded while the market was of another type is still shown.
    if (std::none_of(options.begin(), options.end(), [&](const auto& one) { return one.first == motive; }))
        options.emplace_back(motive, motive);
    out.view["champ_motif"] = form.choice({"motif", "Cas de dispense"}, motive, options);
    json::object text = form.field({"texte", "Motif, en une ou deux phrases", "gardé avec le marché", "", "text", true},
                                   reader.text("texte"));
    out.view["champ_texte"] = std::move(text);
    out.view["textes"] = statement_views(sheet.condition.law);
    out.view["jeton"] = call.token();
    out.view["action"] = url_of(market.id) + "/condition";
    out.view["retour"] = url_of(market.id);
    out.view["modifier"] = url_of(market.id) + "/modifier";
    out.view["revision"] = shown_revision(call.form.fields, market.revision, conflict);
    out.view["conflit"] = conflict;
    form.summarise(out.view);
    return out;
}

http::Fields fields_of(const domain::MarketConditionSheet& sheet) {
    http::Fields out;
    if (!sheet.exception) return out;
    out.add("motif", sheet.exception->exception.statement);
    out.add("texte", sheet.exception->exception.motive);
    return out;
}

Reply see(Call& call) {
    const auto sheet = sheet_of(call, {call.id()});
    return page(call, sheet, fields_of(sheet), {}, false);
}

Reply record(Call& call) {
    const domain::Id<domain::Market> market{call.id()};
    FormReader reader(call.form.fields);
    const std::int64_t revision = reader.whole("revision").value_or(0);
    const bool removal = reader.text("retirer") == "oui";
    const auto statement = reader.text("motif");
    const auto motive = reader.text("texte");
    if (!removal && statement.empty()) reader.refuse("motif", "choisissez un cas de dispense");
    if (!removal && motive.empty()) reader.refuse("texte", "écrivez le motif, en une phrase");
    if (!reader.sound()) return page(call, sheet_of(call, market), call.form.fields, reader.issues(), false);
    try {
        app::record_exception(call.session(), call.base(), market, revision,
                              removal ? domain::RecordedException{} : domain::RecordedException{statement, motive},
                              *call.app.reference());
        return Reply::see(url_of(market), removal ? "dispense-retiree" : "dispense-enregistree");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return page(call, sheet_of(call, market), call.form.fields, error.issues(),
                    error.kind() == core::ErrorKind::conflict);
    }
}

app::ConditionQuery read_query(const Call& call) {
    FormReader reader(call.query);
    app::ConditionQuery out;
    out.buyer = reader.text("acheteur");
    if (const auto number = buyer_number(out.buyer)) {
        out.scope.buyers = {*number};
        out.buyer.clear();
    }
    out.scope.text = reader.text("texte");
    out.scope.first_year = reader.year("depuis");
    out.scope.last_year = reader.year("jusqu_a");
    if (out.scope.first_year && out.scope.last_year && *out.scope.first_year > *out.scope.last_year)
        reader.refuse("jusqu_a", "l’année de fin précède celle de début ; échangez-les");
    if (const std::string state = reader.text("etat"); !state.empty()) {
        out.state = domain::condition_state(state);
        if (!out.state) reader.refuse("etat", "cet état n’existe pas ; choisissez-le dans la liste");
    }
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    const bool whole = call.format == Format::csv || call.format == Format::xlsx;
    out.limit = whole ? everything : on_page;
    out.offset = whole ? 0 : (page_of(call.query) - 1) * on_page;
    return out;
}

// This query with one value changed, back on the first page.
std::string address(const http::Fields& query, std::string_view name, const std::string& value) {
    http::Fields out;
    for (const http::Header& pair : query)
        if (pair.name != name && pair.name != "page" && pair.name != "fait" && !pair.value.empty())
            out.add(pair.name, pair.value);
    if (!value.empty()) out.add(std::string(name), value);
    return out.empty() ? "/spaser/condition" : "/spaser/condition?" + http::encode_query(out);
}

json::object list_view(const Call& call, const app::ConditionQuery& query, const domain::ConditionPage& found) {
    const FormReader reader(call.query);
    const FormView form({});
    json::object view = present::conditions_view(found);
    std::vector<std::pair<std::string, std::string>> states{{"", "Tous, sauf non soumis"}};
    for (const domain::ConditionState one : domain::all_condition_states)
        states.emplace_back(std::string(code(one)), std::string(label(one)));
    for (json::value& one : view.at("etats").as_array()) {
        json::object& state = one.as_object();
        const std::string name(state.at("code").as_string());
        state["url"] = address(call.query, "etat", name);
        state["choisi"] = query.state && code(*query.state) == name;
    }
    view["champs"] = json::array{
        form.field({"texte", "Rechercher", "objet, référence, acheteur ou lot", "", "search"}, reader.text("texte")),
        form.field({"acheteur", "Acheteur", "nom, SIRET ou numéro"}, reader.text("acheteur")),
        form.field({"depuis", "Depuis l’année", "", "numeric"}, reader.text("depuis")),
        form.field({"jusqu_a", "Jusqu’à l’année", "", "numeric"}, reader.text("jusqu_a"))};
    view["choix"] = form.choice({"etat", "État"}, reader.text("etat"), states);
    view["pages"] = page_links({page_of(call.query), found.total, on_page},
                               [&](std::int64_t to) { return address(call.query, "page", std::to_string(to)); });
    view["nombre"] = core::french::count(static_cast<std::uint64_t>(found.total), "marché");
    return view;
}

Reply list(Call& call) {
    const app::ConditionQuery query = read_query(call);
    const domain::ConditionPage found = app::list_conditions(call.session(), call.base(), query, *call.app.reference());
    Reply out;
    out.title = "Condition sociale obligatoire";
    out.trail = {{"/spaser", "SPASER"}};
    out.page = "spaser_condition.html";
    out.filename = "condition-sociale";
    out.answer = present::answer(found);
    if (!call.html()) return out;
    out.view = list_view(call, query, found);
    out.view["depuis"] =
        core::french::date(call.app.reference()->date("date.social_condition", call.app.clock.today()).value);
    return out;
}

}  // namespace

json::object condition_section(const Call& call, domain::Id<domain::Market> market) {
    json::object out = present::condition_view(sheet_of(call, market), *call.app.reference(), call.app.clock.today());
    out["url"] = url_of(market) + "/condition";
    return out;
}

std::vector<Route> market_condition_routes() {
    const Parameter id{"id", "numéro du marché dans la base", "1"};
    return {{"GET",
             "/marches/{id}/condition",
             Action::market_read,
             see,
             "Où en est un marché de la condition sociale obligatoire (L2112-2-1)",
             {id},
             {true, true, false},
             "/marches/1/condition"},
            {"POST",
             "/marches/{id}/condition",
             Action::market_write,
             record,
             "Enregistre pourquoi un marché se passe de la condition sociale, ou retire cette dispense",
             {id,
              {"motif", "clé du cas de la loi", "condition.exception.link", true},
              {"texte", "motif en mots", "Sans lien avec l’objet", true},
              {"retirer", "oui : la dispense est retirée"},
              {"revision", "la version du marché qui a été lue", "1", true}},
             {true, false, false},
             "motif=condition.exception.link&texte=Sans lien avec l’objet&revision=1"},
            {"GET",
             "/spaser/condition",
             Action::spaser_read,
             list,
             "Les marchés et la condition sociale obligatoire : nombre par état, et la liste",
             {{"texte", "mots de l’objet, de la référence, de l’acheteur ou des lots", "école"},
              {"acheteur", "numéro, SIRET ou nom de l’acheteur"},
              {"depuis", "première année de notification", "2026"},
              {"jusqu_a", "dernière année", "2027"},
              {"etat", "conforme, sans_condition, exception, a_verifier, non_soumis ou exclu", "a_verifier"},
              {"page", "page de 100 marchés, à partir de 1", "1"}},
             {true, true, true},
             "/spaser/condition"}};
}

}  // namespace clausier::web
