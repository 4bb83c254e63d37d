// Reads which contracts a command is about.
#include "contract_arguments.hpp"

#include "clausier/cli/input.hpp"
#include "spaser_arguments.hpp"

namespace clausier::cli {
namespace {

using domain::Dimension;

struct Filter {
    std::string_view option;
    Dimension dimension;
};
constexpr Filter filters[] = {{"--secteur", Dimension::sector},
                              {"--tranche", Dimension::band},
                              {"--procedure", Dimension::procedure},
                              {"--service", Dimension::unit}};

std::optional<int> year(Input& input, std::string_view option) {
    const auto value = input.year(option);
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

}  // namespace

std::vector<OptionSpec> contract_scope_options() {
    return {kBase,
            kBuyer,
            {"--annee", "ANNÉE", "année de notification"},
            {"--de", "ANNÉE", "première année, à la place de --annee"},
            {"--a", "ANNÉE", "dernière année"},
            {"--secteur", "SECTEUR", "travaux, fournitures ou services", false, "travaux|fournitures|services"},
            {"--tranche", "TRANCHE", "tranche de montant", false, "moins_40k|40k_dispense|dispense_ue|ue|inconnue"},
            {"--procedure", "PROCÉDURE", "la procédure, en toutes lettres"},
            {"--service", "SERVICE", "le service qui achète"},
            {"--departement", "CODE", "département du lieu d’exécution"},
            {"--commune", "CODE", "début du code du lieu d’exécution : code postal ou INSEE, canton"},
            {"--entreprise", "ENTREPRISE", "SIRET ou mots du nom d’un titulaire"}};
}

app::ContractScope contract_scope(store::Database& base, const Arguments& arguments) {
    Input input(arguments);
    app::ContractScope scope;
    const auto one = year(input, "--annee");
    scope.first_year = one ? one : year(input, "--de");
    scope.last_year = one ? one : year(input, "--a");
    if (one && (arguments.has("--de") || arguments.has("--a")))
        throw UsageError("option --annee", "donnez une année, ou une période par --de et --a");
    if (scope.first_year && scope.last_year && *scope.last_year < *scope.first_year)
        throw UsageError("option --a", "la dernière année précède la première ; échangez-les");
    const auto department = input.department("--departement");
    input.check();
    if (department && arguments.has("--commune"))
        throw UsageError("option --commune", "donnez un département ou une commune, pas les deux");
    const std::string commune = arguments.get("--commune").value_or("");
    if (!domain::begins_places(commune))
        throw UsageError("option --commune",
                         "« " + commune + " » n’est pas un code de lieu ; écrivez par exemple 57000");
    for (const Filter& filter : filters)
        if (const auto value = arguments.get(filter.option)) scope.values[filter.dimension] = *value;
    scope.place = department ? *department : commune;
    scope.company = arguments.get("--entreprise").value_or("");
    if (const auto buyer = asked_buyer(base, arguments)) scope.buyers = {*buyer};
    return scope;
}

std::string scope_words(const Arguments& arguments) {
    std::string out = "notifiés";
    if (const auto one = arguments.get("--annee")) out += " en " + *one;
    if (const auto first = arguments.get("--de")) out += " depuis " + *first;
    if (const auto last = arguments.get("--a")) out += " jusqu’en " + *last;
    const auto buyer = arguments.get("--acheteur");
    out += buyer ? " par " + *buyer : " par tous les acheteurs";
    for (const Filter& filter : filters)
        if (const auto value = arguments.get(filter.option))
            out += ", " + domain::value_label(filter.dimension, *value);
    if (const auto place = arguments.get("--departement")) out += ", exécutés dans le département " + *place;
    if (const auto place = arguments.get("--commune")) out += ", exécutés à un lieu de code " + *place;
    if (const auto company = arguments.get("--entreprise")) out += ", avec le titulaire « " + *company + " »";
    return out;
}

std::optional<domain::Dimension> dimension_option(const Arguments& arguments, std::string_view option) {
    const auto text = arguments.get(option);
    return text ? domain::dimension(*text) : std::nullopt;
}

}  // namespace clausier::cli
