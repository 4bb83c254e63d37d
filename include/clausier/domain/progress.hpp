// F9: how far a commitment is, what was expected by a day, and the curve month by month.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/quantity.hpp"
#include "clausier/domain/commitment.hpp"
#include "clausier/domain/id.hpp"
#include "clausier/domain/month.hpp"

namespace clausier::domain {

// An order of the buyer (« ordre de service »): the preparation begins, or the works do.
enum class OrderKind { preparation, start };
// "preparation", "demarrage".
std::string_view code(OrderKind kind);
std::string_view label(OrderKind kind);
std::optional<OrderKind> order_kind(std::string_view code);

struct ServiceOrder {
    Id<ServiceOrder> id{};
    Id<Lot> lot{};
    OrderKind kind = OrderKind::start;
    core::Date on{};
    std::string reference;
    std::int64_t revision = 0;
};
// Faults in "nature", "date", "reference".
std::vector<core::Issue> faults(const ServiceOrder& order, std::optional<core::Date> notified_on);

// The works stand still (« arrêt, suspension »), its first and last day included; absent last day: still.
struct Stoppage {
    Id<Stoppage> id{};
    Id<Lot> lot{};
    core::Date from{};
    std::optional<core::Date> to;
    std::string reason;
    std::string reference;
    std::int64_t revision = 0;
};
bool stands_still(const std::vector<Stoppage>& stoppages, core::Date day);
// Faults in "du", "au", "motif"; `others`: those of the lot, none may overlap.
std::vector<core::Issue> faults(const Stoppage& stoppage, const std::vector<Stoppage>& others);

// A month of the plan that the holder gave before the works: who, how, how many hours. `performer` and `modality` may
// be left open.
struct PlannedMonth {
    Month month;
    core::Hours hours;
    std::string modality;
    std::optional<Id<Organisation>> performer;
    std::string note;
    bool operator==(const PlannedMonth&) const = default;
};
// The plan of a holder; a new one stands in for the former, which is kept by its revision.
struct HolderPlan {
    Id<HolderPlan> id{};
    Id<Lot> lot{};
    Id<Organisation> holder{};
    core::Date given_on{};
    std::vector<PlannedMonth> months;
    std::int64_t revision = 0;
};
// Faults in "remis_le", "mois" (none), "mois.n.heures", "mois.n.mois", "mois.n.modalite".
std::vector<core::Issue> faults(const HolderPlan& plan);

// What was done in a month, counted, in the unit of the commitment; `declared` holds what is validated too.
struct DoneMonth {
    Month month;
    Committed declared;
    Committed validated;
};

// When a lot is done. The start order alone begins the clock; without one nothing is ever expected.
struct WorksTime {
    std::optional<core::Date> started_on;  // of the order of start
    std::optional<core::Date> ends_on;     // foreseen; absent: nothing is expected unless a plan is there
    std::vector<Stoppage> stoppages;
};
// Of the start order, the latest one when there are several; of the lot, its end: the start and its months.
WorksTime works_time(const std::vector<ServiceOrder>& orders, std::vector<Stoppage> stoppages,
                     std::optional<std::int64_t> duration_months, std::optional<core::Date> ends_on);

struct ProgressInput {
    Committed due;
    // Months that begin after `on` are left out.
    std::vector<DoneMonth> done;  // by month
    WorksTime time;
    std::vector<PlannedMonth> plan;  // of all holders; for hours only
    CommitmentUnit unit = CommitmentUnit::hours;
    core::Date on{};
};
struct Progress {
    Committed due;
    Committed declared;
    Committed validated;
    Committed pending;                  // declared and not validated
    Committed left;                     // max(0, due − validated)
    Committed surplus;                  // max(0, validated − due)
    std::optional<core::Rate> rate;     // validated ÷ due, rounded down; absent when nothing is due
    std::optional<Committed> expected;  // by that day; absent when nothing tells
    std::optional<core::Rate> pace;     // validated ÷ expected, rounded down; absent while nothing is expected
    std::vector<Step> steps;
    [[nodiscard]] bool settled() const { return validated >= due; }
};
// Expected: along the plan, scaled to what is due when its sum differs, whole months and the days of the month in
// progress; else linear over the days from the start to the end that are not stoppages. Never more than what is due,
// and still while the works are.
Progress progress(const ProgressInput& input);

// Cumulated, at the end of each month from the first of start, plan and hours to the last of end, plan and hours.
// `expected` absent where nothing tells. In a property: validated ≤ declared, and each grows when no entry is reverse.
struct CurvePoint {
    Month month;
    std::optional<Committed> expected;
    Committed declared;
    Committed validated;
};
std::vector<CurvePoint> curve(const ProgressInput& input);

}  // namespace clausier::domain
