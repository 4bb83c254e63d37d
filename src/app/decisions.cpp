// Keeps decisions, with a row of the journal for each use.
#include "clausier/app/decisions.hpp"

#include "clausier/store/import_decisions.hpp"
#include "clausier/store/journal.hpp"

namespace clausier::app {
namespace {

std::string place(domain::Field field, std::string_view value) {
    return std::string(domain::info(domain::decided_field(field)).label) + " « " + std::string(value) + " »";
}

}  // namespace

std::vector<domain::Decision> list_decisions(store::Database& base) {
    store::Transaction tx = base.read();
    return store::ImportDecisions(tx).all().list();
}

void save_decisions(Session session, store::Database& base, const std::vector<domain::Decision>& decisions) {
    if (decisions.empty()) return;
    std::vector<domain::Decision> good;
    std::vector<core::Issue> faults;
    for (const domain::Decision& decision : decisions) {
        auto checked = domain::checked(decision);
        if (checked) {
            good.push_back(*std::move(checked));
            continue;
        }
        faults.push_back(checked.error());
        faults.back().where = place(decision.field, decision.value);
    }
    if (!faults.empty()) throw core::Error(core::ErrorKind::invalid, std::move(faults));
    store::Transaction tx = base.write();
    store::ImportDecisions kept(tx);
    const core::Instant now = session.clock.now();
    std::string detail;
    for (const domain::Decision& decision : good) {
        kept.save(decision, now, session.actor);
        detail += (detail.empty() ? "" : " ") + std::string(domain::info(decision.field).key) + "=" +
                  std::string(domain::code(decision.ruling));
    }
    store::Journal(tx).append({now, session.actor, "import.decider", "decisions", detail});
    tx.commit();
}

void forget_decision(Session session, store::Database& base, domain::Field field, std::string_view value) {
    store::Transaction tx = base.write();
    if (!store::ImportDecisions(tx).forget(field, value))
        throw core::Error(core::ErrorKind::not_found, place(field, value),
                          "rien n’est décidé de cette valeur ; voyez la liste des décisions");
    store::Journal(tx).append({session.clock.now(), session.actor, "import.oublier_decision", "decisions",
                               std::string(domain::info(domain::decided_field(field)).key)});
    tx.commit();
}

}  // namespace clausier::app
