// « marches »: listed, opened, exported, and the hours of their lots.
#include <filesystem>

#include "base_option.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/cli/input.hpp"
#include "clausier/cli/output.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/present/hours.hpp"
#include "clausier/present/markets.hpp"
#include "command_table.hpp"
#include "confirm.hpp"
#include "market_workbook.hpp"

namespace clausier::cli {
namespace {

constexpr OptionSpec kBuyer = {"--acheteur", "ACHETEUR", "nom ou SIRET de l’acheteur"};
constexpr OptionSpec kText = {"--texte", "TEXTE",
                              "mots de l’objet, de la référence, de l’acheteur, des lots ou des titulaires"};
constexpr OptionSpec kYear = {"--annee", "ANNÉE", "année de notification"};
constexpr OptionSpec kDepartment = {"--departement", "CODE", "département du lieu d’exécution"};

// The options that choose markets, between the base and those of one command.
std::vector<OptionSpec> with_filters(std::vector<OptionSpec> own) {
    std::vector<OptionSpec> out = {
        kBase,
        kBuyer,
        kText,
        kYear,
        kDepartment,
        {"--titulaire", "TITULAIRE", "nom ou SIRET du titulaire d’un lot"},
        {"--cpv", "CHIFFRES", "premiers chiffres du CPV"},
        {"--secteur", "SECTEUR", "travaux, fournitures ou services", false, "travaux|fournitures|services"},
        {"--consideration", "ÉTAT", "oui, aucune ou non_renseignee (qui n’est jamais « aucune »)", false,
         "oui|aucune|non_renseignee"},
        {"--montant-min", "EUROS", "somme des montants attribués, au moins"},
        {"--montant-max", "EUROS", "somme des montants attribués, au plus"},
        {"--heures-dues", "OUI", "oui : un lot au moins a des heures dues ; non : aucun", false, "oui|non"}};
    out.insert(out.end(), own.begin(), own.end());
    return out;
}

store::MarketSort sort_of(const std::string& name) {
    if (name == "reference") return store::MarketSort::reference;
    if (name == "acheteur") return store::MarketSort::buyer;
    if (name == "objet") return store::MarketSort::object;
    if (name == "montant") return store::MarketSort::amount;
    return name == "heures" ? store::MarketSort::hours : store::MarketSort::notified_on;
}

app::MarketQuery query_of(const Arguments& arguments) {
    Input input(arguments);
    app::MarketQuery query;
    query.buyer = arguments.get("--acheteur").value_or("");
    query.filter.text = arguments.get("--texte").value_or("");
    query.filter.department = input.department("--departement").value_or("");
    if (const auto year = input.year("--annee")) query.filter.year = static_cast<int>(*year);
    query.holder = arguments.get("--titulaire").value_or("");
    query.filter.cpv = arguments.get("--cpv").value_or("");
    query.filter.sector = domain::sector(arguments.get("--secteur").value_or(""));
    query.filter.social = domain::social_state(arguments.get("--consideration").value_or(""));
    query.filter.amount_from = input.euros("--montant-min");
    query.filter.amount_to = input.euros("--montant-max");
    if (const auto due = arguments.get("--heures-dues")) query.filter.has_hours = *due == "oui";
    query.filter.limit = input.whole("--limite").value_or(100);
    query.filter.offset = input.whole("--debut").value_or(0);
    input.check();
    const std::string sort = arguments.get("--tri").value_or("notification");
    query.filter.sort = sort_of(sort);
    query.filter.descending = arguments.has("--decroissant") || (sort == "notification" && !arguments.has("--tri"));
    return query;
}

Outcome list(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::answer(app::list_markets(*base, query_of(arguments)))};
}

Outcome see(Context&, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    return {present::answer(
        app::find_market(*base, arguments.positionals.at(0), arguments.get("--acheteur").value_or("")))};
}

bool is_workbook(const std::string& file) { return std::filesystem::path(file).extension() == ".xlsx"; }

Outcome export_all(Context& context, const Arguments& arguments) {
    const auto base = open_base(arguments, false);
    const auto sheets = app::market_sheets(*base, query_of(arguments));
    const auto file = arguments.get("--sortie");
    if (!file || !is_workbook(*file)) return {present::export_lots(sheets)};
    write_lots(*file, sheets);
    context.say("Écrit : " + *file);
    return {{}, true};
}

Outcome hours(Context& context, const Arguments& arguments) {
    Input input(arguments);
    domain::LotHypotheses hypotheses{
        input.percent("--part-mo"), input.percent("--taux"), input.euros("--cout-horaire"),
        domain::HourRounding::parse(arguments.get("--arrondi").value_or("proche")).value()};
    input.check();
    const auto file = arguments.get("--sortie");
    if (file && !is_workbook(*file))
        throw UsageError(
            "option --sortie",
            "« " + *file + " » n’est pas un classeur ; donnez un nom en .xlsx, ou --format csv sans --sortie");
    const auto base = open_base(arguments, false);
    const domain::TenderHours tender = app::market_hours({context.clock, "cli"}, *base, query_of(arguments), hypotheses,
                                                         arguments.has("--enregistrer"));
    if (file) write_hours(*file, tender);
    if (const auto page = arguments.get("--page"))
        write_output(present::hours_page(tender, arguments.get("--titre").value_or("Heures d’insertion des marchés"),
                                         context.clock.today()),
                     page);
    Outcome outcome{present::answer(tender)};
    return outcome;
}

Outcome merge(Context& context, const Arguments& arguments) {
    const std::string& from = arguments.positionals.at(0);
    const std::string& into = arguments.positionals.at(1);
    const auto base = open_base(arguments, false);
    confirm(context, arguments, "Donner les marchés de « " + from + " » à « " + into + " » ?");
    const domain::Organisation kept = app::merge_buyers({context.clock, "cli"}, *base, from, into);
    app::MarketQuery query;
    query.filter.buyer = kept.id;
    return {present::answer(app::list_markets(*base, query))};
}

}  // namespace

