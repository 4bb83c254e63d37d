// What the pages of documents share: who makes them, how templates are checked, and the routes of each part.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/app/documents.hpp"
#include "clausier/present/document_template.hpp"
#include "route.hpp"

namespace clausier::web {

// The installation, as documents name it.
present::DocumentMaker document_maker(App& app);
// For app::save_template and its like.
std::vector<core::Issue> checked_template(std::string_view text);
// The history of a filter as the pages show it: produits[], produits_nombre, produits_vide.
void add_history(Call& call, const store::ProducedFilter& filter, boost::json::object& view);

// What a text gives on the examples of the variables, and what is to be told of it: document, remarques[],
// a_des_remarques.
void add_preview(Call& call, const std::string& text, boost::json::object& view);

std::vector<Route> template_routes();
std::vector<Route> template_edit_routes();
std::vector<Route> enquiry_document_routes();

}  // namespace clausier::web
