// The « calcul » commands: arguments in, a calculation's answer out.
#include "base_option.hpp"
#include "clausier/app/references.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "clausier/present/calculations.hpp"
#include "command_table.hpp"

namespace clausier::cli {
namespace {

using core::Euros;
using core::Hours;
using domain::Reference;

domain::HourRounding rounding_of(const Arguments& arguments) {
    return domain::HourRounding::parse(arguments.get("--arrondi").value_or("proche")).value();
}

Reference reference_for(const Arguments& arguments) { return app::reference(app::base_path(arguments.get("--base"))); }

// Refuses, as a fault of usage, when not exactly `wanted` of the options are given.
void require_count(const Arguments& arguments, std::initializer_list<std::string_view> options, std::size_t wanted,
                   std::string_view command) {
    std::size_t given = 0;
    std::string missing;
    std::string list;
    for (const std::string_view option : options) {
        given += arguments.has(option);
        if (!arguments.has(option)) missing += (missing.empty() ? "" : ", ") + std::string(option);
        list += (list.empty() ? "" : ", ") + std::string(option);
    }
    if (given < wanted)
        throw UsageError(
            "clausier " + std::string(command),
            "il manque " + missing + " ; donnez " + std::to_string(wanted) + " valeurs, la dernière est calculée");
    if (given > wanted)
        throw UsageError("clausier " + std::string(command),
                         "une valeur de trop parmi " + list + " ; retirez celle qui est à calculer");
}

Outcome amount(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::AmountInput in{input.euros("--montant"),      input.percent("--part-mo"), input.percent("--taux"),
                           input.euros("--cout-horaire"), input.hours("--heures"),    rounding_of(arguments)};
    input.check();
    require_count(arguments, {"--montant", "--part-mo", "--taux", "--cout-horaire", "--heures"}, 4, "calcul montant");
    return {present::answer(domain::calculate_amount(in, reference_for(arguments), context.clock.today()))};
}

Outcome effort(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::EffortInput in{input.hours("--heures-totales"), input.percent("--taux"), input.hours("--heures"),
                           rounding_of(arguments)};
    input.check();
    require_count(arguments, {"--heures-totales", "--taux", "--heures"}, 2, "calcul effort");
    return {present::answer(domain::calculate_effort(in, reference_for(arguments), context.clock.today()))};
}

Outcome takeover(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::TakeoverInput in{input.euros("--chiffre-affaires"),
                             input.number("--mois"),
                             input.hours("--heures-transferables"),
                             input.percent("--taux"),
                             input.euros("--coefficient"),
                             input.hours("--heures"),
                             rounding_of(arguments)};
    input.check();
    if (!arguments.has("--heures"))
        require_count(arguments, {"--chiffre-affaires", "--mois", "--heures-transferables", "--taux"}, 4,
                      "calcul reprise");
    return {present::answer(domain::calculate_takeover(in, reference_for(arguments), context.clock.today()))};
}

Outcome invoice(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::InvoiceInput in{input.euros("--montant-facture"), input.euros("--seuil").value_or(Euros()),
                            input.euros("--tranche").value_or(Euros()),
                            domain::parse_threshold_mode(arguments.get("--mode").value_or("declencheur")).value(),
                            input.hours("--heures")};
    input.check();
    require_count(arguments, {"--montant-facture", "--heures"}, 1, "calcul facture");
    return {present::answer(domain::calculate_invoice(in, reference_for(arguments), context.clock.today()))};
}

Outcome grid(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const auto value = input.euros("--montant");
    input.check();
    const Reference reference = reference_for(arguments);  // the result points into it
    return {
        present::answer(domain::calculate_grid(*arguments.get("--grille"), *value, reference, context.clock.today()))};
}

Outcome inclusive(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const auto value = input.euros("--montant");
    input.check();
    return {present::answer(domain::calculate_inclusive(*value, reference_for(arguments), context.clock.today()))};
}

// The hours of one FTE: a number, or the kind of structure a reference value gives ("ei" is fte.ei).
std::optional<Hours> fte_reference(Context& context, const Arguments& arguments, Input& input) {
    const auto text = arguments.get("--reference");
    if (!text || text->empty()) return std::nullopt;
    if (text->find_first_of("0123456789-+,.") == 0) return input.hours("--reference");
    return reference_for(arguments).hours("fte." + core::fold(*text), context.clock.today()).value;
}

Outcome fte(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::FteInput in{input.hours("--heures"), fte_reference(context, arguments, input), input.number("--etp"),
                        arguments.has("--mensuel")};
    input.check();
    require_count(arguments, {"--heures", "--reference", "--etp"}, 2, "calcul etp");
    return {present::answer(domain::calculate_fte(in))};
}

Outcome penalty(Context&, const Arguments& arguments) {
    Input input(arguments);
    domain::PenaltyInput in{input.hours("--dues").value_or(Hours()), input.hours("--validees").value_or(Hours()),
                            input.euros("--par-heure").value_or(Euros()), input.whole("--jours-retard").value_or(0),
                            input.euros("--par-jour").value_or(Euros())};
    input.check();
    if (arguments.has("--jours-retard") != arguments.has("--par-jour"))
        throw UsageError("clausier calcul penalite", "--jours-retard et --par-jour vont ensemble ; donnez les deux");
    return {present::answer(domain::calculate_penalty(in))};
}

Outcome share(Context&, const Arguments& arguments) {
    Input input(arguments);
    const auto total = input.hours("--total");
    const auto weights = input.numbers("--parts");
    const auto step = input.hours("--pas");
    input.check();
    return {present::answer(domain::split(*total, weights, step.value_or(Hours::whole(1))))};
}

Outcome supply(Context& context, const Arguments& arguments) {
    Input input(arguments);
    const auto structures = input.whole("--structures");
    const auto budget = input.euros("--budget");
    const auto turnover = input.euros("--ca-moyen");
    input.check();
    return {present::answer(
        domain::local_supply(*structures, *budget, turnover, reference_for(arguments), context.clock.today()))};
}

}  // namespace

std::vector<CommandSpec> calculation_commands() {
    return {
        {"calcul montant",
         "heures d’insertion d’un lot d’après son montant, ou la valeur qui manque pour les obtenir",
         {},
         {{"--montant", "EUROS", "montant du lot, hors taxes"},
          {"--part-mo", "POURCENT", "part de la main-d’œuvre dans le montant"},
          {"--taux", "POURCENT", "taux d’effort d’insertion"},
          {"--cout-horaire", "EUROS", "coût horaire chargé"},
          {"--heures", "HEURES", "heures voulues : laissez alors une des quatre autres valeurs à calculer"},
          kRounding,
          kValuesBase},
         amount,
         "clausier calcul montant --montant \"1 000 000\" --part-mo 50 --taux 5 --cout-horaire 30"},
        {"calcul effort",
         "heures d’insertion d’après les heures de travail du lot",
         {},
         {{"--heures-totales", "HEURES", "heures de travail du lot"},
          {"--taux", "POURCENT", "taux d’effort d’insertion"},
          {"--heures", "HEURES", "heures voulues, à la place d’une des deux autres"},
          kRounding,
          kValuesBase},
         effort,
         "clausier calcul effort --heures-totales 16667 --taux 5"},
        {"calcul reprise",
         "heures d’insertion quand le personnel en place est repris (nettoyage…)",
         {},
         {{"--chiffre-affaires", "EUROS", "chiffre d’affaires de la période, hors taxes"},
          {"--mois", "NOMBRE", "durée de la période en mois"},
          {"--heures-transferables", "HEURES", "heures mensuelles du personnel à reprendre"},
          {"--taux", "POURCENT", "taux appliqué au potentiel"},
          {"--coefficient", "EUROS",
           "coût horaire divisé par la part de main-d’œuvre (25 par défaut : valeur de référence)"},
          {"--heures", "HEURES", "heures voulues, à la place d’une des autres valeurs"},
          kRounding,
          kValuesBase},
         takeover,
         "clausier calcul reprise --chiffre-affaires 480000 --mois 48 --heures-transferables 200 --taux 50"},
        {"calcul facture",
         "heures dues d’après ce qui est facturé : une heure par tranche entière",
         {},
         {{"--montant-facture", "EUROS", "montant facturé, hors taxes"},
          {"--seuil", "EUROS", "montant à partir duquel des heures sont dues", true},
          {"--tranche", "EUROS", "montant d’une tranche", true},
          {"--mode", "MODE", "declencheur : tout compte dès le seuil atteint ; franchise : seul l’excédent compte",
           false, "declencheur|franchise"},
          {"--heures", "HEURES", "heures voulues, pour trouver le montant qui les rend dues"},
          kValuesBase},
         invoice,
         "clausier calcul facture --montant-facture 120000 --seuil 50000 --tranche 1000 --mode franchise"},
        {"calcul grille",
         "heures d’après une grille par paliers de montant",
         {},
         {{"--grille", "NOM", "nom de la grille, par exemple formation", true},
          {"--montant", "EUROS", "montant hors taxes", true},
          kValuesBase},
         grid,
         "clausier calcul grille --grille formation --montant 150000"},
        {"calcul achat-inclusif",
         "ce qu’un achat inclusif représente en heures ou en emplois (estimation)",
         {},
         {{"--montant", "EUROS", "montant de l’achat, hors taxes", true}, kValuesBase},
         inclusive,
         "clausier calcul achat-inclusif --montant 20000"},
        {"calcul etp",
         "heures en équivalents temps plein, et l’inverse",
         {},
         {{"--heures", "HEURES", "heures à convertir"},
          {"--reference", "HEURES", "heures d’un ETP, ou un genre de structure : general, ai, etti, ei, aci"},
          {"--etp", "NOMBRE", "ETP voulus, à la place d’une des deux autres"},
          {"--mensuel", "", "les heures sont celles d’un mois (× 12)"},
          kValuesBase},
         fte,
         "clausier calcul etp --heures 833 --reference 1607"},
        {"calcul penalite",
         "simulation d’une pénalité ; l’acheteur seul décide",
         {},
         {{"--dues", "HEURES", "heures dues", true},
          {"--validees", "HEURES", "heures validées", true},
          {"--par-heure", "EUROS", "pénalité par heure manquante", true},
          {"--jours-retard", "JOURS", "jours de retard d’un justificatif"},
          {"--par-jour", "EUROS", "pénalité par jour de retard"}},
         penalty,
         "clausier calcul penalite --dues 833 --validees 800 --par-heure 60"},
        {"calcul repartir",
         "répartit des heures selon des parts, sans rien perdre",
         {},
         {{"--total", "HEURES", "heures à répartir", true},
          {"--parts", "LISTE", "parts, par exemple 3,2,2 ou 2,5;1,5", true},
          {"--pas", "HEURES", "taille d’un pas (1 par défaut)"}},
         share,
         "clausier calcul repartir --total 833 --parts 3,2,2"},
        {"calcul potentiel",
         "ce que les structures du territoire peuvent porter (indice du Marché de l’inclusion)",
         {},
         {{"--structures", "NOMBRE", "nombre de structures qui peuvent répondre", true},
          {"--budget", "EUROS", "budget du marché", true},
          {"--ca-moyen", "EUROS", "chiffre d’affaires moyen de ces structures"},
          kValuesBase},
         supply,
         "clausier calcul potentiel --structures 35 --budget 100000 --ca-moyen 500000"},
    };
}

}  // namespace clausier::cli
