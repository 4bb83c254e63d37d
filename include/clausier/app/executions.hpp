// The execution of a lot: what is owed, by which days, how far it is, and what the facilitator writes of it.
#pragma once
#include <optional>
#include <vector>

#include "clausier/app/app.hpp"
#include "clausier/domain/lot_progress.hpp"
#include "clausier/domain/reference.hpp"

namespace clausier::app {

using LotId = domain::Id<domain::Lot>;

// The lot as it stands on a day. Throws Error(not_found).
domain::LotExecutionSheet lot_execution(store::Database& base, LotId lot, const domain::Reference& reference,
                                        core::Date on);

// What holders owe. A commitment begins with its first version; each writes a row of the journal, « engagement/1 ».
// Throw Error(invalid) with the faults, Error(not_found), Error(conflict) when the lot owes that already.
domain::Commitment add_commitment(const Session& session, store::Database& base, domain::Commitment commitment,
                                  domain::CommitmentVersion first);
// Throws Error(not_found).
domain::Commitment commitment(store::Database& base, domain::Id<domain::Commitment> id);
// One more line of its history, on the revision that was read.
domain::Commitment add_version(const Session& session, store::Database& base, domain::Id<domain::Commitment> id,
                               std::int64_t revision, domain::CommitmentVersion version);
struct Moved {
    domain::Commitment from;
    domain::Commitment into;
};
// Between two holders of a consortium, or a surplus from one lot to another, by written agreement.
Moved transfer_commitment(const Session& session, store::Database& base, domain::Id<domain::Commitment> from,
                          domain::Id<domain::Commitment> into, const domain::Transfer& transfer,
                          const domain::Reference& reference);

// Each with a row of the journal, « lot/3 ». Throw Error(invalid) with the faults, Error(not_found), Error(conflict).
domain::ServiceOrder add_order(const Session& session, store::Database& base, domain::ServiceOrder order);
// Begins a stoppage, or ends the one of that id.
domain::Stoppage save_stoppage(const Session& session, store::Database& base, domain::Stoppage stoppage);
domain::HolderPlan add_plan(const Session& session, store::Database& base, domain::HolderPlan plan);
domain::LotExecution save_execution(const Session& session, store::Database& base, domain::LotExecution execution);
// The rules of the lot's market. Statements that are not decided yet are judged anew when they next change.
void set_counting_rules(const Session& session, store::Database& base, domain::Id<domain::Market> market,
                        const domain::CountingRules& rules);
domain::CountingRules counting_rules(store::Database& base, domain::Id<domain::Market> market);

// A certificate with the figures of its day, which locks what it covers.
domain::Certificate certify(const Session& session, store::Database& base, domain::Certificate certificate,
                            const domain::Reference& reference);
domain::PenaltyStep add_penalty_step(const Session& session, store::Database& base, domain::PenaltyStep step);

}  // namespace clausier::app
