// What the tables of offers share: the offers of a lot in order of rank, and the hours they bind to.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/enquiry_study.hpp"

namespace clausier::present {

// An offer with its score and its hours: `minimum` by the chosen scenario, `binding` the greater of both; absent when
// nothing tells.
struct RankedOffer {
    const domain::Offer* offer = nullptr;
    domain::OfferScore score;
    std::optional<core::Hours> minimum;
    std::optional<core::Hours> binding;
};

// The offers of a lot, the best first, those without a mark last. They live as long as the sheet.
std::vector<RankedOffer> ranked_offers(const domain::EnquirySheet& sheet,
                                       const std::vector<domain::ScenarioStudy>& studies,
                                       domain::Id<domain::EnquiryLot> lot);
// Whether it offers less than what is asked.
bool below_minimum(const RankedOffer& offer);
// The mark of an offer on a sub-criterion, nullptr when it has none.
const domain::Mark* mark_of(const domain::Offer& offer, domain::Id<domain::SubCriterion> criterion);

}  // namespace clausier::present
