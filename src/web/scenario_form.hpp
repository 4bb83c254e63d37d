// A scenario in a form: its common hypotheses, and what it says of each lot.
#pragma once
#include <boost/json/object.hpp>
#include <vector>

#include "clausier/domain/enquiry.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {

// nom, taux, part_mo, cout_horaire, arrondi and, for the lot of rank n: ident_n (its number in the base), clause_n,
// part_mo_n, taux_n, cout_horaire_n, heures_n. `clause`: the kind of the lots that have none.
domain::Scenario read_scenario(FormReader& reader, domain::Scenario scenario, std::size_t lots);
// What the form holds before anything is typed, the lots by their rank in the dossier.
http::Fields fields_of(const domain::Scenario& scenario, const std::vector<domain::EnquiryLot>& lots);

// champs[] and choix[] of the common hypotheses, and lignes[] (nom, montant, sans_suite, ident, rang, and the cells
// clause, part, effort, cout, heures).
boost::json::object scenario_form_view(const FormView& form, const http::Fields& shown,
                                       const std::vector<domain::EnquiryLot>& lots);

std::vector<Parameter> scenario_parameters();

}  // namespace clausier::web
