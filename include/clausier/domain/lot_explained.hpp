// The hours of one lot explained: the calculation of today beside those that were kept.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/enquiry_study.hpp"
#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/market_list.hpp"
#include "clausier/domain/stored_calculation.hpp"

namespace clausier::domain {

// A calculation kept, and what has changed since.
struct StoredHours {
    StoredCalculation calculation;
    bool reference_changed = false;  // the reference values are no longer those it stood on
    bool lot_changed = false;        // the lot has been written since
    bool differs = false;            // today's hours before rounding are others, or there are none any more
};

// The dossier that a lot's due hours come from: an offer that was kept, over the minimum, or the minimum itself.
struct HoursOrigin {
    Id<Enquiry> enquiry{};
    bool offered = false;
    std::optional<core::Hours> minimum;  // by the chosen scenario; absent when it asks none
};
// Nothing when that dossier, which made the lot's market, gives other hours: they have been changed since.
std::optional<HoursOrigin> origin_of(const Lot& lot, const EnquirySheet& sheet, const Reference& reference,
                                     core::Date on);

struct LotExplained {
    LotSheet sheet;
    std::optional<HoursOrigin> origin{};  // of the hours due
    LotHours hours;                       // today's
    std::string reference_digest;
    std::vector<StoredHours> stored;  // the newest first
};

// Throws Error(invalid) when a hypothesis of the user's is impossible.
LotExplained explain(LotSheet sheet, std::vector<StoredCalculation> stored, const LotHypotheses& hypotheses,
                     const Reference& reference, core::Date on);

}  // namespace clausier::domain
