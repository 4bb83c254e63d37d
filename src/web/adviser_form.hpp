// The adviser's form: a purchase read from a query, and its fields shown again.
#pragma once
#include <boost/json/object.hpp>
#include <span>

#include "calculation_frame.hpp"
#include "clausier/domain/purchase.hpp"
#include "form_reader.hpp"
#include "form_view.hpp"

namespace clausier::web {

// The fields as the command line names them and as people read them.
std::span<const FieldLabel> purchase_labels();

// What was sent for the fields of a purchase, empty values left out.
http::Fields purchase_fields(const http::Fields& sent);

// Faults stay in the reader, each by its field.
domain::Purchase read_purchase(FormReader& reader);

// objet, cpv, type, categorie, besoin_estime, duree_mois, date_consultation, departement (partials champ and choix),
// defense (a boolean) and offre[] (champ).
void show_purchase(boost::json::object& view, const FormView& form, const http::Fields& kept);

}  // namespace clausier::web
