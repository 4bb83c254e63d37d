// Retention and the register of processing: what the data protection officer reads, changes and prints.
#include "clausier/app/privacy.hpp"
#include "clausier/app/processing_register.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/core/french.hpp"
#include "clausier/present/people.hpp"
#include "clausier/present/processing_register.hpp"
#include "edit_form.hpp"
#include "entry_form.hpp"
#include "person_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
namespace french = core::french;
using domain::ProcessingActivity;

const Crumb home{"/rgpd", "Données personnelles"};
const Crumb register_crumb{"/rgpd/registre", "Registre des traitements"};

json::array planned(const std::vector<domain::PlannedRemoval>& list) {
    json::array out;
    for (const domain::PlannedRemoval& one : list)
        out.push_back({{"pseudonyme", one.participant.pseudonym},
                       {"url", person_url(one.participant.pseudonym)},
                       {"quand", one.removal.on ? french::date(*one.removal.on) : "à la levée du gel"},
                       {"pourquoi", one.removal.because ? domain::label(one.removal.because->kind) : ""}});
    return out;
}

Reply plan(Call& call) {
    const app::PurgePlan found = app::purge_plan(call.session(), call.base());
    Reply out;
    out.title = "Données personnelles";
    out.page = "rgpd.html";
    out.filename = "purge";
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(found);
    if (!call.html()) return out;
    json::array copies;
    for (const std::string& copy : found.copies) copies.emplace_back(json::object{{"nom", copy}});
    const auto months = [](std::int64_t n) { return french::number(n, 1) + "\u00a0mois"; };
    out.view = {{"jeton", call.token()},
                {"noms_duree", months(found.rules.name_months)},
                {"journaux_duree", months(found.rules.log_months)},
                {"copies_duree", french::number(found.rules.copy_days, 1) + "\u00a0jours"},
                {"a_retirer", planned(found.due)},
                {"a_venir", planned(found.upcoming)},
                {"geles", planned(found.held)},
                {"rien", found.due.empty() && found.upcoming.empty() && found.held.empty()},
                {"a_purger", !found.due.empty() || !found.copies.empty()},
                {"nombre", french::count(found.due.size(), "nom")},
                {"a_des_copies", !copies.empty()},
                {"copies", std::move(copies)},
                {"en_parcours", french::count(static_cast<std::uint64_t>(found.open), "personne")}};
    return out;
}

Reply purge(Call& call) {
    const app::Purged done = app::purge(call.session(), call.base());
    return Reply::see("/rgpd", done.remarks.empty() ? "purge-faite" : "purge-a-finir");
}

Reply lift(Call& call) {
    app::lift(call.session(), call.base(), {call.id()});
    return Reply::see("/rgpd", "gel-leve");
}

Reply show_register(Call& call) {
    const auto all = app::processing_register(call.session(), call.base());
    const app::Identity identity = app::identity(call.base());
    Reply out;
    out.title = register_crumb.label;
    out.trail = {home};
    out.page = "rgpd_registre.html";
    out.filename = "registre-des-traitements";
    out.answer = present::answer(all);
    out.document = present::register_document(all, identity.publisher.empty() ? identity.name : identity.publisher,
                                              call.app.clock.now());
    if (!call.html()) return out;
    json::array list;
    for (const ProcessingActivity& one : all) {
        json::array parts;
        for (const domain::ActivityPart& part : domain::activity_parts())
            if (part.name != "nom") parts.push_back({{"libelle", part.label}, {"texte", one.*part.text}});
        list.push_back({{"nom", one.name},
                        {"retire", one.withdrawn},
                        {"modifie", one.changed},
                        {"modifier", "/rgpd/registre/" + one.code + "/modifier"},
                        {"parties", std::move(parts)}});
    }
    out.view = {{"traitements", std::move(list)}};
    return out;
}

http::Fields fields_of(const ProcessingActivity& one) {
    http::Fields out;
    for (const domain::ActivityPart& part : domain::activity_parts()) out.add(std::string(part.name), one.*part.text);
    if (one.withdrawn) out.add("retire", "oui");
    return out;
}

