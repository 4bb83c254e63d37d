// Where a market stands towards the mandatory social condition (L2112-2-1): what is missing is to be checked, never
// held against the buyer.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/domain/mandatory_condition.hpp"
#include "clausier/domain/market_list.hpp"

namespace clausier::domain {

enum class ConditionState { conforming, without, exception, to_check, not_subject, excluded };
inline constexpr std::array all_condition_states = {ConditionState::conforming,  ConditionState::without,
                                                    ConditionState::exception,   ConditionState::to_check,
                                                    ConditionState::not_subject, ConditionState::excluded};
// "conforme", "sans_condition", "exception", "a_verifier", "non_soumis", "exclu".
std::string_view code(ConditionState state);
// « avec condition sociale », « sans condition sociale », « exception motivée », « à vérifier », « non soumis », «
// exclu (défense ou sécurité) ».
std::string_view label(ConditionState state);
std::optional<ConditionState> condition_state(std::string_view code);
// Those that the law binds: conforming, without, exception.
bool is_subject(ConditionState state);

// Why a buyer does without the condition: the key of a legal statement, and its motive in words.
struct RecordedException {
    std::string statement;
    std::string motive;
    bool operator==(const RecordedException&) const = default;
};

struct MarketCondition {
    ConditionState state = ConditionState::to_check;
    PurchaseType type = PurchaseType::unknown;
    std::vector<std::string> why;      // sentences, the one that settles it first
    MandatoryCondition law;            // what the purchase is bound to, whatever the market says
    std::vector<core::Issue> missing;  // fields that would settle it
    std::int64_t lots = 0;
    std::int64_t lots_with_condition = 0;
};

// Where the kind of organisation makes it certain: social landlords; a public buyer may be the State.
BuyerCategory buyer_category_of(OrganisationKind kind);

// What the law looks at in a market: its type from its nature, its CPV, else the one sector of its lots; the category
// of its buyer.
Purchase purchase_of(const Market& market, const Organisation& buyer, const std::vector<Lot>& lots);

// The considerations of each lot are the summary of its detailed clauses where it has some; a lot that says nothing
// stands as its market says.
MarketCondition market_condition(const MarketSheet& sheet, const std::optional<RecordedException>& exception,
                                 const Reference& reference, core::Date today);

// The legal statements of the cases in which a market of that type may do without the condition, by key; all those of
// markets when the type is not known.
std::vector<std::string> condition_exception_keys(PurchaseType type);
// "motif" (a key that is none of those), "texte" (empty, or over 2 000 characters).
std::vector<core::Issue> faults(const RecordedException& exception, PurchaseType type);

// An exception as it was recorded.
struct KeptException {
    RecordedException exception;
    core::Instant at{};
    std::string actor;
};

// One market: its condition of today, and the exception recorded for it.
struct MarketConditionSheet {
    MarketSheet sheet;  // the considerations of its lots are those of their detailed clauses where there are some
    std::optional<KeptException> exception;
    MarketCondition condition;
};

// How many markets, and lots of them, are in each state.
struct ConditionCount {
    std::int64_t markets = 0;
    std::int64_t lots = 0;
};
struct ConditionCounts {
    std::array<ConditionCount, all_condition_states.size()> by_state{};
    [[nodiscard]] const ConditionCount& of(ConditionState state) const {
        return by_state.at(static_cast<std::size_t>(state));
    }
    // Those that the law binds: the denominator of S9.
    [[nodiscard]] ConditionCount subject() const;
};

struct ConditionLine {
    Market market;
    std::string buyer;
    MarketCondition condition;
    std::optional<RecordedException> exception;
};
struct ConditionPage {
    std::vector<ConditionLine> lines;
    std::int64_t total = 0;  // of the states asked for
    ConditionCounts counts;  // of the scope, whatever the states
};

}  // namespace clausier::domain
