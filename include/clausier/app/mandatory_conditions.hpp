// The mandatory social condition (L2112-2-1) of markets: where each stands, the exceptions recorded, and their figures.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "clausier/app/app.hpp"
#include "clausier/domain/market_condition.hpp"
#include "clausier/store/market_exceptions.hpp"

namespace clausier::app {

// Throws Error(not_found).
domain::MarketConditionSheet condition_of(Session session, store::Database& base, domain::Id<domain::Market> market,
                                          const domain::Reference& reference);

// Records why the market read at `revision` does without the condition, in place of what was recorded; an empty
// statement with an empty motive takes it back. Throws Error(invalid) with domain::faults(), Error(not_found), or
// Error(conflict) when somebody else has written the market since. Nothing is written when nothing changes.
domain::MarketConditionSheet record_exception(Session session, store::Database& base, domain::Id<domain::Market> market,
                                              std::int64_t revision, const domain::RecordedException& exception,
                                              const domain::Reference& reference);

// The buyer is named by SIRET, name or number. Without a state: all but those that are not subject.
struct ConditionQuery {
    std::string buyer{};
    store::ConditionScope scope{};
    std::optional<domain::ConditionState> state{};
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};
// Those without a condition first, then those to be checked, then the others; the latest consultation first. Markets
// whose date alone settles that they are not subject are counted and not listed. Throws Error(not_found) when the buyer
// is unknown.
domain::ConditionPage list_conditions(Session session, store::Database& base, const ConditionQuery& query,
                                      const domain::Reference& reference);

// The figures alone, for indicator S9.
domain::ConditionCounts condition_counts(Session session, store::Database& base, const store::ConditionScope& scope,
                                         const domain::Reference& reference);

}  // namespace clausier::app
