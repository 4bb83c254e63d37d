// The side of a company that holds lots: what its hires yield over the hours it owes.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/calculation.hpp"

namespace clausier::domain {

// Hours owed on one lot.
struct OwedLot {
    std::string title;
    core::Hours owed;
};

// Hires of one kind. Without monthly hours, those of the reference time.month; without a counted share, all count.
struct Hire {
    std::string label;
    std::int64_t people = 1;
    std::optional<core::Hours> monthly;
    core::Fraction months;
    std::optional<core::Rate> counted;
};

// What hires of one kind yield: people × monthly hours × months × counted share, to the nearest hundredth of an hour.
struct HireYield {
    Hire hire;
    core::Hours monthly;
    bool monthly_by_reference = false;
    core::Rate counted;
    core::Hours hours;
};

struct LotCoverage {
    OwedLot lot;
    core::Hours covered;
    core::Hours missing;
};

struct CompanyPlan {
    std::vector<HireYield> hires;
    std::vector<LotCoverage> lots;
    core::Hours owed;
    core::Hours yielded;
    core::Hours missing;
    core::Hours surplus;  // beyond everything owed; carried elsewhere only by written agreement
    Cited<core::Hours> month;
    std::vector<Step> steps;
};

// Shares what the hires yield over the lots, in proportion to what each owes (largest remainder, F12): no lot receives
// more than it owes. Throws Error(invalid), its place "lot 2" or "embauche 1" followed by the option, when an input is
// out of range, when nothing is owed or when there is no hire.
CompanyPlan plan_company(const std::vector<OwedLot>& lots, const std::vector<Hire>& hires, const Reference& reference,
                         core::Date on);

}  // namespace clausier::domain
