// Words of lists into bits.
#include "contract_words.hpp"

#include <array>
#include <utility>

#include "clausier/core/text.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/contract.hpp"

namespace clausier::domain {
namespace {

using Word = std::pair<std::string_view, unsigned>;
constexpr std::array<Word, 5> social_words{{{"Clause sociale", consideration::clause},
                                            {"Critère social", consideration::criterion},
                                            {"Marché réservé", consideration::reserved},
                                            {"Concession réservée", consideration::reserved},
                                            {"Pas de considération sociale", consideration::none}}};
constexpr std::array<Word, 3> environmental_words{{{"Clause environnementale", consideration::clause},
                                                   {"Critère environnemental", consideration::criterion},
                                                   {"Pas de considération environnementale", consideration::none}}};

template <class Words>
unsigned bits(std::string_view text, const Words& words) {
    unsigned found = 0;
    for (const std::string_view part : core::split(text, ','))
        for (const auto& [word, bit] : words)
            if (core::trim(part) == word) found |= bit;
    // "None" beside another is a contradiction of the file: what is said to be there is.
    return (found & ~consideration::none) != 0 ? found & ~consideration::none : found;
}

}  // namespace

bool holds(std::string_view list, std::string_view word) {
    for (const std::string_view part : core::split(list, ','))
        if (core::trim(part) == word) return true;
    return false;
}

bool is_concession(std::string_view nature) {
    return nature.starts_with("Concession") || nature == "Délégation de service public";
}

unsigned social_bits(std::string_view words) { return bits(words, social_words); }

unsigned environmental_bits(std::string_view words) { return bits(words, environmental_words); }

unsigned clause_bits(const std::vector<LotClause>& clauses, const SummaryRules& rules) {
    unsigned found = 0;
    for (const LotClause& clause : clauses) found |= social_bits(summary_of({clause}, rules).value_or(""));
    return (found & ~consideration::none) != 0 ? found & ~consideration::none : found;
}

std::uint64_t clause_bit(std::string_view kind) {
    const auto& kinds = CodeLists::embedded().clause_kinds;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i].code == kind) return kinds[i].decp.empty() ? 0 : std::uint64_t{1} << i;
    return 0;
}

}  // namespace clausier::domain
