// The words of the functions, and the rule of leading and associated OPCS.
#include "clausier/domain/organisation_function.hpp"

#include <algorithm>

namespace clausier::domain {
namespace {

struct Word {
    std::string_view code;
    std::string_view label;
};
constexpr std::array<Word, all_organisation_functions.size()> words{{
    {"opcs", "OPCS"},
    {"acheteur", "acheteur"},
    {"entreprise", "entreprise"},
    {"structure", "structure d’insertion"},
    {"reseau", "réseau"},
    {"prescripteur", "prescripteur"},
}};

const Word& of(OrganisationFunction function) { return words[static_cast<std::size_t>(function)]; }

}  // namespace

std::string_view code(OrganisationFunction function) { return of(function).code; }
std::string_view label(OrganisationFunction function) { return of(function).label; }

std::optional<OrganisationFunction> organisation_function(std::string_view code) {
    for (const OrganisationFunction one : all_organisation_functions)
        if (of(one).code == code) return one;
    return std::nullopt;
}

std::vector<core::Issue> faults(const std::vector<LotOpcs>& opcs) {
    std::vector<core::Issue> out;
    for (std::size_t i = 0; i < opcs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (opcs[i].organisation == opcs[j].organisation)
                out.push_back({core::Severity::error, "", "associes",
                               "une même OPCS est donnée deux fois\u00a0; retirez-en une"});
    const auto leads = std::count_if(opcs.begin(), opcs.end(), [](const LotOpcs& one) { return one.lead; });
    if (leads > 1)
        out.push_back({core::Severity::error, "", "pilote", "deux OPCS pilotent ce lot\u00a0; gardez-en une seule"});
    if (leads == 0 && !opcs.empty())
        out.push_back(
            {core::Severity::error, "", "pilote", "aucune OPCS ne pilote ce lot\u00a0; choisissez l’OPCS pilote"});
    return out;
}

}  // namespace clausier::domain
