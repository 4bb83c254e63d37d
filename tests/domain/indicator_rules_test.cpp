// The rule of each indicator: which contracts, which suppliers, which amount.
#include "indicator_rules.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Contract;
using domain::ContractStandings;
using domain::IndicatorOptions;
using domain::Standing;

namespace {

namespace flag = domain::contract_flag;

const domain::IndicatorRule& rule(std::string_view code) {
    const auto* found = domain::indicator_rule(code);
    REQUIRE(found);
    return *found;
}

Standing siae(bool approved = true) {
    Standing out;
    out.family = "insertion";
    out.approved = approved;
    return out;
}

Contract of_holders(std::int64_t holders) {
    Contract out;
    out.holders = holders;
    out.amount = core::Euros::whole(100);
    out.amended = core::Euros::whole(160);
    return out;
}

}  // namespace

TEST_CASE("the indicators of contracts have a rule, the others none") {
    for (const domain::IndicatorInfo& info : domain::indicators()) {
        INFO(info.code);
        const bool of_contracts = info.family != "execution" && info.code != "E4";
        CHECK((domain::indicator_rule(info.code) != nullptr) == of_contracts);
    }
    CHECK(domain::indicator_rule("") == nullptr);
    CHECK_FALSE(domain::counts_in("Z9", {}, {}, {}));
    CHECK_FALSE(domain::filled_for("Z9", {}));
}

TEST_CASE("a reservation whose basis is not known is one, of no article, and its basis is not filled in") {
    Contract one;
    one.social = domain::consideration::reserved;
    CHECK(rule("S4").counts(one));
    CHECK(rule("S5.0").counts(one));
    CHECK_FALSE(rule("S5").counts(one));
    CHECK_FALSE(rule("S5").filled(one));
    one.kinds = domain::clause_bit("reserved_siae");
    CHECK(rule("S5.13").counts(one));
    CHECK_FALSE(rule("S5.12").counts(one));
    CHECK_FALSE(rule("S5.0").counts(one));
    CHECK(rule("S5").filled(one));
}

TEST_CASE("the detail of clauses is filled in by a clause, or by no consideration at all") {
    Contract one;
    CHECK_FALSE(rule("S10").filled(one));
    one.social = domain::consideration::clause;
    CHECK_FALSE(rule("S10").filled(one));
    one.social = domain::consideration::none;
    CHECK(rule("S10").filled(one));
    one.kinds = domain::clause_bit("equality");
    CHECK(rule("S10").counts(one));
    CHECK_FALSE(rule("S11").counts(one));
}

TEST_CASE("the mandatory condition is asked of contracts subject to it alone, and a reason kept fills it in") {
    Contract one;
    one.social = domain::consideration::clause;
    CHECK_FALSE(domain::is_asked("S9", one));
    CHECK(domain::is_asked("S1", one));
    CHECK_FALSE(rule("S9").counts(one));
    one.flags = flag::condition_required;
    CHECK(domain::is_asked("S9", one));
    CHECK(rule("S9").counts(one));
    one.social = 0;
    CHECK_FALSE(rule("S9").filled(one));
    one.flags |= flag::condition_excepted;
    CHECK(rule("S9").filled(one));
    CHECK_FALSE(rule("S9").counts(one));
}

TEST_CASE("a structure counts when approved on that day, or deemed so where the rule or the option says it") {
    Standing deemed = siae(false);
    deemed.deemed = true;
    const ContractStandings one{{deemed}, {}, {1}};
    CHECK_FALSE(domain::counts(rule("S6"), {}, one, {}));
    IndicatorOptions today;
    today.approval = domain::ApprovalRule::today;
    CHECK(domain::counts(rule("S6"), {}, one, today));
    CHECK(domain::counts(rule("O3"), {}, one, {}));
    CHECK_FALSE(domain::counts(rule("S7"), {}, one, today));
}

TEST_CASE("subcontractors count on demand, and never in an official definition") {
    const ContractStandings one{{Standing{}}, {{siae(), core::Euros::whole(30)}, {siae(), {}}}, {1, 2, 3}};
    IndicatorOptions wide;
    wide.subcontractors = true;
    CHECK_FALSE(domain::counts(rule("S6"), {}, one, {}));
    CHECK(domain::counts(rule("S6"), {}, one, wide));
    CHECK_FALSE(domain::counts(rule("O3"), {}, one, wide));
    CHECK_FALSE(domain::supplier_counts(rule("S6"), one, 0, wide));
    CHECK(domain::supplier_counts(rule("S6"), one, 1, wide));
    CHECK_FALSE(domain::supplier_counts(rule("S6"), one, 3, wide));
    // For what was subcontracted, and for nothing when nobody said how much.
    CHECK(domain::amount_of(rule("S6"), of_holders(1), one, wide) == core::Euros::whole(30));
    const ContractStandings unsaid{{Standing{}}, {{siae(), {}}}, {1, 2}};
    CHECK_FALSE(domain::amount_of(rule("S6"), of_holders(1), unsaid, wide));
}

TEST_CASE("with several holders the amount counts whole, or by the share of those who make it count") {
    const ContractStandings one{{siae(), Standing{}, Standing{}}, {}, {1, 2, 3}};
    IndicatorOptions options;
    CHECK(domain::amount_of(rule("S6"), of_holders(3), one, options) == core::Euros::whole(100));
    options.share = domain::ShareRule::per_holder;
    CHECK(domain::amount_of(rule("S6"), of_holders(3), one, options) == core::Euros::of(33'33));
    // Only indicators of suppliers are shared out.
    CHECK(domain::amount_of(rule("S1"), of_holders(3), one, options) == core::Euros::whole(100));
    CHECK(domain::amount_of(rule("O3"), of_holders(3), one, options) == core::Euros::whole(100));
}

TEST_CASE("amounts after modifications are an option that official definitions do not take") {
    IndicatorOptions options;
    options.amount = domain::AmountRule::amended;
    CHECK(domain::amount_of(of_holders(1), options) == core::Euros::whole(160));
    CHECK(domain::amount_of(rule("S1"), of_holders(1), {}, options) == core::Euros::whole(160));
    CHECK(domain::amount_of(rule("O1"), of_holders(1), {}, options) == core::Euros::whole(100));
    CHECK(domain::amount_in("I1", of_holders(1), {}, options) == core::Euros::whole(160));
}
