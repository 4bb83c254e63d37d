// A backup is the base as it stood, and comes back.
#include "clausier/app/jobs.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/settings.hpp"

using namespace clausier;

TEST_CASE("what is changed after the backup is undone by its return") {
    const auto folder = std::filesystem::temp_directory_path() / "clausier-jobs-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto set = [&](std::string_view value) {
        store::Database base(folder / "b.sqlite");
        store::Transaction tx = base.write();
        store::Settings(tx).set("instance.name", value);
        tx.commit();
    };
    set("avant");
    {
        store::Database base(folder / "b.sqlite");
        app::backup(base, folder / "copie.sqlite", {});
    }
    set("après");
    CHECK_THROWS_AS(app::restore(folder / "copie.sqlite", folder / "b.sqlite", false), core::Error);
    app::restore(folder / "copie.sqlite", folder / "b.sqlite", true);
    store::Database base(folder / "b.sqlite");
    store::Transaction tx = base.read();
    CHECK(store::Settings(tx).get("instance.name") == "avant");
    std::filesystem::remove_all(folder);
}
