// The groups of commands, gathered into one table by commands.cpp.
#pragma once
#include <vector>

#include "clausier/cli/command.hpp"

namespace clausier::cli {

std::vector<CommandSpec> calculation_commands();
std::vector<CommandSpec> lot_commands();
std::vector<CommandSpec> sheet_commands();
std::vector<CommandSpec> import_commands();
std::vector<CommandSpec> decision_commands();
std::vector<CommandSpec> market_commands();
std::vector<CommandSpec> market_edit_commands();
std::vector<CommandSpec> organisation_link_commands();
std::vector<CommandSpec> enquiry_commands();
std::vector<CommandSpec> adviser_commands();
std::vector<CommandSpec> follow_up_commands();
std::vector<CommandSpec> document_commands();
std::vector<CommandSpec> decp_commands();
std::vector<CommandSpec> structure_commands();
std::vector<CommandSpec> purchase_commands();
std::vector<CommandSpec> spaser_commands();
std::vector<CommandSpec> spaser_report_commands();
std::vector<CommandSpec> scheme_commands();
std::vector<CommandSpec> register_commands();
std::vector<CommandSpec> consideration_commands();
std::vector<CommandSpec> reference_commands();
std::vector<CommandSpec> commitment_commands();
std::vector<CommandSpec> placement_commands();
std::vector<CommandSpec> hours_commands();
std::vector<CommandSpec> person_commands();
std::vector<CommandSpec> privacy_commands();
std::vector<CommandSpec> journal_commands();
std::vector<CommandSpec> account_commands();
std::vector<CommandSpec> base_commands();

}  // namespace clausier::cli
