// One placement for several lots: parts that always sum, to the hundredth of an hour.
#include "clausier/domain/globalisation.hpp"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "support/cases.hpp"
#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::date_of;

namespace {

Globalisation of_key(std::string_view key) {
    Globalisation g;
    g.placement = {1};
    g.agreed_on = date_of("2026-01-01");
    g.reference = "accord n° 3";
    g.from = tests::month_of("2026-01");
    for (const std::string_view part : core::split(key, '/'))
        g.shares.push_back(
            {{static_cast<std::int64_t>(g.shares.size()) + 1}, core::Rate::of(std::stoll(std::string(part)))});
    return g;
}

core::Hours signed_hours(std::string_view text) { return core::parse_hours(text).value(); }

}  // namespace

TEST_CASE("the parts of each lot, case by case") {
    for (const auto& c : tests::cases("execution/globalisation.csv")) {
        INFO(c.at("heures") << " " << c.at("cle") << " : " << c.at("source"));
        const auto shared = share_lines(tests::statement_of("2026-03", c.at("heures")), {1}, of_key(c.at("cle")));
        const auto wanted = core::split(c.at("parts"), '/');
        REQUIRE(shared.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(shared[i].lines[0].hours == signed_hours(wanted[i]));
    }
}

TEST_CASE("parts sum to the hours, nature by nature, and a reverse entry cancels them lot by lot") {
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::int64_t> keys;
        std::int64_t left = 10'000;
        for (std::uint64_t i = 0, count = 1 + random() % 5; i < count && left > 1; ++i) {
            keys.push_back(1 + static_cast<std::int64_t>(random()) % (left - 1));
            left -= keys.back();
        }
        keys.push_back(left);
        Globalisation g = of_key("5000/5000");
        g.shares.clear();
        for (const std::int64_t key : keys)
            g.shares.push_back({{static_cast<std::int64_t>(g.shares.size()) + 1}, core::Rate::of(key)});
        HoursStatement s = tests::statement_of("2026-03", "");
        for (const HourNature nature : all_hour_natures)
            s.lines.push_back({nature, core::Hours::of(static_cast<std::int64_t>(random() % 30'000))});
        s.state = StatementState::validated;
        const auto parts = share_lines(s, {1}, g);
        const auto reversed = share_lines(reverse_of(s, "erreur"), {1}, g);
        for (std::size_t line = 0; line < s.lines.size(); ++line) {
            core::Hours sum;
            for (std::size_t lot = 0; lot < parts.size(); ++lot) {
                sum += parts[lot].lines[line].hours;
                CHECK(parts[lot].lines[line].hours + reversed[lot].lines[line].hours == core::Hours());
            }
            CHECK(sum == s.lines[line].hours);
        }
    }
}

TEST_CASE("without a key, or before its first month, the hours are those of the lot of the placement") {
    const HoursStatement s = tests::statement_of("2026-03", "travaillees:100");
    const auto alone = share_lines(s, {7}, std::nullopt);
    REQUIRE(alone.size() == 1);
    CHECK(alone[0].lot == Id<Lot>{7});
    CHECK(alone[0].lines == s.lines);
    Globalisation later = of_key("5000/5000");
    later.from = tests::month_of("2026-04");
    CHECK(share_lines(s, {7}, later).size() == 1);
}

TEST_CASE("a globalisation needs an agreement and a key of its lots that sums to 100 %") {
    const core::Date today = date_of("2026-11-21");
    const auto codes = [&](const Globalisation& g) { return tests::codes_of(faults(g, tests::placement(), today)); };
    CHECK(codes(of_key("5000/5000")).empty());
    CHECK(codes(of_key("5000/4999")) == "somme");
    CHECK(codes(of_key("10000")) == "un_seul_lot");
    CHECK(codes(of_key("0/10000")) == "part_bornes");
    Globalisation g = of_key("5000/5000");
    g.shares[1].lot = {1};
    g.agreed_on.reset();
    g.reference.clear();
    CHECK(codes(g) == "accord_absent accord_absent lot_double");
    g = of_key("5000/5000");
    g.shares[0].lot = {8};
    g.agreed_on = date_of("2026-11-22");
    CHECK(codes(g) == "date_future lot_absent");
}
