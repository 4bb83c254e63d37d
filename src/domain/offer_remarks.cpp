// Compares an offer with its lot, the other offers and the grid.
#include "clausier/domain/offer_remarks.hpp"

#include <fmt/format.h>

#include "clausier/core/french.hpp"
#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

namespace french = core::french;

// An amount so far from the estimate is more often a slip than an offer.
constexpr std::int64_t kAbsurd = 10;

const LotStudy* study_of(const ScenarioStudy* study, Id<EnquiryLot> lot) {
    if (study)
        for (const LotStudy& one : study->lots)
            if (one.lot.id == lot) return &one;
    return nullptr;
}

core::Issue warning(std::string code, std::string where, std::string text) {
    return {core::Severity::warning, std::move(code), std::move(where), std::move(text)};
}

bool same_company(const Offer& one, const Offer& other) {
    if (!one.identifier.empty() && !other.identifier.empty()) return one.identifier.text == other.identifier.text;
    return core::fold(one.company) == core::fold(other.company);
}

bool stands_twice(const EnquirySheet& sheet, const Offer& offer) {
    for (const Offer& other : sheet.offers)
        if (other.id != offer.id && other.lot == offer.lot && same_company(offer, other)) return true;
    return false;
}

void remark_amount(std::vector<core::Issue>& out, const EnquirySheet& sheet, const Offer& offer) {
    for (const EnquiryLot& lot : sheet.lots)
        if (lot.id == offer.lot && lot.estimate && offer.amount &&
            core::Fraction(*offer.amount) > core::Fraction(*lot.estimate) * core::Fraction(kAbsurd))
            out.push_back(warning("montant_demesure", "montant",
                                  fmt::format("{}, plus de dix fois l’estimation du lot, {}\u00a0; vérifiez-le",
                                              french::euros(*offer.amount), french::euros(*lot.estimate))));
}

void remark_marks(std::vector<core::Issue>& out, const MarkingGrid& grid, const Offer& offer) {
    for (std::size_t i = 0; i < grid.criteria.size(); ++i)
        for (const Mark& mark : offer.marks)
            if (mark.criterion == grid.criteria[i].id && core::trim(mark.justification).empty())
                out.push_back(warning("note_sans_justification", fmt::format("notes.{}.justification", i + 1),
                                      fmt::format("la note «\u00a0{}\u00a0» n’est pas justifiée\u00a0; écrivez "
                                                  "pourquoi",
                                                  grid.criteria[i].label)));
}

}  // namespace

bool below_minimum(const std::optional<core::Hours>& due, const Offer& offer) {
    return due && offer.hours && *offer.hours < *due;
}

core::Issue below_minimum_issue(core::Hours due) {
    return warning(
        "offre_sous_minimum", "heures",
        fmt::format("moins que le minimum de {}\u00a0: à faire régulariser, ou offre irrégulière", french::hours(due)));
}

std::vector<core::Issue> offer_remarks(const EnquirySheet& sheet, const ScenarioStudy* study, const Offer& offer) {
    std::vector<core::Issue> out;
    const LotStudy* lot = study_of(study, offer.lot);
    if (lot && below_minimum(lot->due, offer)) out.push_back(below_minimum_issue(*lot->due));
    remark_amount(out, sheet, offer);
    if (stands_twice(sheet, offer))
        out.push_back(warning("entreprise_double", "entreprise",
                              "cette entreprise a une autre offre sur ce lot\u00a0; retirez celle qui ne compte pas"));
    remark_marks(out, sheet.grid, offer);
    return out;
}

std::vector<core::Issue> kept_below_minimum(const EnquirySheet& sheet, const ScenarioStudy& study) {
    std::vector<core::Issue> out;
    for (std::size_t i = 0; i < study.lots.size(); ++i)
        for (const Offer& offer : sheet.offers) {
            const LotStudy& lot = study.lots[i];
            if (!offer.kept || offer.lot != lot.lot.id || !below_minimum(lot.due, offer)) continue;
            core::Issue issue = below_minimum_issue(*lot.due);
            issue.severity = core::Severity::error;
            issue.where = fmt::format("lots.{}.offre_retenue", i + 1);
            issue.text = fmt::format("{}\u00a0: {}", offer.company, issue.text);
            out.push_back(std::move(issue));
        }
    return out;
}

}  // namespace clausier::domain
