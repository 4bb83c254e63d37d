// One million F1 calculations, each rounded: seconds, and the sum of hours so that nothing is optimised away.
#include <chrono>
#include <cstdio>

#include "clausier/domain/calculation_amount.hpp"

int main() {
    using namespace clausier;
    const domain::HourRounding rounding;
    const auto start = std::chrono::steady_clock::now();
    std::int64_t hours = 0;
    for (std::int64_t i = 0; i < 1'000'000; ++i) {
        const core::Fraction exact =
            domain::hours_from_amount(core::Euros::of(1'000'000 + 997 * i), core::Rate::of(2000 + i % 7000),
                                      core::Rate::of(500 + i % 1500), core::Euros::of(2000 + i % 2500));
        hours += rounding.apply(exact).parts() / core::Hours::scale;
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("1000000 %lld %.3f\n", static_cast<long long>(hours), seconds.count());
}
