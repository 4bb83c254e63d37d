// Judges markets one by one, and records exceptions.
#include "clausier/app/mandatory_conditions.hpp"

#include <algorithm>
#include <functional>

#include "clausier/app/markets.hpp"
#include "clausier/core/text.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/lot_clauses.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisations.hpp"
#include "refusals.hpp"
#include "summary_rules.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::ConditionCount;
using domain::ConditionCounts;
using domain::ConditionLine;
using domain::ConditionPage;
using domain::ConditionState;
using domain::Id;
using domain::Market;
using domain::MarketConditionSheet;

// The detail is the master: what it sums up to stands for what the lots say.
void say_clauses(store::Transaction& tx, domain::MarketSheet& sheet) {
    const auto clauses = store::LotClauses(tx).of_market(sheet.market.id);
    if (clauses.empty()) return;
    const domain::SummaryRules rules = summary_rules(tx, sheet.market.nature);
    for (domain::Lot& lot : sheet.lots)
        if (const auto found = clauses.find(lot.id); found != clauses.end())
            lot.considerations = domain::summary_of(found->second, rules);
}

MarketConditionSheet read(store::Transaction& tx, const Session& session, Id<Market> id,
                          const domain::Reference& reference) {
    store::Markets markets(tx);
    const auto market = markets.find(id);
    if (!market)
        throw Error(ErrorKind::not_found, "marché n° " + std::to_string(id.value),
                    "ce marché n’existe plus ; voyez la liste des marchés");
    MarketConditionSheet out;
    out.sheet.market = *market;
    if (auto buyer = store::Organisations(tx).find(market->buyer)) out.sheet.buyer = *std::move(buyer);
    out.sheet.lots = markets.lots(id);
    say_clauses(tx, out.sheet);
    out.exception = store::MarketExceptions(tx).of(id);
    out.condition =
        domain::market_condition(out.sheet, out.exception ? std::optional(out.exception->exception) : std::nullopt,
                                 reference, session.clock.today());
    return out;
}

// Judges every market of a scope whose dates do not settle it, and counts them all.
ConditionCounts judge(const Session& session, store::Database& base, const store::ConditionScope& scope,
                      const domain::Reference& reference, const std::function<void(ConditionLine)>& take) {
    const core::Date today = session.clock.today();
    const core::Date since = reference.date("date.social_condition", today).value;
    store::Transaction tx = base.read();
    store::MarketExceptions exceptions(tx);
    ConditionCounts out;
    exceptions.each_candidate(
        scope, since, [&](domain::MarketSheet sheet, std::optional<domain::RecordedException> why) {
            say_clauses(tx, sheet);
            ConditionLine line{sheet.market, sheet.buyer.label(),
                               domain::market_condition(sheet, why, reference, today), why};
            ConditionCount& count = out.by_state.at(static_cast<std::size_t>(line.condition.state));
            ++count.markets;
            count.lots += static_cast<std::int64_t>(sheet.lots.size());
            take(std::move(line));
        });
    const auto settled = exceptions.settled(scope, since);
    ConditionCount& before = out.by_state.at(static_cast<std::size_t>(ConditionState::not_subject));
    before.markets += settled.markets;
    before.lots += settled.lots;
    return out;
}

int rank(ConditionState state) {
    if (state == ConditionState::without) return 0;
    return state == ConditionState::to_check ? 1 : 2 + static_cast<int>(state);
}

// The latest consultation first, those without one last.
bool before(const ConditionLine& a, const ConditionLine& b) {
    if (rank(a.condition.state) != rank(b.condition.state)) return rank(a.condition.state) < rank(b.condition.state);
    const auto day = [](const ConditionLine& line) {
        const auto& known = line.market.consultation_on ? line.market.consultation_on : line.market.notified_on;
        return known ? core::iso(*known) : std::string();
    };
    if (day(a) != day(b)) return day(a) > day(b);
    return a.market.id < b.market.id;
}

}  // namespace

MarketConditionSheet condition_of(Session session, store::Database& base, Id<Market> market,
                                  const domain::Reference& reference) {
    store::Transaction tx = base.read();
    return read(tx, session, market, reference);
}

MarketConditionSheet record_exception(Session session, store::Database& base, Id<Market> market, std::int64_t revision,
                                      const domain::RecordedException& exception, const domain::Reference& reference) {
    const domain::RecordedException said{exception.statement, std::string(core::trim(exception.motive))};
    refuse_nir({{"motif", said.motive}});
    const bool removal = said == domain::RecordedException{};
    store::Transaction tx = base.write();
    MarketConditionSheet kept = read(tx, session, market, reference);
    if (!removal) require_sound(domain::faults(said, kept.condition.type));
    if (kept.sheet.market.revision != revision) refuse_stale({});
    const domain::RecordedException was = kept.exception ? kept.exception->exception : domain::RecordedException{};
    if (was == said) return kept;
    store::MarketExceptions exceptions(tx);
    if (removal)
        exceptions.remove(market, revision);
    else
        exceptions.set(market, revision, {said, session.clock.now(), session.actor});
    store::Journal(tx).append({session.clock.now(), session.actor, removal ? "condition.retirer" : "condition.motiver",
                               "marche/" + std::to_string(market.value), said.statement});
    MarketConditionSheet out = read(tx, session, market, reference);
    tx.commit();
    return out;
}

ConditionPage list_conditions(Session session, store::Database& base, const ConditionQuery& query,
                              const domain::Reference& reference) {
    store::ConditionScope scope = query.scope;
    if (!query.buyer.empty()) scope.buyers = {find_buyer(base, query.buyer).id};
    ConditionPage out;
    out.counts = judge(session, base, scope, reference, [&](ConditionLine line) {
        const ConditionState state = line.condition.state;
        if (query.state ? state == *query.state : state != ConditionState::not_subject)
            out.lines.push_back(std::move(line));
    });
    std::sort(out.lines.begin(), out.lines.end(), before);
    out.total = std::ssize(out.lines);
    const auto first = std::min(query.offset, out.total);
    const auto last = std::min(first + query.limit, out.total);
    out.lines.erase(out.lines.begin() + last, out.lines.end());
    out.lines.erase(out.lines.begin(), out.lines.begin() + first);
    return out;
}

ConditionCounts condition_counts(Session session, store::Database& base, const store::ConditionScope& scope,
                                 const domain::Reference& reference) {
    return judge(session, base, scope, reference, [](const ConditionLine&) {});
}

}  // namespace clausier::app
