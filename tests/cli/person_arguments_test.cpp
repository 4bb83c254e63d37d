// A file of names is read whole, within a limit.
#include "person_arguments.hpp"

#include <catch2/catch_test_macros.hpp>

#include "command_world.hpp"
#include "support/refusal.hpp"

using namespace clausier;

TEST_CASE("the whole file, and no more than a mebibyte") {
    tests::CommandWorld world;
    CHECK(cli::private_text(world.write("a.csv", "nom\nété\n")) == "nom\nété\n");
    CHECK(cli::private_text(world.write("b.csv", std::string(1U << 20U, 'a'))).size() == 1U << 20U);
    CHECK(tests::refusal([&] { cli::private_text(world.write("c.csv", std::string((1U << 20U) + 1, 'a'))); }).kind() ==
          core::ErrorKind::invalid);
    CHECK(tests::refusal([&] { cli::private_text(world.file("absent.csv")); }).kind() == core::ErrorKind::not_found);
}
