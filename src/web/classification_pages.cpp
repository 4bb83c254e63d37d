// Contracts that say nothing of their considerations: listed with suggestions, ticked, checked, classified, undone.
#include <algorithm>
#include <boost/json/array.hpp>

#include "classification_form.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/classification.hpp"
#include "form_view.hpp"
#include "market_query.hpp"
#include "page_links.hpp"
#include "route.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::int64_t on_page = 100;
constexpr std::int64_t everything = 1'000'000;
constexpr std::int64_t recent = 5;

store::UnclassifiedFilter filter_of(const Call& call, const ClassificationQuery& query) {
    store::UnclassifiedFilter out = query.filter;
    if (!query.buyer.empty()) out.buyer = app::find_buyer(call.base(), query.buyer).id;
    return out;
}

json::object list_view(Call& call, const http::Fields& shown, const ClassificationQuery& query,
                       const domain::UnclassifiedPage& page, std::vector<core::Issue> issues) {
    const FormReader reader(shown);
    const FormView form(std::move(issues));
    json::array lines = present::unclassified_views(page.lines);
    const auto ticked = shown.all("contrat");
    const bool all = reader.text("cocher") == "tout";
    for (json::value& line : lines) {
        json::object& one = line.as_object();
        const std::string id = std::to_string(one.at("id").as_int64());
        one["cochee"] = all || std::find(ticked.begin(), ticked.end(), id) != ticked.end();
    }
    json::array kept;
    for (const std::string_view name : kClassificationFilters)
        if (const std::string value = reader.text(name); !value.empty())
            kept.push_back({{"nom", name}, {"valeur", value}});
    json::object view{{"phrase", present::progress_phrase(page)},
                      {"avancement", present::progress_gauge(page)},
                      {"filtres", filter_fields(form, reader)},
                      {"choix", filter_choices(form, reader)},
                      {"gestes", gesture_views(reader)},
                      {"clause", clause_choice(form, reader, query.filter.axis)},
                      {"forme", form_choice(form, reader, query.filter.axis)},
                      {"gardes", std::move(kept)},
                      {"lignes", std::move(lines)},
                      {"vide_base", page.all == 0},
                      {"fini", page.all > 0 && page.left == 0},
                      {"plein", page.left > 0},
                      {"tout_cocher", classification_address(shown, "cocher", "tout")},
                      {"tout_decocher", classification_address(shown, "cocher", "")},
                      {"tout_coche", all},
                      {"pages", page_links({page_of(shown), page.left, on_page},
                                           [&](std::int64_t to) {
                                               return classification_address(shown, "page", std::to_string(to));
                                           })},
                      {"recents", present::classification_views(app::recent_classifications(call.base(), recent))},
                      {"jeton", call.token()}};
    view["a_des_recents"] = !view.at("recents").as_array().empty();
    form.summarise(view);
    return view;
}

// The list, with what was typed and what is wrong with it.
Reply list_page(Call& call, const http::Fields& shown, std::vector<core::Issue> issues, unsigned status) {
    require_page(call, issues);
    FormReader reader(shown);
    ClassificationQuery query = read_classification_query(reader);
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    const bool whole = call.format == Format::csv || call.format == Format::xlsx;
    query.filter.limit = whole ? everything : on_page;
    query.filter.offset = whole ? 0 : (page_of(shown) - 1) * on_page;
    const domain::UnclassifiedPage page = app::unclassified(call.base(), filter_of(call, query));
    Reply out;
    out.status = status;
    out.title = "Classer les contrats";
    out.trail = {{"/spaser", "SPASER"}};
    out.page = "spaser_classer.html";
    out.filename = "contrats-a-classer";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(page, query.filter.axis);
    if (call.html()) out.view = list_view(call, shown, query, page, std::move(issues));
    return out;
}

Reply list(Call& call) { return list_page(call, call.query, {}, 200); }

