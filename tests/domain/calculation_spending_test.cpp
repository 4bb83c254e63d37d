// F4, F5 and F6: invoices, grids and inclusive purchases.
#include "clausier/domain/calculation_spending.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Reference& reference() {
    static const Reference national = Reference::national();
    return national;
}
const Date kDay = parse_iso_date("2026-11-21").value();

Hours due(std::int64_t invoiced, ThresholdMode mode) {
    InvoiceInput in;
    in.invoiced = Euros::whole(invoiced);
    in.threshold = Euros::whole(50'000);
    in.tranche = Euros::whole(1'000);
    in.mode = mode;
    return calculate_invoice(in, reference(), kDay).estimate.hours;
}

}  // namespace

TEST_CASE("whole tranches invoiced, the threshold as trigger or as allowance") {
    CHECK(due(49'999, ThresholdMode::trigger) == Hours::whole(0));
    CHECK(due(50'000, ThresholdMode::trigger) == Hours::whole(50));
    CHECK(due(50'999, ThresholdMode::trigger) == Hours::whole(50));
    CHECK(due(50'000, ThresholdMode::allowance) == Hours::whole(0));
    CHECK(due(52'999, ThresholdMode::allowance) == Hours::whole(2));
    CHECK(due(0, ThresholdMode::allowance) == Hours::whole(0));
}

TEST_CASE("the amount from which hours are due gives back those hours") {
    for (const ThresholdMode mode : {ThresholdMode::trigger, ThresholdMode::allowance})
        for (const std::int64_t wanted : {1, 50, 51, 900}) {
            InvoiceInput in;
            in.threshold = Euros::whole(50'000);
            in.tranche = Euros::whole(1'000);
            in.mode = mode;
            in.hours = Hours::whole(wanted);
            const InvoiceResult r = calculate_invoice(in, reference(), kDay);
            CHECK(r.estimate.hours >= Hours::whole(wanted));
            in.invoiced = r.invoiced - Euros::of(1);
            in.hours.reset();
            CHECK(calculate_invoice(in, reference(), kDay).estimate.hours < Hours::whole(wanted));
        }
    CHECK(parse_threshold_mode("franchises").error().code == "mode_inconnu");
}

TEST_CASE("the training grid") {
    const auto hours = [](std::int64_t amount) {
        return calculate_grid("formation", Euros::whole(amount), reference(), kDay).estimate.hours;
    };
    CHECK(hours(0) == Hours::whole(150));
    CHECK(hours(99'999) == Hours::whole(150));
    CHECK(hours(100'000) == Hours::whole(300));
    CHECK(hours(200'000) == Hours::whole(450));
    CHECK(hours(400'000) == Hours::whole(900));
    CHECK_THROWS_AS(calculate_grid("formatoin", Euros::whole(1), reference(), kDay), Error);
}

TEST_CASE("an inclusive purchase is hours when small and job-months above, half to even") {
    const auto of = [](const char* amount) {
        return calculate_inclusive(parse_euros(amount).value(), reference(), kDay);
    };
    CHECK(of("1000").hours == Hours::whole(38));  // 38.46
    CHECK(of("13").hours == Hours::whole(0));     // 0.5 goes to even
    CHECK(of("39").hours == Hours::whole(2));     // 1.5 goes to even
    CHECK(of("3699").hours == Hours::whole(142));
    CHECK_FALSE(of("3700").hours.has_value());
    CHECK(of("3700").job_months == 1);
    CHECK(of("100000").job_months == 27);
    CHECK(of("100000").job_years_centi == 225);
    CHECK_FALSE(of("1000").job_months.has_value());
}
