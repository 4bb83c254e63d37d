// Gives contacts, exchanges, tasks and weeks their documents and tables.
#include "clausier/present/follow_up.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/present/follow_up_views.hpp"
#include "market_json.hpp"

namespace clausier::present {
namespace {

json::object contact_json(const domain::Contact& c, const domain::SubjectName& about) {
    return {{"contact_id", c.id.value},
            {"nom", c.name},
            {"fonction", c.role},
            {"telephone", c.phone},
            {"courriel", c.email},
            {"note", c.note},
            {"genre", domain::code(about.subject.kind)},
            {"numero", about.subject.id},
            {"objet", about.name},
            {"revision", c.revision}};
}

json::object exchange_json(const domain::ExchangeLine& line, core::Date today) {
    const domain::Exchange& x = line.exchange;
    return {{"echange_id", x.id.value},
            {"date", core::iso(x.on)},
            {"nature", domain::code(x.kind)},
            {"resume", x.summary},
            {"compte_rendu", x.report},
            {"contact_id", x.contact ? json::value(x.contact->value) : json::value(nullptr)},
            {"contact", line.contact},
            {"referent", x.owner},
            {"a_venir", x.on > today},
            {"revision", x.revision}};
}

json::object task_json(const domain::Task& t, core::Date today) {
    return {{"tache_id", t.id.value},
            {"titre", t.title},
            {"referent", t.owner},
            {"echeance", json_of(t.due_on)},
            {"faite_le", json_of(t.done_on)},
            {"en_retard", domain::late(t, today)},
            {"revision", t.revision}};
}

std::string iso_or_nothing(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }

std::string title_of(const domain::FollowUp& f) {
    return f.about.name + (f.about.buyer.empty() ? "" : " – " + f.about.buyer);
}

std::string state_of(const domain::Task& task, core::Date today) {
    if (task.done_on) return "faite";
    return domain::late(task, today) ? "en retard" : "à faire";
}

// Gathers the lines of a week as rows of the document and of the table.
class WeekRows {
public:
    WeekRows(Answer& out, core::Date today) : out_(out), today_(today) {}

