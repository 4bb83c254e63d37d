// What became of people after a placement, and what is still to be asked.
#include "clausier/domain/exit_follow_up.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::codes_of;
using tests::date_of;

namespace {

const Reference& national() {
    static const Reference reference = Reference::national();
    return reference;
}

Exit exit_at(int months, std::string_view on) {
    Exit out;
    out.months = months;
    out.situation = "permanent_job";
    out.asked_on = date_of(on);
    return out;
}

}  // namespace

TEST_CASE("points are at the exit, then 3, 6 and 12 months after") {
    const auto points = exit_follow_up(tests::placement(), {}, national(), date_of("2026-12-31"));
    REQUIRE(points.size() == 4);
    CHECK(points[0].due_on == date_of("2026-06-30"));
    CHECK(points[1].due_on == date_of("2026-09-30"));
    CHECK(points[2].due_on == date_of("2026-12-30"));
    CHECK(points[3].due_on == date_of("2027-06-30"));
    CHECK(points[2].missing());
    CHECK_FALSE(points[3].missing());
}

TEST_CASE("a point that is known is not missing, and nothing is asked before the end") {
    const std::vector<Exit> known = {exit_at(0, "2026-07-01"), exit_at(3, "2026-10-01")};
    const auto points = exit_follow_up(tests::placement(), known, national(), date_of("2026-10-15"));
    CHECK_FALSE(points[0].missing());
    REQUIRE(points[1].known);
    CHECK(points[1].known->situation == "permanent_job");
    CHECK(exit_follow_up(tests::placement(), {}, national(), date_of("2026-06-30")).empty());
    Placement open = tests::placement();
    open.ended_on.reset();
    CHECK(exit_follow_up(open, {}, national(), date_of("2028-01-01")).empty());
    Placement crowd = tests::placement();
    crowd.participant.reset();
    CHECK(exit_follow_up(crowd, {}, national(), date_of("2028-01-01")).empty());
}

TEST_CASE("a situation is one of the list, learnt after the end, at a point that has come") {
    const core::Date today = date_of("2026-11-21");
    const auto codes = [&](const Exit& one) { return codes_of(faults(one, tests::placement(), national(), today)); };
    CHECK(codes(exit_at(3, "2026-10-01")).empty());
    CHECK(codes(exit_at(4, "2026-10-01")) == "point_inconnu");
    CHECK(codes(exit_at(6, "2026-10-01")) == "trop_tot");
    CHECK(codes(exit_at(3, "2026-11-22")) == "date_future");
    CHECK(codes(exit_at(3, "2026-06-29")) == "avant_la_fin");
    Exit unknown = exit_at(3, "2026-10-01");
    unknown.situation = "licorne";
    CHECK(codes(unknown) == "situation_inconnue");
    Placement running = tests::placement();
    running.ended_on = date_of("2026-12-31");
    CHECK(codes_of(faults(exit_at(0, "2026-11-21"), running, national(), today)) == "non_terminee avant_la_fin");
}
