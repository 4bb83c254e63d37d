// The conditions that the law makes mandatory in a contract: whom they bind, from which day, over which threshold, and
// the exceptions to be motivated.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/legal_statement.hpp"
#include "clausier/domain/purchase.hpp"

namespace clausier::domain {

enum class ConditionStatus { required, not_required, excluded, to_check };
// "requise", "non_requise", "exclue", "a_verifier".
std::string_view code(ConditionStatus status);
// « requise », « non requise », « exclue (défense ou sécurité) », « à vérifier »: what people read.
std::string_view label(ConditionStatus status);

// A threshold the estimated need was compared with.
struct UsedThreshold {
    std::string label;
    Cited<core::Euros> amount;
};

// A case in which the buyer may do without the condition, in writing; `apparent` when the purchase looks like it.
struct ConditionException {
    LegalStatement statement;
    bool apparent = false;
    std::string why;  // "" when nothing is known
};

// What is mandatory in the contract. `missing` names the fields that would settle it, as warnings: their absence gives
// to_check and nothing else.
struct MandatoryCondition {
    ConditionStatus status = ConditionStatus::to_check;
    std::vector<std::string> why;
    std::vector<UsedThreshold> thresholds;
    std::vector<LegalStatement> statements;
    std::vector<ConditionException> exceptions;
    std::vector<core::Issue> missing;
};

// The type given, else the one of the CPV's division.
PurchaseType type_of(const Purchase& purchase);

// Of execution, relative to the social domain or to employment (L2112-2-1). `today` is the day of the question: the
// thresholds are those of the consultation.
MandatoryCondition social_condition(const Purchase& purchase, PurchaseType type, const Reference& reference,
                                    core::Date today);
// Of execution, relative to the environment.
MandatoryCondition environmental_condition(const Purchase& purchase, const Reference& reference, core::Date today);

}  // namespace clausier::domain
