// Makes a market of a dossier: nothing is typed twice.
#include "clausier/domain/enquiry_award.hpp"

#include <fmt/format.h>

#include "clausier/core/text.hpp"
#include "clausier/domain/social_state.hpp"

namespace clausier::domain {
namespace {

template <class T>
std::optional<T> unless_reference(const Hypothesis<T>& hypothesis) {
    return hypothesis.source == HypothesisSource::reference ? std::nullopt : std::optional(hypothesis.value);
}

std::string section_of(PurchaseType type) {
    switch (type) {
        case PurchaseType::works:
        case PurchaseType::supplies:
        case PurchaseType::services:
            return std::string(label(type));
        case PurchaseType::unknown:
        case PurchaseType::concession:
            break;
    }
    return "";
}

const Offer* kept_offer(const EnquirySheet& sheet, Id<EnquiryLot> lot) {
    for (const Offer& offer : sheet.offers)
        if (offer.lot == lot && offer.kept) return &offer;
    return nullptr;
}

std::optional<core::Hours> binding(const LotStudy& study, const Offer& offer) {
    if (!is_clause(study.choice.clause_kind)) return std::nullopt;
    if (!study.due && !offer.hours) return std::nullopt;
    return binding_hours(study.due.value_or(core::Hours()), offer.hours);
}

// Without a kept offer, a lot without clause goes into the market all the same.
bool goes_into_market(const LotStudy& study, const Offer* offer) {
    return !study.lot.abandoned && (offer || study.choice.clause_kind == "none");
}

std::vector<LotClause> clauses_of(const LotStudy& study, const ClauseForms& forms) {
    const auto said = forms.find(study.lot.id);
    return domain::clauses_of(study.choice.clause_kind, said == forms.end() ? ClauseForm::clause : said->second);
}

Lot lot_of(const LotStudy& study, const Offer* offer, const Purchase& purchase) {
    Lot lot;
    lot.number = study.lot.number;
    lot.title = study.lot.title;
    lot.section = section_of(purchase.type);
    lot.cpv = study.lot.cpv;
    lot.trade = study.lot.trade;
    if (offer) lot.amount = offer->amount;
    (study.lot.maximum ? lot.amount_max : lot.amount_estimated) = study.lot.estimate;
    if (offer) lot.hours = binding(study, *offer);
    lot.labour_share = study.choice.labour_share;
    lot.effort = study.choice.effort;
    lot.hourly_cost = study.choice.hourly_cost;
    if (study.calculation.result && is_clause(study.choice.clause_kind)) {
        lot.labour_share = unless_reference(study.calculation.labour_share);
        lot.effort = unless_reference(study.calculation.effort);
        lot.hourly_cost = unless_reference(study.calculation.hourly_cost);
    }
    return lot;
}

// Those of all the lots; none only when every lot that says something says none.
std::optional<std::string> considerations_of(const std::vector<Lot>& lots) {
    std::string words;
    bool said = false;
    for (const Lot& lot : lots) {
        said = said || lot.considerations;
        if (social_state_of(lot.considerations) == SocialState::some) words += *lot.considerations + ", ";
    }
    if (!said) return std::nullopt;
    return words.empty() ? no_social_consideration() : parse_social_considerations(words).value();
}

Market market_of(const Purchase& purchase) {
    Market market;
    market.object = purchase.object;
    market.cpv = purchase.cpv;
    market.place_code = purchase.department;
    if (!purchase.department.empty()) market.place_type = "Code département";
    market.consultation_on = purchase.consultation_on;
    market.estimated_need = purchase.estimated_need;
    market.duration_months = purchase.duration_months;
    return market;
}

}  // namespace

std::vector<std::size_t> lots_to_form(const EnquirySheet& sheet, const ScenarioStudy& study) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < study.lots.size(); ++i) {
        const LotStudy& lot = study.lots[i];
        const ClauseKind* kind = CodeLists::embedded().clause_kind(lot.choice.clause_kind);
        if (kind && has_forms(*kind) && goes_into_market(lot, kept_offer(sheet, lot.lot.id))) out.push_back(i);
    }
    return out;
}

std::vector<core::Issue> unsaid_forms(const EnquirySheet& sheet, const ScenarioStudy& study, const ClauseForms& forms) {
    std::vector<core::Issue> out;
    for (const std::size_t i : lots_to_form(sheet, study)) {
        const LotStudy& lot = study.lots[i];
        if (forms.contains(lot.lot.id)) continue;
        const std::string& label = CodeLists::embedded().clause_kind(lot.choice.clause_kind)->label;
        out.push_back({core::Severity::error, "clause_forme", fmt::format("lots.{}.forme", i + 1),
                       fmt::format("«\u00a0{}\u00a0» du lot {} peut être une condition d’exécution, un critère ou les "
                                   "deux\u00a0; dites ce qu’elle est dans le marché",
                                   label, lot.lot.number.empty() ? std::to_string(i + 1) : lot.lot.number)});
    }
    return out;
}

AwardedMarket awarded_market(const EnquirySheet& sheet, const ScenarioStudy& study, SummaryRules rules,
                             const ClauseForms& forms) {
    rules.concession = sheet.enquiry.purchase.type == PurchaseType::concession;
    AwardedMarket out;
    out.draft.buyer = {sheet.buyer.identifier, sheet.buyer.name};
    out.draft.buyer_kind = sheet.buyer.kind;
    out.draft.market = market_of(sheet.enquiry.purchase);
    for (const LotStudy& lot : study.lots) {
        const Offer* offer = kept_offer(sheet, lot.lot.id);
        if (!goes_into_market(lot, offer)) continue;
        out.draft.lots.push_back(lot_of(lot, offer, sheet.enquiry.purchase));
        out.clauses.push_back(clauses_of(lot, forms));
        out.draft.lots.back().considerations = summary_of(out.clauses.back(), rules);
        out.offers.push_back(offer ? std::optional(*offer) : std::nullopt);
        out.studies.push_back(lot);
    }
    out.draft.market.considerations = considerations_of(out.draft.lots);
    return out;
}

}  // namespace clausier::domain
