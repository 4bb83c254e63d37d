// Certificates of good execution: what they state, and what they lock.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/domain/commitment.hpp"
#include "clausier/domain/commitment_state.hpp"
#include "clausier/domain/id.hpp"

namespace clausier::domain {

// Statements of months that end on or before `until` are locked: a later correction is a reverse entry of the same
// month, followed by the right statement, and is listed beside the certificate, whose figures do not change. A final
// one closes the lot (« attesté »); an interim one states where it stands (« données arrêtées au »).
struct Certificate {
    Id<Certificate> id{};
    Id<Lot> lot{};
    std::optional<Id<Organisation>> holder;  // of a consortium; absent: all
    bool final = false;
    core::Date until{};
    core::Date issued_on{};
    core::Hours due;
    core::Hours validated;  // as they were that day
    std::string reference;
    std::string note;
    core::Instant at{};
    std::string actor;  // "compte/3"
};
// Faults in "jusqu_au" (in the future, on or before that of the certificate before), "emise_le", "definitive" (a final
// one while the commitment or a sub-goal is open, unless `note` says why; statements pending up to its day).
std::vector<core::Issue> faults(const Certificate& certificate, const ExecutionFacts& facts,
                                std::optional<core::Date> certified_until, core::Date today);

}  // namespace clausier::domain
