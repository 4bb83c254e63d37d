// The parts common to the pages of a dossier.
#include <algorithm>

#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "enquiry_pages.hpp"

namespace clausier::web {
namespace {

// "lots.2.montant" as "lots", "2", "montant"; empty when it is not of that form.
std::vector<std::string> row_parts(const std::string& where) {
    std::vector<std::string> out;
    for (const std::string_view part : core::split(where, '.')) out.emplace_back(part);
    const bool row = out.size() > 1 && !out[1].empty() && out[1].find_first_not_of("0123456789") == std::string::npos;
    return row ? out : std::vector<std::string>();
}

std::string url_of_row(const domain::EnquirySheet& sheet, const std::vector<std::string>& parts) {
    const std::string& rank = parts[1];
    const std::string column = parts.size() > 2 ? parts[2] : "";
    if (parts[0] == "criteres") return enquiry_url(sheet, "/offres#grille");
    if (column == "offres" || column == "notes" || column == "offre_retenue")
        return enquiry_url(sheet, "/offres#lot-" + rank);
    const bool of_scenario =
        column == "clause" || column == "heures" || column == "taux" || column == "part_mo" || column == "cout_horaire";
    if (of_scenario && sheet.enquiry.chosen)
        return enquiry_url(sheet,
                           "/scenarios/" + std::to_string(sheet.enquiry.chosen->value) + "#" + column + "_" + rank);
    return enquiry_url(sheet, "/lots#" + column + "_" + rank);
}

}  // namespace

domain::EnquirySheet enquiry_of(const Call& call) { return app::enquiry_sheet(call.base(), {call.id()}); }

std::vector<domain::ScenarioStudy> studies_of(const Call& call, const domain::EnquirySheet& sheet) {
    const auto reference = call.app.reference();
    return app::study_scenarios(call.session(), sheet, *reference);
}

domain::StepFacts facts_of(const Call& call, const domain::EnquirySheet& sheet) {
    const auto reference = call.app.reference();
    return domain::step_facts(sheet.enquiry, *reference, call.app.clock.today());
}

std::string enquiry_url(const domain::EnquirySheet& sheet, std::string_view under) {
    return "/dossiers/" + std::to_string(sheet.enquiry.id.value) + std::string(under);
}

std::vector<Crumb> enquiry_trail(const domain::EnquirySheet& sheet) {
    return {{"/dossiers", "Dossiers"}, {enquiry_url(sheet), sheet.enquiry.purchase.object}};
}

core::Issue placed_in_row(core::Issue issue) {
    const std::vector<std::string> parts = row_parts(issue.where);
    if (parts.empty()) return issue;
    const std::string column = parts.size() > 2 ? parts[2] : parts[0] == "notes" ? "note" : parts[0];
    issue.where = column + "_" + parts[1];
    return issue;
}

std::vector<core::Issue> placed_in_rows(std::vector<core::Issue> issues) {
    for (core::Issue& issue : issues) issue = placed_in_row(std::move(issue));
    return issues;
}

bool written_since(const std::vector<core::Issue>& issues) {
    return std::any_of(issues.begin(), issues.end(),
                       [](const core::Issue& issue) { return issue.code == "modifie_entre_temps"; });
}

std::string mending_url(const domain::EnquirySheet& sheet, const std::string& field) {
    const std::vector<std::string> parts = row_parts(field);
    if (!parts.empty()) return url_of_row(sheet, parts);
    if (field == "lots") return enquiry_url(sheet, "/lots");
    if (field == "grille") return enquiry_url(sheet, "/offres#grille");
    if (field == "scenario") return enquiry_url(sheet, sheet.scenarios.empty() ? "/scenarios" : "#scenarios");
    if (field.empty() || field == "etat" || field == "motif_refus" || field == "acheteur") return enquiry_url(sheet);
    return enquiry_url(sheet, "/modifier#" + field);
}

std::vector<std::pair<std::string, std::string>> trade_choices() {
    std::vector<std::pair<std::string, std::string>> out{{"", "d’après l’intitulé"}};
    for (const domain::Trade& trade : domain::CodeLists::embedded().trades) out.emplace_back(trade.key, trade.label);
    return out;
}

std::vector<std::pair<std::string, std::string>> clause_choices() {
    std::vector<std::pair<std::string, std::string>> out{{"", "à décider"}};
    for (const domain::ClauseKind& kind : domain::CodeLists::embedded().clause_kinds)
        if (kind.code != "none" && kind.code != "not_filled") out.emplace_back(kind.code, kind.label);
    out.emplace_back("none", "Aucune clause sur ce lot");
    return out;
}

}  // namespace clausier::web
