// The rules of indicators, their suppliers and their amounts.
#include "indicator_rules.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

namespace flag = contract_flag;

constexpr unsigned any_social = consideration::clause | consideration::criterion | consideration::reserved;
constexpr unsigned any_environmental = consideration::clause | consideration::criterion;

template <unsigned bits>
bool social(const Contract& c) {
    return (c.social & bits) != 0;
}
template <unsigned bits>
bool environmental(const Contract& c) {
    return (c.environmental & bits) != 0;
}
template <unsigned bit>
bool flagged(const Contract& c) {
    return c.has(bit);
}

bool social_filled(const Contract& c) { return c.social_filled(); }
bool environmental_filled(const Contract& c) { return c.environmental_filled(); }
bool offers_known(const Contract& c) { return c.offers.has_value(); }

std::uint64_t reserved_kinds() {
    static const std::uint64_t bits = clause_bit("reserved_disabled") | clause_bit("reserved_siae") |
                                      clause_bit("reserved_joint") | clause_bit("reserved_ess") |
                                      clause_bit("reserved_prison");
    return bits;
}
bool reserved_known(const Contract& c) { return (c.kinds & reserved_kinds()) != 0; }
bool reserved_unknown(const Contract& c) { return social<consideration::reserved>(c) && !reserved_known(c); }
// The basis is known, or there is no reservation at all.
bool basis_filled(const Contract& c) { return c.social_filled() && !reserved_unknown(c); }
bool reserved_disabled(const Contract& c) {
    static const std::uint64_t bit = clause_bit("reserved_disabled");
    return (c.kinds & bit) != 0;
}
bool reserved_siae(const Contract& c) {
    static const std::uint64_t bit = clause_bit("reserved_siae");
    return (c.kinds & bit) != 0;
}
bool reserved_prison(const Contract& c) {
    static const std::uint64_t bit = clause_bit("reserved_prison");
    return (c.kinds & bit) != 0;
}
bool reserved_joint(const Contract& c) {
    static const std::uint64_t bit = clause_bit("reserved_joint");
    return (c.kinds & bit) != 0;
}
bool reserved_ess(const Contract& c) {
    static const std::uint64_t bit = clause_bit("reserved_ess");
    return (c.kinds & bit) != 0;
}
bool equality(const Contract& c) {
    static const std::uint64_t bit = clause_bit("equality");
    return (c.kinds & bit) != 0;
}
bool fair_trade(const Contract& c) {
    static const std::uint64_t bit = clause_bit("fair_trade");
    return (c.kinds & bit) != 0;
}
// Detailed clauses are known, or there is no consideration at all.
bool detail_filled(const Contract& c) { return c.kinds != 0 || c.social == consideration::none; }

bool condition_carried(const Contract& c) {
    return c.has(flag::condition_required) && social<consideration::clause>(c);
}
bool condition_filled(const Contract& c) {
    return c.has(flag::condition_required) && (c.social_filled() || c.has(flag::condition_excepted));
}

bool of_inclusive_family(const Standing& s) { return s.family == "insertion" || s.family == "handicap"; }
bool inclusive(const Standing& s, const IndicatorOptions& options) {
    return of_inclusive_family(s) && (s.approved || (options.approval == ApprovalRule::today && s.deemed));
}
bool official_inclusive(const Standing& s, const IndicatorOptions&) {
    return of_inclusive_family(s) && (s.approved || s.deemed);
}
bool esus(const Standing& s, const IndicatorOptions&) { return s.esus; }
bool ess(const Standing& s, const IndicatorOptions&) { return s.ess; }

constexpr auto known_holder = flagged<flag::holder_siret>;

