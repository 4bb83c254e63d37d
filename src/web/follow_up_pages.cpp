// The follow-up of a subject: its contacts, its exchanges and its tasks, each added and, for tasks, ticked off.
#include "follow_up_pages.hpp"

#include <boost/json/array.hpp>

#include "clausier/app/enquiries.hpp"
#include "clausier/app/follow_up.hpp"
#include "clausier/present/follow_up.hpp"
#include "clausier/present/follow_up_views.hpp"

namespace clausier::web {
namespace {

using domain::Subject;

constexpr std::string_view private_page = "no-store";

Reply page(Call& call, Subject subject, const SentForm& sent) {
    const domain::FollowUp follow_up = app::follow_up(call.base(), subject);
    Reply out;
    out.status = sent.issues.empty() ? 200 : 422;
    out.title = "Suivi : " + follow_up.about.name;
    out.page = "suivi.html";
    out.headers.set("Cache-Control", std::string(private_page));
    out.answer = present::answer(follow_up, call.app.clock.today());
    if (!call.html()) return out;
    out.view = follow_up_region(call, follow_up, sent);
    const Subject about = follow_up.about.subject;
    out.view["dossiers"] =
        about.kind == domain::SubjectKind::market ? origins_of_market(call, {about.id}) : boost::json::array();
    out.trail = {{present::sheet_url(about), follow_up.about.name}};
    return out;
}

Reply see(Call& call) {
    const auto kind = domain::subject_kind(call.parts.at(0));
    if (!kind) throw core::Error(core::ErrorKind::not_found, "", "il n’y a rien à cette adresse");
    return page(call, {*kind, call.id(1)}, {});
}

// What the form that was sent is about.
Subject posted_subject(const Call& call) {
    FormReader reader(call.form.fields);
    const auto kind = domain::subject_kind(reader.text("genre"));
    if (!kind) reader.refuse("genre", "ce genre n’existe pas ; donnez dossier, organisation, marche ou lot");
    const auto number = reader.whole("numero");
    if (reader.sound() && !number) reader.refuse("numero", "le numéro manque ; partez de la page de suivi");
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    return {*kind, *number};
}

template <class T>
Reply add(Call& call, std::string_view word, std::string_view done) {
    const Subject subject = posted_subject(call);
    FormReader reader(call.form.fields);
    T value = read(reader, T{});
    value.subject = subject;
    std::vector<core::Issue> issues = reader.issues();
    if (issues.empty()) {
        try {
            return Reply::see(follow_up_home(app::add(call.session(), call.base(), value).subject), done);
        } catch (const core::Error& error) {
            if (error.kind() != core::ErrorKind::invalid) throw;
            issues = error.issues();
        }
    }
    require_page(call, issues);
    return page(call, subject, {word, &call.form.fields, std::move(issues)});
}

Reply add_task(Call& call) { return add<domain::Task>(call, "tache", "tache-ajoutee"); }
Reply add_exchange(Call& call) { return add<domain::Exchange>(call, "echange", "echange-ajoute"); }
Reply add_contact(Call& call) { return add<domain::Contact>(call, "contact", "contact-ajoute"); }

// Back to the week it was ticked off from, or to the follow-up.
Reply back(const Call& call, const domain::Task& task, std::string_view done) {
    const FormReader reader(call.form.fields);
    if (reader.text("retour") != "semaine") return Reply::see(follow_up_home(task.subject), done);
    http::Fields query;
    for (const char* name : {"jour", "referent"})
        if (const std::string value = reader.text(name); !value.empty()) query.add(name, value);
    return Reply::see("/semaine" + (query.empty() ? "" : "?" + http::encode_query(query)), done);
}

Reply finish(Call& call) { return back(call, app::finish(call.session(), call.base(), {call.id()}), "tache-terminee"); }
Reply reopen(Call& call) { return back(call, app::reopen(call.session(), call.base(), {call.id()}), "tache-rouverte"); }

std::vector<Route> adding_routes() {
    constexpr Formats page_only{true, false, false};
    const Parameter kind{"genre", "dossier, organisation, marche ou lot", "marche", true};
    const Parameter number{"numero", "numéro du dossier, de l’organisation, du marché ou du lot", "1", true};
    const Parameter owner{"referent", "qui s’en charge", "Équipe insertion"};
    return {
        {"POST",
         "/suivi/taches",
         Action::follow_up_write,
         add_task,
         "Ajoute une tâche",
         {kind,
          number,
          {"titre", "ce qu’il y a à faire", "Rappeler l’acheteur", true},
          {"echeance", "pour quel jour", "2026-11-25"},
          owner},
         page_only,
         "genre=marche&numero=1&titre=Rappeler l’acheteur&echeance=2026-11-25"},
        {"POST",
         "/suivi/echanges",
         Action::follow_up_write,
         add_exchange,
         "Ajoute un appel, une réunion, une visite ou un message, passé ou à venir",
         {kind,
          number,
          {"nature", "appel, reunion, visite ou message", "appel", true},
          {"date", "le jour de l’échange ou du rendez-vous", "2026-11-20", true},
          {"contact", "numéro du contact"},
          owner,
          {"resume", "l’échange en une ligne", "Le lot 2 peut porter une clause", true},
          {"compte_rendu", "le compte rendu"}},
         page_only,
         "genre=marche&numero=1&nature=appel&date=2026-11-20&resume=Le lot 2 peut porter une clause"},
        {"POST",
         "/suivi/contacts",
         Action::follow_up_write,
         add_contact,
         "Ajoute un contact professionnel",
         {kind,
          number,
          {"nom", "nom", "Service achats", true},
          {"fonction", "fonction", "Acheteuse"},
          {"telephone", "téléphone professionnel", "01 99 00 12 34"},
          {"courriel", "courriel professionnel", "achats@valbrume.example"},
          {"note", "note"}},
         page_only,
         "genre=marche&numero=1&nom=Service achats&telephone=01 99 00 12 34"},
    };
}

std::vector<Route> task_routes() {
    constexpr Formats page_only{true, false, false};
    const std::vector<Parameter> parameters{{"id", "numéro de la tâche", "1"},
                                            {"retour", "« semaine » pour revenir à la semaine"},
                                            {"jour", "un jour de cette semaine", "2026-11-21"},
                                            {"referent", "le référent de cette semaine"}};
    return {{"POST", "/suivi/taches/{id}/terminer", Action::follow_up_write, finish, "Termine une tâche", parameters,
             page_only, ""},
            {"POST", "/suivi/taches/{id}/rouvrir", Action::follow_up_write, reopen, "Rouvre une tâche", parameters,
             page_only, ""}};
}

}  // namespace

boost::json::array origins_of_market(const Call& call, domain::Id<domain::Market> market) {
    store::EnquiryFilter filter;
    filter.market = market;
    boost::json::array out;
    for (const domain::EnquiryLine& line : app::list_enquiries(call.base(), filter).lines) {
        const Subject dossier{domain::SubjectKind::enquiry, line.enquiry.id.value};
        out.push_back({{"numero", dossier.id},
                       {"lien", present::sheet_url(dossier)},
                       {"suivi", present::follow_up_url(dossier)}});
    }
    return out;
}

std::vector<Route> follow_up_routes() {
    std::vector<Route> out = week_routes();
    out.push_back(
        {"GET",
         "/suivi/{genre}/{id}",
         Action::follow_up_read,
         see,
         "Les contacts, les échanges et les tâches d’un dossier, d’une organisation, d’un marché ou d’un lot",
         {{"genre", "dossier, organisation, marche ou lot", "marche"}, {"id", "son numéro dans la base", "1"}},
         {true, true, false},
         "/suivi/marche/1"});
    for (auto* part : {adding_routes, task_routes, follow_up_edit_routes, organisation_routes})
        for (Route& route : part()) out.push_back(std::move(route));
    return out;
}

}  // namespace clausier::web