Reply activity_page(Call& call, const ProcessingActivity& today, const http::Fields& fields,
                    std::vector<core::Issue> issues, bool conflict) {
    const FormView view(issues);
    const FormReader typed(fields);
    const bool fresh = today.code.empty();
    EntryForm form;
    form.title = fresh ? "Ajouter un traitement" : "Modifier un traitement";
    form.trail = {home, register_crumb};
    form.action = fresh ? "/rgpd/registre/nouveau" : "/rgpd/registre/" + today.code + "/modifier";
    form.back = "/rgpd/registre";
    form.back_text = "revenir au registre";
    form.revision = shown_revision(call.form.fields, today.revision, conflict);
    if (!fresh && today.changed) {
        form.remove = "/rgpd/registre/" + today.code + "/retablir";
        form.remove_text = "Revenir au texte du programme";
    }
    form.conflict = conflict;
    for (const domain::ActivityPart& part : domain::activity_parts()) {
        const FieldView spec{part.name, part.label, {}, {}, "text", part.name == "nom"};
        (part.name == "nom" ? form.fields : form.texts).emplace_back(view.field(spec, typed.text(part.name)));
    }
    form.boxes = {box_field("retire", "Ce traitement", {{"oui", "n’a pas lieu ici"}}, typed.all("retire"), issues)};
    form.issues = std::move(issues);
    return entry_page(call, std::move(form), view);
}

ProcessingActivity activity_of(const Call& call) {
    return app::find_activity(call.session(), call.base(), call.parts.at(0));
}

Reply keep(Call& call, const ProcessingActivity& today) {
    FormReader reader(call.form.fields);
    ProcessingActivity edited = today;
    for (const domain::ActivityPart& part : domain::activity_parts()) edited.*part.text = reader.text(part.name);
    edited.withdrawn = !reader.all("retire").empty();
    edited.revision = reader.whole("revision").value_or(0);
    if (!reader.sound()) return activity_page(call, today, call.form.fields, reader.issues(), false);
    try {
        app::save_activity(call.session(), call.base(), edited);
        return Reply::see("/rgpd/registre", "traitement-enregistre");
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return activity_page(call, today, call.form.fields, error.issues(), error.kind() == core::ErrorKind::conflict);
    }
}

Reply new_activity(Call& call) { return activity_page(call, {}, {}, {}, false); }
Reply add_activity(Call& call) { return keep(call, {}); }
Reply see_activity(Call& call) {
    const ProcessingActivity one = activity_of(call);
    return activity_page(call, one, fields_of(one), {}, false);
}
Reply edit_activity(Call& call) { return keep(call, activity_of(call)); }
Reply reset_activity(Call& call) {
    app::reset_activity(call.session(), call.base(), call.parts.at(0));
    return Reply::see("/rgpd/registre", "traitement-retabli");
}

std::vector<Parameter> activity_parameters(bool known) {
    std::vector<Parameter> out;
    if (known)
        out = {{"code", "le code du traitement", "rqth", true}, {"revision", "la version qui a été lue", "0", true}};
    for (const domain::ActivityPart& part : domain::activity_parts())
        out.push_back({part.name, part.label, {}, part.name == "nom"});
    out.push_back({"retire", "oui si le traitement n’a pas lieu ici"});
    return out;
}

}  // namespace

std::vector<Route> privacy_routes() {
    constexpr Formats page_only{true, false, false};
    constexpr Action right = Action::privacy_manage;
    const Parameter code{"code", "le code du traitement", "rqth", true};
    return {{"GET",
             "/rgpd",
             right,
             plan,
             "Ce que la prochaine purge retirera, ce que des gels retiennent",
             {},
             {true, true, true},
             "/rgpd"},
            {"POST", "/rgpd/purger", right, purge, "Retire les noms dont le délai est atteint", {}, page_only, ""},
            {"POST",
             "/rgpd/gels/{id}/lever",
             right,
             lift,
             "Lève un gel",
             {{"id", "numéro du gel", "1", true}},
             page_only,
             ""},
            {"GET",
             "/rgpd/registre",
             right,
             show_register,
             "Le registre des traitements",
             {},
             {true, true, true, true},
             "/rgpd/registre"},
            {"GET",
             "/rgpd/registre/nouveau",
             right,
             new_activity,
             "Le formulaire d’un traitement",
             {},
             page_only,
             "/rgpd/registre/nouveau"},
            {"POST", "/rgpd/registre/nouveau", right, add_activity, "Ajoute un traitement au registre",
             activity_parameters(false), page_only, "nom=Badges+des+locaux"},
            {"GET",
             "/rgpd/registre/{code}/modifier",
             right,
             see_activity,
             "Le formulaire d’un traitement du registre",
             {code},
             page_only,
             "/rgpd/registre/rqth/modifier"},
            {"POST", "/rgpd/registre/{code}/modifier", right, edit_activity, "Change un traitement du registre",
             activity_parameters(true), page_only, ""},
            {"POST",
             "/rgpd/registre/{code}/retablir",
             right,
             reset_activity,
             "Revient au texte du programme",
             {code},
             page_only,
             ""}};
}

}  // namespace clausier::web
