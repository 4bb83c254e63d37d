// How indicators are calculated, from the options of a command.
#include "indicator_options.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("the first choice of each option is the rule by default") {
    CHECK(cli::indicator_options({}) == domain::IndicatorOptions{});
}

TEST_CASE("each choice of each option changes one rule alone") {
    const auto with = [](const char* option, const char* value) {
        return cli::indicator_options({{{option, {value}}}, {}});
    };
    domain::IndicatorOptions expected;
    expected.amount = domain::AmountRule::amended;
    CHECK(with("--montant", "modifie") == expected);
    expected = {};
    expected.share = domain::ShareRule::per_holder;
    CHECK(with("--repartition", "par_titulaire") == expected);
    expected = {};
    expected.framework = domain::FrameworkRule::call_offs;
    CHECK(with("--accords", "subsequents") == expected);
    expected.framework = domain::FrameworkRule::both;
    CHECK(with("--accords", "tous") == expected);
    expected = {};
    expected.approval = domain::ApprovalRule::today;
    CHECK(with("--agrement", "aujourdhui") == expected);
    expected = {};
    expected.subcontractors = true;
    CHECK(with("--sous-traitants", "oui") == expected);
    expected = {};
    expected.concessions = true;
    CHECK(with("--concessions", "oui") == expected);
}
