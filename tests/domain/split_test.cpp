// F12: parts always sum to the total.
#include "clausier/domain/split.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"

using namespace clausier::domain;
using namespace clausier::core;

namespace {

std::vector<Fraction> weights(const std::string& text) {
    std::vector<Fraction> out;
    for (const auto& part : clausier::core::parse_csv(text + "\n", "weights", ';').columns)
        out.emplace_back(parse_scaled(part, 1).value());
    return out;
}

}  // namespace

TEST_CASE("largest remainder, case by case") {
    for (const auto& c : clausier::tests::cases("calculation/repartir.csv")) {
        INFO(c.at("total") << " over " << c.at("parts"));
        const SplitResult r =
            split(parse_hours(c.at("total")).value(), weights(c.at("parts")), parse_hours(c.at("pas")).value());
        std::string joined;
        for (const Hours part : r.parts) joined += (joined.empty() ? "" : ";") + decimal(part);
        CHECK(joined == c.at("resultat"));
    }
}

TEST_CASE("whatever the weights, the parts sum to the total") {
    std::uint64_t seed = 20261121;
    for (int round = 0; round < 200; ++round) {
        const auto draw = [&](std::uint64_t below) {
            return static_cast<std::int64_t>((seed = seed * 6364136223846793005U + 1442695040888963407U) >> 33U) %
                   static_cast<std::int64_t>(below);
        };
        std::vector<Fraction> parts;
        for (std::int64_t i = draw(9); i >= 0; --i) parts.emplace_back(draw(1000));
        parts.emplace_back(1);
        const Hours total = Hours::of(draw(10'000'000));
        Hours sum;
        for (const Hours part : split(total, parts, Hours::of(1 + draw(4000))).parts) sum += part;
        CHECK(sum == total);
    }
}

TEST_CASE("impossible shares are refused") {
    CHECK_THROWS_AS(split(Hours::whole(1), {}, Hours::whole(1)), Error);
    CHECK_THROWS_AS(split(Hours::whole(1), {Fraction(0)}, Hours::whole(1)), Error);
    CHECK_THROWS_AS(split(Hours::whole(1), {Fraction(-1), Fraction(2)}, Hours::whole(1)), Error);
    CHECK_THROWS_AS(split(Hours::whole(1), {Fraction(1)}, Hours::of(0)), Error);
}
