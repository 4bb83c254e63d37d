// The files of a work in progress go with it, and those of a killed program with the next sweep.
#include "clausier/store/scratch.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "clausier/core/issue.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;

namespace {

void make_old(const tests::ScratchFolder& folder) {
    for (const std::string& name : folder.names())
        std::filesystem::last_write_time(folder.path() / name,
                                         std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
}

}  // namespace

TEST_CASE("a scratch folder is nobody else's to read and goes with its files") {
    tests::ScratchFolder parent;
    {
        const store::Scratch scratch(parent.path());
        CHECK((std::filesystem::status(scratch.path()).permissions() & std::filesystem::perms::all) ==
              std::filesystem::perms::owner_all);
        std::ofstream(scratch.path() / "fichier") << "x";
        make_old(parent);
        CHECK(store::Scratch::sweep(parent.path()) == 0);
        CHECK(parent.names().size() == 1);
    }
    CHECK(parent.names().empty());
    CHECK_THROWS_AS(store::Scratch("/nulle/part"), core::Error);
    CHECK(store::Scratch::sweep("/nulle/part") == 0);
}

TEST_CASE("kill -9 leaves a folder that the next sweep removes, while that of a living program stays") {
    tests::ScratchFolder parent;
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const store::Scratch scratch(parent.path());
        std::ofstream(scratch.path() / "attente.sqlite") << "x";
        if (::write(ready[1], "x", 1) != 1) ::_exit(1);
        for (;;) ::pause();
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    make_old(parent);
    CHECK(store::Scratch::sweep(parent.path()) == 0);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    CHECK(parent.names().size() == 1);
    CHECK(store::Scratch::sweep(parent.path()) == 1);
    CHECK(parent.names().empty());
}
