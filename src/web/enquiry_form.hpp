// The values of a dossier in a form: read, and shown again.
#pragma once
#include <boost/json/object.hpp>

#include "clausier/domain/enquiry.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {

// The fields of enquiry_fields.hpp over what the dossier is today; a field that the form does not have stays as it is.
domain::Enquiry read_enquiry(FormReader& reader, const http::Fields& sent, domain::Enquiry enquiry);
// What the form of a dossier holds before anything is typed.
http::Fields fields_of(const domain::Enquiry& enquiry);

// besoin[], echeances[], suivi[] and offre_locale[] (fields, partial « champ »), besoin_choix[] (lists, partial
// « choix »), publics and modalites (partial « cases »), motif_exception and note (partial « texte »).
// `opcs`: those that may answer the buyer, by number.
boost::json::object enquiry_form_view(const FormView& form, const http::Fields& shown, core::Date today,
                                      const std::vector<std::pair<std::string, std::string>>& opcs);

// The parameters above, as routes describe them.
std::vector<Parameter> enquiry_parameters();

}  // namespace clausier::web
