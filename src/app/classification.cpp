// Lists what is to classify, writes what was decided, and undoes it.
#include "clausier/app/classification.hpp"

#include <algorithm>
#include <set>

#include "clausier/store/journal.hpp"
#include "clausier/store/markets.hpp"
#include "summary_rules.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::ClauseAxis;
using domain::Id;
using domain::Lot;

// How many obstacles to undoing are told by name.
constexpr std::size_t told = 20;

void suggest(domain::UnclassifiedContract& contract, ClauseAxis axis) {
    contract.suggestion = domain::suggest_clause(axis, contract.object, contract.cpv);
}

void require_decisions(ClauseAxis axis, const std::vector<domain::ContractDecision>& decisions) {
    if (decisions.empty())
        throw Error(ErrorKind::invalid, "contrat", "aucun contrat n’est coché ; cochez ceux à classer");
    for (const domain::ContractDecision& one : decisions)
        if (one.decision.axis != axis || one.decision.label().empty())
            throw Error(ErrorKind::invalid, "contrat",
                        "la décision du lot n° " + std::to_string(one.lot.value) + " est vide ; donnez-lui une clause");
}

std::string summary(store::Transaction& tx, const domain::ContractDecision& given) {
    if (given.decision.axis == ClauseAxis::environmental) return given.decision.environmental;
    store::Markets markets(tx);
    const auto market = markets.find(markets.find_lot(given.lot)->market);
    return domain::summary_of(given.decision.clauses, summary_rules(tx, market->nature)).value_or("");
}

domain::Classification require(store::Classifications& classifications, Id<domain::Classification> id) {
    auto found = classifications.find(id);
    if (!found)
        throw Error(ErrorKind::not_found, "classement n° " + std::to_string(id.value),
                    "ce classement n’existe pas ; voyez la page de classement");
    return *found;
}

std::string name_of(const domain::ClassifiedContract& contract) {
    return "marché " + contract.reference + (contract.lot_number.empty() ? "" : ", lot " + contract.lot_number);
}

}  // namespace

domain::UnclassifiedPage unclassified(store::Database& base, const store::UnclassifiedFilter& filter) {
    if (!std::all_of(filter.cpv.begin(), filter.cpv.end(), [](char c) { return c >= '0' && c <= '9'; }))
        throw Error(ErrorKind::invalid, "cpv", "donnez les premiers chiffres d’un code CPV, par exemple 45");
    store::Transaction tx = base.read();
    domain::UnclassifiedPage out = store::Classifications(tx).list(filter);
    for (domain::UnclassifiedContract& line : out.lines) suggest(line, filter.axis);
    return out;
}

domain::ChosenContracts chosen_contracts(store::Database& base, const std::vector<Id<Lot>>& lots, ClauseAxis axis) {
    store::Transaction tx = base.read();
    store::Classifications classifications(tx);
    domain::ChosenContracts out;
    std::set<Id<Lot>> seen;
    for (const Id<Lot> lot : lots) {
        if (!seen.insert(lot).second) continue;
        const auto filled = classifications.filled(lot, axis);
        if (!filled) {
            out.unknown.push_back(lot);
        } else if (*filled) {
            out.filled.push_back(lot);
        } else {
            out.lines.push_back(*classifications.contract(lot));
            suggest(out.lines.back(), axis);
        }
    }
    return out;
}

domain::ClassificationOutcome classify(Session session, store::Database& base, ClauseAxis axis,
                                       const std::vector<domain::ContractDecision>& decisions) {
    require_decisions(axis, decisions);
    store::Transaction tx = base.write();
    store::Classifications classifications(tx);
    domain::ClassificationOutcome out;
    std::vector<const domain::ContractDecision*> given;
    std::set<Id<Lot>> seen;
    for (const domain::ContractDecision& one : decisions) {
        if (!seen.insert(one.lot).second) continue;
        const auto filled = classifications.filled(one.lot, axis);
        if (filled && !*filled)
            given.push_back(&one);
        else
            (filled ? out.filled : out.unknown).push_back(one.lot);
    }
    if (given.empty()) return out;
    const auto id = classifications.begin({{}, session.clock.now(), session.actor, axis, 0, {}});
    for (const domain::ContractDecision* one : given) classifications.give(id, *one, summary(tx, *one));
    classifications.finish(id);
    store::Journal(tx).append({session.clock.now(), session.actor, "spaser.classer",
                               "classement/" + std::to_string(id.value),
                               std::string(code(axis)) + " contrats=" + std::to_string(given.size())});
    out.made = classifications.find(id);
    tx.commit();
    return out;
}

domain::ClassificationSheet classification(store::Database& base, Id<domain::Classification> id) {
    store::Transaction tx = base.read();
    store::Classifications classifications(tx);
    domain::ClassificationSheet out{require(classifications, id), {}};
    out.contracts = classifications.contracts(out.classification);
    if (out.classification.undone_at)
        for (domain::ClassifiedContract& contract : out.contracts) contract.changed = false;
    return out;
}

std::vector<domain::Classification> recent_classifications(store::Database& base, std::int64_t limit) {
    store::Transaction tx = base.read();
    return store::Classifications(tx).recent(limit);
}

domain::Classification undo_classification(Session session, store::Database& base, Id<domain::Classification> id) {
    store::Transaction tx = base.write();
    store::Classifications classifications(tx);
    const domain::Classification found = require(classifications, id);
    if (found.undone_at)
        throw Error(ErrorKind::conflict, "classement n° " + std::to_string(id.value), "il est déjà annulé");
    std::vector<core::Issue> changed;
    for (const domain::ClassifiedContract& contract : classifications.contracts(found))
        if (contract.changed && changed.size() < told)
            changed.push_back({core::Severity::error, "contrat_modifie", name_of(contract),
                               "ses considérations ont changé depuis ; corrigez-le sur sa fiche, le classement reste"});
    if (!changed.empty()) throw Error(ErrorKind::conflict, std::move(changed));
    classifications.undo(found, session.clock.now());
    store::Journal(tx).append({session.clock.now(), session.actor, "spaser.classer.annuler",
                               "classement/" + std::to_string(id.value),
                               "contrats=" + std::to_string(found.contracts)});
    auto out = *classifications.find(id);
    tx.commit();
    return out;
}

}  // namespace clausier::app
