// What the commands of dossiers share: the dossier, the lot, the scenario and the offer that are named, and the answer.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base_option.hpp"
#include "changes.hpp"
#include "clausier/app/enquiries.hpp"

namespace clausier::cli {

inline constexpr PositionalSpec kEnquiry = {"DOSSIER", "son numéro (« dossiers liste » le donne)"};
inline constexpr PositionalSpec kEnquiryLot = {"LOT", "son numéro dans le dossier, ou son « lot_id »"};
inline constexpr PositionalSpec kScenario = {"SCÉNARIO", "son nom, ou son numéro (« dossiers scenarios » le donne)"};
inline constexpr PositionalSpec kOffer = {"OFFRE", "son numéro (« dossiers offres » le donne)"};

// The codes of states, as choices of an option.
inline constexpr std::string_view kStates =
    "sollicite|etudie|preconise|accepte|modifie|refuse|en_consultation|offres_analysees|attribue";

// Options repeated for lots: LOT=VALEUR.
inline constexpr std::string_view kEveryLot = "tous";

app::Session enquiry_session(const Context& context);

// The base and the dossier of the first positional argument.
struct OpenEnquiry {
    std::unique_ptr<store::Database> base;
    domain::EnquirySheet sheet;
};
// Throws UsageError when it is no number, Error(not_found) when there is none.
OpenEnquiry open_enquiry(const Arguments& arguments);

// Each finds what a text names. Throw Error(not_found) with what there is.
const domain::EnquiryLot& find_lot(const domain::EnquirySheet& sheet, const std::string& text);
const domain::Scenario& find_scenario(const domain::EnquirySheet& sheet, const std::string& text);
const domain::Offer& find_offer(const domain::EnquirySheet& sheet, const std::string& text);

// "2=120" is lot 2 and "120". Throws UsageError.
struct LotValue {
    std::vector<domain::Id<domain::EnquiryLot>> lots;  // several for « tous »
    std::string value;
};
std::vector<LotValue> lot_values(const domain::EnquirySheet& sheet, const Arguments& arguments, const char* option);

// The dossier with every scenario studied today.
Outcome shown(const Context& context, store::Database& base, const domain::EnquirySheet& sheet);

std::vector<CommandSpec> enquiry_step_commands();
std::vector<CommandSpec> enquiry_lot_commands();
std::vector<CommandSpec> enquiry_scenario_commands();
std::vector<CommandSpec> enquiry_offer_commands();

}  // namespace clausier::cli
