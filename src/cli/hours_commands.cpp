// « heures »: declared, sent, validated or refused, corrected, listed.
#include "clausier/app/hours.hpp"
#include "clausier/app/references.hpp"
#include "clausier/present/executions.hpp"
#include "command_table.hpp"
#include "execution_arguments.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::HoursStatement;
using domain::StatementState;

const FieldOptions kOptions = {{"heures", "--travaillees"}};
const PositionalSpec kStatements{"RELEVÉ", "un numéro ou plusieurs (« heures liste » les donne)", true, true};
constexpr PositionalSpec kStatement = {"RELEVÉ", "son numéro (« heures liste » le donne)"};
constexpr OptionSpec kRevision = {"--revision", "N", "celle qui a été lue\u00a0; refuse si quelqu’un a écrit depuis"};
constexpr OptionSpec kMonth = {"--mois", "MOIS", "comme 2026-03"};

std::optional<std::int64_t> revision(const Arguments& arguments) {
    Input input(arguments);
    const auto out = input.whole("--revision");
    input.check();
    return out;
}

Outcome shown(store::Database& base, app::StatementId id, std::vector<core::Issue> remarks = {}) {
    const app::StatementSheet sheet = app::statement(base, id);
    Outcome out{present::answer(sheet.entry, sheet.lines)};
    out.answer.remarks = std::move(remarks);
    return out;
}

Outcome declare(Context& context, const Arguments& arguments) {
    app::HoursDraft draft;
    draft.placement = row_id<domain::Placement>(arguments.positionals.at(0), "MISE");
    draft.month = month_option(arguments, "--mois").value();
    draft.lines = lines_option(arguments);
    draft.unusual_reason = arguments.get("--motif").value_or("");
    draft.note = arguments.get("--note").value_or("");
    draft.send = !arguments.has("--sans-transmettre");
    draft.revision = revision(arguments);
    const auto base = open_base(arguments, false);
    return by_option(kOptions, [&] {
        const auto done = app::declare_hours(execution_session(context), *base, {draft}, app::reference(*base));
        if (!done.front().changed) context.say("Rien n’a changé\u00a0: ces heures sont déjà déclarées.");
        return shown(*base, done.front().statement.id, done.front().remarks);
    });
}

// As they were read: now, or at the revision given for the only one.
std::vector<app::ReadStatement> read(store::Database& base, const Arguments& arguments) {
    const auto asked = revision(arguments);
    if (asked && arguments.positionals.size() > 1)
        throw UsageError("option --revision", "elle ne vaut que pour un relevé\u00a0; passez-les un par un");
    std::vector<app::ReadStatement> out;
    for (const std::string& text : arguments.positionals) {
        const auto id = row_id<HoursStatement>(text, "RELEVÉ");
        out.push_back({id, asked.value_or(app::statement(base, id).entry.statement.revision)});
    }
    return out;
}

Outcome pass(Context& context, const Arguments& arguments, StatementState to) {
    const auto base = open_base(arguments, false);
    const auto statements = read(*base, arguments);
    return by_option(kOptions, [&] {
        const auto done = app::pass_statements(execution_session(context), *base, statements, to,
                                               arguments.get("--motif").value_or(""));
        if (done.size() == 1) return shown(*base, done.front().id);
        domain::StatementPage page;
        for (const HoursStatement& one : done) {
            page.entries.push_back(app::statement(*base, one.id).entry);
            page.hours += one.total();
            ++page.total;
        }
        return Outcome{present::answer(page)};
    });
}

Outcome send(Context& context, const Arguments& arguments) { return pass(context, arguments, StatementState::sent); }
Outcome check(Context& context, const Arguments& arguments) {
    return pass(context, arguments, StatementState::checked);
}
Outcome validate(Context& context, const Arguments& arguments) {
    return pass(context, arguments, StatementState::validated);
}
Outcome give_back(Context& context, const Arguments& arguments) {
    return pass(context, arguments, StatementState::to_correct);
}
Outcome refuse(Context& context, const Arguments& arguments) {
    return pass(context, arguments, StatementState::rejected);
}

Outcome correct(Context& context, const Arguments& arguments) {
    const auto lines = lines_option(arguments);
    const auto base = open_base(arguments, false);
    const auto statements = read(*base, arguments);
    return by_option(kOptions, [&] {
        const app::Correction done =
            app::correct_statement(execution_session(context), *base, statements.front(),
                                   arguments.get("--motif").value_or(""), lines, app::reference(*base));
        return shown(*base, done.right ? done.right->id : done.reverse.id, done.remarks);
    });
}

