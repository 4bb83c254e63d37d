// What is owed on a lot and what surrounds it, written by who follows it.
#include "clausier/app/executions.hpp"

#include <fmt/format.h>

#include "clausier/store/commitments.hpp"
#include "clausier/store/lot_executions.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/penalty_steps.hpp"
#include "execution_rows.hpp"
#include "person_rows.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Commitment;
using domain::CommitmentVersion;

CommitmentVersion written(const Session& session, CommitmentVersion version) {
    version.at = session.clock.now();
    version.actor = session.actor;
    return version;
}

void check_version(const CommitmentVersion& version, const Commitment& commitment) {
    refuse_nir({{"motif", version.reason}, {"reference", version.reference}});
    require_sound(domain::faults(version, commitment));
}

std::string detail(const Commitment& commitment, const CommitmentVersion& version) {
    return fmt::format("lot={} {}={} {}", commitment.lot.value, domain::code(version.kind),
                       core::decimal(version.quantity.parts(), domain::Committed::scale),
                       domain::code(commitment.unit));
}

// What differs between the history as it is and as it was read.
[[noreturn]] void refuse_stale_history(const Commitment& kept) {
    if (kept.versions.empty()) refuse_stale({});
    const CommitmentVersion& last = kept.versions.back();
    refuse_stale({{core::Severity::error, "modifie_entre_temps", "version",
                   fmt::format("quelqu’un d’autre a ajouté depuis votre lecture la version {}, {} de {}\u00a0; "
                               "relisez, puis dites si la vôtre vaut toujours",
                               last.rank, domain::label(last.kind), domain::said(last.quantity, kept.unit))}});
}

}  // namespace

domain::LotExecutionSheet lot_execution(store::Database& base, LotId lot, const domain::Reference& reference,
                                        core::Date on) {
    domain::LotExecutionSheet out;
    {
        store::Transaction tx = base.read();
        out.sheet = require_lot_sheet(tx, lot);
    }
    // Whoever sees the lot has its sums, which depend on people whom the viewer may not see.
    store::Database whole = unscoped(base);
    store::Transaction tx = whole.read();
    domain::LotFacts facts = lot_facts(tx, out.sheet);
    out.rules = store::LotExecutions(tx).rules(out.sheet.market.id);
    out.progress = domain::lot_progress(facts, reference, on);
    out.execution = std::move(facts.execution);
    out.orders = std::move(facts.orders);
    out.stoppages = std::move(facts.stoppages);
    out.plans = std::move(facts.plans);
    out.certificates = std::move(facts.certificates);
    out.penalties = std::move(facts.penalties);
    return out;
}

Commitment add_commitment(const Session& session, store::Database& base, Commitment commitment,
                          CommitmentVersion first) {
    first = written(session, std::move(first));
    store::Transaction tx = base.write();
    static_cast<void>(require_lot_sheet(tx, commitment.lot));
    if (commitment.parent && require_commitment(tx, *commitment.parent).lot != commitment.lot)
        throw Error(ErrorKind::invalid, "objectif", "l’engagement dont il est une part est d’un autre lot");
    std::vector<core::Issue> issues = domain::faults(commitment);
    for (core::Issue& issue : domain::faults(first, commitment)) issues.push_back(std::move(issue));
    require_sound(std::move(issues));
    check_version(first, commitment);
    store::Commitments store(tx);
    commitment = store.add(store.save(std::move(commitment)), first);
    tell(tx, session, "engagement.creer", "engagement", commitment.id.value, detail(commitment, first));
    tx.commit();
    return commitment;
}

Commitment commitment(store::Database& base, domain::Id<Commitment> id) {
    store::Transaction tx = base.read();
    return require_commitment(tx, id);
}

Commitment add_version(const Session& session, store::Database& base, domain::Id<Commitment> id, std::int64_t revision,
                       CommitmentVersion version) {
    version = written(session, std::move(version));
    store::Transaction tx = base.write();
    Commitment commitment = require_commitment(tx, id);
    if (commitment.revision != revision) refuse_stale_history(commitment);
    check_version(version, commitment);
    commitment = store::Commitments(tx).add(std::move(commitment), version);
    tell(tx, session, "engagement.version", "engagement", id.value, detail(commitment, version));
    tx.commit();
    return commitment;
}

Moved transfer_commitment(const Session& session, store::Database& base, domain::Id<Commitment> from,
                          domain::Id<Commitment> into, const domain::Transfer& transfer,
                          const domain::Reference& reference) {
    refuse_nir({{"motif", transfer.reason}, {"reference", transfer.reference}});
    store::Transaction tx = base.write();
    const Commitment one = require_commitment(tx, from);
    const Commitment other = require_commitment(tx, into);
    domain::TransferVersions versions;
    if (one.lot == other.lot) {
        versions = domain::transfer(transfer, one, other);
    } else {
        const auto progress =
            domain::lot_progress(lot_facts(tx, require_lot_sheet(tx, one.lot)), reference, session.clock.today());
        domain::Committed surplus;
        for (const domain::CommitmentStanding& standing : progress.standings)
            if (standing.commitment.id == from) surplus = standing.progress.surplus;
        versions = domain::carry(transfer, one, other, surplus);
    }
    store::Commitments store(tx);
    Moved out{store.add(one, written(session, versions.out)), store.add(other, written(session, versions.in))};
    tell(tx, session, "engagement.ceder", "engagement", from.value,
         fmt::format("engagement/{} {}", into.value,
                     core::decimal(transfer.quantity.parts(), domain::Committed::scale)));
    tx.commit();
    return out;
}

