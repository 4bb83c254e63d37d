// Checks what was typed, saves it, and tells the journal.
#include "clausier/app/market_edits.hpp"

#include <algorithm>

#include "calculation_record.hpp"
#include "clausier/domain/lot_figures.hpp"
#include "clausier/domain/market_fields.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/lot_clauses.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/settings.hpp"
#include "market_making.hpp"
#include "refusals.hpp"
#include "summary_rules.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;

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

std::vector<core::Issue> conflicts(const domain::Lot& kept, const std::vector<domain::LotClause>& before,
                                   const domain::Lot& typed, const std::vector<domain::LotClause>& after) {
    auto fields = domain::field_texts(kept);
    auto others = domain::field_texts(typed);
    fields.push_back({"clauses", "Clauses", domain::label_of(before)});
    others.push_back({"clauses", "Clauses", domain::label_of(after)});
    return domain::conflict_issues(fields, others);
}

}  // namespace

domain::MarketSheet create_market(Session session, store::Database& base, domain::MarketDraft draft,
                                  const domain::Reference& reference) {
    store::Transaction tx = base.write();
    const domain::LotHypotheses hypotheses = draft.hypotheses;
    domain::MarketSheet made = make_market(tx, session, std::move(draft));
    const std::size_t computed = save_calculations(tx, session, made, hypotheses, reference);
    store::Journal(tx).append({session.clock.now(), session.actor, "marche.creer",
                               "marche/" + std::to_string(made.market.id.value),
                               "lots=" + std::to_string(made.lots.size()) + " calculs=" + std::to_string(computed)});
    tx.commit();
    return made;
}

domain::Market update_market(Session session, store::Database& base, const domain::Market& edited) {
    require_sound(domain::faults(edited));
    refuse_nir_in(domain::field_texts(edited));
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

domain::Lot update_lot(Session session, store::Database& base, const domain::Lot& edited,
                       const std::optional<std::vector<domain::LotClause>>& clauses) {
    require_sound(domain::faults(edited));
    refuse_nir_in(domain::field_texts(edited));
    store::Transaction tx = base.write();
    store::Markets markets(tx);
    const auto kept = markets.find_lot(edited.id);
    if (!kept)
        throw Error(ErrorKind::not_found, "lot n° " + std::to_string(edited.id.value),
                    "ce lot n’existe plus ; voyez la liste des marchés");
    const auto before = store::LotClauses(tx).of(edited.id);
    domain::Lot next = edited;
    if (clauses && !clauses->empty())
        next.considerations = domain::summary_of(*clauses, summary_rules(tx, markets.find(kept->market)->nature));
    const auto after = clauses.value_or(before);
    if (kept->revision != edited.revision) refuse_stale(conflicts(*kept, before, next, after));
    std::string changed = domain::changed_fields(domain::field_texts(*kept), domain::field_texts(next));
    if (before != after) changed += changed.empty() ? "clauses" : ", clauses";
    if (changed.empty()) return *kept;
    if (next.number != kept->number)
        for (const domain::Lot& other : markets.lots(kept->market))
            if (other.number == next.number)
                throw Error(ErrorKind::conflict, "lot", "ce marché a déjà un lot de ce numéro ; changez-le");
    if (before != after) store::LotClauses(tx).set(next.id, after);
    next = markets.save(next);
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "lot.modifier", "lot/" + std::to_string(next.id.value), changed});
    tx.commit();
    return next;
}

namespace {

// The lots that the setting touches: their summary follows, and what indicators count with it.
void sum_up_again(store::Transaction& tx) {
    store::Markets markets(tx);
    store::LotClauses clauses(tx);
    for (const auto id : clauses.lots_with("insertion_services")) {
        domain::Lot lot = markets.find_lot(id).value();
        lot.considerations = domain::summary_of(clauses.of(id), summary_rules(tx, markets.find(lot.market)->nature));
        markets.save(std::move(lot));
    }
}

}  // namespace

std::string insertion_services_words(store::Database& base) {
    store::Transaction tx = base.read();
    return summary_rules(tx, "").insertion_services;
}

void require_insertion_services_words(const std::string& words) {
    const auto allowed = domain::insertion_services_words();
    if (std::find(allowed.begin(), allowed.end(), words) == allowed.end())
        throw Error(
            ErrorKind::invalid, "marche_insertion",
            "ces mots ne sont pas de la liste ; choisissez parmi Clause sociale, Critère social et Marché réservé");
}

void set_insertion_services_words(Session session, store::Database& base, const std::string& words) {
    require_insertion_services_words(words);
    store::Transaction tx = base.write();
    if (summary_rules(tx, "").insertion_services == words) return;
    store::Settings(tx).set(store::insertion_services_setting, words);
    sum_up_again(tx);
    store::Journal(tx).append(
        {session.clock.now(), session.actor, "reglages.modifier", "reglages/marche-insertion", words});
    tx.commit();
}

}  // namespace clausier::app
