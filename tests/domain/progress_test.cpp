// How far a commitment is, and what was expected by then.
#include "clausier/domain/progress.hpp"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "support/cases.hpp"
#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::codes_of;
using tests::date_of;
using tests::month_of;

namespace {

Committed of(std::string_view hours) { return committed(tests::hours_in(hours)); }

Stoppage stoppage(std::string_view from, std::string_view to) {
    Stoppage out;
    out.from = date_of(from);
    out.to = tests::maybe_date(to);
    out.reason = "intempéries";
    return out;
}

ProgressInput input_of(const tests::Case& c) {
    ProgressInput in;
    in.on = date_of(c.at("le"));
    in.due = of(c.at("du"));
    in.time.started_on = tests::maybe_date(c.at("demarre"));
    in.time.ends_on = tests::maybe_date(c.at("fin"));
    for (const std::string& word : tests::words_of(c.at("plan")))
        in.plan.push_back({month_of(word.substr(0, 7)), tests::hours_in(word.substr(8)), "", {}, ""});
    for (const std::string& word : tests::words_of(c.at("arrets")))
        in.time.stoppages.push_back(stoppage(word.substr(0, 10), word.substr(11)));
    return in;
}

}  // namespace

TEST_CASE("what is expected by a day, case by case") {
    for (const auto& c : tests::cases("execution/attendu.csv")) {
        INFO(c.at("le") << " : " << c.at("source"));
        const Progress found = progress(input_of(c));
        REQUIRE(found.expected.has_value() == !c.at("attendu").empty());
        if (found.expected) CHECK(*found.expected == of(c.at("attendu")));
        CHECK_FALSE(found.steps.empty());
    }
}

TEST_CASE("progress is what is validated, what waits stands beside it") {
    ProgressInput in;
    in.due = of("300");
    in.on = date_of("2026-03-15");
    in.done = {{month_of("2026-01"), of("120"), of("100")},
               {month_of("2026-03"), of("60"), of("0")},
               {month_of("2026-04"), of("500"), of("500")}};
    const Progress found = progress(in);
    CHECK(found.declared == of("180"));
    CHECK(found.validated == of("100"));
    CHECK(found.pending == of("80"));
    CHECK(found.left == of("200"));
    CHECK(found.surplus == Committed());
    REQUIRE(found.rate);
    CHECK(*found.rate == core::Rate::of(3333));
    CHECK_FALSE(found.pace);
    CHECK(found.steps.front().sentence() == "Avancement : 100\u00a0h validés ÷ 300\u00a0h dus = 33,33\u00a0%");
    in.due = Committed();
    CHECK_FALSE(progress(in).rate);
    CHECK(progress(in).settled());
    in.due = of("90");
    CHECK(progress(in).surplus == of("10"));
}

TEST_CASE("the curve goes from the first month to the last, and ends where the totals are") {
    ProgressInput in;
    in.due = of("1000");
    in.on = date_of("2026-12-31");
    in.time.started_on = date_of("2026-01-01");
    in.time.ends_on = date_of("2026-10-31");
    in.done = {{month_of("2026-03"), of("200"), of("150")}, {month_of("2025-12"), of("10"), of("10")}};
    const auto points = curve(in);
    REQUIRE(points.size() == 11);
    CHECK(points.front().month == month_of("2025-12"));
    CHECK(points.front().validated == of("10"));
    CHECK(points.front().expected == Committed());
    CHECK(points.back().expected == of("1000"));
    CHECK(points.back().declared == of("210"));
    CHECK(points.back().validated == of("160"));
    CHECK(curve({}).empty());
}

TEST_CASE("in every curve validated stays within declared, and what is expected never falls nor passes what is due") {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        ProgressInput in;
        in.due = Committed::of(static_cast<std::int64_t>(random() % 500'000));
        in.time.started_on = date_of("2026-01-15");
        in.time.ends_on = date_of("2027-06-30");
        if (random() % 2 == 0) in.time.stoppages = {stoppage("2026-04-10", "2026-06-20"), stoppage("2026-09-01", "")};
        for (int i = 0; i < 20; ++i) {
            const auto declared = static_cast<std::int64_t>(random() % 10'000);
            in.done.push_back({month_of("2026-01").plus(i), Committed::of(declared),
                               Committed::of(static_cast<std::int64_t>(random()) % (declared + 1))});
            if (random() % 3 == 0)
                in.plan.push_back({month_of("2026-01").plus(i),
                                   core::Hours::of(static_cast<std::int64_t>(1 + random() % 20'000)),
                                   "",
                                   {},
                                   ""});
        }
        Committed before;
        for (const CurvePoint& point : curve(in)) {
            CHECK(point.validated <= point.declared);
            REQUIRE(point.expected);
            CHECK(*point.expected >= before);
            CHECK(*point.expected <= in.due);
            before = *point.expected;
        }
    }
}

TEST_CASE("the start order begins the clock, and the months of the market end it") {
    ServiceOrder preparation{{1}, {1}, OrderKind::preparation, date_of("2026-01-05"), "OS 1", 0};
    ServiceOrder start{{2}, {1}, OrderKind::start, date_of("2026-03-01"), "OS 2", 0};
    CHECK_FALSE(works_time({preparation}, {}, 12, {}).started_on);
    const WorksTime time = works_time({preparation, start}, {}, 12, {});
    CHECK(time.started_on == date_of("2026-03-01"));
    CHECK(time.ends_on == date_of("2027-02-28"));
    CHECK(works_time({start}, {}, 12, date_of("2026-12-31")).ends_on == date_of("2026-12-31"));
    CHECK_FALSE(works_time({start}, {}, {}, {}).ends_on);
    CHECK(codes_of(faults(start, date_of("2026-03-02"))) == "avant_notification");
    CHECK(faults(start, date_of("2026-03-01")).empty());
}

TEST_CASE("stoppages have a reason and do not overlap") {
    const std::vector<Stoppage> others = {stoppage("2026-03-01", "2026-03-31")};
    CHECK(faults(stoppage("2026-04-01", ""), others).empty());
    CHECK(codes_of(faults(stoppage("2026-03-31", "2026-04-10"), others)) == "arrets_superposes");
    CHECK(codes_of(faults(stoppage("2026-05-10", "2026-05-09"), others)) == "fin_avant_debut");
    Stoppage silent = stoppage("2026-05-10", "");
    silent.reason = " ";
    CHECK(codes_of(faults(silent, others)) == "champ_absent");
    CHECK(stands_still(others, date_of("2026-03-31")));
    CHECK_FALSE(stands_still(others, date_of("2026-04-01")));
}

TEST_CASE("a plan says the hours of each month") {
    HolderPlan plan;
    plan.given_on = date_of("2026-01-10");
    CHECK(codes_of(faults(plan)) == "plan_vide");
    plan.months = {{month_of("2026-02"), core::Hours::whole(100), "cdd", {}, ""},
                   {month_of("2026-02"), core::Hours::whole(50), "secondment_ai", {}, ""}};
    CHECK(faults(plan).empty());
    plan.months.push_back({month_of("2026-02"), core::Hours(), "cdd", {}, ""});
    plan.months.push_back({month_of("2026-03"), core::Hours::whole(5), "magie", {}, ""});
    CHECK(codes_of(faults(plan)) == "heures_absentes mois_double modalite_inconnue");
}
