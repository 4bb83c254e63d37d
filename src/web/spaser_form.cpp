// The form that chooses contracts and how they are counted.
#include "clausier/app/schemes.hpp"
#include "spaser_options.hpp"
#include "spaser_query.hpp"

namespace clausier::web {
namespace {

namespace json = boost::json;
using Choices = std::vector<std::pair<std::string, std::string>>;

// More would not fit a list to choose from: they are then typed.
constexpr std::size_t most_choices = 15;

// A list of the buyers when there are few, else a field where a name or a SIRET is typed.
json::object buyer_field(const FormView& form, const FieldView& spec, const std::vector<domain::Organisation>& buyers,
                         const std::optional<domain::Organisation>& chosen, std::string_view none) {
    json::object out{{"a_choisir", false}, {"choix", nullptr}, {"champ", nullptr}};
    if (buyers.size() > most_choices) {
        out["champ"] = form.field(spec, !chosen                           ? ""
                                        : chosen->identifier.text.empty() ? chosen->name
                                                                          : chosen->identifier.text);
        return out;
    }
    Choices choices{{"", std::string(none)}};
    const std::string id = chosen ? std::to_string(chosen->id.value) : "";
    bool there = !chosen;
    for (const domain::Organisation& buyer : buyers) {
        choices.emplace_back(std::to_string(buyer.id.value), buyer.label());
        there = there || buyer.id == chosen->id;
    }
    if (!there) choices.emplace_back(id, chosen->label());
    out["a_choisir"] = true;
    out["choix"] = form.choice({spec.name, spec.label}, id, choices);
    return out;
}

json::object choice_field(json::object choice) {
    return {{"a_choisir", true}, {"choix", std::move(choice)}, {"champ", nullptr}};
}

std::string year_chosen(const SpaserQuery& query) {
    if (query.scope.first_year) return std::to_string(*query.scope.first_year);
    return "toutes";
}

Choices year_choices(const std::vector<int>& years, const SpaserQuery& query) {
    Choices out{{"toutes", "Toutes"}};
    bool there = !query.scope.first_year;
    for (auto year = years.rbegin(); year != years.rend(); ++year) {
        out.emplace_back(std::to_string(*year), std::to_string(*year));
        there = there || *year == *query.scope.first_year;
    }
    if (!there) out.emplace_back(year_chosen(query), year_chosen(query) + " (aucun contrat)");
    return out;
}

Choices until_choices(const std::vector<int>& years) {
    Choices out{{"", "cette année seule"}};
    for (const int year : years) out.emplace_back(std::to_string(year), std::to_string(year));
    return out;
}

// Filters that links chose, kept when the form is sent.
json::array kept_fields(const SpaserQuery& query) {
    json::array out;
    for (const auto& [dimension, value] : query.scope.values)
        out.push_back({{"nom", domain::code(dimension)}, {"valeur", value}});
    return out;
}

}  // namespace

ScopeForm scope_form(Call& call, const SpaserQuery& query, const std::vector<int>& years, bool comparing) {
    const FormView form({});
    const std::vector<domain::Organisation> buyers = app::buyers(call.base());
    ScopeForm out;
    out.main.push_back(buyer_field(form, {"acheteur", "Acheteur", "nom ou SIRET ; vide\u00a0: tous"}, buyers,
                                   query.buyer, "Tous les acheteurs"));
    out.main.push_back(
        choice_field(form.choice({"annee", "Année de notification"}, year_chosen(query), year_choices(years, query))));
    const bool range = query.scope.first_year != query.scope.last_year;
    out.main.push_back(choice_field(form.choice(
        {"jusqua", "Jusqu’à"}, range ? std::to_string(query.scope.last_year.value_or(0)) : "", until_choices(years))));
    if (comparing) {
        out.main.push_back(buyer_field(form, {"autre", "Comparer à", "nom ou SIRET d’un autre acheteur"}, buyers,
                                       query.other, "Personne"));
        Choices ways{{"", "Sans"}};
        for (const domain::Dimension dimension : breakdown_dimensions())
            ways.emplace_back(domain::code(dimension), domain::label(dimension));
        out.main.push_back(choice_field(
            form.choice({"par", "Ventiler par"}, query.by ? domain::code(*query.by) : std::string_view(), ways)));
    }
    for (const OptionChoice& option : option_choices()) {
        Choices words;
        for (const OptionWord& word : option.words) words.emplace_back(word.code, word.label);
        const std::string chosen = call.get(option.name);
        out.options_open = out.options_open || (!chosen.empty() && chosen != option.words.front().code);
        out.options.push_back(form.choice({option.name, option.label}, chosen, words));
    }
    out.kept = kept_fields(query);
    return out;
}

std::vector<Parameter> spaser_parameters() {
    return {{"acheteur", "numéro, SIRET ou nom de l’acheteur ; tous par défaut"},
            {"annee", "année de notification, ou « toutes »", "2026"},
            {"jusqua", "dernière année, quand il y en a plusieurs", "2026"},
            {"montant", "initial (par défaut) ou modifie : le dernier montant connu", "initial"},
            {"repartition", "entier (par défaut) ou par_titulaire", "entier"},
            {"accords", "cadres (par défaut), subsequents ou tous", "cadres"},
            {"agrement", "notification (par défaut) ou aujourdhui : réputée agréée", "notification"},
            {"sous_traitants", "oui : les sous-traitants inclusifs comptent", "non"},
            {"concessions", "oui : comptées avec les marchés", "non"},
            {"secteur", "travaux, fournitures ou services", "travaux"},
            {"tranche", "moins_40k, 40k_dispense, dispense_ue, ue ou inconnue"},
            {"procedure", "procédure, dans ses mots officiels"},
            {"departement", "code du département d’exécution"},
            {"service", "service ou direction qui achète"}};
}

}  // namespace clausier::web
