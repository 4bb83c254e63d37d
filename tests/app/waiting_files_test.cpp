// A file waits under its id until it is taken, its time is over, or too many wait.
#include "clausier/app/waiting_files.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "support/refusal.hpp"

using namespace clausier;

namespace {

// A clock that a test moves.
class MovingClock final : public core::Clock {
public:
    core::Instant now() const override { return at; }
    core::Instant at{};
};

}  // namespace

TEST_CASE("a file is found under its id until its time is over, and a visit gives it a new one") {
    const store::Scratch folder;
    std::ofstream(folder.path() / "a.csv") << "a;b\n";
    MovingClock clock;
    app::WaitingFiles files(clock, std::chrono::minutes(10), 2);
    const std::string id = files.deposit(folder.path() / "a.csv", "liste.csv", "Feuil1");
    clock.at += std::chrono::minutes(9);
    CHECK(files.find(id).name == "liste.csv");
    clock.at += std::chrono::minutes(9);
    const app::WaitingFile held = files.find(id);
    CHECK(held.sheet == "Feuil1");
    clock.at += std::chrono::minutes(10);
    CHECK(tests::refusal([&] { files.find(id); }).kind() == core::ErrorKind::not_found);
    files.forget(id);
    CHECK(std::filesystem::exists(held.path));  // while somebody reads it
    CHECK(tests::refusal([&] { files.deposit(folder.path() / "absent", "x", ""); }).kind() ==
          core::ErrorKind::unavailable);
}

TEST_CASE("the one that waits longest leaves its place") {
    const store::Scratch folder;
    std::ofstream(folder.path() / "a.csv") << "a\n";
    MovingClock clock;
    app::WaitingFiles files(clock, std::chrono::minutes(10), 2);
    std::vector<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        ids.push_back(files.deposit(folder.path() / "a.csv", "a.csv", ""));
        clock.at += std::chrono::minutes(1);
    }
    CHECK(tests::refusal([&] { files.find(ids[0]); }).kind() == core::ErrorKind::not_found);
    CHECK(files.find(ids[2]).name == "a.csv");
}
