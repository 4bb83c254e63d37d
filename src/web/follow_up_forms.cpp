// The forms of contacts, exchanges and tasks, and the region that holds them.
#include <boost/json/array.hpp>

#include "clausier/present/follow_up_views.hpp"
#include "follow_up_pages.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using Options = std::vector<std::pair<std::string, std::string>>;

std::string iso_or_nothing(const std::optional<core::Date>& date) { return date ? core::iso(*date) : ""; }

Options kind_options() {
    Options out;
    for (const domain::ExchangeKind kind : domain::exchange_kinds)
        out.emplace_back(domain::code(kind), domain::label(kind));
    return out;
}

Options contact_options(const domain::FollowUp& follow_up) {
    Options out{{"", "Personne en particulier"}};
    for (const domain::Contact& contact : follow_up.contacts)
        out.emplace_back(std::to_string(contact.id.value), contact.name);
    for (const domain::ContactLine& line : follow_up.related)
        out.emplace_back(std::to_string(line.contact.id.value), line.contact.name + " (" + line.about.name + ")");
    return out;
}

// Makes fields whose ids bear the prefix.
class Maker {
public:
    Maker(const FormView& form, const http::Fields& shown, std::string_view prefix)
        : form_(form), reader_(shown), prefix_(prefix) {}
    json::object field(FieldView spec) {
        spec.id = prefix_ + std::string(spec.name);
        return form_.field(spec, reader_.text(spec.name));
    }
    json::object choice(FieldView spec, const Options& options) {
        spec.id = prefix_ + std::string(spec.name);
        return form_.choice(spec, reader_.text(spec.name), options);
    }

private:
    const FormView& form_;
    FormReader reader_;
    std::string prefix_;
};

// Who of us: colleagues, by the name that the week is filtered by.
FieldView owner_field() { return {"referent", "Référent", "qui s’en charge parmi vous"}; }

json::object add_form(std::string_view word, const domain::FollowUp& follow_up, const SentForm& sent,
                      const http::Fields& fresh, const FormView& form, std::string_view button) {
    const bool open = sent.open == word;
    json::object out = form_fields(word, form, open ? *sent.fields : fresh, follow_up, std::string(word) + "_");
    out["ouvert"] = open;
    out["action"] = "/suivi/" + std::string(word) + "s";
    out["bouton"] = button;
    return out;
}

}  // namespace

domain::Task read(FormReader& reader, domain::Task task) {
    task.title = reader.text("titre");
    task.owner = reader.text("referent");
    task.due_on = reader.date("echeance");
    task.revision = reader.whole("revision").value_or(0);
    return task;
}

domain::Exchange read(FormReader& reader, domain::Exchange exchange) {
    if (const auto kind = domain::exchange_kind(reader.text("nature")))
        exchange.kind = *kind;
    else
        reader.refuse("nature", "choisissez appel, reunion, visite ou message");
    exchange.on = reader.date("date").value_or(core::Date{});
    const auto contact = reader.whole("contact");
    exchange.contact = contact ? std::optional(domain::Id<domain::Contact>{*contact}) : std::nullopt;
    exchange.owner = reader.text("referent");
    exchange.summary = reader.text("resume");
    exchange.report = reader.text("compte_rendu");
    exchange.revision = reader.whole("revision").value_or(0);
    return exchange;
}

domain::Contact read(FormReader& reader, domain::Contact contact) {
    contact.name = reader.text("nom");
    contact.role = reader.text("fonction");
    contact.phone = reader.text("telephone");
    contact.email = reader.text("courriel");
    contact.note = reader.text("note");
    contact.revision = reader.whole("revision").value_or(0);
    return contact;
}

http::Fields fields_of(const domain::Task& t) {
    return {{"titre", t.title}, {"echeance", iso_or_nothing(t.due_on)}, {"referent", t.owner}};
}
http::Fields fields_of(const domain::Exchange& x) {
    return {{"nature", std::string(domain::code(x.kind))},
            {"date", core::iso(x.on)},
            {"contact", x.contact ? std::to_string(x.contact->value) : ""},
            {"referent", x.owner},
            {"resume", x.summary},
            {"compte_rendu", x.report}};
}
http::Fields fields_of(const domain::Contact& c) {
    return {{"nom", c.name}, {"fonction", c.role}, {"telephone", c.phone}, {"courriel", c.email}, {"note", c.note}};
}

json::object form_fields(std::string_view word, const FormView& form, const http::Fields& shown,
                         const domain::FollowUp& follow_up, std::string_view prefix) {
    Maker make(form, shown, prefix);
    if (word == "tache")
        return {
            {"choix", json::array()},
            {"champs", json::array{make.field({"titre", "À faire", "", "", "text", true}),
                                   make.field({"echeance", "Échéance", "", "", "date"}), make.field(owner_field())}},
            {"longs", json::array()}};
    if (word == "echange")
        return {{"choix", json::array{make.choice({"nature", "Nature"}, kind_options()),
                                      make.choice({"contact", "Avec"}, contact_options(follow_up))}},
                {"champs", json::array{make.field({"date", "Date", "à venir : c’est un rendez-vous", "", "date", true}),
                                       make.field({"resume", "Résumé", "en une ligne", "", "text", true}),
                                       make.field(owner_field())}},
                {"longs", json::array{make.field({"compte_rendu", "Compte rendu"})}}};
    return {
        {"choix", json::array()},
        {"champs", json::array{make.field({"nom", "Nom", "", "", "text", true}), make.field({"fonction", "Fonction"}),
                               make.field({"telephone", "Téléphone professionnel", "", "tel", "tel"}),
                               make.field({"courriel", "Courriel professionnel", "", "email", "email"})}},
        {"longs", json::array{make.field({"note", "Note", "rien de personnel : disponibilités, préférences"})}}};
}

std::string follow_up_home(domain::Subject subject) {
    return subject.kind == domain::SubjectKind::organisation ? present::sheet_url(subject)
                                                             : present::follow_up_url(subject);
}

json::object follow_up_region(Call& call, const domain::FollowUp& follow_up, const SentForm& sent) {
    const core::Date today = call.app.clock.today();
    json::object out = present::follow_up_view(follow_up, today);
    std::vector<core::Issue> issues = sent.issues;
    for (core::Issue& issue : issues)
        if (!issue.where.empty()) issue.where = std::string(sent.open) + "_" + issue.where;
    const FormView form(std::move(issues));
    const http::Fields now{{"nature", "appel"}, {"date", core::iso(today)}};
    out["jeton"] = call.token();
    out["tache"] = add_form("tache", follow_up, sent, {}, form, "Ajouter la tâche");
    out["echange"] = add_form("echange", follow_up, sent, now, form, "Ajouter l’échange");
    out["contact"] = add_form("contact", follow_up, sent, {}, form, "Ajouter le contact");
    form.summarise(out);
    return out;
}

}  // namespace clausier::web
