// Views of follow-up and of weeks.
#include "clausier/present/follow_up_views.hpp"

#include <array>
#include <boost/json/array.hpp>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;
namespace french = core::french;
using std::chrono::sys_days;

std::string day_or_nothing(const std::optional<core::Date>& date) { return date ? french::date(*date) : ""; }

std::string late_text(const domain::Task& task, core::Date today) {
    if (!domain::late(task, today)) return "";
    const auto days = (sys_days(today) - sys_days(*task.due_on)).count();
    return "en retard de " + french::count(static_cast<std::uint64_t>(days), "jour");
}

json::object contact_view(const domain::Contact& c, const std::string& of) {
    return {{"id", c.id.value}, {"nom", c.name}, {"fonction", c.role}, {"telephone", c.phone}, {"courriel", c.email},
            {"note", c.note},   {"de", of}};
}

json::array lines_of(const std::string& text) {
    json::array out;
    if (!text.empty())
        for (const std::string_view line : core::split(text, '\n')) out.emplace_back(line);
    return out;
}

json::object exchange_view(const domain::ExchangeLine& line, core::Date today) {
    const domain::Exchange& x = line.exchange;
    return {{"id", x.id.value},
            {"nature", says_its_kind(x) ? json::value(nullptr) : json::value(domain::label(x.kind))},
            {"date", french::date(x.on)},
            {"a_venir", x.on > today},
            {"resume", x.summary},
            {"compte_rendu", lines_of(x.report)},
            {"a_un_compte_rendu", !x.report.empty()},
            {"contact", line.contact},
            {"referent", x.owner},
            {"quoi", line.about.name},
            {"acheteur", line.about.buyer},
            {"lien", follow_up_url(line.about.subject)}};
}

json::object task_view(const domain::Task& t, const domain::SubjectName& about, core::Date today) {
    return {{"id", t.id.value},
            {"titre", t.title},
            {"referent", t.owner},
            {"echeance", day_or_nothing(t.due_on)},
            {"en_retard", late_text(t, today)},
            {"faite", t.done_on.has_value()},
            {"faite_le", day_or_nothing(t.done_on)},
            {"quoi", about.name},
            {"acheteur", about.buyer},
            {"lien", follow_up_url(about.subject)}};
}

json::object deadline_view(const domain::Deadline& d, core::Date today) {
    return {{"nature", domain::label(d.kind)},
            {"depassee", d.on < today},
            {"date", french::date(d.on)},
            {"quoi", d.object},
            {"acheteur", d.buyer},
            {"referent", d.owner},
            {"lien", sheet_url({domain::SubjectKind::enquiry, d.enquiry.value})}};
}

json::array task_views(const std::vector<domain::TaskLine>& lines, core::Date today) {
    json::array out;
    for (const domain::TaskLine& line : lines) out.emplace_back(task_view(line.task, line.about, today));
    return out;
}

json::array deadline_views(const std::vector<domain::Deadline>& all, core::Date today) {
    json::array out;
    for (const domain::Deadline& deadline : all) out.emplace_back(deadline_view(deadline, today));
    return out;
}

// « lundi 16 novembre ».
std::string day_name(core::Date date) {
    static constexpr std::array<std::string_view, 7> names{"lundi",    "mardi",  "mercredi", "jeudi",
                                                           "vendredi", "samedi", "dimanche"};
    const std::string full = french::date(date);
    return std::string(names.at(std::chrono::weekday(sys_days(date)).iso_encoding() - 1)) + " " +
           full.substr(0, full.rfind(' '));
}

json::object day_view(const domain::WeekDay& day, core::Date today) {
    json::array exchanges;
    for (const domain::ExchangeLine& line : day.exchanges) exchanges.emplace_back(exchange_view(line, today));
    return {{"nom", day_name(day.date)},
            {"id", "jour-" + core::iso(day.date)},
            {"aujourdhui", day.date == today},
            {"vide", day.empty()},
            {"echeances", deadline_views(day.deadlines, today)},
            {"echanges", std::move(exchanges)},
            {"taches", task_views(day.tasks, today)}};
}

}  // namespace

bool says_its_kind(const domain::Exchange& exchange) {
    const std::string word = core::fold(domain::label(exchange.kind));
    const std::string summary = core::fold(exchange.summary);
    return summary == word || summary.starts_with(word + " ");
}

std::string week_title(const domain::Week& week) {
    std::string from = french::date(week.monday());
    if (week.monday().year() == week.sunday().year()) from.resize(from.rfind(' '));
    if (week.monday().month() == week.sunday().month()) from.resize(from.rfind(' '));
    return "Semaine du " + from + " au " + french::date(week.sunday());
}

std::string follow_up_url(domain::Subject subject) {
    return "/suivi/" + std::string(domain::code(subject.kind)) + "/" + std::to_string(subject.id);
}

std::string sheet_url(domain::Subject subject) {
    return "/" + std::string(domain::code(subject.kind)) + "s/" + std::to_string(subject.id);
}

json::object follow_up_view(const domain::FollowUp& f, core::Date today) {
    json::array contacts;
    json::array related;
    json::array exchanges;
    json::array tasks;
    for (const domain::Contact& contact : f.contacts) contacts.emplace_back(contact_view(contact, ""));
    for (const domain::ContactLine& line : f.related) related.emplace_back(contact_view(line.contact, line.about.name));
    for (const domain::ExchangeLine& line : f.exchanges) exchanges.emplace_back(exchange_view(line, today));
    for (const domain::Task& task : f.tasks) tasks.emplace_back(task_view(task, f.about, today));
    return {{"genre", domain::code(f.about.subject.kind)},
            {"numero", f.about.subject.id},
            {"nom", f.about.name},
            {"acheteur", f.about.buyer},
            {"quoi", domain::label(f.about.subject.kind)},
            {"fiche", sheet_url(f.about.subject)},
            {"suivi", follow_up_url(f.about.subject)},
            {"a_des_contacts", !contacts.empty() || !related.empty()},
            {"a_des_echanges", !exchanges.empty()},
            {"a_des_taches", !tasks.empty()},
            {"contacts", std::move(contacts)},
            {"contacts_lies", std::move(related)},
            {"echanges", std::move(exchanges)},
            {"taches", std::move(tasks)}};
}

json::object week_view(const domain::Week& week) {
    json::array days;
    for (const domain::WeekDay& day : week.days) days.emplace_back(day_view(day, week.today));
    return {{"titre", week_title(week)},
            {"en_cours", week.contains_today()},
            {"vide", week.empty()},
            {"a_du_retard", !week.late.empty() || !week.passed.empty()},
            {"retards", task_views(week.late, week.today)},
            {"passees", deadline_views(week.passed, week.today)},
            {"jours", std::move(days)},
            {"a_du_sans_date", !week.undated.empty()},
            {"sans_date", task_views(week.undated, week.today)}};
}

}  // namespace clausier::present
