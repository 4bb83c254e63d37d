// « Ma semaine »: what is late, each day, and its calendar to subscribe to.
#include <boost/json/array.hpp>

#include "clausier/app/follow_up.hpp"
#include "clausier/present/calendar.hpp"
#include "clausier/present/follow_up.hpp"
#include "clausier/present/follow_up_views.hpp"
#include "follow_up_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;

struct Wanted {
    core::Date day;
    std::string owner;
};

Wanted read_query(const Call& call) {
    FormReader reader(call.query);
    const core::Date day = reader.date("jour").value_or(call.app.clock.today());
    if (!reader.sound()) throw core::Error(core::ErrorKind::invalid, reader.issues());
    return {day, reader.text("referent")};
}

std::string address(std::string_view path, const std::string& day, const std::string& owner) {
    http::Fields query;
    if (!day.empty()) query.add("jour", day);
    if (!owner.empty()) query.add("referent", owner);
    return std::string(path) + (query.empty() ? "" : "?" + http::encode_query(query));
}

std::string other_week(core::Date monday, std::int64_t days, const std::string& owner) {
    return address("/semaine", core::iso(core::Date(std::chrono::sys_days(monday) + std::chrono::days(days))), owner);
}

json::object owner_choice(const domain::Week& week) {
    std::vector<std::pair<std::string, std::string>> options{{"", "Tous"}};
    bool known = week.owner.empty();
    for (const std::string& owner : week.owners) {
        options.emplace_back(owner, owner);
        known = known || owner == week.owner;
    }
    if (!known) options.emplace_back(week.owner, week.owner);
    return FormView({}).choice({"referent", "Référent"}, week.owner, options);
}

Reply see(Call& call) {
    const Wanted wanted = read_query(call);
    const domain::Week week = app::week(call.session(), call.base(), wanted.day, wanted.owner);
    Reply out;
    out.title = "Ma semaine";
    out.page = "semaine.html";
    out.filename = "semaine-" + core::iso(week.monday());
    out.headers.set("Cache-Control", "no-store");
    out.answer = present::answer(week);
    if (!call.html()) return out;
    constexpr std::int64_t seven = 7;
    const std::string feed = address("/semaine.ics", "", week.owner);
    out.view = present::week_view(week);
    out.view["jeton"] = call.token();
    out.view["jour"] = core::iso(week.monday());
    out.view["choisi"] = week.owner;
    out.view["choix_referent"] = owner_choice(week);
    out.view["choix_jour"] = FormView({}).field({"jour", "Semaine du", "", "", "date"}, core::iso(week.monday()));
    out.view["avant"] = other_week(week.monday(), -seven, week.owner);
    out.view["apres"] = other_week(week.monday(), seven, week.owner);
    out.view["maintenant"] = address("/semaine", "", week.owner);
    out.view["tous"] = address("/semaine", core::iso(week.monday()), "");
    out.view["calendrier"] = feed;
    out.view["abonnement"] = std::string(call.request.secure ? "https://" : "http://") +
                             std::string(call.request.headers.get("host").value_or("")) + feed;
    return out;
}

Reply feed(Call& call) {
    const std::string owner = FormReader(call.query).text("referent");
    const std::string name = call.app.identity()->name + (owner.empty() ? "" : " – " + owner);
    Reply out;
    out.raw = http::Response{};
    out.raw->body = present::calendar(app::calendar(call.session(), call.base(), owner), call.app.clock.now(), name);
    out.raw->headers.set("Content-Type", "text/calendar; charset=utf-8");
    out.raw->headers.set("Content-Disposition", "inline; filename=\"semaine.ics\"");
    out.raw->headers.set("Cache-Control", "no-store");
    return out;
}

}  // namespace

std::vector<Route> week_routes() {
    const Parameter owner{"referent", "les tâches, échanges et dossiers de qui ; tous sans lui", "Équipe insertion"};
    return {{"GET",
             "/semaine",
             Action::follow_up_read,
             see,
             "La semaine : retards, tâches, rendez-vous, échanges et échéances des dossiers",
             {{"jour", "un jour de la semaine ; aujourd’hui sans lui", "2026-11-21"}, owner},
             {true, true, true},
             "/semaine?jour=2026-11-21"},
            {"GET",
             "/semaine.ics",
             Action::follow_up_read,
             feed,
             "Le calendrier à suivre (iCalendar) : tâches, rendez-vous et échéances des dossiers",
             {owner},
             {false, false, false},
             "/semaine.ics"}};
}

}  // namespace clausier::web
