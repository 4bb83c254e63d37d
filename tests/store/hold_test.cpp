// What a killed program leaves behind is told from what a living one works with.
#include "hold.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "clausier/core/issue.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;

namespace {

// A file that an older process would have made, an hour ago.
std::filesystem::path old_file(const std::filesystem::path& folder, const std::string& name) {
    const auto path = folder / name;
    std::ofstream(path) << "x";
    std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    return path;
}

}  // namespace

TEST_CASE("a file of another process that nobody holds is abandoned, until somebody holds it") {
    tests::ScratchFolder folder;
    const auto file = old_file(folder.path(), "essai-1-abc");
    CHECK(store::is_abandoned(file, "essai-"));
    {
        const store::Hold hold(file);
        CHECK_FALSE(store::is_abandoned(file, "essai-"));
        CHECK_THROWS_AS(store::Hold(file), core::Error);
    }
    CHECK(store::is_abandoned(file, "essai-"));
}

TEST_CASE("what is young, ours, of another name or no file at all is not abandoned") {
    tests::ScratchFolder folder;
    CHECK_FALSE(store::is_abandoned(old_file(folder.path(), "autre-1-abc"), "essai-"));
    CHECK_FALSE(store::is_abandoned(old_file(folder.path(), store::held_prefix("essai-") + "abc"), "essai-"));
    std::ofstream(folder.path() / "essai-1-jeune") << "x";
    CHECK_FALSE(store::is_abandoned(folder.path() / "essai-1-jeune", "essai-"));
    CHECK_FALSE(store::is_abandoned(folder.path() / "essai-1-absent", "essai-"));
    std::filesystem::create_symlink(old_file(folder.path(), "cible"), folder.path() / "essai-1-lien");
    CHECK_FALSE(store::is_abandoned(folder.path() / "essai-1-lien", "essai-"));
}
