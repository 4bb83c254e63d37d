// Insertion hours of the lots of a tender: each lot's own figures first, then what the user says, then reference
// values.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/calculation_amount.hpp"

namespace clausier::domain {

// What is known of one lot. Texts may be empty.
struct LotFigures {
    std::string buyer;
    std::string market;
    std::string number;
    std::string title;
    std::string trade;  // a trade's key, label or alias, when the file says one
    std::string cpv;
    std::optional<core::Euros> amount;
    // The amount is the estimated maximum of a framework agreement: its hours are an indication, never a commitment.
    bool maximum = false;
    std::optional<core::Rate> labour_share;
    std::optional<core::Rate> effort;
    std::optional<core::Euros> hourly_cost;
    // One of its figures was given and cannot be read: the lot has no hours, for that reason.
    std::optional<core::Issue> unreadable{};
};

// Where a hypothesis of a lot comes from.
enum class HypothesisSource { lot, option, reference };
// "le lot", "l’option" or "la valeur de référence".
std::string_view hypothesis_source_name(HypothesisSource source);

// One hypothesis and where it comes from; `key`, `label` and `citation` are filled when it is a reference value.
template <class T>
struct Hypothesis {
    T value{};
    HypothesisSource source = HypothesisSource::lot;
    std::string key{};
    std::string label{};
    Citation citation{};
};

// The figures for lots that have none, and how hours are rounded.
struct LotHypotheses {
    std::optional<core::Rate> labour_share;
    std::optional<core::Rate> effort;
    std::optional<core::Euros> hourly_cost;
    HourRounding rounding;
};

// The hours of one lot, or why there are none (`issue`: the amount is missing or not positive, nothing tells the labour
// share…). `trade` is the label of the trade that was used for reference values, empty when none was.
struct LotHours {
    LotFigures figures;
    Hypothesis<core::Rate> labour_share;
    Hypothesis<core::Rate> effort;
    Hypothesis<core::Euros> hourly_cost;
    std::string trade;
    std::optional<AmountResult> result;
    std::optional<core::Issue> issue;
};

// All the lots of a tender and their totals; amounts and hours are those of the lots that could be computed.
struct TenderHours {
    std::vector<LotHours> lots;
    std::size_t computed = 0;
    core::Euros amount;
    core::Hours hours;
    std::string reference_digest;
};

// Why no reference value would give the lot hours: its amount or its labour share is not known. Nothing when they can
// be computed.
std::optional<core::Issue> hours_obstacle(const LotFigures& lot, const LotHypotheses& hypotheses);

// The hours of each lot by F1. A figure of the lot wins over the hypothesis of the user, which wins over the reference
// value of the lot's trade (found from its trade, title or CPV); what comes from a reference is shown as such. Never
// throws for one lot: it is listed with its issue. Throws Error(invalid) when a hypothesis of the user's is impossible.
TenderHours tender_hours(std::vector<LotFigures> lots, const LotHypotheses& hypotheses, const Reference& reference,
                         core::Date on);

}  // namespace clausier::domain
