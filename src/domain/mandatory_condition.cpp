// Judges a purchase by the date of its consultation, then by the thresholds it may be under.
#include "clausier/domain/mandatory_condition.hpp"

#include <algorithm>

#include "adviser_parts.hpp"
#include "clausier/core/french.hpp"
#include "clausier/domain/sector.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;
using core::Date;

core::Issue missing(std::string_view field, std::string_view text) {
    core::Issue issue = core::warning("donnee_manquante", std::string(text));
    issue.where = field;
    return issue;
}

// A condition being judged, its sentences written for the day of the question.
class Judgement {
public:
    Judgement(const Reference& reference, Date today) : reference_(reference), today_(today) {}
    void say(std::string_view key) { out.statements.push_back(legal_statement(key, reference_, today_)); }
    void except(std::string_view key, bool apparent = false, std::string why = {}) {
        out.exceptions.push_back({legal_statement(key, reference_, today_), apparent, std::move(why)});
    }
    MandatoryCondition done(ConditionStatus status, std::string why = {}) {
        out.status = status;
        if (!why.empty()) out.why.push_back(std::move(why));
        return std::move(out);
    }
    MandatoryCondition out;

private:
    const Reference& reference_;
    Date today_;
};

// Those of supplies and services, by the category of the buyer; all three when it is not known.
std::vector<std::string_view> supply_keys(BuyerCategory category) {
    constexpr std::string_view central = "threshold.eu.central_supplies_services";
    constexpr std::string_view authority = "threshold.eu.other_supplies_services";
    constexpr std::string_view entity = "threshold.eu.entities_supplies_services";
    switch (category) {
        case BuyerCategory::central:
            return {central};
        case BuyerCategory::authority:
            return {authority};
        case BuyerCategory::entity:
            return {entity};
        case BuyerCategory::unknown:
            break;
    }
    return {central, authority, entity};
}

// Every threshold the purchase may be under, for what is known of it.
std::vector<UsedThreshold> thresholds(const Purchase& purchase, PurchaseType type, const Reference& reference,
                                      Date day) {
    std::vector<std::string_view> keys;
    const bool any = type == PurchaseType::unknown;
    if (any || type == PurchaseType::supplies || type == PurchaseType::services)
        keys = supply_keys(purchase.buyer_category);
    if ((any || type == PurchaseType::services) && !scope_of("reserved_ess", purchase.cpv).empty())
        keys.push_back("threshold.eu.social_services");
    if (any || type == PurchaseType::works) keys.push_back("threshold.eu.works");
    if (any || type == PurchaseType::concession) keys.push_back("threshold.eu.concessions");
    std::vector<UsedThreshold> out;
    for (const std::string_view key : keys) out.push_back({reference.value(key, day).label, reference.euros(key, day)});
    return out;
}

std::string compared(core::Euros need, const UsedThreshold& threshold) {
    return "Besoin estimé de " + french::euros(need) +
           (need < threshold.amount.value ? ", sous le seuil de " : ", au moins égal au seuil de ") +
           french::euros(threshold.amount.value) + " (" + threshold.label + ").";
}

void add_exceptions(Judgement& judgement, const Purchase& purchase, PurchaseType type, const Reference& reference,
                    Date today) {
    if (type == PurchaseType::concession) {
        judgement.except("concession.exception.link");
        judgement.except("concession.exception.competition");
        return;
    }
    if (type == PurchaseType::works) {
        const auto bound = reference.count("exception.works_months", today).value;
        if (!purchase.duration_months)
            judgement.except("condition.exception.short_works", false, "La durée des travaux n’est pas donnée.");
        else if (*purchase.duration_months < bound)
            judgement.except("condition.exception.short_works", true,
                             "Les travaux durent " + french::number(*purchase.duration_months, 1) + "\u00a0mois.");
    }
    judgement.except("condition.exception.available");
    judgement.except("condition.exception.link");
    judgement.except("condition.exception.competition");
}

// The answer when the date and the need are known and the law is in force.
MandatoryCondition compare(Judgement judgement, const Purchase& purchase, PurchaseType type, const Reference& reference,
                           Date day, Date today) {
    MandatoryCondition& out = judgement.out;
    const core::Euros need = *purchase.estimated_need;
    out.thresholds = thresholds(purchase, type, reference, day);
    const auto reached = std::count_if(out.thresholds.begin(), out.thresholds.end(),
                                       [&](const UsedThreshold& one) { return need >= one.amount.value; });
    for (const UsedThreshold& one : out.thresholds) out.why.push_back(compared(need, one));
    judgement.say("condition.social.need");
    if (reached == 0) return judgement.done(ConditionStatus::not_required);
    judgement.say("condition.not_only_hours");
    judgement.say("condition.motivate");
    add_exceptions(judgement, purchase, type, reference, today);
    if (reached == std::ssize(out.thresholds)) return judgement.done(ConditionStatus::required);
    if (type == PurchaseType::unknown)
        out.missing.push_back(missing("type", "donnez le type d’achat ou un code CPV, dont le seuil dépend"));
    if (purchase.buyer_category == BuyerCategory::unknown && type != PurchaseType::works)
        out.missing.push_back(missing("categorie", "donnez la catégorie de l’acheteur, dont le seuil dépend"));
    return judgement.done(ConditionStatus::to_check, "Les seuils possibles ne donnent pas la même réponse.");
}

