// The clauses of a lot in detail, its environmental considerations, and the summary that follows from them.
#include <algorithm>
#include <boost/json/array.hpp>

#include "clausier/app/lot_hours.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/domain/social_state.hpp"
#include "clausier/present/lots.hpp"
#include "edit_form.hpp"
#include "market_sheet_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

std::string url_of(const domain::Lot& lot) { return "/lots/" + std::to_string(lot.id.value); }

domain::LotSheet sheet_of(const Call& call) { return app::lot_sheet(call.base(), domain::Id<domain::Lot>{call.id()}); }

std::string form_name(const domain::ClauseKind& kind) { return "forme_" + kind.code; }

// What a form says, as the lists that the rules read.
std::string said_clauses(const http::Fields& fields) {
    std::string out;
    for (const std::string_view code : fields.all("clause")) {
        out += (out.empty() ? "" : ", ") + std::string(code);
        const domain::ClauseKind* kind = domain::CodeLists::embedded().clause_kind(code);
        const std::string form = kind && domain::has_forms(*kind) ? FormReader(fields).text(form_name(*kind)) : "";
        if (!form.empty()) out += ":" + form;
    }
    return out;
}

std::string said_environmental(const http::Fields& fields) {
    std::string out;
    for (const std::string_view word : fields.all("environnement"))
        out += (out.empty() ? "" : ", ") + std::string(word);
    return out;
}

http::Fields fields_of(const domain::LotSheet& sheet) {
    http::Fields out;
    for (const domain::LotClause& clause : sheet.clauses) {
        out.add("clause", clause.kind);
        if (domain::has_forms(*domain::CodeLists::embedded().clause_kind(clause.kind)))
            out.add("forme_" + clause.kind, std::string(code(clause.form)));
    }
    const auto words = sheet.lot.environmental.value_or("");
    for (const std::string& word : domain::environmental_considerations())
        if ((", " + words + ",").find(", " + word + ",") != std::string::npos) out.add("environnement", word);
    return out;
}

bool said(const http::Fields& fields, std::string_view name, std::string_view value) {
    const auto all = fields.all(name);
    return std::find(all.begin(), all.end(), value) != all.end();
}

json::array kind_views(const FormView& form, const http::Fields& shown) {
    const FormReader reader(shown);
    std::vector<std::pair<std::string, std::string>> forms;
    for (const domain::ClauseForm one : domain::all_clause_forms)
        forms.emplace_back(std::string(code(one)), std::string(label(one)));
    json::array out;
    for (const domain::ClauseKind* kind : domain::lot_clause_kinds()) {
        json::value choice;
        const std::string of = "Forme\u00a0: " + kind->label;
        if (domain::has_forms(*kind)) {
            const std::string name = form_name(*kind);
            const std::string value = reader.text(name);
            choice = form.choice({name, of}, value.empty() ? "clause" : value, forms);
        }
        out.push_back({{"code", kind->code},
                       {"libelle", kind->label},
                       {"article", kind->article},
                       {"cochee", said(shown, "clause", kind->code)},
                       {"forme", std::move(choice)}});
    }
    return out;
}

json::array environmental_views(const http::Fields& shown) {
    json::array out;
    for (const std::string& word : domain::environmental_considerations())
        out.push_back({{"id", "environnement-" + std::to_string(out.size() + 1)},
                       {"nom", "environnement"},
                       {"valeur", word},
                       {"libelle", word},
                       {"cochee", said(shown, "environnement", word)}});
    return out;
}

json::value fault_of(const std::vector<core::Issue>& issues, std::string_view field) {
    for (const core::Issue& issue : issues)
        if (issue.where == field) return json::value(issue.text);
    return nullptr;
}

Reply form_page(Call& call, const domain::LotSheet& sheet, const http::Fields& shown, std::vector<core::Issue> issues,
                bool conflict) {
    require_page(call, issues, conflict);
    // The fields of the model are those of the form.
    for (core::Issue& issue : issues) {
        if (issue.where == "clauses" || issue.where == "considerations_sociales") issue.where = "clause";
        if (issue.where == "considerations_environnementales") issue.where = "environnement";
    }
    const FormView form(issues);
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = "Clauses du lot";
    out.trail = {{"/marches", "Marchés"},
                 {"/marches/" + std::to_string(sheet.market.id.value),
                  sheet.market.object.empty() ? sheet.market.reference : sheet.market.object},
                 {url_of(sheet.lot), sheet.lot.title.empty() ? "Lot " + sheet.lot.number : sheet.lot.title}};
    out.page = "lot_clauses.html";
    out.headers.set("Cache-Control", "no-store");
    const json::value environmental_fault = fault_of(issues, "environnement");
    out.view = {{"jeton", call.token()},
                {"action", url_of(sheet.lot) + "/clauses"},
                {"retour", url_of(sheet.lot)},
                {"revision", shown_revision(call.form.fields, sheet.lot.revision, conflict)},
                {"conflit", conflict},
                {"sortes", kind_views(form, shown)},
                {"erreur_clause", fault_of(issues, "clause")},
                {"resume", sheet.lot.considerations.value_or("")},
                {"environnement",
                 json::object{{"id", "environnement"},
                              {"libelle", "Considérations environnementales"},
                              {"decrit_par",
                               environmental_fault.is_null() ? json::value() : json::value("environnement-erreur")},
                              {"erreur", environmental_fault},
                              {"options", environmental_views(shown)}}}};
    form.summarise(out.view);
    return out;
}

