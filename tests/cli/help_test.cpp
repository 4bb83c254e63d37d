// Help, completion and man page say every command and option of the table.
#include "clausier/cli/help.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/cli/usage.hpp"

using namespace clausier::cli;

namespace {
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }
}  // namespace

TEST_CASE("the help lists every command, and each command its options") {
    const std::string all = help_text("", commands());
    for (const CommandSpec& command : commands()) {
        INFO(command.path);
        CHECK(holds(all, command.path));
        const std::string own = help_text(command.path, commands());
        for (const OptionSpec& option : command.options) CHECK(holds(own, option.name.substr(option.name.find("--"))));
        CHECK(holds(own, "--format"));
        CHECK_FALSE(command.summary.empty());
    }
    CHECK_FALSE(holds(help_text("calcul", commands()), "importer"));
}

TEST_CASE("completions and man page come from the same table") {
    const std::string bash = completion("bash", commands());
    const std::string zsh = completion("zsh", commands());
    const std::string man = man_page(commands());
    for (const CommandSpec& command : commands()) {
        INFO(command.path);
        CHECK(holds(bash, "'" + std::string(command.path) + "') echo"));
        CHECK(holds(zsh, "'" + std::string(command.path) + "') echo"));
        CHECK(holds(man, ".SS " + std::string(command.path.substr(0, command.path.find('-')))));
    }
    CHECK_THROWS_AS(completion("fish", commands()), UsageError);
}