domain::ServiceOrder add_order(const Session& session, store::Database& base, domain::ServiceOrder order) {
    refuse_nir({{"reference", order.reference}});
    store::Transaction tx = base.write();
    const auto sheet = require_lot_sheet(tx, order.lot);
    require_sound(domain::faults(order, notified_on(sheet)));
    order = store::LotExecutions(tx).save(std::move(order));
    tell(tx, session, "lot.ordre_de_service", "lot", order.lot.value,
         fmt::format("{} {}", domain::code(order.kind), core::iso(order.on)));
    tx.commit();
    return order;
}

domain::Stoppage save_stoppage(const Session& session, store::Database& base, domain::Stoppage stoppage) {
    refuse_nir({{"motif", stoppage.reason}, {"reference", stoppage.reference}});
    store::Transaction tx = base.write();
    static_cast<void>(require_lot_sheet(tx, stoppage.lot));
    store::LotExecutions store(tx);
    require_sound(domain::faults(stoppage, store.stoppages(stoppage.lot)));
    stoppage = store.save(std::move(stoppage));
    tell(tx, session, "lot.arret", "lot", stoppage.lot.value,
         fmt::format("{} {}", core::iso(stoppage.from), stoppage.to ? core::iso(*stoppage.to) : ""));
    tx.commit();
    return stoppage;
}

domain::HolderPlan add_plan(const Session& session, store::Database& base, domain::HolderPlan plan) {
    store::Transaction tx = base.write();
    const auto sheet = require_lot_sheet(tx, plan.lot);
    std::vector<core::Issue> issues = domain::faults(plan);
    if (std::none_of(sheet.lot.holders.begin(), sheet.lot.holders.end(),
                     [&](const domain::Holder& one) { return one.organisation == plan.holder; }))
        issues.push_back({core::Severity::error, "", "titulaire", "cette organisation n’est pas titulaire du lot"});
    require_sound(std::move(issues));
    plan = store::LotExecutions(tx).add(std::move(plan));
    tell(tx, session, "lot.plan", "lot", plan.lot.value,
         fmt::format("titulaire={} version={}", plan.holder.value, plan.revision));
    tx.commit();
    return plan;
}

domain::LotExecution save_execution(const Session& session, store::Database& base, domain::LotExecution execution) {
    refuse_nir({{"motif", execution.dropped_reason}});
    store::Transaction tx = base.write();
    static_cast<void>(require_lot_sheet(tx, execution.lot));
    require_sound(domain::faults(execution));
    execution = store::LotExecutions(tx).save(std::move(execution));
    tell(tx, session, "lot.execution", "lot", execution.lot.value,
         fmt::format("{}{}", domain::code(execution.liability), execution.dropped_on ? " sans_suite" : ""));
    tx.commit();
    return execution;
}

namespace {

void require_market(store::Transaction& tx, domain::Id<domain::Market> market) {
    if (!store::Markets(tx).find(market))
        throw Error(ErrorKind::not_found, "marché n° " + std::to_string(market.value),
                    "ce marché n’existe pas\u00a0; voyez la liste des marchés");
}

}  // namespace

void set_counting_rules(const Session& session, store::Database& base, domain::Id<domain::Market> market,
                        const domain::CountingRules& rules) {
    require_sound(domain::faults(rules));
    store::Transaction tx = base.write();
    require_market(tx, market);
    store::LotExecutions(tx).set_rules(market, rules);
    tell(tx, session, "marche.comptage", "marche", market.value, "");
    tx.commit();
}

domain::CountingRules counting_rules(store::Database& base, domain::Id<domain::Market> market) {
    store::Transaction tx = base.read();
    require_market(tx, market);
    return store::LotExecutions(tx).rules(market);
}

domain::Certificate certify(const Session& session, store::Database& base, domain::Certificate certificate,
                            const domain::Reference& reference) {
    refuse_nir({{"reference", certificate.reference}, {"note", certificate.note}});
    certificate.at = session.clock.now();
    certificate.actor = session.actor;
    store::Transaction tx = base.write();
    const auto sheet = require_lot_sheet(tx, certificate.lot);
    const auto progress = domain::lot_progress(lot_facts(tx, sheet), reference, session.clock.today());
    store::LotExecutions store(tx);
    require_sound(
        domain::faults(certificate, progress.facts, store.certified_until(certificate.lot), session.clock.today()));
    certificate.due = domain::hours_of(progress.whole.due);
    certificate.validated = domain::hours_of(progress.whole.validated);
    certificate = store.add(std::move(certificate));
    tell(tx, session, "lot.attester", "lot", certificate.lot.value,
         fmt::format("{} {}", core::iso(certificate.until), certificate.final ? "definitive" : "provisoire"));
    tx.commit();
    return certificate;
}

domain::PenaltyStep add_penalty_step(const Session& session, store::Database& base, domain::PenaltyStep step) {
    refuse_nir({{"motif", step.reason}, {"reference", step.reference}});
    step.at = session.clock.now();
    step.actor = session.actor;
    store::Transaction tx = base.write();
    static_cast<void>(require_lot_sheet(tx, step.lot));
    store::PenaltySteps store(tx);
    auto before = store.of(step.lot);
    std::erase_if(before, [&](const domain::PenaltyStep& one) { return one.holder != step.holder; });
    require_sound(domain::faults(step, before, session.clock.today()));
    step = store.add(std::move(step));
    tell(tx, session, "lot.penalite", "lot", step.lot.value,
         fmt::format("{} titulaire={}", domain::code(step.stage), step.holder.value));
    tx.commit();
    return step;
}

}  // namespace clausier::app
