// The commands of schemes and targets.
#include "changes.hpp"
#include "clausier/app/schemes.hpp"
#include "clausier/present/schemes.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::Scheme;
using domain::Target;

constexpr OptionSpec kScheme = {"--schema", "N", "numéro du schéma (« spaser schema liste »)", true};
const FieldOptions scheme_options{
    {"premiere_annee", "--debut"}, {"derniere_annee", "--fin"}, {"acheteurs", "--acheteur"}};
const FieldOptions target_options{{"valeur", "VALEUR"}};

present::Answer one_scheme(store::Database& base, domain::Id<Scheme> id) {
    return present::schemes_answer({app::scheme_sheet(base, id)});
}
present::Answer targets_of(store::Database& base, domain::Id<Scheme> id) {
    return present::targets_answer({app::scheme_sheet(base, id)});
}

domain::Id<Scheme> scheme_of(const Arguments& arguments) {
    Input input(arguments);
    const auto number = input.whole("--schema");
    input.check();
    return {number.value_or(0)};
}

Outcome list_schemes(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::schemes_answer(app::schemes(*base, asked_buyer(*base, arguments)))};
}

// What the options say, over what was there.
void read(store::Database& base, const Arguments& arguments, Scheme& scheme) {
    Changes changes(arguments);
    Input input(arguments);
    if (const auto year = input.year("--debut")) scheme.first_year = static_cast<int>(*year);
    if (const auto year = input.year("--fin")) scheme.last_year = static_cast<int>(*year);
    input.check();
    changes.set(scheme.edition, "--edition");
    changes.set(scheme.url, "--url");
    changes.set(scheme.note, "--note");
    changes.check();
    if (!arguments.has("--acheteur")) return;
    scheme.buyers.clear();
    for (const std::string& text : arguments.all("--acheteur")) scheme.buyers.push_back(named_buyer(base, text).id);
}

Outcome create_scheme(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    Scheme scheme;
    scheme.title = arguments.positionals.at(0);
    read(*base, arguments, scheme);
    const Scheme kept = by_option(scheme_options, [&] { return app::save(spaser_session(context), *base, scheme); });
    return {one_scheme(*base, kept.id)};
}

Outcome change_scheme(Context& context, const Arguments& arguments) {
    const auto id = number_of<Scheme>(arguments, "SCHÉMA");
    const auto base = open_base(arguments, false);
    Scheme scheme = app::scheme_sheet(*base, id).scheme;
    if (const auto title = arguments.get("--titre")) scheme.title = *title;
    read(*base, arguments, scheme);
    by_option(scheme_options, [&] { return app::save(spaser_session(context), *base, scheme); });
    return {one_scheme(*base, id)};
}

Outcome remove_scheme(Context& context, const Arguments& arguments) {
    const auto id = number_of<Scheme>(arguments, "SCHÉMA");
    const auto base = open_base(arguments, false);
    confirm(context, arguments, "Retirer le schéma n° " + std::to_string(id.value) + " et ses cibles ?");
    app::remove(spaser_session(context), *base, id);
    return {present::schemes_answer(app::schemes(*base))};
}

Outcome list_targets(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    if (arguments.has("--schema")) return {targets_of(*base, scheme_of(arguments))};
    return {present::targets_answer(app::schemes(*base, asked_buyer(*base, arguments)))};
}

// The target of that indicator, measure and year, changed when there is one.
Outcome set_target(Context& context, const Arguments& arguments) {
    Target target;
    target.scheme = scheme_of(arguments);
    target.indicator = arguments.get("--indicateur").value_or("");
    target.measure = domain::target_measure(arguments.get("--mesure").value_or("nombre")).value();
    Input input(arguments);
    target.year = static_cast<int>(input.year("--annee").value_or(0));
    input.check();
    const auto parts = domain::parse_target(target.measure, arguments.positionals.at(0));
    if (!parts) throw UsageError("VALEUR", parts.error().text);
    target.parts = *parts;
    target.note = arguments.get("--note").value_or("");
    const auto base = open_base(arguments, false);
    const domain::IndicatorInfo* info = domain::indicator_info(target.indicator);
    for (const Target& known : app::scheme_sheet(*base, target.scheme).targets)
        if (info && known.indicator == info->code && known.measure == target.measure && known.year == target.year) {
            target.id = known.id;
            target.revision = known.revision;
            if (!arguments.has("--note")) target.note = known.note;
        }
    by_option(target_options, [&] { return app::save(spaser_session(context), *base, target); });
    return {targets_of(*base, target.scheme)};
}

