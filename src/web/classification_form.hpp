// What the page of classification reads from its address and its form, and the fields it shows.
#pragma once
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/classification.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {

inline constexpr std::array<std::string_view, 7> kClassificationFilters = {
    "considerations", "texte", "acheteur", "annee", "secteur", "cpv", "page"};

// The buyer by name or SIRET, when it is not in the filter by number.
struct ClassificationQuery {
    store::UnclassifiedFilter filter;
    std::string buyer;
};
// Faults are kept by `reader`, with the name of their parameter.
ClassificationQuery read_classification_query(FormReader& reader);
std::vector<Parameter> classification_parameters();
// "/spaser/classer?…": the filters of these fields with one changed ("" takes it away).
std::string classification_address(const http::Fields& fields, std::string_view name, std::string_view value);

// What is done with the rows that are ticked.
enum class Gesture { suggestion, clause, none };
struct ClassificationForm {
    domain::ClauseAxis axis = domain::ClauseAxis::social;
    std::vector<domain::Id<domain::Lot>> lots;
    Gesture gesture = Gesture::suggestion;
    domain::ClauseDecision given;  // what every row is given, unless it takes its suggestion
};
// Faults in "contrat", "geste", "clause", "forme".
ClassificationForm read_classification_form(FormReader& reader);
// Of the contracts that are still to classify; those that have no suggestion are left out when it is what they take.
std::vector<domain::ContractDecision> decisions_of(const ClassificationForm& form,
                                                   const domain::ChosenContracts& chosen);

boost::json::array filter_fields(const FormView& form, const FormReader& reader);
boost::json::array filter_choices(const FormView& form, const FormReader& reader);
// code, libelle, id, choisi.
boost::json::array gesture_views(const FormReader& reader);
boost::json::object clause_choice(const FormView& form, const FormReader& reader, domain::ClauseAxis axis);
// null for the environment, whose words say all.
boost::json::value form_choice(const FormView& form, const FormReader& reader, domain::ClauseAxis axis);

// nombre (« 12 contrats »), groupes[] (donne, nombre), lignes[] (objet, acheteur, donne, raison), laisses (bool),
// sans_suggestion and renseignes (texts or null).
boost::json::object verification_view(const ClassificationForm& form, const domain::ChosenContracts& chosen,
                                      const std::vector<domain::ContractDecision>& decisions);
// nom, valeur: what sends the same decisions again.
boost::json::array hidden_fields(const http::Fields& fields, const std::vector<domain::ContractDecision>& decisions);

}  // namespace clausier::web
