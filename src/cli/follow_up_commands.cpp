// The commands of contacts, exchanges and tasks.
#include <array>

#include "base_option.hpp"
#include "clausier/app/follow_up.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/present/follow_up.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "week_commands.hpp"

namespace clausier::cli {
namespace {

using domain::Subject;
using domain::SubjectKind;

constexpr OptionSpec kEnquiry = {"--dossier", "N", "numéro du dossier"};
constexpr OptionSpec kOrganisation = {"--organisation", "N", "numéro de l’acheteur ou de l’entreprise"};
constexpr OptionSpec kMarket = {"--marche", "N", "numéro du marché dans la base"};
constexpr OptionSpec kLot = {"--lot", "N", "numéro du lot dans la base (« lot_id »)"};
constexpr OptionSpec kOwner = {"--referent", "NOM", "qui s’en charge parmi vous"};
constexpr OptionSpec kRole = {"--fonction", "TEXTE", "sa fonction"};
constexpr OptionSpec kPhone = {"--telephone", "NUMÉRO", "téléphone professionnel"};
constexpr OptionSpec kEmail = {"--courriel", "ADRESSE", "courriel professionnel"};
constexpr OptionSpec kNote = {"--note", "TEXTE", "note ; rien de personnel"};

app::Session session(const Context& context) { return {context.clock, "cli"}; }

// The base, the four ways to name a subject, then the command's own options.
std::vector<OptionSpec> with_subject(std::vector<OptionSpec> own) {
    std::vector<OptionSpec> out{kBase, kEnquiry, kOrganisation, kMarket, kLot};
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

// The one subject that the options name. Throws UsageError when they name none, or several.
Subject subject_of(const Arguments& arguments) {
    constexpr std::array<std::pair<std::string_view, SubjectKind>, 4> kinds{
        {{"--dossier", SubjectKind::enquiry},
         {"--organisation", SubjectKind::organisation},
         {"--marche", SubjectKind::market},
         {"--lot", SubjectKind::lot}}};
    Input input(arguments);
    std::optional<Subject> found;
    for (const auto& [option, kind] : kinds) {
        if (!arguments.has(option)) continue;
        if (found)
            throw UsageError("option " + std::string(option), "un seul sujet à la fois ; gardez une seule option");
        found = Subject{kind, input.whole(option).value_or(0)};
    }
    input.check();
    if (!found)
        throw UsageError("",
                         "de quoi s’agit-il ? ajoutez --dossier, --organisation, --marche ou --lot avec son numéro");
    return *found;
}

template <class T>
domain::Id<T> id_of(const Arguments& arguments, std::string_view what) {
    const std::string& text = arguments.positionals.at(0);
    const auto id = core::parse_scaled(text, 1);
    if (!id || *id <= 0)
        throw UsageError(what, "« " + text + " » n’est pas un numéro ; la liste le donne dans sa première colonne");
    return {*id};
}

// A fault of a field told as a fault of the option of that name.
template <class Action>
Outcome by_option(Action&& action) {
    try {
        return Outcome{action()};
    } catch (const core::Error& error) {
        std::vector<core::Issue> issues = error.issues();
        for (core::Issue& issue : issues)
            if (!issue.where.empty() && issue.where.find(' ') == std::string::npos)
                issue.where = "option --" + (issue.where == "compte_rendu" ? "compte-rendu" : issue.where);
        throw core::Error(error.kind(), std::move(issues));
    }
}

// The value of an option that is given, else what was there.
void set(const Arguments& arguments, std::string_view option, std::string& value) {
    if (const auto given = arguments.get(option)) value = *given;
}

present::Answer tasks_of(const Context& context, store::Database& base, Subject subject) {
    return present::tasks_answer(app::follow_up(base, subject), context.clock.today());
}
present::Answer exchanges_of(const Context& context, store::Database& base, Subject subject) {
    return present::exchanges_answer(app::follow_up(base, subject), context.clock.today());
}
present::Answer contacts_of(const Context&, store::Database& base, Subject subject) {
    return present::contacts_answer(app::follow_up(base, subject));
}

template <present::Answer (*list_of)(const Context&, store::Database&, Subject)>
Outcome list(Context& context, const Arguments& arguments) {
    const Subject subject = subject_of(arguments);
    const auto base = open_base(arguments, false);
    return {list_of(context, *base, subject)};
}

Outcome add_task(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::Task task;
    task.subject = subject_of(arguments);
    task.title = arguments.positionals.at(0);
    task.due_on = input.date("--echeance");
    set(arguments, "--referent", task.owner);
    input.check();
    const auto base = open_base(arguments, false);
    return by_option([&] {
        const domain::Task kept = app::add(session(context), *base, task);
        return tasks_of(context, *base, kept.subject);
    });
}

template <domain::Task (*act)(app::Session, store::Database&, domain::Id<domain::Task>)>
Outcome on_task(Context& context, const Arguments& arguments) {
    const auto id = id_of<domain::Task>(arguments, "TÂCHE");
    const auto base = open_base(arguments, false);
    const domain::Task task = act(session(context), *base, id);
    return {tasks_of(context, *base, task.subject)};
}

Outcome add_exchange(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::Exchange exchange;
    exchange.subject = subject_of(arguments);
    exchange.kind = domain::exchange_kind(arguments.get("--nature").value_or("appel")).value();
    exchange.on = input.date("--date").value_or(context.clock.today());
    if (const auto contact = input.whole("--contact")) exchange.contact = domain::Id<domain::Contact>{*contact};
    exchange.summary = arguments.positionals.at(0);
    set(arguments, "--compte-rendu", exchange.report);
    set(arguments, "--referent", exchange.owner);
    input.check();
    const auto base = open_base(arguments, false);
    return by_option([&] {
        const domain::Exchange kept = app::add(session(context), *base, exchange);
        return exchanges_of(context, *base, kept.subject);
    });
}

void set_contact(const Arguments& arguments, domain::Contact& contact) {
    set(arguments, "--nom", contact.name);
    set(arguments, "--fonction", contact.role);
    set(arguments, "--telephone", contact.phone);
    set(arguments, "--courriel", contact.email);
    set(arguments, "--note", contact.note);
}

Outcome add_contact(Context& context, const Arguments& arguments) {
    domain::Contact contact;
    contact.subject = subject_of(arguments);
    set_contact(arguments, contact);
    contact.name = arguments.positionals.at(0);
    const auto base = open_base(arguments, false);
    return by_option([&] {
        const domain::Contact kept = app::add(session(context), *base, contact);
        return contacts_of(context, *base, kept.subject);
    });
}

Outcome change_contact(Context& context, const Arguments& arguments) {
    const auto id = id_of<domain::Contact>(arguments, "CONTACT");
    const auto base = open_base(arguments, false);
    domain::Contact contact = app::find_contact(*base, id);
    set_contact(arguments, contact);
    return by_option([&] {
        const domain::Contact kept = app::update(session(context), *base, contact);
        return contacts_of(context, *base, kept.subject);
    });
}

// Removes a row and gives what is left of its kind around its subject.
template <class T, present::Answer (*list_of)(const Context&, store::Database&, Subject)>
Outcome take_away(Context& context, const Arguments& arguments) {
    const auto id = id_of<T>(arguments, "NUMÉRO");
    const auto base = open_base(arguments, false);
    confirm(context, arguments, "Retirer le n° " + std::to_string(id.value) + " ?");
    const T gone = app::remove(session(context), *base, id);
    return {list_of(context, *base, gone.subject)};
}

std::vector<CommandSpec> task_commands() {
    const PositionalSpec task{"TÂCHE", "son numéro (« taches liste »)"};
    return {
        {"taches liste",
         "les tâches d’un dossier, d’une organisation, d’un marché ou d’un lot",
         {},
         with_subject({}),
         list<tasks_of>,
         "clausier taches liste --dossier 3 --base region.sqlite"},
        {"taches ajouter",
         "ajoute une tâche",
         {{"TITRE", "ce qu’il y a à faire"}},
         with_subject({{"--echeance", "DATE", "pour quel jour"}, kOwner}),
         add_task,
         "clausier taches ajouter \"Rappeler l’acheteur\" --dossier 3 --echeance 2026-11-25 --base region.sqlite"},
        {"taches terminer",
         "termine une tâche",
         {task},
         {kBase},
         on_task<app::finish>,
         "clausier taches terminer 12 --base region.sqlite"},
        {"taches rouvrir",
         "remet une tâche à faire",
         {task},
         {kBase},
         on_task<app::reopen>,
         "clausier taches rouvrir 12 --base region.sqlite"},
        {"taches retirer",
         "retire une tâche",
         {task},
         {kBase, kYes},
         take_away<domain::Task, tasks_of>,
         "clausier taches retirer 12 --oui --base region.sqlite"},
    };
}

std::vector<CommandSpec> exchange_commands() {
    return {
        {"echanges liste",
         "les échanges et les rendez-vous d’un sujet, les plus récents d’abord",
         {},
         with_subject({}),
         list<exchanges_of>,
         "clausier echanges liste --marche 12 --base region.sqlite"},
        {"echanges ajouter",
         "ajoute un échange ; à venir, c’est un rendez-vous",
         {{"RÉSUMÉ", "l’échange en une ligne"}},
         with_subject({{"--nature", "NATURE", "appel (par défaut), reunion, visite ou message", false,
                        "appel|reunion|visite|message"},
                       {"--date", "DATE", "le jour ; aujourd’hui par défaut"},
                       {"--contact", "N", "numéro du contact (« contacts liste »)"},
                       {"--compte-rendu", "TEXTE", "le compte rendu"},
                       kOwner}),
         add_exchange,
         "clausier echanges ajouter \"Visite du chantier\" --nature visite --date 2026-11-24 --lot 7 --base "
         "region.sqlite"},
        {"echanges retirer",
         "retire un échange",
         {{"ÉCHANGE", "son numéro (« echanges liste »)"}},
         {kBase, kYes},
         take_away<domain::Exchange, exchanges_of>,
         "clausier echanges retirer 4 --oui --base region.sqlite"},
    };
}

std::vector<CommandSpec> contact_commands() {
    const PositionalSpec contact{"CONTACT", "son numéro (« contacts liste »)"};
    return {
        {"contacts liste",
         "les contacts d’un sujet, et ceux de l’acheteur et des titulaires",
         {},
         with_subject({}),
         list<contacts_of>,
         "clausier contacts liste --organisation 2 --base region.sqlite"},
        {"contacts ajouter",
         "ajoute un contact professionnel",
         {{"NOM", "son nom"}},
         with_subject({kRole, kPhone, kEmail, kNote}),
         add_contact,
         "clausier contacts ajouter \"Service achats\" --organisation 2 --telephone \"01 99 00 12 34\" --base "
         "region.sqlite"},
        {"contacts modifier",
         "change un contact ; une valeur vide efface",
         {contact},
         {kBase, {"--nom", "NOM", "son nom"}, kRole, kPhone, kEmail, kNote},
         change_contact,
         "clausier contacts modifier 5 --fonction Acheteuse --base region.sqlite"},
        {"contacts retirer",
         "retire un contact ; ses échanges restent",
         {contact},
         {kBase, kYes},
         take_away<domain::Contact, contacts_of>,
         "clausier contacts retirer 5 --oui --base region.sqlite"},
    };
}

}  // namespace

std::vector<CommandSpec> follow_up_commands() {
    std::vector<CommandSpec> out = week_commands();
    for (auto* part : {task_commands, exchange_commands, contact_commands})
        for (CommandSpec& command : part()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
