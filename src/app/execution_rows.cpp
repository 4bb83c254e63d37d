// Rows of the execution required, and what is known of a lot gathered.
#include "execution_rows.hpp"

#include "clausier/store/commitments.hpp"
#include "clausier/store/execution_hours.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/lot_executions.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/penalty_steps.hpp"
#include "clausier/store/placements.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;

template <class T>
T require(std::optional<T> found, const char* what, std::int64_t id, const char* text) {
    if (!found) throw Error(ErrorKind::not_found, std::string(what) + " n° " + std::to_string(id), text);
    return *std::move(found);
}

}  // namespace

domain::LotSheet require_lot_sheet(store::Transaction& tx, LotId lot) {
    return require(store::Markets(tx).find_lot_sheet(lot), "lot", lot.value,
                   "ce lot n’existe pas\u00a0; voyez la liste des marchés");
}

domain::Commitment require_commitment(store::Transaction& tx, domain::Id<domain::Commitment> id) {
    return require(store::Commitments(tx).find(id), "engagement", id.value,
                   "cet engagement n’existe pas\u00a0; voyez ceux du lot");
}

domain::Placement require_placement(store::Transaction& tx, domain::Id<domain::Placement> id) {
    return require(store::Placements(tx).find(id), "mise en œuvre", id.value,
                   "cette mise en œuvre n’existe pas\u00a0; voyez celles du lot");
}

std::optional<core::Date> notified_on(const domain::LotSheet& sheet) {
    return sheet.lot.notified_on ? sheet.lot.notified_on : sheet.market.notified_on;
}

domain::LotFacts lot_facts(store::Transaction& whole, const domain::LotSheet& sheet) {
    domain::LotFacts out;
    out.lot = sheet.lot;
    out.lot.notified_on = notified_on(sheet);
    if (!out.lot.duration_months) out.lot.duration_months = sheet.market.duration_months;
    store::LotExecutions executions(whole);
    out.execution = executions.find(sheet.lot.id);
    out.orders = executions.orders(sheet.lot.id);
    out.stoppages = executions.stoppages(sheet.lot.id);
    out.plans = executions.plans(sheet.lot.id);
    out.certificates = executions.certificates(sheet.lot.id);
    out.penalties = store::PenaltySteps(whole).of(sheet.lot.id);
    out.commitments = store::Commitments(whole).of(sheet.lot.id);
    constexpr std::int64_t all = 1'000'000;
    for (auto& line : store::Placements(whole).list({.lot = sheet.lot.id, .limit = all}))
        out.placements.push_back(std::move(line.placement));
    out.done = store::ExecutionHours(whole).done(sheet.lot.id);
    return out;
}

void tell(store::Transaction& tx, const Session& session, std::string_view action, std::string_view kind,
          std::int64_t id, std::string detail) {
    store::Journal(tx).append({session.clock.now(), session.actor, std::string(action),
                               std::string(kind) + "/" + std::to_string(id), std::move(detail)});
}

}  // namespace clausier::app