    void add(const domain::TaskLine& line) {
        const domain::Task& t = line.task;
        const std::string state = state_of(t, today_);
        const char* code = t.done_on ? "faite" : domain::late(t, today_) ? "en_retard" : "a_faire";
        row(t.due_on, {"tache", "Tâche"}, {code, state}, t.title, line.about, t.owner, t.id.value);
    }
    void add(const domain::ExchangeLine& line) {
        const domain::Exchange& x = line.exchange;
        const bool coming = x.on > today_;
        row(x.on, {"echange", std::string(domain::label(x.kind))},
            {coming ? "a_venir" : "passe", coming ? "à venir" : "passé"}, x.summary, line.about, x.owner, x.id.value);
    }
    void add(const domain::Deadline& d) {
        const bool passed = d.on < today_;
        row(d.on, {"echeance", "Échéance"}, {passed ? "en_retard" : "a_venir", passed ? "dépassée" : "à venir"},
            std::string(domain::label(d.kind)), {{domain::SubjectKind::enquiry, d.enquiry.value}, d.object, d.buyer},
            d.owner, nullptr);
    }
    template <class Lines>
    void add_all(const Lines& lines) {
        for (const auto& line : lines) add(line);
    }
    json::array take() { return std::move(rows_); }

private:
    struct Word {
        std::string code, label;
    };
    void row(const std::optional<core::Date>& on, const Word& kind, const Word& state, const std::string& what,
             const domain::SubjectName& about, const std::string& owner, json::value id) {
        rows_.emplace_back(json::object{{"date", json_of(on)},
                                        {"nature", kind.code},
                                        {"etat", state.code},
                                        {"libelle", what},
                                        {"genre", domain::code(about.subject.kind)},
                                        {"numero", about.subject.id},
                                        {"objet", about.name},
                                        {"acheteur", about.buyer},
                                        {"referent", owner},
                                        {"id", std::move(id)}});
        out_.table.rows.push_back({iso_or_nothing(on), kind.label, what, about.name, about.buyer, owner, state.label});
    }
    Answer& out_;
    core::Date today_;
    json::array rows_;
};

}  // namespace

Answer contacts_answer(const domain::FollowUp& f) {
    Answer out;
    out.title = "Contacts\u00a0: " + title_of(f);
    out.rows = "contacts";
    out.table.columns = {"N°", "Nom", "Fonction", "Téléphone", "Courriel", "De"};
    out.numeric = {true, false, false, false, false, false};
    json::array list;
    const auto add = [&](const domain::Contact& c, const domain::SubjectName& about) {
        list.emplace_back(contact_json(c, about));
        out.table.rows.push_back({std::to_string(c.id.value), c.name, c.role, c.phone, c.email, about.name});
    };
    for (const domain::Contact& contact : f.contacts) add(contact, f.about);
    for (const domain::ContactLine& line : f.related) add(line.contact, line.about);
    if (list.empty()) out.lines.push_back("Aucun contact ; « clausier contacts ajouter » en garde un.");
    out.document = json::object{{"contacts", std::move(list)}};
    return out;
}

Answer exchanges_answer(const domain::FollowUp& f, core::Date today) {
    Answer out;
    out.title = "Échanges\u00a0: " + title_of(f);
    out.rows = "echanges";
    out.table.columns = {"N°", "Date", "Nature", "Résumé", "Contact", "Référent"};
    out.numeric = {true, false, false, false, false, false};
    json::array list;
    for (const domain::ExchangeLine& line : f.exchanges) {
        const domain::Exchange& x = line.exchange;
        list.emplace_back(exchange_json(line, today));
        out.table.rows.push_back({std::to_string(x.id.value), core::iso(x.on), std::string(domain::label(x.kind)),
                                  x.summary, line.contact, x.owner});
    }
    if (list.empty()) out.lines.push_back("Aucun échange ; « clausier echanges ajouter » en garde un.");
    out.document = json::object{{"echanges", std::move(list)}};
    return out;
}

Answer tasks_answer(const domain::FollowUp& f, core::Date today) {
    Answer out;
    out.title = "Tâches\u00a0: " + title_of(f);
    out.rows = "taches";
    out.table.columns = {"N°", "Tâche", "Échéance", "Référent", "État"};
    out.numeric = {true, false, false, false, false};
    json::array list;
    for (const domain::Task& t : f.tasks) {
        list.emplace_back(task_json(t, today));
        out.table.rows.push_back(
            {std::to_string(t.id.value), t.title, iso_or_nothing(t.due_on), t.owner, state_of(t, today)});
    }
    if (list.empty()) out.lines.push_back("Aucune tâche ; « clausier taches ajouter » en garde une.");
    out.document = json::object{{"taches", std::move(list)}};
    return out;
}

Answer answer(const domain::FollowUp& f, core::Date today) {
    Answer out;
    out.title = title_of(f);
    json::object document{{"genre", domain::code(f.about.subject.kind)},
                          {"numero", f.about.subject.id},
                          {"nom", f.about.name},
                          {"acheteur", f.about.buyer}};
    json::array own;
    json::array related;
    for (const domain::Contact& contact : f.contacts) own.emplace_back(contact_json(contact, f.about));
    for (const domain::ContactLine& line : f.related) related.emplace_back(contact_json(line.contact, line.about));
    document["contacts"] = std::move(own);
    document["contacts_lies"] = std::move(related);
    document["echanges"] = exchanges_answer(f, today).document.at("echanges");
    document["taches"] = tasks_answer(f, today).document.at("taches");
    out.document = std::move(document);
    return out;
}

Answer answer(const domain::Week& week) {
    Answer out;
    out.title = week_title(week) + (week.owner.empty() ? "" : ", " + week.owner);
    out.rows = "elements";
    out.table.columns = {"Date", "Nature", "Quoi", "À propos de", "Acheteur", "Référent", "État"};
    WeekRows rows(out, week.today);
    rows.add_all(week.passed);
    rows.add_all(week.late);
    for (const domain::WeekDay& day : week.days) {
        rows.add_all(day.deadlines);
        rows.add_all(day.exchanges);
        rows.add_all(day.tasks);
    }
    rows.add_all(week.undated);
    json::array owners;
    for (const std::string& owner : week.owners) owners.emplace_back(owner);
    out.document = json::object{{"lundi", core::iso(week.monday())}, {"dimanche", core::iso(week.sunday())},
                                {"jour", core::iso(week.today)},     {"referent", week.owner},
                                {"referents", std::move(owners)},    {"elements", rows.take()}};
    if (week.empty()) out.lines.push_back("Rien n’est prévu cette semaine, rien n’est en retard.");
    return out;
}

}  // namespace clausier::present
