// The state of a lot, from the facts of a day.
#include "clausier/domain/commitment_state.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"
#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::date_of;

namespace {

const Reference& national() {
    static const Reference reference = Reference::national();
    return reference;
}

Progress progress_of(const ExecutionFacts& f, std::string_view due, std::string_view validated,
                     std::string_view pending) {
    ProgressInput in;
    in.due = committed(tests::hours_in(due));
    in.time = f.time;
    in.on = f.on;
    const Committed done = committed(tests::hours_in(validated));
    in.done = {{Month(f.on).previous(), done + committed(tests::hours_in(pending)), done}};
    return progress(in);
}

ExecutionFacts facts_of(const tests::Case& c) {
    ExecutionFacts f;
    f.on = date_of(c.at("le"));
    f.notified_on = tests::maybe_date(c.at("notifie"));
    f.time.started_on = tests::maybe_date(c.at("demarre"));
    f.time.ends_on = tests::maybe_date(c.at("fin"));
    if (!c.at("arret").empty()) {
        Stoppage stoppage;
        stoppage.from = date_of(c.at("arret"));
        f.time.stoppages.push_back(stoppage);
    }
    f.whole = progress_of(f, c.at("du"), c.at("valide"), c.at("attente"));
    if (const std::string& goal = c.at("sous_objectif"); !goal.empty())
        f.sub_goals.push_back(progress_of(f, goal.substr(goal.find('/') + 1), goal.substr(0, goal.find('/')), "0"));
    f.dropped = c.at("marques") == "sans_suite";
    f.penalty_open = c.at("marques") == "penalite";
    f.certified = c.at("marques") == "atteste";
    return f;
}

}  // namespace

TEST_CASE("the state of a lot, case by case") {
    for (const auto& c : tests::cases("execution/etat.csv")) {
        INFO(c.at("le") << " : " << c.at("source"));
        const DerivedState found = execution_state(facts_of(c), national());
        CHECK(code(found.state) == c.at("etat"));
        CHECK_FALSE(found.why.empty());
        CHECK_FALSE(found.modified);
    }
}

TEST_CASE("never late during the preparation, a stoppage or without an order, however little is done") {
    ExecutionFacts f;
    f.notified_on = date_of("2026-01-01");
    f.time.started_on = date_of("2026-04-01");
    f.time.ends_on = date_of("2026-12-31");
    Stoppage stoppage;
    stoppage.from = date_of("2026-05-01");
    stoppage.to = date_of("2026-05-31");
    f.time.stoppages = {stoppage};
    for (core::Date day = date_of("2026-01-01"); day <= date_of("2026-05-31"); day = days_later(day, 1)) {
        f.on = day;
        f.whole = progress_of(f, "1000", "0", "0");
        const bool works = day >= *f.time.started_on && day < stoppage.from;
        const ExecutionState state = execution_state(f, national()).state;
        CHECK((state == ExecutionState::late) == works);
    }
    f.time.started_on.reset();
    f.time.stoppages.clear();
    f.on = date_of("2028-01-01");
    f.whole = progress_of(f, "1000", "0", "0");
    CHECK(execution_state(f, national()).state == ExecutionState::awarded);
}

TEST_CASE("an amendment is a mark beside the state, and nothing due is never settled") {
    ExecutionFacts f;
    f.on = date_of("2026-03-01");
    f.notified_on = date_of("2026-01-01");
    f.amended = true;
    CHECK(execution_state(f, national()).modified);
    CHECK(execution_state(f, national()).state == ExecutionState::awarded);
    for (const ExecutionState state : all_execution_states) CHECK(execution_state(code(state)) == state);
}
