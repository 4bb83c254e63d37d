// Studies a scenario: the hours of each lot, and whether they can be done.
#include "clausier/domain/enquiry_study.hpp"

#include <algorithm>

#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/feasibility.hpp"
#include "clausier/domain/lot_clauses.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view kNone = "none";
constexpr std::string_view kClause = "Clause sociale";
constexpr std::string_view kReserved = "Marché réservé";

// Whether what is due can be done; nothing is said of hours that the lot's figures cannot be compared with.
std::vector<core::Issue> warnings_of(const LotStudy& lot, const Purchase& purchase, const Reference& reference,
                                     core::Date on) {
    if (!lot.due || !lot.calculation.result) return {};
    AmountResult result = *lot.calculation.result;
    if (lot.choice.hours) {
        result.estimate.hours = *lot.due;
        result.estimate.raw = *lot.due;
    }
    std::optional<core::Fraction> months;
    if (purchase.duration_months && *purchase.duration_months > 0) months = core::Fraction(*purchase.duration_months);
    return feasibility(result, months, reference, on);
}

std::optional<core::Hours> due(const EnquiryLot& lot, const ScenarioLot& choice, const LotHours& calculation) {
    if (lot.abandoned || !is_clause(choice.clause_kind)) return std::nullopt;
    if (choice.hours) return choice.hours;
    if (!bears_hours(choice.clause_kind) || !calculation.result) return std::nullopt;
    return calculation.result->estimate.hours;
}

}  // namespace

bool is_clause(std::string_view clause_kind) {
    return !clause_kind.empty() && clause_kind != kNone && clause_kind != "not_filled";
}

bool has_clause(const LotStudy& lot) { return !lot.lot.abandoned && is_clause(lot.choice.clause_kind); }

bool bears_hours(std::string_view clause_kind) {
    const ClauseKind* kind = CodeLists::embedded().clause_kind(clause_kind);
    return kind && kind->hours;
}

bool has_criterion(std::string_view clause_kind) {
    const ClauseKind* kind = CodeLists::embedded().clause_kind(clause_kind);
    return kind && kind->criterion;
}

bool is_execution_condition(std::string_view clause_kind) {
    const ClauseKind* kind = CodeLists::embedded().clause_kind(clause_kind);
    return kind && std::any_of(kind->decp.begin(), kind->decp.end(),
                               [](const std::string& word) { return word == kClause || word == kReserved; });
}

std::vector<LotClause> clauses_of(std::string_view clause_kind, ClauseForm form) {
    if (clause_kind != kNone && !is_clause(clause_kind)) return {};
    const ClauseKind* kind = CodeLists::embedded().clause_kind(clause_kind);
    return {{std::string(clause_kind), kind && has_forms(*kind) ? form : ClauseForm::clause}};
}

LotFigures figures_of(const EnquiryLot& lot, const ScenarioLot& choice, const Purchase& purchase) {
    LotFigures out;
    out.number = lot.number;
    out.title = lot.title.empty() ? purchase.object : lot.title;
    out.trade = lot.trade;
    out.cpv = lot.cpv.empty() ? purchase.cpv : lot.cpv;
    out.amount = lot.estimate;
    out.maximum = lot.maximum;
    out.labour_share = choice.labour_share;
    out.effort = choice.effort;
    out.hourly_cost = choice.hourly_cost;
    return out;
}

ScenarioStudy study(const EnquirySheet& sheet, const Scenario& scenario, const Reference& reference, core::Date on) {
    std::vector<LotFigures> figures;
    for (const EnquiryLot& lot : sheet.lots)
        figures.push_back(figures_of(lot, scenario.choice(lot.id), sheet.enquiry.purchase));
    TenderHours tender = tender_hours(std::move(figures), scenario.hypotheses, reference, on);
    ScenarioStudy out;
    out.scenario = scenario;
    out.reference_digest = std::move(tender.reference_digest);
    for (std::size_t i = 0; i < sheet.lots.size(); ++i) {
        LotStudy lot{sheet.lots[i], scenario.choice(sheet.lots[i].id), std::move(tender.lots[i]), {}, {}};
        if (lot.lot.abandoned) {
            out.lots.push_back(std::move(lot));
            continue;
        }
        lot.due = due(lot.lot, lot.choice, lot.calculation);
        lot.warnings = warnings_of(lot, sheet.enquiry.purchase, reference, on);
        if (lot.due) out.hours += *lot.due;
        if (!lot.lot.abandoned) {
            ++out.counted;
            if (is_clause(lot.choice.clause_kind)) ++out.with_clause;
            if (lot.choice.clause_kind.empty()) ++out.undecided;
        }
        out.lots.push_back(std::move(lot));
    }
    out.total = equivalents(out.hours, reference, on);
    return out;
}

}  // namespace clausier::domain
