// The completion scripts are shell that the shell accepts.
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "clausier/cli/help.hpp"

using namespace clausier::cli;

TEST_CASE("bash reads the completion and offers the right words") {
    const auto file = std::filesystem::temp_directory_path() / "clausier-completion-test.bash";
    std::ofstream(file)
        << completion("bash", commands())
        << "COMP_WORDS=(clausier calcul mont); COMP_CWORD=2; _clausier; [ \"${COMPREPLY[*]}\" = montant ]\n";
    CHECK(std::system(("bash " + file.string()).c_str()) == 0);
    std::filesystem::remove(file);
}
