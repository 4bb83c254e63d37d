// Whatever is written, the kept months are what they would be if summed anew.
#include "execution_index.hpp"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "store/execution_world.hpp"

using namespace clausier;
using core::Hours;
using domain::HourNature;
using domain::HoursStatement;
using domain::StatementState;
using tests::ExecutionWorld;

namespace {

// The rows as they stand, after checking that they are what they would be if made anew.
std::vector<std::string> true_months(store::Transaction& tx) {
    auto kept = tests::kept_months(tx);
    const auto years = tests::kept_years(tx);
    store::ExecutionIndex(tx).rebuild();
    CHECK(kept == tests::kept_months(tx));
    CHECK(years == tests::kept_years(tx));
    return kept;
}

}  // namespace

TEST_CASE("a month is kept by lot, performer and stage, each nature apart") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    const auto p = world.placement(tx, world.a1, world.garden, world.person);
    HoursStatement s;
    s.placement = p.id;
    s.month = domain::Month::parse("2026-03").value();
    s.declared_by = "compte/4";
    s = store::HoursStatements(tx).save(s, {{world.a1, HourNature::worked, Hours::whole(60), "compte"},
                                            {world.a1, HourNature::training, Hours::whole(7), "reserve"},
                                            {world.a2, HourNature::paid_not_worked, Hours::whole(5), "nature"}});
    const std::string garden = std::to_string(world.garden.value);
    CHECK(true_months(tx) == std::vector<std::string>{"1|24314|" + garden + "|0|1|6000|700|0|6000|700",
                                                      "2|24314|" + garden + "|0|1|0|0|500|0|0"});
    s.state = StatementState::sent;
    s = store::HoursStatements(tx).save(s);
    CHECK(true_months(tx).at(0) == "1|24314|" + garden + "|1|1|6000|700|0|6000|700");
    s.state = StatementState::validated;
    s = store::HoursStatements(tx).save(s);
    CHECK(true_months(tx).at(0) == "1|24314|" + garden + "|2|1|6000|700|0|6000|700");
    s.state = StatementState::rejected;
    store::HoursStatements(tx).save(s);
    CHECK(true_months(tx).empty());
}

TEST_CASE("a thousand changes at random leave the sums true, and what is validated within what is declared") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    store::HoursStatements statements(tx);
    store::Placements placements(tx);
    std::mt19937 random(20'261'121);
    const auto up_to = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    std::vector<domain::Placement> people;
    for (const auto lot : {world.a1, world.a2, world.b1})
        for (const auto employer : {world.garden, world.workshop})
            people.push_back(world.placement(tx, lot, employer, std::nullopt));
    std::vector<HoursStatement> written;
    for (int i = 0; i < 1'000; ++i) {
        const int what = up_to(9);
        if (what < 5 || written.empty()) {
            HoursStatement s;
            const auto& p = people[static_cast<std::size_t>(up_to(5))];
            s.placement = p.id;
            s.month = domain::Month::of_number(24'312 + up_to(11));
            s.state = domain::all_statement_states[static_cast<std::size_t>(up_to(5))];
            s.declared_by = "compte/4";
            const std::int64_t sign = up_to(8) == 0 ? -1 : 1;
            written.push_back(
                statements.save(s, {{p.lot, HourNature::worked, Hours::of(sign * up_to(15'000)), "compte"},
                                    {world.a2 == p.lot ? world.b1 : world.a2, HourNature::training,
                                     Hours::of(sign * up_to(700)), up_to(1) == 0 ? "reserve" : "compte"}}));
        } else if (what < 9) {
            HoursStatement& s = written[static_cast<std::size_t>(up_to(static_cast<int>(written.size()) - 1))];
            s.state = domain::all_statement_states[static_cast<std::size_t>(up_to(5))];
            s = statements.save(s);
        } else {
            domain::Placement& p = people[static_cast<std::size_t>(up_to(5))];
            p.employer = up_to(1) == 0 ? world.garden : world.builders;
            p = placements.save(p);
        }
    }
    store::Organisations(tx).merge(world.garden, world.workshop);
    CHECK(true_months(tx).size() > 50);
    Hours summed, declared;
    for (const auto& one : store::ExecutionHours(tx).by_lot({})) summed += one.total();
    for (const auto& one : written)
        if (one.state != StatementState::rejected) declared += statements.find(one.id)->total();
    CHECK(summed == declared);
}

TEST_CASE("sums by lot, market, buyer, performer and time agree with each other") {
    ExecutionWorld world;
    auto tx = world.whole.write();
    const auto p = world.placement(tx, world.a1, world.garden, world.person);
    const auto q = world.placement(tx, world.b1, world.workshop, world.stranger);
    ExecutionWorld::statement(tx, p, "2026-03", 100, StatementState::validated);
    ExecutionWorld::statement(tx, p, "2026-04", 60);
    ExecutionWorld::statement(tx, q, "2026-04", 35);
    store::ExecutionHours hours(tx);
    const auto total = [&](const store::HoursFilter& filter) {
        Hours out, curve, lots, years;
        for (const auto& one : hours.months(filter)) out += one.total();
        for (const auto& one : hours.curve(filter)) curve += one.total();
        for (const auto& one : hours.by_lot(filter)) lots += one.total();
        for (const auto& one : hours.by_year(filter)) years += one.total();
        CHECK(out == years);
        CHECK(out == curve);
        CHECK(out == lots);
        return out;
    };
    const auto month = [](const char* text) { return domain::Month::parse(text).value(); };
    CHECK(total({}) == Hours::whole(195));
    CHECK(total({.lot = world.a1}) == Hours::whole(160));
    CHECK(total({.buyer = world.port}) == Hours::whole(35));
    CHECK(total({.market = store::Markets(tx).find_lot(world.a2)->market}) == Hours::whole(160));
    CHECK(total({.performer = world.workshop}) == Hours::whole(35));
    CHECK(total({.from = month("2026-04")}) == Hours::whole(95));
    CHECK(total({.until = month("2026-03")}) == Hours::whole(100));
    CHECK(total({.from = month("2026-01"), .until = month("2026-12")}) == Hours::whole(195));
    CHECK(total({.from = month("2027-01")}) == Hours{});
    const auto curve = hours.curve({});
    REQUIRE(curve.size() == 2);
    CHECK(curve[0].stage == domain::ExecutionStage::validated);
    CHECK(curve[1].month == month("2026-04"));
    CHECK(curve[1].statements == 2);
}
