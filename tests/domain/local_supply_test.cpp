// The local-supply rule.
#include "clausier/domain/local_supply.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;
using namespace clausier::core;

TEST_CASE("the advice follows the number of structures and the dependency") {
    const Reference reference = Reference::national();
    const Date day = parse_iso_date("2026-11-21").value();
    struct Case {
        std::int64_t structures, budget;
        std::optional<std::int64_t> turnover;
        std::optional<std::int64_t> dependency;
        const char* advice;
    };
    const Case cases[] = {
        {31, 29, 100, 29, "reservation_totale"}, {31, 30, 100, 30, "lot_reserve"}, {31, 30, {}, {}, "lot_reserve"},
        {30, 1, 100, 1, "lot_reserve"},          {11, 1, 100, 1, "lot_reserve"},   {10, 1, 100, 1, "clause_execution"},
        {2, 500, 100, 500, "clause_execution"},  {1, 1, 100, 1, "aucune"},         {0, 1, 0, {}, "aucune"}};
    for (const Case& c : cases) {
        INFO(c.structures << " structures, " << c.budget);
        const SupplyResult r =
            local_supply(c.structures, Euros::whole(c.budget),
                         c.turnover ? std::optional(Euros::whole(*c.turnover)) : std::nullopt, reference, day);
        CHECK(r.dependency == c.dependency);
        CHECK(supply_advice_name(r.advice) == c.advice);
    }
    CHECK_THROWS_AS(local_supply(-1, Euros(), {}, reference, day), Error);
}
