// Indicators of responsible purchasing: what each counts, and the figures of a set of contracts, every rate with its
// denominators.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/quantity.hpp"
#include "clausier/domain/contract.hpp"
#include "clausier/domain/structure.hpp"

namespace clausier::domain {

// A row of data/codes/indicators.csv.
struct IndicatorInfo {
    std::string code;         // "S1"
    std::string family;       // social, inclusif, execution, environnement, economique, officiel
    std::string label;        // « Part des contrats avec au moins une considération sociale »
    std::string unit;         // contrats, heures, personnes, offres, depenses
    std::string numerator;    // in words
    std::string denominator;  // in words
    std::string source;
    bool verified = false;
    std::string note;
};
const std::vector<IndicatorInfo>& indicators();
// nullptr when there is none of that code; compared without case.
const IndicatorInfo* indicator_info(std::string_view code);

// Whether its numerator is contracts counted among all, so that they can be listed and crossed.
bool counts_contracts(const IndicatorInfo& info);

enum class AmountRule { initial, amended };
enum class ShareRule { whole, per_holder };  // an amount counts whole, or is divided by the number of holders
enum class FrameworkRule { frameworks, call_offs, both };  // which of frameworks and their call-offs count
enum class ApprovalRule { at_notification, today };  // approved when notified, or deemed so when listed today (O3)

struct IndicatorOptions {
    AmountRule amount = AmountRule::initial;
    ShareRule share = ShareRule::whole;
    FrameworkRule framework = FrameworkRule::frameworks;
    ApprovalRule approval = ApprovalRule::at_notification;
    bool subcontractors = false;  // inclusive purchases through subcontractors and co-contractors too
    bool concessions = false;     // with the contracts; else counted apart
    bool operator==(const IndicatorOptions&) const = default;
};

// Numbers of contracts and sums of their amounts (aberrant and absent amounts in numbers only).
struct Counted {
    std::int64_t contracts = 0;
    std::int64_t without_amount = 0;  // of them
    core::Euros amount;
    void add(const std::optional<core::Euros>& one);
    bool operator==(const Counted&) const = default;
};

// Of a part in a whole, rounded to the nearest 1/10 000; absent when the whole is 0.
std::optional<core::Rate> rate_of(std::int64_t part, std::int64_t whole);

// A figure: either rates of `part` on `all` and on `filled`, or a `value` in the indicator's unit (hours, offers
// ×100…), or `unavailable`, which says in French why there is none.
struct IndicatorValue {
    std::string code;
    Counted part;
    Counted filled;
    Counted all;
    std::int64_t structures = 0;  // distinct, of inclusive purchases
    std::optional<core::Fraction> value;
    std::string unavailable;
    std::string note;

    // part ÷ all, part ÷ filled, filled ÷ all; absent when the denominator is 0. Rounded to nearest 1/10 000.
    [[nodiscard]] std::optional<core::Rate> rate_on_all() const;
    [[nodiscard]] std::optional<core::Rate> rate_on_filled() const;
    [[nodiscard]] std::optional<core::Rate> fill_rate() const;
    [[nodiscard]] std::optional<core::Rate> amount_rate_on_all() const;
    [[nodiscard]] std::optional<core::Rate> amount_rate_on_filled() const;
};

// The ways a set of contracts is broken down.
enum class Dimension { year, sector, band, procedure, department, unit, buyer, social, environmental };
std::string_view code(Dimension dimension);  // "annee", "secteur", "tranche", "procedure", "departement", "service", …
std::string_view label(Dimension dimension);
std::optional<Dimension> dimension(std::string_view code);
// The code of a contract in a dimension, "" when not known, and what people read of a code.
std::string value_of(const Contract& contract, Dimension dimension);
std::string value_label(Dimension dimension, std::string_view value);

// Whether places can begin by it: letters and digits alone, "" included.
bool begins_places(std::string_view code);

// Why a contract is not among those counted: "prive", "concession", "marche_subsequent", "accord_cadre",
// "annee_inconnue";
// "" when it is.
std::string_view exclusion(const Contract& contract, const IndicatorOptions& options);

// What the suppliers of one contract are.
struct ContractStandings {
    std::vector<Standing> holders;
    std::vector<std::pair<Standing, std::optional<core::Euros>>> subcontractors;
    std::vector<std::int64_t> structures;  // their numbers, in the order of holders then subcontractors
};

// Whether a contract is in the numerator of an indicator of contracts ("S1"…"S11", "E1"…"E3", "P1"…"P4", "O1"…"O4"),
// and whether it is filled in for it.
bool counts_in(std::string_view code, const Contract& contract, const ContractStandings& standings,
               const IndicatorOptions& options);
bool filled_for(std::string_view code, const Contract& contract);
// Whether a contract is in the denominator of an indicator: those subject to the condition for "S9", all for the rest.
bool is_asked(std::string_view code, const Contract& contract);

// What a contract brings to the amount of an indicator it counts in: its amount, or what `options` make of it.
std::optional<core::Euros> amount_in(std::string_view code, const Contract& contract,
                                     const ContractStandings& standings, const IndicatorOptions& options);

// Sums a set of contracts, one at a time; memory grows with the indicators and the structures met. Contracts excluded
// are counted by reason.
class IndicatorTally {
public:
    explicit IndicatorTally(IndicatorOptions options);
    void add(const Contract& contract, const ContractStandings& standings);
    // Every indicator, in the order of indicators(); I1–I6 and E4 are unavailable here (others fill them).
    [[nodiscard]] std::vector<IndicatorValue> values() const;
    [[nodiscard]] const std::map<std::string, Counted, std::less<>>& excluded() const { return excluded_; }
    [[nodiscard]] const Counted& all() const { return all_; }
    // Counted, their amounts left aside.
    [[nodiscard]] const Counted& aberrant() const { return aberrant_; }

private:
    // Of one indicator, in the order of indicators().
    struct Sum {
        Counted part;
        Counted filled;
        std::set<std::int64_t> structures;
    };
    void add_condition(const Contract& contract);
    IndicatorValue condition(IndicatorValue value) const;
    IndicatorOptions options_;
    std::vector<Sum> sums_;
    std::map<std::string, Counted, std::less<>> excluded_;
    Counted all_;
    Counted official_;  // all, with the amounts of the official definitions
    Counted aberrant_;
    Counted subject_;  // to the mandatory social condition
    std::int64_t to_check_ = 0;
    std::int64_t excepted_ = 0;
    std::int64_t offers_ = 0;
};

}  // namespace clausier::domain
