// What depends on dated thresholds: the band of an amount, and whether the social condition is mandatory.
#include <algorithm>

#include "clausier/domain/contract.hpp"
#include "clausier/domain/mandatory_condition.hpp"
#include "clausier/domain/market_condition.hpp"
#include "contract_words.hpp"

namespace clausier::domain {
namespace {

namespace flag = contract_flag;

using Bound = std::optional<core::Euros>;

// Nothing before the first day it is known for.
Bound dated(const Reference& reference, std::string_view key, core::Date day) {
    if (reference.find(key, day) == nullptr) return std::nullopt;
    return reference.euros(key, day).value;
}

// By the bounds that are known; those that are not leave in doubt only the amounts they could have parted.
Band between(core::Euros amount, const Bound& decp, const Bound& dispensation, const Bound& european) {
    if (decp && amount < *decp) return Band::below_decp;
    if (european && amount >= *european) return Band::european;
    if (!decp || !dispensation) return Band::unknown;
    if (amount < *dispensation) return Band::below_dispensation;
    return european ? Band::below_european : Band::unknown;
}

PurchaseType type_of(const Contract& contract) {
    if (contract.has(flag::concession)) return PurchaseType::concession;
    if (!contract.sector) return PurchaseType::unknown;
    if (*contract.sector == Sector::works) return PurchaseType::works;
    return *contract.sector == Sector::supplies ? PurchaseType::supplies : PurchaseType::services;
}

}  // namespace

std::string_view code(Band band) {
    static constexpr std::string_view codes[] = {"moins_40k", "40k_dispense", "dispense_ue", "ue", "inconnue"};
    return codes[static_cast<std::size_t>(band)];
}

std::string_view label(Band band) {
    static constexpr std::string_view labels[] = {
        "Sous le seuil de publication des données", "Du seuil de publication au seuil de dispense",
        "Du seuil de dispense au seuil européen", "Au seuil européen ou au-dessus",
        "Tranche à vérifier (donnée absente, ou seuil inconnu à cette date)"};
    return labels[static_cast<std::size_t>(band)];
}

const ContractRules::Bounds& ContractRules::bounds(core::Date day) {
    if (const auto known = bounds_.find(day); known != bounds_.end()) return known->second;
    const auto at = [&](std::string_view key) { return dated(reference_, key, day); };
    return bounds_
        .emplace(day, Bounds{at("threshold.decp"), at("threshold.dispensation"), at("threshold.dispensation_works"),
                             at("threshold.eu.other_supplies_services"), at("threshold.eu.works"),
                             at("threshold.eu.concessions"), at("threshold.eu.defence_supplies_services")})
        .first->second;
}

Band ContractRules::band(const Contract& contract) {
    if (!contract.amount || !contract.notified_on) return Band::unknown;
    const Bounds& at = bounds(*contract.notified_on);
    const auto as = [&](bool works) {
        Bound european = works ? at.works : contract.has(flag::defence) ? at.defence : at.supplies;
        if (contract.has(flag::concession)) european = at.concessions;
        return between(*contract.amount, at.decp, works ? at.dispensation_works : at.dispensation, european);
    };
    if (contract.sector) return as(*contract.sector == Sector::works);
    // Without a sector, only what no sector would judge otherwise.
    const Band supplies = as(false);
    return supplies == as(true) ? supplies : Band::unknown;
}

unsigned ContractRules::condition(const ContractSource& source, const Contract& contract) {
    if (contract.has(flag::defence)) return 0;
    if (!condition_since_) condition_since_ = reference_.history("date.social_condition").front()->day();
    const auto before = [&](const std::optional<core::Date>& day) { return day && *day < *condition_since_; };
    const auto& consultation = source.market.consultation_on;
    if (consultation ? before(consultation) : before(contract.notified_on)) return 0;
    const auto& need = source.market.estimated_need;
    if (!consultation || !need) return flag::condition_to_check;
    if (contract.notified_on && *consultation > *contract.notified_on) return flag::condition_to_check;
    Purchase purchase;
    purchase.cpv = source.market.cpv.empty() ? source.lot.cpv : source.market.cpv;
    purchase.type = type_of(contract);
    purchase.estimated_need = need;
    purchase.consultation_on = consultation;
    purchase.duration_months = source.market.duration_months;
    purchase.buyer_category = buyer_category_of(source.buyer_kind);
    const auto status = social_condition(purchase, purchase.type, reference_, *consultation).status;
    if (status == ConditionStatus::not_required) return 0;
    // As market_condition() does: a call-off's condition is its framework's, a reservation may come with a clause.
    const bool reserved =
        (contract.social & (consideration::reserved | consideration::clause)) == consideration::reserved;
    const bool doubtful =
        source.market.nature == nature::call_off || reserved || source.buyer_kind == OrganisationKind::concessionaire;
    return status == ConditionStatus::required && !doubtful ? flag::condition_required : flag::condition_to_check;
}

}  // namespace clausier::domain
