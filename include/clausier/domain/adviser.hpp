// The legal adviser: from a few facts about a purchase, what is mandatory and which kinds of clause fit, with the law.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/calculation_amount.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/enquiry.hpp"
#include "clausier/domain/legal_statement.hpp"
#include "clausier/domain/local_supply.hpp"
#include "clausier/domain/mandatory_condition.hpp"
#include "clausier/domain/purchase.hpp"

namespace clausier::domain {

// In the order kinds are advised.
enum class Fit { recommended, possible, to_check, unsuitable };
// "recommandee", "possible", "a_verifier", "inadaptee".
std::string_view code(Fit fit);
// « recommandée », « possible », « à vérifier », « inadaptée ».
std::string_view label(Fit fit);

// A kind of clause for this purchase: why it fits or not, and what is left to verify.
struct KindAdvice {
    std::string kind;  // a code of clause_kinds
    std::string label;
    Fit fit = Fit::to_check;
    std::vector<std::string> articles;
    std::vector<std::string> why;
    std::vector<std::string> checks;
    std::vector<LegalStatement> statements;
};

// A lot whose labour share is at least adviser.labour_share.
struct LabourLot {
    std::string name;  // « lot 4 », or its title when it has no number
    const Trade* trade = nullptr;
    Cited<core::Rate> share;
};

// What is known of the work inside the purchase: its trade, the labour share that usage gives it, and the hours of the
// whole need at the usual effort, an order of magnitude to be done again lot by lot. `trade` is nullptr, and `share`
// and `hours` mean nothing, when only the lots tell.
struct LabourContent {
    const Trade* trade = nullptr;
    Cited<core::Rate> share;
    bool rich = false;                   // at least adviser.labour_share, of the whole or of a lot
    std::vector<LabourLot> rich_lots{};  // the richest first
    std::optional<AmountResult> hours;
    std::vector<core::Issue> warnings;  // of feasibility
};

struct Advice {
    Purchase purchase;
    core::Date on{};
    PurchaseType type = PurchaseType::unknown;  // as given, else from the CPV
    MandatoryCondition social;
    MandatoryCondition environmental;
    std::optional<LabourContent> labour;
    std::optional<SupplyResult> insertion_supply;  // when the number of structures is known
    std::optional<SupplyResult> disability_supply;
    std::vector<KindAdvice> kinds;       // by fit, then the most usual first
    std::vector<core::Issue> missing{};  // what would settle the kinds, each in its field, when none stands out
    std::string reference_digest;
};

// Throws Error(invalid) with every impossible value, each in its field: "cpv", "besoin_estime", "duree_mois",
// "departement", "siae", "siae_ca", "ea_esat", "ea_esat_ca".
Advice advise(const Purchase& purchase, const Reference& reference, core::Date today);
// The same for a dossier, whose lots tell their trades too, those abandoned left out.
Advice advise(const Purchase& purchase, const std::vector<EnquiryLot>& lots, const Reference& reference,
              core::Date today);

// The kind to begin with; nullptr when none stands out: all are to be checked, or fit whatever is bought.
const KindAdvice* first_advised(const Advice& advice);

}  // namespace clausier::domain
