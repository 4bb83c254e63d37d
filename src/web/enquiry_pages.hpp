// What the pages of a dossier share: its sheet, its addresses, its trail, and where a fault is mended.
#pragma once
#include <boost/json/array.hpp>
#include <optional>
#include <string>
#include <vector>

#include "clausier/app/enquiries.hpp"
#include "form_view.hpp"
#include "route.hpp"

namespace clausier::web {

// The dossier that the first part of the path names.
domain::EnquirySheet enquiry_of(const Call& call);
std::vector<domain::ScenarioStudy> studies_of(const Call& call, const domain::EnquirySheet& sheet);

// What its next steps are judged by, today.
domain::StepFacts facts_of(const Call& call, const domain::EnquirySheet& sheet);

// "/dossiers/12" and what stands under it: "/dossiers/12/lots".
std::string enquiry_url(const domain::EnquirySheet& sheet, std::string_view under = {});
// « Dossiers › its object », for a page under its sheet.
std::vector<Crumb> enquiry_trail(const domain::EnquirySheet& sheet);

// A fault of a row told by the field of a form: "lots.2.montant" becomes "montant_2", "notes.1" becomes "note_1".
core::Issue placed_in_row(core::Issue issue);
std::vector<core::Issue> placed_in_rows(std::vector<core::Issue> issues);
// Whether what is refused was refused because somebody else has written since: one may then send one's own values
// again.
bool written_since(const std::vector<core::Issue>& issues);
// Where a dossier's fault or lack is mended: "/dossiers/12/modifier#publics".
std::string mending_url(const domain::EnquirySheet& sheet, const std::string& field);

// The trades to choose from, the first « d’après l’intitulé ».
std::vector<std::pair<std::string, std::string>> trade_choices();
// The clause kinds to choose from: « à décider », then the kinds, then « aucune clause ».
std::vector<std::pair<std::string, std::string>> clause_choices();

// The routes of each part.
std::vector<Route> enquiry_creation_routes();
std::vector<Route> enquiry_sheet_routes();
std::vector<Route> enquiry_lot_routes();
std::vector<Route> enquiry_import_routes();
std::vector<Route> scenario_routes();
std::vector<Route> marking_grid_routes();
std::vector<Route> offer_routes();
std::vector<Route> award_routes();

}  // namespace clausier::web
