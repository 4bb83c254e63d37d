// The program as a whole: exit codes, and a table without doubles.
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "clausier/cli/command.hpp"

using namespace clausier;

namespace {

int run(std::vector<const char*> words) {
    words.insert(words.begin(), "clausier");
    const core::FixedClock clock{std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)};
    return cli::run(static_cast<int>(words.size()), words.data(), clock);
}

}  // namespace

TEST_CASE("exit codes tell usage, data and absence apart") {
    CHECK(run({"calcul", "etp", "--heures", "1607", "--reference", "1607", "--format", "csv"}) == cli::ok);
    CHECK(run({"calcul", "etp"}) == cli::usage);
    CHECK(run({"calcul", "montant", "--montant", "-1", "--part-mo", "5", "--taux", "5", "--cout-horaire", "3"}) ==
          cli::invalid_data);
    CHECK(run({"calcul", "grille", "--grille", "absente", "--montant", "1"}) == cli::not_found);
    CHECK(run({"--version"}) == cli::ok);
}

TEST_CASE("each path is there once, with an example that begins with it") {
    std::set<std::string_view> paths;
    for (const cli::CommandSpec& command : cli::commands()) {
        INFO(command.path);
        CHECK(paths.insert(command.path).second);
        if (!command.example.empty()) CHECK(command.example.starts_with("clausier " + std::string(command.path)));
    }
    CHECK(paths.size() == 177);
}