Outcome remove_target(Context& context, const Arguments& arguments) {
    const auto id = number_of<Target>(arguments, "CIBLE");
    const auto base = open_base(arguments, false);
    confirm(context, arguments, "Retirer la cible n° " + std::to_string(id.value) + " ?");
    const Target gone = app::remove(spaser_session(context), *base, id);
    return {targets_of(*base, gone.scheme)};
}

std::vector<OptionSpec> scheme_fields(bool required) {
    return {kBase,
            {"--debut", "ANNÉE", "première année du schéma", required},
            {"--fin", "ANNÉE", "dernière année du schéma", required},
            {"--acheteur",
             "ACHETEUR",
             "nom, SIRET ou numéro ; plusieurs fois pour un schéma mutualisé",
             required,
             {},
             true},
            {"--edition", "TEXTE", "édition, date d’adoption"},
            {"--url", "ADRESSE", "où il est publié"},
            {"--note", "TEXTE", "note"},
            kEmpty};
}

std::vector<CommandSpec> target_commands() {
    const PositionalSpec number{"CIBLE", "son numéro (« spaser cibles liste »)"};
    return {{"spaser cibles liste",
             "les cibles d’un schéma, d’un acheteur ou de tous",
             {},
             {kBase, {"--schema", "N", "numéro du schéma"}, kBuyer},
             list_targets,
             "clausier spaser cibles liste --schema 1 --base region.sqlite"},
            {"spaser cibles poser",
             "pose la cible d’un indicateur pour une année, ou la change",
             {{"VALEUR", "« 30 % », « 3 M€ », « 57 869 h »"}},
             {kBase,
              kScheme,
              {"--indicateur", "CODE", "S1, E1, I1… (« spaser indicateurs »)", true},
              {"--mesure", "MESURE", "nombre (part, par défaut), montant (part), contrats, euros ou valeur", false,
               "nombre|montant|contrats|euros|valeur"},
              {"--annee", "ANNÉE", "l’année", true},
              {"--note", "TEXTE", "note"}},
             set_target,
             "clausier spaser cibles poser \"50 %\" --schema 1 --indicateur S1 --annee 2026 --base region.sqlite"},
            {"spaser cibles retirer",
             "retire une cible",
             {number},
             {kBase, kYes},
             remove_target,
             "clausier spaser cibles retirer 3 --oui --base region.sqlite"}};
}

}  // namespace

std::vector<CommandSpec> scheme_commands() {
    const PositionalSpec number{"SCHÉMA", "son numéro (« spaser schema liste »)"};
    std::vector<OptionSpec> changed = scheme_fields(false);
    changed.push_back({"--titre", "TEXTE", "titre du schéma"});
    std::vector<CommandSpec> out{
        {"spaser schema liste",
         "les schémas (SPASER) et leurs acheteurs",
         {},
         {kBase, kBuyer},
         list_schemes,
         "clausier spaser schema liste --base region.sqlite"},
        {"spaser schema creer",
         "enregistre le schéma d’un acheteur, ou de plusieurs qui le partagent",
         {{"TITRE", "son titre"}},
         scheme_fields(true),
         create_scheme,
         "clausier spaser schema creer \"Schéma 2024-2028\" --debut 2024 --fin 2028 --acheteur \"Commune de Valbrume\" "
         "--base region.sqlite"},
        {"spaser schema modifier",
         "change un schéma ; --acheteur remplace la liste",
         {number},
         changed,
         change_scheme,
         "clausier spaser schema modifier 1 --fin 2029 --base region.sqlite"},
        {"spaser schema retirer",
         "retire un schéma et ses cibles ; ce qui a été publié reste",
         {number},
         {kBase, kYes},
         remove_scheme,
         "clausier spaser schema retirer 1 --oui --base region.sqlite"}};
    for (CommandSpec& command : target_commands()) out.push_back(std::move(command));
    return out;
}

}  // namespace clausier::cli
