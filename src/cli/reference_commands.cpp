// « reference »: the values of law and usage, with their sources, and a territory's own.
#include "base_option.hpp"
#include "clausier/app/references.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/present/references.hpp"
#include "command_table.hpp"

namespace clausier::cli {
namespace {

core::Date day_of(const Context& context, const Arguments& arguments) {
    Input input(arguments);
    const auto day = input.date("--date");
    input.check();
    return day.value_or(context.clock.today());
}

Outcome list(Context& context, const Arguments& arguments) {
    const domain::Reference reference = app::reference(app::base_path(arguments.get("--base")));
    const core::Date day = day_of(context, arguments);
    if (arguments.has("--a-relire")) return {present::answer(reference.stale(day), "Valeurs à relire")};
    const std::string prefix = arguments.positionals.empty() ? "" : arguments.positionals.front();
    auto values = reference.list(prefix, day);
    if (values.empty() && !prefix.empty()) (void)reference.history(prefix);  // throws with the nearest key
    return {present::answer(values, "Valeurs de référence au " + core::iso(day))};
}

Outcome see(Context&, const Arguments& arguments) {
    const domain::Reference reference = app::reference(app::base_path(arguments.get("--base")));
    const std::string& key = arguments.positionals.at(0);
    return {present::answer(reference.history(key), "Historique de " + key)};
}

Outcome add(Context& context, const Arguments& arguments) {
    const auto text = [&](std::string_view option) { return arguments.get(option).value_or(""); };
    const domain::ReferenceTexts texts{text("--cle"),
                                       text("--valeur"),
                                       text("--min"),
                                       text("--max"),
                                       text("--unite"),
                                       text("--libelle"),
                                       text("--depuis"),
                                       text("--source"),
                                       text("--url"),
                                       text("--relu-le"),
                                       arguments.has("--verifie") ? "oui" : "non",
                                       text("--note")};
    const auto place = [](std::string_view column) -> std::string {
        static constexpr std::pair<std::string_view, std::string_view> names[] = {
            {"key", "--cle"},    {"value", "--valeur"},       {"value_min", "--min"},     {"value_max", "--max"},
            {"unit", "--unite"}, {"label", "--libelle"},      {"valid_from", "--depuis"}, {"source", "--source"},
            {"url", "--url"},    {"checked_on", "--relu-le"}, {"verified", "--verifie"},  {"note", "--note"}};
        for (const auto& [name, option] : names)
            if (name == column) return "option " + std::string(option);
        return std::string(column);
    };
    const auto base = open_base(arguments, true);
    const domain::ReferenceValue value = app::add_reference({context.clock, "cli"}, *base, texts, place);
    return {present::answer({&value}, "Valeur locale enregistrée")};
}

}  // namespace

std::vector<CommandSpec> reference_commands() {
    return {
        {"reference liste",
         "les valeurs de référence en vigueur, avec leurs sources",
         {{"PRÉFIXE", "début de clé, par exemple labour_share", false}},
         {kBase,
          {"--date", "DATE", "jour où elles valent (aujourd’hui par défaut)"},
          {"--a-relire", "", "seulement celles que personne n’a relues depuis un an"}},
         list,
         "clausier reference liste labour_share"},
        {"reference voir",
         "toutes les valeurs d’une clé, dans le temps",
         {{"CLÉ", "par exemple hourly_cost.construction"}},
         {kBase},
         see,
         "clausier reference voir hourly_cost.construction"},
        {"reference ajouter",
         "ajoute une valeur locale, qui passe avant la nationale",
         {},
         {kBase,
          {"--cle", "CLÉ", "clé, par exemple hourly_cost.construction", true},
          {"--valeur", "VALEUR", "valeur, avec un point décimal", true},
          {"--source", "TEXTE", "d’où elle vient", true},
          {"--unite", "UNITÉ", "unité (celle de la valeur nationale par défaut)"},
          {"--libelle", "TEXTE", "libellé (celui de la valeur nationale par défaut)"},
          {"--depuis", "DATE", "premier jour où elle vaut"},
          {"--min", "VALEUR", "borne basse"},
          {"--max", "VALEUR", "borne haute"},
          {"--url", "URL", "adresse de la source"},
          {"--relu-le", "DATE", "jour où elle a été relue à sa source"},
          {"--verifie", "", "elle a été vérifiée à sa source"},
          {"--note", "TEXTE", "remarque"}},
         add,
         "clausier reference ajouter --base region.sqlite --cle hourly_cost.construction --valeur 36.50 --source "
         "\"délibération 2026-12\" --depuis 2026-03-01"},
    };
}

}  // namespace clausier::cli
