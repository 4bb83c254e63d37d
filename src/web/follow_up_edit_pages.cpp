// A contact, an exchange or a task changed or removed.
#include "clausier/app/follow_up.hpp"
#include "clausier/present/follow_up_views.hpp"
#include "edit_form.hpp"
#include "follow_up_pages.hpp"

namespace clausier::web {
namespace {

// How each kind is found and told.
template <class T>
struct Kind;
template <>
struct Kind<domain::Task> {
    static constexpr std::string_view word = "tache", title = "Modifier la tâche", remove = "Retirer cette tâche",
                                      changed = "tache-modifiee", removed = "tache-retiree";
    static constexpr auto find = app::find_task;
};
template <>
struct Kind<domain::Exchange> {
    static constexpr std::string_view word = "echange", title = "Modifier l’échange", remove = "Retirer cet échange",
                                      changed = "echange-modifie", removed = "echange-retire";
    static constexpr auto find = app::find_exchange;
};
template <>
struct Kind<domain::Contact> {
    static constexpr std::string_view word = "contact", title = "Modifier le contact", remove = "Retirer ce contact",
                                      changed = "contact-modifie", removed = "contact-retire";
    static constexpr auto find = app::find_contact;
};

template <class T>
T kept(const Call& call) {
    return Kind<T>::find(call.base(), {call.id()});
}

template <class T>
Reply form_page(Call& call, const T& value, const http::Fields& shown, std::vector<core::Issue> issues, bool conflict) {
    require_page(call, issues, conflict);
    const domain::FollowUp follow_up = app::follow_up(call.base(), value.subject);
    const FormView form(issues);
    const std::string own = "/suivi/" + std::string(Kind<T>::word) + "s/" + std::to_string(value.id.value);
    Reply out;
    out.status = edit_status(issues, conflict);
    out.title = Kind<T>::title;
    out.trail = {{present::sheet_url(value.subject), follow_up.about.name}, {follow_up_home(value.subject), "Suivi"}};
    out.page = "suivi_modifier.html";
    out.headers.set("Cache-Control", "no-store");
    out.view = form_fields(Kind<T>::word, form, shown, follow_up, "");
    out.view["jeton"] = call.token();
    out.view["action"] = own + "/modifier";
    out.view["retour"] = follow_up_home(value.subject);
    out.view["revision"] = shown_revision(call.form.fields, value.revision, conflict);
    out.view["conflit"] = conflict;
    out.view["retirer"] = own + "/retirer";
    out.view["retirer_texte"] = Kind<T>::remove;
    form.summarise(out.view);
    return out;
}

template <class T>
Reply edit_page(Call& call) {
    const T value = kept<T>(call);
    return form_page(call, value, fields_of(value), {}, false);
}

template <class T>
Reply edit(Call& call) {
    const T today = kept<T>(call);
    FormReader reader(call.form.fields);
    const T edited = read(reader, today);
    if (!reader.sound()) return form_page(call, today, call.form.fields, reader.issues(), false);
    try {
        app::update(call.session(), call.base(), edited);
        return Reply::see(follow_up_home(today.subject), Kind<T>::changed);
    } catch (const core::Error& error) {
        if (!mendable(error)) throw;
        return form_page(call, kept<T>(call), call.form.fields, error.issues(),
                         error.kind() == core::ErrorKind::conflict);
    }
}

template <class T>
Reply remove(Call& call) {
    const T gone = app::remove(call.session(), call.base(), domain::Id<T>{call.id()});
    return Reply::see(follow_up_home(gone.subject), Kind<T>::removed);
}

// The three routes of a kind; `fields` are those of its form.
struct Words {
    std::string_view edit, remove, form, change, take_away, number;
};
template <class T>
void add_routes(std::vector<Route>& out, const Words& words, std::vector<Parameter> fields) {
    constexpr Formats page_only{true, false, false};
    const Parameter id{"id", words.number, "1"};
    fields.insert(fields.begin(), id);
    fields.push_back({"revision", "la version qui a été lue", "1", true});
    out.push_back({"GET", words.edit, Action::follow_up_write, edit_page<T>, words.form, {id}, page_only, ""});
    out.push_back(
        {"POST", words.edit, Action::follow_up_write, edit<T>, words.change, std::move(fields), page_only, ""});
    out.push_back({"POST", words.remove, Action::follow_up_write, remove<T>, words.take_away, {id}, page_only, ""});
}

}  // namespace

std::vector<Route> follow_up_edit_routes() {
    const Parameter owner{"referent", "qui s’en charge", "Équipe insertion"};
    std::vector<Route> out;
    add_routes<domain::Task>(out,
                             {"/suivi/taches/{id}/modifier", "/suivi/taches/{id}/retirer", "Le formulaire d’une tâche",
                              "Change une tâche", "Retire une tâche", "numéro de la tâche"},
                             {{"titre", "ce qu’il y a à faire", "Rappeler l’acheteur", true},
                              {"echeance", "pour quel jour", "2026-11-25"},
                              owner});
    add_routes<domain::Exchange>(
        out,
        {"/suivi/echanges/{id}/modifier", "/suivi/echanges/{id}/retirer", "Le formulaire d’un échange",
         "Change un échange", "Retire un échange", "numéro de l’échange"},
        {{"nature", "appel, reunion, visite ou message", "appel", true},
         {"date", "le jour de l’échange ou du rendez-vous", "2026-11-20", true},
         {"contact", "numéro du contact"},
         owner,
         {"resume", "l’échange en une ligne", "Le lot 2 peut porter une clause", true},
         {"compte_rendu", "le compte rendu"}});
    add_routes<domain::Contact>(
        out,
        {"/suivi/contacts/{id}/modifier", "/suivi/contacts/{id}/retirer", "Le formulaire d’un contact",
         "Change un contact", "Retire un contact ; ses échanges restent", "numéro du contact"},
        {{"nom", "nom", "Service achats", true},
         {"fonction", "fonction", "Acheteuse"},
         {"telephone", "téléphone professionnel", "01 99 00 12 34"},
         {"courriel", "courriel professionnel", "achats@valbrume.example"},
         {"note", "note"}});
    return out;
}

}  // namespace clausier::web
