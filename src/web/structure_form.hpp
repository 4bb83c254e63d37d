// The form of a structure.
#pragma once
#include <boost/json/object.hpp>

#include "clausier/domain/structure.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"

namespace clausier::web {

// Kinds to choose from, each as « ACI – Atelier et chantier d’insertion », after `none` where it is not "".
std::vector<std::pair<std::string, std::string>> kind_choices(const std::string& none);

http::Fields fields_of(const domain::Structure& structure);
// Faults are kept by the reader; approvals without kind and dates are passed over.
domain::Structure read_structure(FormReader& reader, domain::Structure structure);
// The faults of approvals whose dates are reversed, each beside the last day of its row.
std::vector<core::Issue> beside_dates(std::vector<core::Issue> issues, const http::Fields& sent);

// choix[], champs[] and agrements[] (rang, genre (a choice), dates[] (fields)): those filled in and one more.
boost::json::object structure_form_view(const FormView& form, const http::Fields& shown);

}  // namespace clausier::web