constexpr std::array<IndicatorRule, 29> rules{{
    {"S1", social<any_social>, social_filled},
    {"S2", social<consideration::clause>, social_filled},
    {"S3", social<consideration::criterion>, social_filled},
    {"S4", social<consideration::reserved>, social_filled},
    {"S5", reserved_known, basis_filled},
    {"S5.12", reserved_disabled, basis_filled},
    {"S5.13", reserved_siae, basis_filled},
    {"S5.13-1", reserved_prison, basis_filled},
    {"S5.14", reserved_joint, basis_filled},
    {"S5.15", reserved_ess, basis_filled},
    {"S5.0", reserved_unknown, social_filled},
    {"S6", nullptr, known_holder, inclusive},
    {"S7", nullptr, known_holder, esus},
    {"S8", nullptr, known_holder, ess},
    {"S9", condition_carried, condition_filled},
    {"S10", equality, detail_filled},
    {"S11", fair_trade, detail_filled},
    {"E1", environmental<any_environmental>, environmental_filled},
    {"E2", environmental<consideration::clause>, environmental_filled},
    {"E3", environmental<consideration::criterion>, environmental_filled},
    {"P1", flagged<flag::sme>, flagged<flag::sme_known>},
    {"P2", flagged<flag::local>, flagged<flag::local_known>},
    {"P3", offers_known, offers_known},
    {"P4", flagged<flag::innovative>, flagged<flag::innovative_known>},
    {"P5", flagged<flag::advance>, flagged<flag::advance_known>},
    {"O1", social<any_social>, social_filled, nullptr, true},
    {"O2", environmental<any_environmental>, environmental_filled, nullptr, true},
    {"O3", nullptr, known_holder, official_inclusive, true},
    {"O4", nullptr, known_holder, esus, true},
}};

}  // namespace

const IndicatorRule* indicator_rule(std::string_view code) {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& rule) { return rule.code == code; });
    return found == rules.end() ? nullptr : &*found;
}

bool supplier_counts(const IndicatorRule& rule, const ContractStandings& standings, std::size_t nth,
                     const IndicatorOptions& options) {
    if (nth < standings.holders.size()) return rule.supplier(standings.holders[nth], options);
    const std::size_t sub = nth - standings.holders.size();
    return options.subcontractors && !rule.official && sub < standings.subcontractors.size() &&
           rule.supplier(standings.subcontractors[sub].first, options);
}

bool counts(const IndicatorRule& rule, const Contract& contract, const ContractStandings& standings,
            const IndicatorOptions& options) {
    if (rule.counts) return rule.counts(contract);
    const std::size_t suppliers = standings.holders.size() + standings.subcontractors.size();
    for (std::size_t nth = 0; nth < suppliers; ++nth)
        if (supplier_counts(rule, standings, nth, options)) return true;
    return false;
}

const std::optional<core::Euros>& amount_of(const Contract& contract, const IndicatorOptions& options) {
    return options.amount == AmountRule::amended ? contract.amended : contract.amount;
}

std::optional<core::Euros> amount_of(const IndicatorRule& rule, const Contract& contract,
                                     const ContractStandings& standings, const IndicatorOptions& options) {
    if (rule.official) return contract.amount;
    const auto& whole = amount_of(contract, options);
    if (!rule.supplier || !whole) return whole;
    const auto eligible = std::count_if(standings.holders.begin(), standings.holders.end(),
                                        [&](const Standing& one) { return rule.supplier(one, options); });
    if (eligible == 0) {
        // It counts by its subcontractors: for what was subcontracted to them.
        std::optional<core::Euros> sum;
        for (const auto& [standing, amount] : standings.subcontractors)
            if (amount && rule.supplier(standing, options)) sum = sum.value_or(core::Euros()) + *amount;
        return sum;
    }
    if (options.share == ShareRule::whole || contract.holders <= 1) return whole;
    return core::Euros::of(core::mul_div(whole->parts(), eligible, contract.holders, core::Rounding::nearest));
}

bool counts_in(std::string_view code, const Contract& contract, const ContractStandings& standings,
               const IndicatorOptions& options) {
    const IndicatorRule* rule = indicator_rule(code);
    return rule && counts(*rule, contract, standings, options);
}

bool filled_for(std::string_view code, const Contract& contract) {
    const IndicatorRule* rule = indicator_rule(code);
    return rule && rule->filled(contract);
}

bool is_asked(std::string_view code, const Contract& contract) {
    return code != "S9" || contract.has(flag::condition_required);
}

std::optional<core::Euros> amount_in(std::string_view code, const Contract& contract,
                                     const ContractStandings& standings, const IndicatorOptions& options) {
    const IndicatorRule* rule = indicator_rule(code);
    return rule ? amount_of(*rule, contract, standings, options) : amount_of(contract, options);
}

}  // namespace clausier::domain
