// The words of the functions, and the rule of leading and associated OPCS.
#include "clausier/domain/organisation_function.hpp"

#include <algorithm>
#include <array>

#include "coded_words.hpp"

namespace clausier::domain {
namespace {

using Function = OrganisationFunction;
constexpr std::array words = {
    CodedWord<Function>{Function::opcs, "opcs", "OPCS"},
    CodedWord<Function>{Function::buyer, "acheteur", "acheteur"},
    CodedWord<Function>{Function::company, "entreprise", "entreprise"},
    CodedWord<Function>{Function::structure, "structure", "structure d’insertion"},
    CodedWord<Function>{Function::network, "reseau", "réseau"},
    CodedWord<Function>{Function::prescriber, "prescripteur", "prescripteur"},
};
static_assert(words.size() == all_organisation_functions.size());

}  // namespace

std::string_view code(OrganisationFunction function) { return word_of(words, function).code; }
std::string_view label(OrganisationFunction function) { return word_of(words, function).label; }
std::optional<OrganisationFunction> organisation_function(std::string_view code) { return value_of_code(words, code); }

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
