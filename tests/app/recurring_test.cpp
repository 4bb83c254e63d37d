// A thread that looks again and again, and ends with its object.
#include "clausier/app/recurring.hpp"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <future>

using clausier::app::Recurring;
using namespace std::chrono_literals;

TEST_CASE("it looks at once, then again, until its end") {
    std::atomic<int> looks = 0;
    std::promise<void> thrice;
    {
        const Recurring recurring(
            [&] {
                if (++looks == 3) thrice.set_value();
            },
            1ms);
        REQUIRE(thrice.get_future().wait_for(30s) == std::future_status::ready);
    }
    const int at_end = looks;
    CHECK(at_end >= 3);
    CHECK(looks == at_end);
}

TEST_CASE("its end waits for the look in hand, and not for the next one") {
    std::promise<void> begun;
    bool finished = false;
    {
        const Recurring recurring(
            [&] {
                begun.set_value();
                for (int turn = 0; turn < 1000; ++turn) std::this_thread::yield();
                finished = true;
            },
            24h);
        begun.get_future().wait();
    }
    CHECK(finished);
}
