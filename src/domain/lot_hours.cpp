// Chooses each lot's hypotheses and computes its hours.
#include "clausier/domain/lot_hours.hpp"

#include "clausier/domain/code_lists.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view kUsualEffort = "effort_rate.usual";
constexpr std::string_view kAnyCost = "hourly_cost.all_branches";

template <class T>
Hypothesis<T> cited(const Cited<T>& value, const Reference& reference, core::Date on) {
    return {value.value, HypothesisSource::reference, value.key, reference.value(value.key, on).label, value.citation};
}

// The lot's own figure, else the user's; nothing when neither says.
template <class T>
std::optional<Hypothesis<T>> said(const std::optional<T>& lot, const std::optional<T>& option) {
    if (lot) return Hypothesis<T>{*lot, HypothesisSource::lot};
    if (option) return Hypothesis<T>{*option, HypothesisSource::option};
    return std::nullopt;
}

const Trade* trade_of(const LotFigures& lot) {
    const CodeLists& lists = CodeLists::embedded();
    if (!lot.trade.empty())
        if (const Trade* named = lists.trade(lot.trade)) return named;
    return lists.suggest_trade(lot.title, lot.cpv);
}

std::optional<core::Issue> obstacle(const LotFigures& lot, bool share_known) {
    if (lot.unreadable) return lot.unreadable;
    if (!lot.amount)
        return core::fault("montant_absent", "le montant manque ou ne se lit pas : aucune heure n’est calculée");
    if (!share_known)
        return core::fault("part_mo_absente",
                           "aucun métier n’est reconnu : donnez le métier du lot, ou sa part de main-d’œuvre");
    return std::nullopt;
}

LotHours lot_hours(LotFigures figures, const LotHypotheses& hypotheses, const Reference& reference, core::Date on) {
    LotHours lot;
    lot.figures = std::move(figures);
    const Trade* trade = trade_of(lot.figures);
    const auto share = said(lot.figures.labour_share, hypotheses.labour_share);
    const auto cost = said(lot.figures.hourly_cost, hypotheses.hourly_cost);
    lot.effort =
        said(lot.figures.effort, hypotheses.effort).value_or(cited(reference.rate(kUsualEffort, on), reference, on));
    if (trade && (!share || !cost)) lot.trade = trade->label;
    lot.hourly_cost =
        cost ? *cost
             : cited(reference.euros(trade ? std::string_view(trade->hourly_cost_key) : kAnyCost, on), reference, on);
    lot.issue = obstacle(lot.figures, share.has_value() || trade);
    if (lot.issue) return lot;
    lot.labour_share = share ? *share : cited(reference.rate(trade->labour_share_key, on), reference, on);
    AmountInput in{lot.figures.amount, lot.labour_share.value, lot.effort.value, lot.hourly_cost.value, {},
                   hypotheses.rounding};
    try {
        lot.result = calculate_amount(in, reference, on);
    } catch (const core::Error& error) {
        lot.issue = error.issues().front();
    }
    return lot;
}

// What the user says for every lot must be possible: a fault of his, not of a lot.
void check(const LotHypotheses& hypotheses) {
    const auto check_rate = [](const std::optional<core::Rate>& rate, std::string_view where) {
        if (!rate) return;
        require_positive(*rate, where);
        if (*rate > core::Rate::whole(1))
            throw core::Error(core::ErrorKind::invalid, where, "un pourcentage ne dépasse pas 100 ; corrigez-le");
    };
    check_rate(hypotheses.labour_share, "option --part-mo");
    check_rate(hypotheses.effort, "option --taux");
    if (hypotheses.hourly_cost) require_positive(*hypotheses.hourly_cost, "option --cout-horaire");
}

}  // namespace

std::string_view hypothesis_source_name(HypothesisSource source) {
    switch (source) {
        case HypothesisSource::lot:
            return "le lot";
        case HypothesisSource::option:
            return "l’option";
        case HypothesisSource::reference:
            break;
    }
    return "la valeur de référence";
}

std::optional<core::Issue> hours_obstacle(const LotFigures& lot, const LotHypotheses& hypotheses) {
    return obstacle(lot, lot.labour_share || hypotheses.labour_share || trade_of(lot));
}

TenderHours tender_hours(std::vector<LotFigures> lots, const LotHypotheses& hypotheses, const Reference& reference,
                         core::Date on) {
    check(hypotheses);
    TenderHours out;
    out.reference_digest = reference.digest();
    for (LotFigures& figures : lots) {
        LotHours lot = lot_hours(std::move(figures), hypotheses, reference, on);
        if (lot.result) {
            ++out.computed;
            out.amount += lot.result->amount;
            out.hours += lot.result->estimate.hours;
        }
        out.lots.push_back(std::move(lot));
    }
    return out;
}

}  // namespace clausier::domain
