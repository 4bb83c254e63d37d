// What an organisation does in the trade, and which OPCS follows a lot.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/id.hpp"

namespace clausier::domain {

struct Organisation;
struct Structure;

enum class OrganisationFunction { opcs, buyer, company, structure, network, prescriber };
inline constexpr std::array all_organisation_functions{OrganisationFunction::opcs,    OrganisationFunction::buyer,
                                                       OrganisationFunction::company, OrganisationFunction::structure,
                                                       OrganisationFunction::network, OrganisationFunction::prescriber};
// "opcs", "acheteur", "entreprise", "structure", "reseau", "prescripteur".
std::string_view code(OrganisationFunction function);
// « OPCS », « acheteur », « structure d’insertion »…
std::string_view label(OrganisationFunction function);
std::optional<OrganisationFunction> organisation_function(std::string_view code);

// An OPCS on a lot: one leads, the others are associated.
struct LotOpcs {
    Id<Organisation> organisation{};
    bool lead = false;
    std::string name{};
    bool operator==(const LotOpcs&) const = default;
};

// The organisation that is a structure of the directory, and the networks it belongs to.
struct StructureLinks {
    Id<Structure> structure{};
    std::optional<Id<Organisation>> organisation{};
    std::vector<Id<Organisation>> networks{};
    bool operator==(const StructureLinks&) const = default;
};

// What is wrong with the OPCS of a lot: twice the same one, two that lead, several and none that leads.
std::vector<core::Issue> faults(const std::vector<LotOpcs>& opcs);

}  // namespace clausier::domain