std::vector<CommandSpec> market_commands() {
    return {
        {"acheteurs reunir",
         "deux noms sont un seul acheteur : les marchés du premier vont au second",
         {{"ANCIEN", "nom ou SIRET de celui qui disparaît"}, {"GARDE", "nom ou SIRET de celui qui reste"}},
         {kBase, kYes},
         merge,
         "clausier acheteurs reunir \"Ville de Valbrume\" \"Commune de Valbrume\" --base region.sqlite"},
        {"marches liste",
         "les marchés de la base, avec le montant et les heures de leurs lots",
         {},
         with_filters({{"--tri", "CLÉ", "notification, reference, acheteur, objet, montant ou heures", false,
                        "notification|reference|acheteur|objet|montant|heures"},
                       {"--decroissant", "", "du plus grand au plus petit"},
                       {"--limite", "NOMBRE", "nombre de marchés (100 par défaut)"},
                       {"--debut", "NOMBRE", "marchés à passer avant le premier"}}),
         list,
         "clausier marches liste --base region.sqlite --annee 2026 --tri montant --decroissant"},
        {"marches voir",
         "un marché et ses lots",
         {{"MARCHÉ", "sa référence, ou son numéro dans la base"}},
         {kBase, kBuyer},
         see,
         "clausier marches voir 2026-014 --base region.sqlite"},
        {"marches exporter",
         "tous les lots, une ligne chacun (csv, json, ndjson, ou classeur avec --sortie X.xlsx)",
         {},
         with_filters({}),
         export_all,
         "clausier marches exporter --base region.sqlite --sortie lots.xlsx",
         Sortie::answer_or_workbook},
        {"marches heures",
         "heures d’insertion de chaque lot de la base, expliquées",
         {},
         with_filters({{"--part-mo", "POURCENT", "part de main-d’œuvre des lots qui n’en ont pas"},
                       {"--taux", "POURCENT", "taux d’effort des lots qui n’en ont pas"},
                       {"--cout-horaire", "EUROS", "coût horaire des lots qui n’en ont pas"},
                       kRounding,
                       {"--sortie", "R.xlsx", "classeur à écrire, avec des formules vivantes"},
                       {"--page", "P.html", "page à écrire, prête à imprimer"},
                       {"--titre", "TEXTE", "titre de la page"},
                       {"--enregistrer", "", "garde chaque calcul dans la base, avec ses étapes"}}),
         hours,
         "clausier marches heures --base region.sqlite --taux 5 --sortie heures.xlsx --page heures.html",
         Sortie::workbook},
    };
}

}  // namespace clausier::cli
