// What the pages of calculations share: their navigation, their address to keep, and faults told by field.
#pragma once
#include <boost/json/object.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "call.hpp"
#include "route.hpp"

namespace clausier::web {

// Whether a script asks for the result alone, while the user types.
bool live(const Call& call);

// A fault's status: 422 for a page, 200 for a result that follows the typing (browsers would log each keystroke).
unsigned fault_status(const Call& call, const std::vector<core::Issue>& issues);

// methodes[] and autres_methodes[] (url, libelle, courante), autre_methode (the page is one of those), vif, lien (the
// whole address) and classeur (that of the workbook), added to a view; `kept` is what the address should hold: a live
// answer puts it in the browser's bar.
void add_calculation_frame(Call& call, Reply& reply, const http::Fields& kept);

// "/calcul?montant_1=…".
std::string address(std::string_view path, const http::Fields& kept);

// A field as the command line names it ("part-mo") and as people read it.
using FieldLabel = std::pair<std::string_view, std::string_view>;

// "part-mo" is the field "part_mo".
std::string field_of(std::string_view option);

// The faults of a calculation told by the fields of a form: "option --part-mo" becomes the field "part_mo" with
// `suffix` ("_2" for row 2), a field stays, any other place goes; "--part-mo" inside a sentence becomes its label.
core::Issue told_by_field(core::Issue issue, std::span<const FieldLabel> labels, std::string_view suffix = {});
std::vector<core::Issue> told_by_field(const core::Error& error, std::span<const FieldLabel> labels);

// The roundings to choose from.
std::vector<std::pair<std::string, std::string>> rounding_options();

// The routes of each kind of calculation page.
std::vector<Route> method_routes();
std::vector<Route> company_routes();
std::vector<Route> market_creation_routes();

}  // namespace clausier::web
