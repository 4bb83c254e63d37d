// Who a clause is for: criteria and their proofs, judged at the entry and then frozen.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::domain {

// Where the code of a criterion comes from: `iae`, a code of eligibility_criteria; `market`, a code of publics.
enum class CriterionSource { iae, market };
// "iae", "marche".
std::string_view code(CriterionSource source);
std::optional<CriterionSource> criterion_source(std::string_view code);

// A criterion that a person meets, as it was proved; kept with a placement.
struct CriterionProof {
    CriterionSource source = CriterionSource::market;
    std::string criterion;
    std::string proof;  // what was seen: « attestation de RSA »; "" when nothing was
    std::optional<core::Date> proof_on;
    std::string checked_by;  // "compte/3", "" when nobody has
    std::optional<core::Date> checked_on;
    bool operator==(const CriterionProof&) const = default;
};
// « Bénéficiaire du RSA »; the code itself when no list knows it.
std::string criterion_label(const CriterionProof& proof);

// What a market says of its publics. `publics`: the codes it keeps of the list, none named: all of them. `iae`: a
// person who is eligible to the IAE is eligible here too.
struct PublicsRule {
    std::vector<std::string> publics;
    bool iae = true;
    bool operator==(const PublicsRule&) const = default;
};

struct EligibilityQuestion {
    core::Date entry{};
    std::string structure_kind;  // a code of structure_kinds; "" for a direct hire
    std::vector<CriterionProof> criteria;
    PublicsRule rule;
};

// What was judged at the entry; it does not change when the person's life or the lists do.
struct Eligibility {
    bool eligible = false;
    core::Date judged_for{};  // the entry
    std::string because;      // « Habitant d’un quartier prioritaire (QPV) », « 1 critère de niveau 1 »…
    bool operator==(const Eligibility&) const = default;
};

struct EligibilityAnswer {
    Eligibility eligibility;
    // Warnings: a proof missing, older than its age at the entry, dated after it, or there and seen by nobody.
    std::vector<core::Issue> remarks;
};
// Eligible by one public of the market that holds on the entry day, or by the IAE: one criterion of level 1, or as many
// of level 2 as the kind of structure asks (reference iae.level2_needed_…; a direct hire as an EI). A criterion without
// proof counts, with a remark; an unknown one does not.
EligibilityAnswer judge(const EligibilityQuestion& question, const Reference& reference);

// The last day on which a proof is recent enough for an entry; nothing when its age has no limit or it has no date.
std::optional<core::Date> proof_valid_until(const CriterionProof& proof, const Reference& reference);

// Faults in "critere" (unknown, or of no such day), "preuve", "date_preuve" (in the future). `today`: nothing is seen
// after it.
std::vector<core::Issue> faults(const CriterionProof& proof, core::Date today);

}  // namespace clausier::domain