// What it would be for a consultation begun today, when only the day is missing; "" when that does not settle it.
std::string were_it_today(const Judgement& judgement, const Purchase& purchase, PurchaseType type,
                          const Reference& reference, Date today) {
    const ConditionStatus status = compare(judgement, purchase, type, reference, today, today).status;
    if (status == ConditionStatus::to_check) return {};
    return "Pour une consultation lancée aujourd’hui, elle serait " + std::string(label(status)) + ".";
}

}  // namespace

std::string_view code(ConditionStatus status) {
    static constexpr std::string_view codes[] = {"requise", "non_requise", "exclue", "a_verifier"};
    return codes[static_cast<std::size_t>(status)];
}

std::string_view label(ConditionStatus status) {
    static constexpr std::string_view labels[] = {"requise", "non requise", "exclue (défense ou sécurité)",
                                                  "à vérifier"};
    return labels[static_cast<std::size_t>(status)];
}

PurchaseType type_of(const Purchase& purchase) {
    if (purchase.type != PurchaseType::unknown) return purchase.type;
    const auto sector = sector_of("", purchase.cpv);
    if (!sector) return PurchaseType::unknown;
    if (*sector == Sector::works) return PurchaseType::works;
    return *sector == Sector::supplies ? PurchaseType::supplies : PurchaseType::services;
}

MandatoryCondition social_condition(const Purchase& purchase, PurchaseType type, const Reference& reference,
                                    Date today) {
    Judgement judgement(reference, today);
    if (purchase.defence) {
        judgement.say("condition.defence");
        return judgement.done(ConditionStatus::excluded, "L’achat relève de la défense ou de la sécurité.");
    }
    const Date since = reference.date("date.social_condition", today).value;
    judgement.say("condition.social");
    judgement.say("condition.social.since");
    if (type == PurchaseType::concession) judgement.say("condition.concession");
    if (!scope_of("reserved_ess", purchase.cpv).empty()) judgement.say("condition.social_services");
    if (purchase.consultation_on && *purchase.consultation_on < since)
        return judgement.done(ConditionStatus::not_required, "La consultation du " +
                                                                 french::date(*purchase.consultation_on) +
                                                                 " précède le " + french::date(since) + ".");
    if (purchase.consultation_on && purchase.estimated_need)
        return compare(std::move(judgement), purchase, type, reference, *purchase.consultation_on, today);
    if (!purchase.consultation_on) {
        if (purchase.estimated_need && today >= since)
            if (std::string answer = were_it_today(judgement, purchase, type, reference, today); !answer.empty())
                judgement.out.why.push_back(std::move(answer));
        judgement.out.missing.push_back(
            missing("date_consultation", "donnez la date de consultation, dont la condition dépend"));
    }
    if (!purchase.estimated_need)
        judgement.out.missing.push_back(
            missing("besoin_estime", "donnez la valeur estimée du besoin, tous lots, à comparer au seuil"));
    return judgement.done(ConditionStatus::to_check);
}

MandatoryCondition environmental_condition(const Purchase& purchase, const Reference& reference, Date today) {
    Judgement judgement(reference, today);
    if (purchase.defence) {
        judgement.say("condition.defence");
        return judgement.done(ConditionStatus::excluded, "L’achat relève de la défense ou de la sécurité.");
    }
    judgement.say("condition.environmental");
    judgement.say("condition.environmental.criterion");
    judgement.say("condition.environmental.since");
    judgement.say("condition.environmental.no_threshold");
    if (!purchase.consultation_on) {
        judgement.out.missing.push_back(
            missing("date_consultation", "donnez la date de consultation, dont la condition dépend"));
        return judgement.done(ConditionStatus::to_check);
    }
    const ReferenceValue& value = reference.value("date.environmental_condition", today);
    const auto bound = [&](const std::optional<std::int64_t>& parts) {
        return Date(std::chrono::sys_days(std::chrono::days(parts.value_or(value.parts))));
    };
    const std::string day = "La consultation du " + french::date(*purchase.consultation_on);
    if (*purchase.consultation_on < bound(value.min))
        return judgement.done(ConditionStatus::not_required,
                              day + " précède le " + french::date(bound(value.min)) + ".");
    if (*purchase.consultation_on < bound(value.max))
        return judgement.done(ConditionStatus::to_check, day + " tombe entre les deux dates que donnent les sources.");
    return judgement.done(ConditionStatus::required,
                          day + " ne précède aucune des deux dates que donnent les sources.");
}

}  // namespace clausier::domain
