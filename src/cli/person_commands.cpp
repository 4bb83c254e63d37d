// « personnes »: declared from a file, listed by pseudonym, merged, transferred; names asked for one by one.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/cli/input.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/domain/person_list.hpp"
#include "clausier/present/people.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "person_arguments.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

std::optional<domain::Id<domain::Organisation>> organisation(store::Database& base, const Arguments& arguments,
                                                             std::string_view option) {
    const auto text = arguments.get(option);
    return text ? std::optional(named_buyer(base, *text).id) : std::nullopt;
}

Outcome declare(Context& context, const Arguments& arguments) {
    auto drafts = domain::read_people(private_text(arguments.positionals.at(0)));
    const auto base = open_base(arguments, false);
    const auto opcs = organisation(*base, arguments, "--opcs").value_or(domain::Id<domain::Organisation>{});
    const auto declared_by = organisation(*base, arguments, "--declarant").value_or(domain::Id<domain::Organisation>{});
    for (domain::PersonDraft& draft : drafts) {
        draft.opcs = opcs;
        draft.declared_by = declared_by;
    }
    Outcome out;
    out.answer.rows = "personnes";
    out.answer.title = "Personnes déclarées, dans l’ordre du fichier";
    out.answer.table.columns = {"Pseudonyme", "Semble la même que"};
    out.answer.numeric = {false, false};
    boost::json::array list;
    for (const app::Declared& one : app::declare_people(person_session(context), *base, std::move(drafts))) {
        boost::json::array twins;
        std::string words;
        for (const domain::Participant& twin : one.twins) {
            twins.emplace_back(twin.pseudonym);
            words += (words.empty() ? "" : ", ") + twin.pseudonym;
        }
        out.answer.table.rows.push_back({one.participant.pseudonym, words});
        list.push_back({{"pseudonyme", one.participant.pseudonym}, {"doublons", std::move(twins)}});
    }
    out.answer.document = boost::json::object{{"personnes", std::move(list)}};
    return out;
}

Outcome list(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    store::ParticipantFilter filter;
    filter.opcs = organisation(*base, arguments, "--opcs");
    filter.declared_by = organisation(*base, arguments, "--declarant");
    filter.merged = arguments.has("--reunies");
    const app::People found = app::people(person_session(context), *base, filter, 1'000'000);
    return {present::people_answer(found.lines, found.total)};
}

Outcome show(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::answer(app::consult_person(person_session(context), *base, person_argument(*base, arguments)))};
}

Outcome names(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const app::PersonId id = person_argument(*base, arguments);
    const auto names = app::consult_names(person_session(context), *base, id);
    Outcome out{present::names_answer(arguments.positionals.at(0), names)};
    if (arguments.has("--rqth")) {
        const auto health = app::consult_health(person_session(context), *base, id);
        out.answer.document.as_object()["rqth"] = health ? boost::json::value(*health) : boost::json::value(nullptr);
        out.answer.table.columns.emplace_back("RQTH");
        out.answer.numeric.push_back(false);
        out.answer.table.rows.front().emplace_back(!health ? "non demandée" : *health ? "oui" : "non");
    }
    return out;
}

Outcome search(Context& context, const Arguments& arguments) {
    const auto sought = domain::read_people(private_text(arguments.positionals.at(0)));
    const auto base = open_base(arguments, false);
    Outcome out;
    out.answer.rows = "personnes";
    out.answer.title = "Fiches trouvées, par ligne du fichier";
    out.answer.table.columns = {"Ligne", "Pseudonyme"};
    out.answer.numeric = {true, false};
    boost::json::array found;
    for (std::size_t i = 0; i < sought.size(); ++i)
        for (const auto& one : app::recognise(person_session(context), *base, sought[i].names)) {
            found.push_back({{"ligne", static_cast<std::int64_t>(i + 2)}, {"pseudonyme", one.pseudonym}});
            out.answer.table.rows.push_back({std::to_string(i + 2), one.pseudonym});
        }
    if (found.empty()) out.answer.lines.push_back("Aucune fiche ne porte ces noms et ces dates de naissance.");
    out.answer.document = boost::json::object{{"personnes", std::move(found)}};
    return out;
}

Outcome sheet_after(Context& context, store::Database& base, app::PersonId id) {
    return {present::answer(app::consult_person(person_session(context), base, id))};
}

