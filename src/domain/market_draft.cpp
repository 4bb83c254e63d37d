// The rules a market typed by hand must pass.
#include "clausier/domain/market_draft.hpp"

#include <set>

#include "clausier/core/text.hpp"
#include "derived_reference.hpp"

namespace clausier::domain {
namespace {

using Issues = std::vector<core::Issue>;

void refuse(Issues& issues, std::string where, std::string_view code, std::string_view text) {
    issues.push_back({core::Severity::error, std::string(code), std::move(where), std::string(text)});
}

template <class Unit>
void positive(Issues& issues, const char* where, const std::optional<core::Quantity<Unit>>& value) {
    if (value && value->parts() <= 0)
        refuse(issues, where, "valeur_non_positive", "la valeur doit être plus grande que 0 ; corrigez-la ou videz-la");
}

void share(Issues& issues, const char* where, const std::optional<core::Rate>& value) {
    positive(issues, where, value);
    if (value && *value > core::Rate::whole(1))
        refuse(issues, where, "taux_impossible", "un pourcentage ne dépasse pas 100 ; corrigez-le");
}

void cpv(Issues& issues, const std::string& code) {
    if (code.empty()) return;
    const auto read = core::Cpv::parse(code);
    if (!read || read->cpv.text() != code)
        refuse(issues, "cpv", "cpv_format", "un code CPV a 8 chiffres, par exemple 45214200 ; corrigez-le ou videz-le");
}

void duration(Issues& issues, const std::optional<std::int64_t>& months) {
    constexpr std::int64_t longest = 1200;
    if (months && (*months < 0 || *months > longest))
        refuse(issues, "duree_mois", "duree", "la durée est un nombre de mois, de 0 à 1 200 ; corrigez-la");
}

// What a market must have whether its reference is known yet or not.
Issues common_faults(const Market& m) {
    Issues issues;
    if (core::trim(m.object).empty()) refuse(issues, "objet", "objet_absent", "écrivez l’objet du marché");
    cpv(issues, m.cpv);
    duration(issues, m.duration_months);
    positive(issues, "besoin_estime", m.estimated_need);
    return issues;
}

}  // namespace

Issues faults(const Market& m) {
    Issues issues = common_faults(m);
    if (core::trim(m.reference).empty()) refuse(issues, "marche", "reference_absente", "donnez-lui une référence");
    return issues;
}

Issues faults(const Lot& lot) {
    Issues issues;
    cpv(issues, lot.cpv);
    duration(issues, lot.duration_months);
    positive(issues, "montant", lot.amount);
    positive(issues, "montant_min", lot.amount_min);
    positive(issues, "montant_estime", lot.amount_estimated);
    positive(issues, "montant_max", lot.amount_max);
    if (lot.amount_min && lot.amount_max && *lot.amount_min > *lot.amount_max)
        refuse(issues, "montant_max", "bornes_inversees",
               "le maximum est plus petit que le minimum ; corrigez l’un des deux");
    share(issues, "part_mo", lot.labour_share);
    share(issues, "taux", lot.effort);
    positive(issues, "cout_horaire", lot.hourly_cost);
    if (lot.hours && lot.hours->parts() < 0)
        refuse(issues, "heures", "valeur_negative", "la valeur ne peut pas être négative ; corrigez-la");
    return issues;
}

Issues faults(const MarketDraft& draft) {
    Issues issues;
    if (draft.buyer.empty()) refuse(issues, "acheteur", "acheteur_absent", "donnez le nom ou le SIRET de l’acheteur");
    for (core::Issue& issue : common_faults(draft.market)) issues.push_back(std::move(issue));
    if (draft.lots.empty()) refuse(issues, "lots", "lots_absents", "ajoutez au moins un lot");
    std::set<std::string> numbers;
    for (std::size_t i = 0; i < draft.lots.size(); ++i) {
        const std::string place = "lots." + std::to_string(i + 1) + ".";
        if (!numbers.insert(draft.lots[i].number).second)
            refuse(issues, place + "lot", "lot_double", "deux lots portent ce numéro ; changez-en un");
        for (core::Issue& issue : faults(draft.lots[i])) {
            issue.where = place + issue.where;
            issues.push_back(std::move(issue));
        }
    }
    return issues;
}

std::string derived_reference(const MarketDraft& draft, core::Date today) {
    TenderRecord record;
    record.buyer = draft.buyer;
    record.object = draft.market.object;
    const core::Date day = draft.market.notified_on.value_or(draft.market.consultation_on.value_or(today));
    return derived_reference(shared_content(record, static_cast<int>(day.year())));
}

}  // namespace clausier::domain
