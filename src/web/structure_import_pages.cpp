// Lists of structures sent, looked at, kept, and undone.
#include <boost/json/array.hpp>

#include "clausier/app/structure_imports.hpp"
#include "clausier/present/structures.hpp"
#include "edit_form.hpp"
#include "plain_import.hpp"
#include "structure_form.hpp"
#include "structure_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

constexpr std::uint64_t upload_limit = 32ULL << 20;

json::array options_view(const FormView& form, const FormReader& shown) {
    return {form.choice({"type", "Type des lignes qui n’en disent pas"}, shown.text("type"),
                        kind_choices("(aucun : le fichier le dit)"))};
}

json::object source_field(const FormView& form, const FormReader& shown) {
    return form.field({"source", "Source", "d’où vient la liste, par exemple le service et la date"},
                      shown.text("source"));
}

Reply deposit_page(Call& call, std::vector<core::Issue> issues) {
    require_page(call, issues);
    const FormView form(issues);
    const FormReader shown(call.form.fields);
    Reply out;
    out.status = edit_status(issues, false);
    out.title = "Importer des structures";
    out.trail = {{"/structures", "Structures"}};
    out.page = "structures_importer.html";
    out.headers.set("Cache-Control", "no-store");
    const auto imports = app::list_structure_imports(call.base(), 20);
    json::array known;
    for (const domain::StructureImport& one : imports)
        known.push_back({{"id", one.id.value},
                         {"fichier", one.file_name},
                         {"lues", one.rows_read},
                         {"annule", one.undone_at.has_value()}});
    out.view = {
        {"jeton", call.token()},
        {"fichier", file_field(form, "La liste de structures")},
        {"champs", json::array{form.field({"feuille", "Feuille", "vide\u00a0: la première"}, shown.text("feuille")),
                               source_field(form, shown)}},
        {"choix", options_view(form, shown)},
        {"a_des_imports", !known.empty()},
        {"imports", std::move(known)}};
    form.summarise(out.view);
    return out;
}

Reply deposit_form(Call& call) { return deposit_page(call, {}); }

Reply receive(Call& call) {
    const std::string id = deposit(call);
    if (id.empty()) return deposit_page(call, {no_file()});
    const FormReader sent(call.form.fields);
    http::Fields query;
    for (const char* name : {"type", "source"})
        if (!sent.text(name).empty()) query.add(name, sent.text(name));
    return Reply::see("/structures/importer/" + id + (query.empty() ? "" : "?" + http::encode_query(query)));
}

domain::StructureTable table_of(const http::Fields& sent) {
    const FormReader reader(sent);
    return domain::StructureTable({reader.text("type"), reader.text("source")},
                                  plain_choices(sent, domain::structure_columns()));
}

// The list as it would be kept, or why it cannot be; nothing is kept.
Reply preview_page(Call& call, const http::Fields& sent, std::vector<core::Issue> issues) {
    const app::WaitingFile file = call.app.uploads->find(call.parts.at(0));
    domain::StructureTable table = table_of(sent);
    for (core::Issue& issue : read_waiting(file, table)) issues.push_back(std::move(issue));
    std::optional<domain::StructureImportOutcome> outcome;
    if (issues.empty()) try {
            outcome = app::try_structures(call.session(), call.base(), table, file.name);
        } catch (const core::Error& error) {
            if (!mendable(error)) throw;
            issues = error.issues();
        }
    require_page(call, issues);
    Reply out;
    out.status = edit_status(issues, false);
    out.title = "Vérifier l’import";
    out.trail = {{"/structures", "Structures"}, {"/structures/importer", "Importer"}};
    out.page = "structures_essai.html";
    out.filename = "structures-essai";
    out.headers.set("Cache-Control", "no-store");
    if (outcome) out.answer = present::answer(*outcome);
    if (!call.html()) return out;
    const FormView form(issues);
    const FormReader shown(sent);
    out.view = {{"jeton", call.token()},
                {"adresse", "/structures/importer/" + call.parts.at(0)},
                {"fichier", file.name},
                {"bilan", outcome ? json::value(present::structure_import_view(*outcome)) : json::value(nullptr)},
                {"gardes", kept_fields(sent)},
                {"colonnes", plain_columns_view(table.columns(), domain::structure_columns(), form)},
                {"choix", options_view(form, shown)},
                {"source", source_field(form, shown)},
                {"doute", !issues.empty()}};
    form.summarise(out.view);
    return out;
}

