// A buyer or a company with what is known of its work with us.
#pragma once
#include <cstdint>
#include <string_view>

#include "clausier/domain/enquiry_list.hpp"
#include "clausier/domain/follow_up.hpp"
#include "clausier/domain/organisation.hpp"

namespace clausier::domain {

// The markets that an organisation has let, and those of which it holds a lot.
struct MarketCounts {
    std::int64_t bought = 0;
    std::int64_t held = 0;
};

struct OrganisationSheet {
    Organisation organisation;
    MarketCounts markets;
    EnquiryPage enquiries;
    FollowUp follow_up;
};

}  // namespace clausier::domain
