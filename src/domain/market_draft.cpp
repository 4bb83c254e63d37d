// The rules a market typed by hand must pass.
#include "clausier/domain/market_draft.hpp"

#include <set>

#include "clausier/core/text.hpp"
#include "derived_reference.hpp"
#include "value_faults.hpp"

namespace clausier::domain {
namespace {

// What a market must have whether its reference is known yet or not.
void check(ValueFaults& faults, const Market& m) {
    if (core::trim(m.object).empty()) faults.refuse("objet", "objet_absent", "écrivez l’objet du marché");
    faults.cpv("cpv", m.cpv);
    faults.duration("duree_mois", m.duration_months);
    faults.positive("besoin_estime", m.estimated_need);
}

void check(ValueFaults& faults, const Lot& lot) {
    faults.cpv("cpv", lot.cpv);
    faults.duration("duree_mois", lot.duration_months);
    faults.positive("montant", lot.amount);
    faults.positive("montant_min", lot.amount_min);
    faults.positive("montant_estime", lot.amount_estimated);
    faults.positive("montant_max", lot.amount_max);
    if (lot.amount_min && lot.amount_max && *lot.amount_min > *lot.amount_max)
        faults.refuse("montant_max", "bornes_inversees",
                      "le maximum est plus petit que le minimum ; corrigez l’un des deux");
    faults.share("part_mo", lot.labour_share);
    faults.share("taux", lot.effort);
    faults.positive("cout_horaire", lot.hourly_cost);
    faults.not_negative("heures", lot.hours);
}

}  // namespace

std::vector<core::Issue> faults(const Market& m) {
    ValueFaults out;
    check(out, m);
    if (core::trim(m.reference).empty()) out.refuse("marche", "reference_absente", "donnez-lui une référence");
    return std::move(out).take();
}

std::vector<core::Issue> faults(const Lot& lot) {
    ValueFaults out;
    check(out, lot);
    return std::move(out).take();
}

std::vector<core::Issue> faults(const MarketDraft& draft) {
    ValueFaults out;
    if (draft.buyer.empty()) out.refuse("acheteur", "acheteur_absent", "donnez le nom ou le SIRET de l’acheteur");
    check(out, draft.market);
    if (draft.lots.empty()) out.refuse("lots", "lots_absents", "ajoutez au moins un lot");
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < draft.lots.size(); ++i) {
        ValueFaults lot("lots." + std::to_string(i + 1) + ".");
        if (!numbers.insert(draft.lots[i].number).second)
            lot.refuse("lot", "lot_double", "deux lots portent ce numéro ; changez-en un");
        check(lot, draft.lots[i]);
        out.add(std::move(lot).take());
    }
    return std::move(out).take();
}

std::string derived_reference(const MarketDraft& draft, core::Date today) {
    TenderRecord record;
    record.buyer = draft.buyer;
    record.object = draft.market.object;
    const core::Date day = draft.market.notified_on.value_or(draft.market.consultation_on.value_or(today));
    return derived_reference(shared_content(record, static_cast<int>(day.year())));
}

}  // namespace clausier::domain