Reply preview(Call& call) { return preview_page(call, call.query, {}); }

Reply keep(Call& call) {
    const app::WaitingFile file = call.app.uploads->find(call.parts.at(0));
    domain::StructureTable table = table_of(call.form.fields);
    if (const auto issues = read_waiting(file, table); !issues.empty()) return preview_page(call, call.form.fields, {});
    try {
        const auto done = app::import_structures(call.session(), call.base(), table, file.name, file.path);
        call.app.uploads->forget(call.parts.at(0));
        return Reply::see("/structures/imports/" + std::to_string(done.import.id.value), "structures-importees");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return preview_page(call, call.form.fields, {});  // which says the same
    }
}

Reply see(Call& call) {
    const auto outcome = app::structure_import(call.base(), {call.id()});
    Reply out;
    out.title = "Import de structures n°\u00a0" + std::to_string(outcome.import.id.value);
    out.trail = {{"/structures", "Structures"}, {"/structures/importer", "Importer"}};
    out.page = "structures_import.html";
    out.filename = "import-de-structures";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(outcome);
    if (!call.html()) return out;
    out.view = {{"jeton", call.token()},
                {"adresse", "/structures/imports/" + std::to_string(outcome.import.id.value)},
                {"fichier", outcome.import.file_name},
                {"annule", outcome.import.undone_at.has_value()},
                {"bilan", present::structure_import_view(outcome)}};
    return out;
}

Reply undo(Call& call) {
    app::undo_structure_import(call.session(), call.base(), {call.id()});
    return Reply::see("/structures/imports/" + std::to_string(call.id()), "structures-annulees");
}

}  // namespace

std::vector<Route> structure_import_routes() {
    constexpr Formats page{true, false, false};
    const Parameter type{"type", "type des lignes qui n’en disent pas", "EI"};
    const Parameter source{"source", "d’où vient la liste"};
    const Parameter column{"colonne_1", "ce que donne la première colonne : nom, siret… (puis _2, _3…)"};
    const Parameter waiting{"depot", "le dépôt qui attend"};
    const Parameter id{"id", "numéro de l’import", "1"};
    return {
        {"GET",
         "/structures/importer",
         Action::structure_import,
         deposit_form,
         "Le dépôt d’une liste de structures",
         {},
         page,
         "/structures/importer"},
        {"POST",
         "/structures/importer",
         Action::structure_import,
         receive,
         "Reçoit une liste de structures, à vérifier avant de la garder",
         {{"fichier", "la liste : xlsx, ods, xls ou csv", {}, true}, {"feuille", "nom de la feuille"}, type, source},
         page,
         "",
         false,
         upload_limit,
         true},
        {"GET",
         "/structures/importer/{depot}",
         Action::structure_import,
         preview,
         "Ce que changerait la liste déposée ; rien n’est enregistré",
         {waiting, type, source, column},
         {true, true, true},
         ""},
        {"POST",
         "/structures/importer/{depot}",
         Action::structure_import,
         keep,
         "Importe la liste déposée",
         {waiting, type, source, column},
         page,
         ""},
        {"GET",
         "/structures/imports/{id}",
         Action::structure_import,
         see,
         "Un import de structures et ce qui est dit de ses lignes",
         {id},
         {true, true, true},
         ""},
        {"POST",
         "/structures/imports/{id}/annuler",
         Action::structure_import,
         undo,
         "Annule un import de structures en entier",
         {id},
         page,
         ""}};
}

}  // namespace clausier::web