Outcome end_path(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const auto on = input.date("--le");
    input.check();
    const bool again = arguments.has("--reprendre");
    if (again == on.has_value())
        throw UsageError("option --le", "donnez la date de fin par --le, ou --reprendre si le parcours continue");
    const auto base = open_base(arguments, false);
    const app::PersonId id = person_argument(*base, arguments);
    app::end_path(person_session(context), *base, id, on);
    return sheet_after(context, *base, id);
}

Outcome proposals(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::proposals_answer(app::merge_proposals(*base))};
}

Outcome merge(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const app::PersonId from = person_argument(*base, arguments);
    const app::PersonId into = app::person_of(*base, arguments.get("--dans").value_or(""));
    confirm(context, arguments, "Réunir ces deux fiches ? La première perd son nom, la seconde le garde.");
    app::merge_people(person_session(context), *base, from, into);
    return sheet_after(context, *base, into);
}

Outcome transfer(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const app::PersonId id = person_argument(*base, arguments);
    const auto into = organisation(*base, arguments, "--vers").value();
    confirm(context, arguments, "Transférer cette personne ? L’OPCS de départ ne la verra plus.");
    app::transfer_person(person_session(context), *base, id, into);
    return sheet_after(context, *base, id);
}

constexpr OptionSpec kOpcs = {"--opcs", "ORGANISATION", "l’OPCS qui suit : nom, SIRET ou numéro"};
constexpr OptionSpec kDeclarer = {"--declarant", "ORGANISATION",
                                  "la structure, l’entreprise ou le prescripteur qui déclare ; l’OPCS par défaut"};
const PositionalSpec kIdentities{"FICHIER",
                                 "CSV aux colonnes nom, prénom, naissance et rqth, ou « - » pour l’entrée standard"};

std::vector<CommandSpec> merging_commands() {
    return {{"personnes propositions",
             "les fiches qui semblent d’une même personne, dans une même OPCS",
             {},
             {kBase},
             proposals,
             "clausier personnes propositions --base region.sqlite"},
            {"personnes fusionner",
             "réunit deux fiches d’une même personne",
             {kPseudonym},
             {kBase, {"--dans", "PSEUDONYME", "la fiche qui reste", true}, kYes},
             merge,
             "clausier personnes fusionner P-7F3K-29 --dans P-4C8D-72 --oui --base region.sqlite"},
            {"personnes transferer",
             "confie une personne à une autre OPCS",
             {kPseudonym},
             {kBase, {"--vers", "ORGANISATION", "la nouvelle OPCS : nom, SIRET ou numéro", true}, kYes},
             transfer,
             "clausier personnes transferer P-7F3K-29 --vers 12 --oui --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> person_commands() {
    std::vector<CommandSpec> out{
        {"personnes creer",
         "déclare des personnes lues dans un fichier, jamais sur la ligne de commande",
         {kIdentities},
         {kBase, {kOpcs.name, kOpcs.value, kOpcs.help, true}, kDeclarer},
         declare,
         "clausier personnes creer identites.csv --opcs 3 --declarant 12 --base region.sqlite"},
        {"personnes liste",
         "les personnes, par leur pseudonyme",
         {},
         {kBase,
          kOpcs,
          {kDeclarer.name, kDeclarer.value, "qui les a déclarées : nom, SIRET ou numéro"},
          {"--reunies", "", "aussi les fiches réunies à une autre"}},
         list,
         "clausier personnes liste --base region.sqlite"},
        {"personnes montrer",
         "une fiche, sans le nom ; la consultation est inscrite au journal",
         {kPseudonym},
         {kBase},
         show,
         "clausier personnes montrer P-7F3K-29 --base region.sqlite"},
        {"personnes noms",
         "le nom d’une personne ; la consultation est inscrite au journal",
         {kPseudonym},
         {kBase, {"--rqth", "", "aussi la reconnaissance de travailleur handicapé"}},
         names,
         "clausier personnes noms P-7F3K-29 --base region.sqlite"},
        {"personnes chercher",
         "retrouve des fiches d’après des noms et des dates de naissance lus dans un fichier",
         {kIdentities},
         {kBase},
         search,
         "clausier personnes chercher identites.csv --base region.sqlite"},
        {"personnes terminer",
         "note la fin d’un parcours, d’où court la conservation du nom",
         {kPseudonym},
         {kBase, {"--le", "DATE", "le dernier jour"}, {"--reprendre", "", "le parcours continue"}},
         end_path,
         "clausier personnes terminer P-7F3K-29 --le 2026-10-31 --base region.sqlite"}};
    for (CommandSpec& command : merging_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