Reply edit_page(Call& call) {
    const domain::LotSheet sheet = sheet_of(call);
    return form_page(call, sheet, fields_of(sheet), {}, false);
}

Reply edit(Call& call) {
    const domain::LotSheet sheet = sheet_of(call);
    FormReader reader(call.form.fields);
    domain::Lot lot = sheet.lot;
    lot.revision = reader.whole("revision").value_or(0);
    const auto clauses = domain::parse_lot_clauses(said_clauses(call.form.fields));
    if (!clauses) reader.refuse("clause", clauses.error().text);
    const auto words = domain::parse_environmental_considerations(said_environmental(call.form.fields));
    if (!words) reader.refuse("environnement", words.error().text);
    if (!reader.sound()) return form_page(call, sheet, call.form.fields, reader.issues(), false);
    lot.environmental = *words;
    try {
        app::update_lot(call.session(), call.base(), lot, *clauses);
        return Reply::see(url_of(lot), "clauses-enregistrees");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return form_page(call, sheet_of(call), call.form.fields, error.issues(),
                         error.kind() == core::ErrorKind::conflict);
    }
}

// The summary becomes what the detail says.
Reply align(Call& call) {
    const domain::LotSheet sheet = sheet_of(call);
    FormReader reader(call.form.fields);
    domain::Lot lot = sheet.lot;
    lot.revision = reader.whole("revision").value_or(0);
    app::update_lot(call.session(), call.base(), lot, sheet.clauses);
    return Reply::see(url_of(lot), "resume-aligne");
}

}  // namespace

json::object clauses_view(const domain::LotSheet& sheet) {
    json::array list;
    for (const domain::LotClause& clause : sheet.clauses)
        list.push_back(json::object{{"texte", domain::label_of({clause})}});
    const bool differs = sheet.summary && sheet.summary != sheet.lot.considerations;
    return {{"liste", std::move(list)},
            {"detaillees", !sheet.clauses.empty()},
            {"resume", sheet.lot.considerations.value_or("")},
            {"deduit", sheet.summary.value_or("")},
            {"differe", differs},
            {"environnement", sheet.lot.environmental.value_or("")},
            {"revision", std::to_string(sheet.lot.revision)},
            {"modifier", url_of(sheet.lot) + "/clauses"},
            {"aligner", url_of(sheet.lot) + "/clauses/aligner"}};
}

std::vector<Route> lot_clause_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro du lot dans la base", "1"};
    std::vector<Parameter> fields{id, {"clause", "sorte de clause ; autant de fois qu’il en a", "insertion"}};
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const domain::ClauseKind* kind : domain::lot_clause_kinds())
            if (domain::has_forms(*kind)) out.push_back(form_name(*kind));
        return out;
    }();
    for (const std::string& name : names) fields.push_back({name, "clause, critere ou les_deux", "clause"});
    fields.push_back({"environnement", "considération environnementale ; autant de fois qu’il en a"});
    const Parameter revision{"revision", "la version du lot qui a été lue", "1", true};
    fields.push_back(revision);
    return {{"GET",
             "/lots/{id}/clauses",
             Action::market_write,
             edit_page,
             "Le formulaire des clauses d’un lot",
             {id},
             page,
             "/lots/1/clauses"},
            {"POST", "/lots/{id}/clauses", Action::market_write, edit,
             "Change les clauses d’un lot et ses considérations environnementales ; le résumé DECP s’en déduit",
             std::move(fields), page, "clause=insertion&revision=1"},
            {"POST",
             "/lots/{id}/clauses/aligner",
             Action::market_write,
             align,
             "Remplace le résumé DECP d’un lot par celui de ses clauses",
             {id, revision},
             page,
             "revision=1"}};
}

}  // namespace clausier::web
