// A file that takes its name only once it is whole.
#include "partial_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "scratch_folder.hpp"
#include "sheet_files.hpp"

using namespace clausier;
using namespace clausier::sheets;
using namespace clausier::tests;

TEST_CASE("A file appears under its name when it is kept, and replaces the one that was there") {
    const ScratchFolder folder;
    const auto path = folder.path() / "export.txt";
    std::ofstream(path) << "before";
    PartialFile file(path);
    std::ofstream(file.path()) << "after";
    CHECK(content_of(path) == "before");
    file.keep();
    CHECK(content_of(path) == "after");
    CHECK(folder.names() == std::vector<std::string>{"export.txt"});
}

TEST_CASE("A file that is not kept leaves nothing behind") {
    const ScratchFolder folder;
    {
        PartialFile file(folder.path() / "export.txt");
        std::ofstream(file.path()) << "half";
        CHECK(folder.names().size() == 1);
    }
    CHECK(folder.names().empty());
}

TEST_CASE("A device or a pipe is written to, never replaced") {
    const ScratchFolder folder;
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(reader >= 0);
    PartialFile file(pipe);
    std::ofstream(file.path()) << "text";
    file.keep();
    std::array<char, 16> read{};
    CHECK(::read(reader, read.data(), read.size()) == 4);
    ::close(reader);
    CHECK(std::filesystem::is_fifo(pipe));
}

TEST_CASE("Two files of one name may be in progress at once") {
    const ScratchFolder folder;
    const PartialFile one(folder.path() / "export.txt");
    const PartialFile two(folder.path() / "export.txt");
    CHECK(one.path() != two.path());
}

TEST_CASE("A folder that is not there, or a name that is a folder, is refused") {
    const ScratchFolder folder;
    CHECK(says(refusal_of([&] { PartialFile(folder.path() / "absent" / "export.txt"); }),
               "export.txt : le dossier ne peut pas être écrit"));
    CHECK(says(refusal_of([&] { PartialFile(folder.path()); }), "c’est un dossier ; donnez un nom de fichier"));
}
