// Placements written and read.
#include "clausier/app/placements.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/store/lot_executions.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/participants.hpp"
#include "execution_rows.hpp"
#include "refusals.hpp"
#include "statement_lines.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using core::Issue;
using domain::Placement;

void refuse(std::vector<Issue>& issues, const char* field, const char* text) {
    issues.push_back({core::Severity::error, "", field, text});
}

// Its organisations and its person as they stand today.
void check_parties(store::Transaction& tx, const domain::LotSheet& sheet, const Placement& p,
                   std::vector<Issue>& issues) {
    const auto& holders = sheet.lot.holders;
    if (!p.holder.empty() && std::none_of(holders.begin(), holders.end(),
                                          [&](const domain::Holder& one) { return one.organisation == p.holder; }))
        refuse(issues, "titulaire", "cette organisation n’est pas titulaire du lot\u00a0; choisissez-en un");
    if (!p.employer.empty()) {
        const auto found = store::Organisations(tx).find(p.employer);
        if (!found || found->merged_into)
            refuse(issues, "employeur", "cette organisation n’existe pas\u00a0; cherchez-la dans la liste");
    }
    if (p.participant) {
        const auto person = store::Participants(tx).find(*p.participant);
        if (!person)
            refuse(issues, "personne", "cette personne n’existe pas\u00a0; cherchez-la dans la liste");
        else if (person->merged_into)
            refuse(issues, "personne", "cette fiche est réunie à une autre\u00a0; prenez celle-là");
    }
}

domain::PlacementFacts facts(const Session& session, const domain::LotSheet& sheet) {
    return {session.clock.today(), notified_on(sheet)};
}

// Throws Error(forbidden) unless the viewer declares the hours of the placement.
void require_declarable(store::Transaction& tx, PlacementId id) {
    if (!store::Placements(tx).declarable(id))
        throw Error(ErrorKind::forbidden, "employeur",
                    "vous ne déclarez que pour les personnes que vous employez\u00a0; choisissez votre organisation");
}

}  // namespace

SavedPlacement open_placement(const Session& session, store::Database& base, Placement p,
                              const domain::Reference& reference) {
    domain::tidy(p);
    refuse_nir({{"metier", p.job}});
    store::Transaction tx = base.write();
    const auto sheet = require_lot_sheet(tx, p.lot);
    if (p.holder.empty() && sheet.lot.holders.size() == 1) p.holder = sheet.lot.holders.front().organisation;
    std::vector<Issue> issues = domain::faults(p, facts(session, sheet));
    check_parties(tx, sheet, p, issues);
    require_sound(std::move(issues));
    SavedPlacement out;
    out.remarks = domain::warnings(p, facts(session, sheet));
    if (!p.taken_over_on) {
        const auto rules = store::LotExecutions(tx).rules(sheet.market.id);
        auto judged = domain::judge({p.started_on, p.structure_kind, p.criteria, rules.publics}, reference);
        p.eligibility = std::move(judged.eligibility);
        out.remarks.insert(out.remarks.end(), judged.remarks.begin(), judged.remarks.end());
    }
    out.placement = store::Placements(tx).save(std::move(p));
    require_declarable(tx, out.placement.id);
    tell(tx, session, "mise.ouvrir", "mise", out.placement.id.value,
         fmt::format("lot={} {} {}", out.placement.lot.value, out.placement.modality,
                     out.placement.eligibility && out.placement.eligibility->eligible ? "eligible" : "non_eligible"));
    tx.commit();
    return out;
}

SavedPlacement change_placement(const Session& session, store::Database& base, Placement p, const domain::Reference&) {
    domain::tidy(p);
    refuse_nir({{"metier", p.job}});
    store::Transaction tx = base.write();
    const Placement kept = require_placement(tx, p.id);
    require_declarable(tx, p.id);
    if (kept.revision != p.revision) refuse_stale({});
    const auto sheet = require_lot_sheet(tx, kept.lot);
    p.lot = kept.lot;
    p.eligibility = kept.eligibility;
    std::vector<Issue> issues = domain::faults(p, facts(session, sheet));
    for (Issue& issue : domain::frozen_faults(kept, p)) issues.push_back(std::move(issue));
    check_parties(tx, sheet, p, issues);
    require_sound(std::move(issues));
    SavedPlacement out{{}, domain::warnings(p, facts(session, sheet))};
    out.placement = store::Placements(tx).save(std::move(p));
    require_declarable(tx, out.placement.id);
    tell(tx, session, "mise.modifier", "mise", out.placement.id.value, "");
    tx.commit();
    return out;
}

domain::Globalisation share_placement(const Session& session, store::Database& base, domain::Globalisation agreement,
                                      const domain::Reference& reference) {
    refuse_nir({{"reference", agreement.reference}});
    store::Transaction tx = base.write();
    const Placement kept = require_placement(tx, agreement.placement);
    store::Placements store(tx);
    if (!store.followed(kept.id))
        throw Error(ErrorKind::forbidden, "parts", "seul le facilitateur du lot partage une mise en œuvre");
    for (const domain::PlacementShare& share : agreement.shares) static_cast<void>(require_lot_sheet(tx, share.lot));
    require_sound(domain::faults(agreement, kept, session.clock.today()));
    store.set_globalisation(agreement);
    share_again(tx, kept, agreement.from, reference);
    std::string parts;
    for (const domain::PlacementShare& share : agreement.shares)
        parts += fmt::format(" lot/{}={}", share.lot.value, core::percent(share.key));
    tell(tx, session, "mise.partager", "mise", kept.id.value, agreement.from.text() + parts);
    tx.commit();
    return agreement;
}

PlacementList placements(store::Database& base, const store::PlacementFilter& filter) {
    store::Transaction tx = base.read();
    store::Placements store(tx);
    return {store.list(filter), store.count(filter)};
}

domain::PlacementLine placement(store::Database& base, PlacementId id) {
    store::Transaction tx = base.read();
    static_cast<void>(require_placement(tx, id));
    return store::Placements(tx).line(id).value();
}

}  // namespace clausier::app
