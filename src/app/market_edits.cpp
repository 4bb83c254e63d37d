// Checks what was typed, saves it, and tells the journal.
#include "clausier/app/market_edits.hpp"

#include "calculation_record.hpp"
#include "clausier/domain/lot_figures.hpp"
#include "clausier/domain/market_fields.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisations.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;

void require_sound(std::vector<core::Issue> issues) {
    if (!issues.empty()) throw Error(ErrorKind::invalid, std::move(issues));
}

domain::Organisation buyer_of(store::Transaction& tx, const domain::MarketDraft& draft) {
    store::Organisations organisations(tx);
    auto known = draft.buyer.identifier.empty() ? organisations.find_by_name(draft.buyer.name)
                                                : organisations.find(draft.buyer.identifier);
    if (known) return *std::move(known);
    domain::Organisation made;
    made.kind = draft.buyer_kind;
    made.name = draft.buyer.name;
    made.identifier = draft.buyer.identifier;
    return organisations.save(made);
}

[[noreturn]] void refuse_reference(bool derived) {
    throw Error(ErrorKind::conflict, "marche",
                derived
                    ? "cet acheteur a déjà un marché du même objet cette année ; donnez une référence à celui-ci, ou "
                      "ouvrez l’autre"
                    : "cet acheteur a déjà un marché de cette référence ; changez-la, ou ouvrez l’autre");
}

// Keeps the calculation of each lot that has hours; tells how many.
std::size_t save_calculations(store::Transaction& tx, const Session& session, const domain::MarketSheet& made,
                              const domain::LotHypotheses& hypotheses, const domain::Reference& reference) {
    std::vector<domain::LotFigures> figures;
    for (const domain::Lot& lot : made.lots) figures.push_back(domain::figures_of(lot, made.market, made.buyer));
    const auto tender = domain::tender_hours(std::move(figures), hypotheses, reference, session.clock.today());
    for (std::size_t i = 0; i < made.lots.size(); ++i)
        if (tender.lots[i].result)
            save_calculation(tx, session, made.lots[i].id, tender.lots[i], tender.reference_digest);
    return tender.computed;
}

[[noreturn]] void refuse_stale(std::vector<core::Issue> issues) {
    if (issues.empty())
        issues.push_back({core::Severity::error, "modifie_entre_temps", "",
                          "Quelqu’un d’autre a enregistré depuis votre lecture ; relisez puis recommencez."});
    throw Error(ErrorKind::conflict, std::move(issues));
}

}  // namespace

domain::MarketSheet create_market(Session session, store::Database& base, domain::MarketDraft draft,
                                  const domain::Reference& reference) {
    require_sound(domain::faults(draft));
    draft.market.id = {};
    if (draft.market.reference.empty()) {
        draft.market.reference = domain::derived_reference(draft, session.clock.today());
        draft.market.reference_derived = true;
    }
    store::Transaction tx = base.write();
    store::Markets markets(tx);
    domain::MarketSheet made;
    made.buyer = buyer_of(tx, draft);
    draft.market.buyer = made.buyer.id;
    if (markets.find_by_key(made.buyer.id, draft.market.reference)) refuse_reference(draft.market.reference_derived);
    made.market = markets.save(draft.market);
    for (domain::Lot& lot : draft.lots) {
        lot.id = {};
        lot.market = made.market.id;
        made.lots.push_back(markets.save(lot));
    }
    const std::size_t computed = save_calculations(tx, session, made, draft.hypotheses, reference);
    store::Journal(tx).append({session.clock.now(), session.actor, "marche.creer",
                               "marche/" + std::to_string(made.market.id.value),
                               "lots=" + std::to_string(made.lots.size()) + " calculs=" + std::to_string(computed)});
    tx.commit();
    return made;
}

domain::Market update_market(Session session, store::Database& base, const domain::Market& edited) {
    require_sound(domain::faults(edited));
    store::Transaction tx = base.write();
    store::Markets markets(tx);
    const auto kept = markets.find(edited.id);
    if (!kept)
        throw Error(ErrorKind::not_found, "marché n° " + std::to_string(edited.id.value),
                    "ce marché n’existe plus ; voyez la liste des marchés");
    if (kept->revision != edited.revision)
        refuse_stale(domain::conflict_issues(domain::field_texts(*kept), domain::field_texts(edited)));
    const std::string changed = domain::changed_fields(domain::field_texts(*kept), domain::field_texts(edited));
    if (changed.empty()) return *kept;
    domain::Market next = edited;
    if (next.reference != kept->reference) {
        next.reference_derived = false;
        if (markets.find_by_key(next.buyer, next.reference)) refuse_reference(false);
    }
    next = markets.save(next);
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "marche.modifier", "marche/" + std::to_string(next.id.value), changed});
    tx.commit();
    return next;
}

domain::Lot update_lot(Session session, store::Database& base, const domain::Lot& edited) {
    require_sound(domain::faults(edited));
    store::Transaction tx = base.write();
    store::Markets markets(tx);
    const auto kept = markets.find_lot(edited.id);
    if (!kept)
        throw Error(ErrorKind::not_found, "lot n° " + std::to_string(edited.id.value),
                    "ce lot n’existe plus ; voyez la liste des marchés");
    if (kept->revision != edited.revision)
        refuse_stale(domain::conflict_issues(domain::field_texts(*kept), domain::field_texts(edited)));
    const std::string changed = domain::changed_fields(domain::field_texts(*kept), domain::field_texts(edited));
    if (changed.empty()) return *kept;
    if (edited.number != kept->number)
        for (const domain::Lot& other : markets.lots(kept->market))
            if (other.number == edited.number)
                throw Error(ErrorKind::conflict, "lot", "ce marché a déjà un lot de ce numéro ; changez-le");
    const domain::Lot next = markets.save(edited);
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "lot.modifier", "lot/" + std::to_string(next.id.value), changed});
    tx.commit();
    return next;
}

}  // namespace clausier::app