Outcome list(Context&, const Arguments& arguments) {
    store::StatementFilter filter;
    filter.lot = row_option<domain::Lot>(arguments, "--lot");
    filter.placement = row_option<domain::Placement>(arguments, "--mise");
    filter.month = month_option(arguments, "--mois");
    if (const auto state = arguments.get("--etat")) filter.state = domain::statement_state(*state);
    filter.waiting = arguments.has("--en-attente");
    filter.limit = 10'000'000;
    const auto base = open_base(arguments, false);
    if (const auto employer = arguments.get("--employeur")) filter.employer = named_buyer(*base, *employer).id;
    return {present::answer(app::statements(*base, filter))};
}

Outcome show(Context&, const Arguments& arguments) {
    const auto id = row_id<HoursStatement>(arguments.positionals.at(0), "RELEVÉ");
    const auto base = open_base(arguments, false);
    return shown(*base, id);
}

constexpr OptionSpec kWhy = {"--motif", "TEXTE", "pourquoi, pour que l’employeur sache quoi corriger"};

std::vector<CommandSpec> decision_of_hours() {
    return {{"heures transmettre",
             "transmet des relevés saisis au facilitateur",
             {kStatements},
             {kRevision, kBase},
             send,
             "clausier heures transmettre 1 2 3 --base region.sqlite"},
            {"heures controler",
             "dit des relevés contrôlés, sans les valider encore",
             {kStatements},
             {kRevision, kBase},
             check,
             "clausier heures controler 1 --base region.sqlite"},
            {"heures valider",
             "valide des relevés, tous ou aucun",
             {kStatements},
             {kRevision, kBase},
             validate,
             "clausier heures valider 1 2 3 --base region.sqlite"},
            {"heures renvoyer",
             "renvoie des relevés à corriger, avec le motif",
             {kStatements},
             {kWhy, kRevision, kBase},
             give_back,
             "clausier heures renvoyer 1 --motif \"la feuille signée dit 60 h\" --base region.sqlite"},
            {"heures refuser",
             "rejette des relevés, avec le motif\u00a0; ils ne comptent nulle part",
             {kStatements},
             {kWhy, kRevision, kBase},
             refuse,
             "clausier heures refuser 1 --motif \"en double\" --base region.sqlite"},
            {"heures corriger",
             "reprend un relevé validé par une écriture inverse, et déclare les heures justes s’il y en a",
             {kStatement},
             {kWhy, kWorked, kTraining, kPaid, kRevision, kBase},
             correct,
             "clausier heures corriger 1 --motif \"erreur de saisie\" --travaillees 60 --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> hours_commands() {
    std::vector<CommandSpec> out{
        {"heures declarer",
         "déclare les heures d’un mois d’une mise en œuvre, et les transmet",
         {{"MISE", "son numéro (« mises liste » le donne)"}},
         {{"--mois", "MOIS", "comme 2026-03", true},
          kWorked,
          kTraining,
          kPaid,
          {"--motif", "TEXTE", "pourquoi ces heures sont inhabituelles, quand elles le sont"},
          {"--note", "TEXTE", "ce que le facilitateur doit savoir, sans nommer personne"},
          {"--sans-transmettre", "", "garde le relevé sans le transmettre"},
          kRevision,
          kBase},
         declare,
         "clausier heures declarer 1 --mois 2026-04 --travaillees 60,5 --base region.sqlite"},
        {"heures liste",
         "les relevés, le mois le plus récent d’abord",
         {},
         {{"--lot", "N", "numéro d’un lot"},
          {"--mise", "N", "numéro d’une mise en œuvre"},
          {"--employeur", "ORGANISATION", "nom, SIRET ou numéro"},
          kMonth,
          {"--etat", "ÉTAT", "un seul", false, "saisi|transmis|controle|valide|a_corriger|rejete"},
          {"--en-attente", "", "ceux que le facilitateur doit regarder"},
          kBase},
         list,
         "clausier heures liste --en-attente --base region.sqlite"},
        {"heures voir",
         "un relevé, ses heures par lot et ce qui en compte",
         {kStatement},
         {kBase},
         show,
         "clausier heures voir 1 --base region.sqlite"}};
    for (CommandSpec& command : decision_of_hours()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
