// The clauses of a lot in detail, and the summary that DECP keeps of them.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/code_lists.hpp"

namespace clausier::domain {

// What a clause is in the contract, for the kinds that may be a condition of execution, a criterion or both.
enum class ClauseForm { clause, criterion, both };
inline constexpr std::array all_clause_forms = {ClauseForm::clause, ClauseForm::criterion, ClauseForm::both};
// "clause", "critere", "les_deux".
std::string_view code(ClauseForm form);
// « condition d’exécution », « critère », « condition d’exécution et critère ».
std::string_view label(ClauseForm form);
std::optional<ClauseForm> clause_form(std::string_view code);

// One clause of a lot: a code of clause_kinds, and its form, which is `clause` for the kinds that have but one.
struct LotClause {
    std::string kind;
    ClauseForm form = ClauseForm::clause;
    bool operator==(const LotClause&) const = default;
};

// Whether a clause of this kind says which form it has.
bool has_forms(const ClauseKind& kind);
// The kinds that a lot can be given, in the order of the list, « aucune » last.
std::vector<const ClauseKind*> lot_clause_kinds();
// The clause that says that there is none.
const LotClause& no_clause();

// From codes separated by commas, each with its form where it has one: "insertion, training:critere". In the order of
// the list, each once. Faults "clause_inconnue", "clause_forme", "clauses_contraires" (« aucune » with another).
core::Result<std::vector<LotClause>> parse_lot_clauses(std::string_view text);
// What parse_lot_clauses() reads back.
std::string text_of(const std::vector<LotClause>& clauses);
// « Clause d’insertion, condition d’exécution ; Clause de formation (critère) »; "" for none.
std::string label_of(const std::vector<LotClause>& clauses);

// What the summary depends on beside the clauses: reserved concessions have words of their own, and the words of a
// market of insertion and qualification are a setting.
struct SummaryRules {
    bool concession = false;
    std::string insertion_services = default_insertion_services();

    static std::string default_insertion_services();
    // Those of a market of that nature; `words` is the setting, "" when nobody has set it.
    static SummaryRules of(std::string_view nature, const std::string& words);
};
// The words that the setting can be.
std::vector<std::string> insertion_services_words();

// The official words of the clauses, as Lot::considerations keeps them; absent when there is no clause.
std::optional<std::string> summary_of(const std::vector<LotClause>& clauses, const SummaryRules& rules);

}  // namespace clausier::domain
