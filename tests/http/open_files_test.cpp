// The limit of open files: raised as far as the system lets this process, and told as it is.
#include <sys/resource.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "clausier/http/server.hpp"

using namespace clausier;

TEST_CASE("the limit of open files is raised as far as it may be, and told as it is") {
    struct rlimit before {};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    struct rlimit low = before;
    low.rlim_cur = 64;
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &low) == 0);
    const std::size_t raised = http::raise_file_limit();
    struct rlimit after {};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &after) == 0);
    CHECK(after.rlim_cur == before.rlim_max);
    CHECK(raised == std::min<rlim_t>(after.rlim_cur, 1U << 30U));
    CHECK(http::raise_file_limit() == raised);
}
