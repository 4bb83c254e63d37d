// A structure added or changed.
#include <boost/json/array.hpp>

#include "clausier/app/structures.hpp"
#include "edit_form.hpp"
#include "structure_form.hpp"
#include "structure_pages.hpp"

namespace clausier::web {
namespace {

// `kept` is empty while the structure is not there yet.
Reply form_page(Call& call, const domain::Structure& kept, const http::Fields& shown, std::vector<core::Issue> issues,
                bool conflict) {
    issues = beside_dates(std::move(issues), shown);
    require_page(call, issues, conflict);
    const FormView form(issues);
    const bool fresh = kept.id.empty();
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = fresh ? "Ajouter une structure" : "Modifier la structure";
    out.trail = {{"/structures", "Structures"}};
    if (!fresh) out.trail.push_back({structure_url(kept.id), kept.name});
    out.page = "structure_modifier.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = structure_form_view(form, shown);
    out.view["jeton"] = call.token();
    out.view["action"] = fresh ? "/structures/creer" : structure_url(kept.id) + "/modifier";
    out.view["retour"] = fresh ? "/structures" : structure_url(kept.id);
    out.view["revision"] = shown_revision(call.form.fields, kept.revision, conflict);
    out.view["conflit"] = conflict;
    form.summarise(out.view);
    return out;
}

Reply creation_page(Call& call) { return form_page(call, {}, call.query, {}, false); }

Reply create(Call& call) {
    FormReader reader(call.form.fields);
    const domain::Structure draft = read_structure(reader, {});
    if (!reader.sound()) return form_page(call, {}, call.form.fields, reader.issues(), false);
    try {
        const auto made = app::add_structure(call.session(), call.base(), draft);
        return Reply::see(structure_url(made.structure.id), "structure-ajoutee");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return form_page(call, {}, call.form.fields, error.issues(), false);
    }
}

domain::Structure kept_structure(const Call& call) {
    return app::structure_sheet(call.session(), call.base(), {call.id()}).structure;
}

Reply edit_page(Call& call) {
    const domain::Structure kept = kept_structure(call);
    return form_page(call, kept, fields_of(kept), {}, false);
}

Reply edit(Call& call) {
    const domain::Structure kept = kept_structure(call);
    FormReader reader(call.form.fields);
    const domain::Structure edited = read_structure(reader, kept);
    if (!reader.sound()) return form_page(call, kept, call.form.fields, reader.issues(), false);
    try {
        app::update_structure(call.session(), call.base(), edited);
        return Reply::see(structure_url(kept.id), "structure-modifiee");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return form_page(call, kept_structure(call), call.form.fields, error.issues(),
                         error.kind() == core::ErrorKind::conflict);
    }
}

std::vector<Parameter> values(std::vector<Parameter> out) {
    const std::vector<Parameter> fields = {{"type", "type de structure", "ACI", true},
                                           {"nom", "raison sociale", "Les Tilleuls", true},
                                           {"siret", "SIRET en usage", "21990001000014"},
                                           {"departement", "code du département", "57"},
                                           {"code_postal", "code postal", "57000"},
                                           {"commune", "commune", "Metz"},
                                           {"naf", "code NAF"},
                                           {"source", "d’où vient l’information"},
                                           {"fermee_le", "premier jour où elle est fermée"},
                                           {"agrement_1_genre", "convention, esus ou ess (puis _2, _3…)", "convention"},
                                           {"agrement_1_du", "premier jour", "2025-01-01"},
                                           {"agrement_1_au", "dernier jour", "2026-12-31"}};
    out.insert(out.end(), fields.begin(), fields.end());
    return out;
}

}  // namespace

std::vector<Route> structure_edit_routes() {
    constexpr Formats page{true, false, false};
    const Parameter id{"id", "numéro de la structure", "1"};
    std::vector<Parameter> edited = values({id});
    edited.push_back({"revision", "la version qui a été lue", "1", true});
    return {{"GET",
             "/structures/creer",
             Action::structure_write,
             creation_page,
             "Le formulaire d’une structure nouvelle",
             {},
             page,
             "/structures/creer"},
            {"POST", "/structures/creer", Action::structure_write, create, "Ajoute une structure", values({}), page,
             "type=ACI&nom=Les+Tilleuls"},
            {"GET",
             "/structures/{id}/modifier",
             Action::structure_write,
             edit_page,
             "Le formulaire d’une structure",
             {id},
             page,
             "/structures/1/modifier"},
            {"POST", "/structures/{id}/modifier", Action::structure_write, edit, "Change une structure",
             std::move(edited), page, ""}};
}

}  // namespace clausier::web
