// « rgpd »: retention, holds, access, erasure and the register of processing.
#include <boost/json/object.hpp>

#include "changes.hpp"
#include "clausier/app/privacy.hpp"
#include "clausier/app/processing_register.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/present/people.hpp"
#include "clausier/present/processing_register.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "document_files.hpp"
#include "person_arguments.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

constexpr OptionSpec kDocument = {"--document", "FICHIER",
                                  "l’écrit aussi à imprimer : .pdf, .docx, .odt, .html ou .txt"};

void write_document(const Context& context, const std::string& file, const present::Document& document) {
    OutputFile out(file);
    out.write(document_bytes(document, document_format(file), context.engines));
    out.close();
}

Outcome purge(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const app::Session session = person_session(context);
    present::Answer plan = present::answer(app::purge_plan(session, *base));
    if (arguments.has("--essai")) return {std::move(plan)};
    confirm(context, arguments, "Retirer pour toujours les noms dont le délai est atteint ?");
    const app::Purged done = app::purge(session, *base);
    Outcome out;
    out.answer.title = "Purge";
    out.answer.document = boost::json::object{{"personnes", done.people}, {"copies", done.copies}};
    out.answer.lines = {"Noms retirés : " + std::to_string(done.people) +
                        " ; anciennes copies supprimées : " + std::to_string(done.copies)};
    out.answer.remarks = done.remarks;
    return out;
}

Outcome hold(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::Hold hold;
    hold.until = input.date("--jusqu-au");
    input.check();
    hold.kind = domain::hold_kind(arguments.get("--nature").value_or("")).value();
    hold.reason = arguments.get("--motif").value_or("");
    const auto base = open_base(arguments, false);
    hold.participant = person_argument(*base, arguments);
    return {present::holds_answer({by_option({}, [&] { return app::hold(person_session(context), *base, hold); })})};
}

Outcome list_holds(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::holds_answer(app::purge_plan(person_session(context), *base).holds)};
}

Outcome lift(Context& context, const Arguments& arguments) {
    const auto id = number_of<domain::Hold>(arguments, "GEL");
    const auto base = open_base(arguments, false);
    return {present::holds_answer({app::lift(person_session(context), *base, id)})};
}

Outcome give(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto file = app::export_person(person_session(context), *base, person_argument(*base, arguments));
    const app::Identity identity = app::identity(*base);
    if (const auto name = arguments.get("--document"))
        write_document(context, *name,
                       present::person_document(file, identity.publisher.empty() ? identity.name : identity.publisher,
                                                identity.contact));
    return {present::answer(file)};
}

Outcome erase(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const app::PersonId id = person_argument(*base, arguments);
    confirm(context, arguments, "Effacer pour toujours le nom de cette personne, dans toutes les OPCS ?");
    const app::Erased erased = app::erase_person(person_session(context), *base, id);
    Outcome out;
    out.answer.document = boost::json::object{{"fiches", erased.records}};
    out.answer.lines = {"Fiches dont le nom est effacé : " + std::to_string(erased.records)};
    out.answer.remarks = erased.remarks;
    return out;
}

Outcome processing_register(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto activities = app::processing_register(person_session(context), *base);
    if (const auto name = arguments.get("--document")) {
        const app::Identity identity = app::identity(*base);
        write_document(
            context, *name,
            present::register_document(activities, identity.publisher.empty() ? identity.name : identity.publisher,
                                       context.clock.now()));
    }
    return {present::answer(activities)};
}

std::vector<CommandSpec> hold_commands() {
    return {
        {"rgpd geler",
         "garde le nom d’une personne plus longtemps que le délai, pour un contentieux ou un financement",
         {kPseudonym},
         {kBase,
          {"--nature", "NATURE", "contentieux ou financement", true, "contentieux|financement"},
          {"--motif", "TEXTE", "le dossier ou la convention, jamais le nom d’une personne", true},
          {"--jusqu-au", "DATE", "le dernier jour ; sans elle, jusqu’à ce que le gel soit levé"}},
         hold,
         "clausier rgpd geler P-7F3K-29 --nature financement --motif \"convention FSE 2024-17\" --jusqu-au 2031-12-31 "
         "--base region.sqlite"},
        {"rgpd gels",
         "les gels qui tiennent aujourd’hui",
         {},
         {kBase},
         list_holds,
         "clausier rgpd gels --base region.sqlite"},
        {"rgpd degeler",
         "lève un gel",
         {{"GEL", "son numéro (« rgpd gels »)"}},
         {kBase},
         lift,
         "clausier rgpd degeler 2 --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> privacy_commands() {
    std::vector<CommandSpec> out{
        {"rgpd purger",
         "retire les noms dont le délai de conservation est atteint, et les anciennes copies de la base",
         {},
         {kBase, {"--essai", "", "dit ce qui serait retiré, sans rien changer"}, kYes},
         purge,
         "clausier rgpd purger --oui --base region.sqlite"}};
    for (CommandSpec& command : hold_commands()) out.push_back(std::move(command));
    out.push_back({"rgpd exporter",
                   "tout ce qui est gardé d’une personne, dans toutes les OPCS, à lui remettre",
                   {kPseudonym},
                   {kBase, kDocument},
                   give,
                   "clausier rgpd exporter P-7F3K-29 --document donnees.pdf --base region.sqlite"});
    out.push_back({"rgpd effacer",
                   "efface le nom d’une personne dans toutes les OPCS ; ce qui est compté reste compté",
                   {kPseudonym},
                   {kBase, kYes},
                   erase,
                   "clausier rgpd effacer P-7F3K-29 --oui --base region.sqlite"});
    out.push_back({"rgpd registre",
                   "le registre des traitements : finalités, destinataires, durées",
                   {},
                   {kBase, kDocument},
                   processing_register,
                   "clausier rgpd registre --document registre.docx --base region.sqlite"});
    return out;
}

}  // namespace clausier::cli
