// Every task is called once, with what became of it.
#include "worker_pool.hpp"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "http/test_server.hpp"

using namespace clausier;
using http::WorkerPool;

TEST_CASE("tasks run on several threads") {
    std::atomic<int> ran{0};
    {
        tests::Gate gate;
        WorkerPool pool(3, 10);
        for (int i = 0; i < 3; ++i)
            REQUIRE(pool.submit([&](bool run) {
                gate.pass();
                ran += run ? 1 : 0;
            }));
        gate.wait_for(3);
        gate.open();
    }
    CHECK(ran == 3);
}

TEST_CASE("one task more than the bound is refused, and never called") {
    tests::Gate gate;
    std::atomic<int> called{0};
    {
        WorkerPool pool(1, 1);
        REQUIRE(pool.submit([&](bool) { gate.pass(); }));
        gate.wait_for(1);
        CHECK(pool.submit([&](bool) { ++called; }));
        CHECK_FALSE(pool.submit([&](bool) { called += 100; }));
        gate.open();
    }
    CHECK(called == 1);
}

TEST_CASE("what waits when the pool closes is told so, and nothing enters after") {
    tests::Gate gate;
    std::atomic<int> dropped{0};
    {
        WorkerPool pool(1, 10);
        REQUIRE(pool.submit([&](bool) { gate.pass(); }));
        gate.wait_for(1);
        REQUIRE(pool.submit([&](bool run) { dropped += run ? 0 : 1; }));
        pool.close();
        CHECK(dropped == 1);
        CHECK_FALSE(pool.submit([](bool) {}));
        gate.open();
    }
    CHECK(dropped == 1);
}
