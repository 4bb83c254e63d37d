// Children within limits: time, memory, files, environment, and nothing of their group left behind.
#include "child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include "fake_program.hpp"

using namespace clausier::outside;
using clausier::test::Programs;
using clausier::test::still_runs;
using Reason = ChildEnd::Reason;

namespace {

ChildEnd run(const Programs& programs, const std::string& lines, const ChildLimits& limits = {}) {
    return run_child({programs.script("program", lines)}, programs.folder(), limits);
}

ChildLimits quick(int milliseconds) {
    ChildLimits out;
    out.time = std::chrono::milliseconds(milliseconds);
    return out;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("a child works in its folder, gets its arguments as they are, and tells how it ended") {
    const Programs programs;
    const std::string program = programs.script("program", "pwd > where; printf '%s' \"$1\" > said; exit 3");
    const ChildEnd end = run_child({program, "$(touch never); `id` & 'x'"}, programs.folder());
    CHECK(end.reason == Reason::ended);
    CHECK(end.status == 3);
    CHECK_FALSE(end.good());
    CHECK(first_line(programs.read("where")) == programs.folder());
    CHECK(programs.read("said") == "$(touch never); `id` & 'x'");
    CHECK_FALSE(std::filesystem::exists(programs.folder() + "/never"));
    CHECK(run(programs, "exit 0").good());
    CHECK(run(programs, "kill -TERM $$").status == 128 + SIGTERM);
}

TEST_CASE("a child that is not there is said absent") {
    const Programs programs;
    CHECK(run_child({programs.folder() + "/nothing"}, programs.folder()).reason == Reason::absent);
}

TEST_CASE("a child that lasts is stopped, and what it started with it") {
    const Programs programs;
    const auto start = std::chrono::steady_clock::now();
    const ChildEnd end = run(programs, "sleep 60 & echo $! > grandchild; echo $$ > child; wait", quick(300));
    CHECK(end.reason == Reason::late);
    CHECK_FALSE(end.good());
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    REQUIRE_FALSE(programs.read("grandchild").empty());
    CHECK_FALSE(still_runs(first_line(programs.read("grandchild"))));
    CHECK_FALSE(still_runs(first_line(programs.read("child"))));
}

TEST_CASE("what a child leaves behind when it ends is killed") {
    const Programs programs;
    CHECK(run(programs, "sleep 60 & echo $! > grandchild; exit 0").good());
    REQUIRE_FALSE(programs.read("grandchild").empty());
    CHECK_FALSE(still_runs(first_line(programs.read("grandchild"))));
}

TEST_CASE("a child cannot shut itself against being stopped") {
    const Programs programs;
    CHECK(run(programs, "trap '' TERM INT HUP; while :; do sleep 1; done", quick(300)).reason == Reason::late);
}

TEST_CASE("memory is counted over the whole group") {
    const Programs programs;
    ChildLimits limits = quick(20'000);
    limits.memory = std::uint64_t{48} << 20U;
    // Two grandchildren of 40 MiB each, whom no limit of one process would stop.
    const std::string lines =
        "hold() { head -c 20971520 /dev/zero | tr '\\0' 'x' > big; a=$(cat big); b=$a$a; sleep 60; }\n"
        "hold & hold & wait";
    CHECK(run(programs, lines, limits).reason == Reason::greedy);
    CHECK(run(programs, "exit 0", limits).good());
}

TEST_CASE("a child cannot fill the disk") {
    const Programs programs;
    ChildLimits limits = quick(5'000);
    limits.file = 4096;
    // The limit is set once the child is started: it waits for it.
    const ChildEnd end = run(programs, "sleep 0.2; head -c 100000 /dev/zero > big", limits);
    CHECK_FALSE(end.good());
    CHECK(programs.read("big").size() <= 4096);
}

TEST_CASE("a child sees neither our environment nor our files") {
    const Programs programs;
    ::setenv("CLAUSIER_TEST_SECRET", "x", 1);
    // Open and without O_CLOEXEC, as a library could do.
    const int open = ::open("/dev/null", O_RDONLY);
    REQUIRE(open >= 3);
    CHECK(run(programs, "env > seen; ls /proc/self/fd > files").good());
    ::close(open);
    ::unsetenv("CLAUSIER_TEST_SECRET");
    CHECK(programs.read("seen").find("CLAUSIER_TEST_SECRET") == std::string::npos);
    CHECK(programs.read("seen").find("HOME=" + programs.folder()) != std::string::npos);
    // 0, 1, 2, and the folder that ls reads.
    CHECK(programs.read("files") == "0\n1\n2\n3\n");
}
