// The thread of the day does what is due, says so, and ends when asked.
#include "clausier/app/daily_work.hpp"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <future>

#include "sheets/scratch_folder.hpp"

using namespace clausier;

TEST_CASE("a work that is due is done soon after the start, once, and told in one line") {
    tests::ScratchFolder folder;
    store::Database base(folder.path() / "b.sqlite");
    const core::FixedClock clock{std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)};
    std::promise<std::string> told;
    std::atomic<int> runs{0};
    std::atomic<int> lines{0};
    const std::vector<app::DailyJob> jobs{{"essai", "compte", [&](const app::Session& session, store::Database&) {
                                               ++runs;
                                               return session.actor;
                                           }}};
    {
        const app::DailyWork work(
            base, clock, jobs,
            [&](std::string_view line) {
                if (++lines == 1) told.set_value(std::string(line));
            },
            std::chrono::milliseconds(1));
        auto line = told.get_future();
        REQUIRE(line.wait_for(std::chrono::seconds(20)) == std::future_status::ready);
        CHECK(line.get() == "travail du jour « essai » : entretien");
    }
    CHECK(runs == 1);
    CHECK(lines == 1);
}

TEST_CASE("nothing is done to a base that is only read") {
    tests::ScratchFolder folder;
    { store::Database base(folder.path() / "b.sqlite"); }
    store::DatabaseOptions only;
    only.read_only = true;
    store::Database base(folder.path() / "b.sqlite", only);
    const core::FixedClock clock{std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)};
    std::atomic<int> calls{0};
    {
        const app::DailyWork work(base, clock,
                                  {{"essai", "compte",
                                    [&](const app::Session&, store::Database&) {
                                        ++calls;
                                        return std::string();
                                    }}},
                                  [&](std::string_view) { ++calls; });
    }
    CHECK(calls == 0);
}