// What was ticked and decided, told before anything is written.
Reply verify(Call& call) {
    FormReader reader(call.form.fields);
    const ClassificationForm form = read_classification_form(reader);
    if (!reader.sound()) return list_page(call, call.form.fields, reader.issues(), 422);
    const domain::ChosenContracts chosen = app::chosen_contracts(call.base(), form.lots, form.axis);
    const auto decisions = decisions_of(form, chosen);
    if (decisions.empty()) {
        reader.refuse("geste", "aucune ligne cochée n’a de suggestion ; donnez-leur une clause, ou cochez-en d’autres");
        return list_page(call, call.form.fields, reader.issues(), 422);
    }
    Reply out;
    out.title = "Vérifier le classement";
    out.trail = {{"/spaser", "SPASER"}, {classification_address(call.form.fields, "", ""), "Classer les contrats"}};
    out.page = "spaser_classer_verifier.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = verification_view(form, chosen, decisions);
    out.view["gardes"] = hidden_fields(call.form.fields, decisions);
    out.view["retour"] = classification_address(call.form.fields, "", "");
    out.view["jeton"] = call.token();
    return out;
}

Reply classify(Call& call) {
    FormReader reader(call.form.fields);
    const ClassificationForm form = read_classification_form(reader);
    if (!reader.sound()) return list_page(call, call.form.fields, reader.issues(), 422);
    const auto decisions = decisions_of(form, app::chosen_contracts(call.base(), form.lots, form.axis));
    if (decisions.empty()) {
        reader.refuse("contrat", "les contrats cochés disent déjà quelque chose ; relisez la liste");
        return list_page(call, call.form.fields, reader.issues(), 409);
    }
    app::classify(call.session(), call.base(), form.axis, decisions);
    return Reply::see(classification_address(call.form.fields, "", ""), "contrats-classes");
}

Reply sheet_page(Call& call, std::vector<core::Issue> issues) {
    require_page(call, issues, true);
    const domain::ClassificationSheet sheet =
        app::classification(call.base(), domain::Id<domain::Classification>{call.id()});
    Reply out;
    out.status = issues.empty() ? 200 : 409;
    out.title = "Classement n°\u00a0" + std::to_string(call.id());
    out.trail = {{"/spaser", "SPASER"}, {"/spaser/classer", "Classer les contrats"}};
    out.page = "spaser_classement.html";
    out.filename = "classement-" + std::to_string(call.id());
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(sheet);
    if (!call.html()) return out;
    for (core::Issue& issue : issues) {
        issue.text = issue.sentence();
        issue.where.clear();
    }
    const FormView form(std::move(issues));
    out.view = present::classification_view(sheet);
    out.view["action"] = "/spaser/classer/" + std::to_string(call.id()) + "/annuler";
    out.view["jeton"] = call.token();
    form.summarise(out.view);
    return out;
}

Reply see(Call& call) { return sheet_page(call, {}); }

Reply undo(Call& call) {
    try {
        const auto undone =
            app::undo_classification(call.session(), call.base(), domain::Id<domain::Classification>{call.id()});
        return Reply::see("/spaser/classer?considerations=" + std::string(code(undone.axis)), "classement-annule");
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::conflict) throw;
        return sheet_page(call, error.issues());
    }
}

}  // namespace

std::vector<Route> classification_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du classement", "1"};
    std::vector<Parameter> form = classification_parameters();
    form.push_back({"contrat", "numéro d’un lot ; autant de fois qu’il y en a", "1"});
    form.push_back({"geste", "suggestion, clause ou aucune", "aucune"});
    form.push_back({"clause", "sorte de clause, ou considération environnementale", ""});
    form.push_back({"forme", "clause, critere ou les_deux", ""});
    std::vector<Parameter> list_parameters = classification_parameters();
    list_parameters.push_back({"cocher", "tout : chaque ligne est cochée"});
    return {{"GET",
             "/spaser/classer",
             Action::spaser_read,
             list,
             "Les contrats dont les considérations ne sont pas renseignées, avec une suggestion",
             list_parameters,
             {true, true, true},
             "/spaser/classer"},
            {"POST", "/spaser/classer/verifier", Action::spaser_write, verify,
             "Ce que donnerait un classement, avant de l’enregistrer", form, page, ""},
            {"POST", "/spaser/classer", Action::spaser_write, classify, "Classe les contrats cochés", form, page,
             "considerations=sociale&contrat=1&geste=aucune"},
            {"GET",
             "/spaser/classer/{id}",
             Action::spaser_read,
             see,
             "Un classement : ce que chaque contrat a reçu",
             {id},
             {true, true, true},
             ""},
            {"POST",
             "/spaser/classer/{id}/annuler",
             Action::spaser_write,
             undo,
             "Annule un classement : ses contrats redeviennent non renseignés",
             {id},
             page,
             ""}};
}

}  // namespace clausier::web
