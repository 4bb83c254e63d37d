// 24 months after the end of the path, nothing of a name is left in any file; figures stay (TRUST 27).
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "app/person_world.hpp"

using namespace clausier;
using domain::Hold;
using domain::HoldKind;
using tests::PersonWorld;

namespace {

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("clausier-purge-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    Folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

// The files of the folder where the text stands, as it is or as UTF-16.
std::string found_in(const std::filesystem::path& folder, const std::string& text) {
    std::string out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        if (bytes.find(text) != std::string::npos) out += entry.path().filename().string() + " ";
    }
    return out;
}

app::Session on(const core::Clock& clock) { return {clock, "cli"}; }

}  // namespace

TEST_CASE("the name leaves the base, its log and its old copies on its day, and the count stays") {
    const Folder folder;
    PersonWorld world(folder.path / "region.sqlite");
    // Enough others around it that its page is not the only one.
    for (int i = 0; i < 200; ++i) world.declare(("Voisin" + std::to_string(i)).c_str(), world.north, world.garden);
    const auto gone = world.declare("Zqdisparue", world.north, world.house, true);
    const auto kept = world.declare("Zqgardee", world.north, world.house);
    const auto walking = world.declare("Zqenparcours", world.north, world.house);
    // Corrected once: the former name must go as well.
    app::change_names(world.everybody(), world.base, gone.id, gone.revision, PersonWorld::named("Zqpartie"));
    app::end_path(world.everybody(), world.base, gone.id, tests::day("2024-11-22"));
    app::end_path(world.everybody(), world.base, kept.id, tests::day("2024-11-22"));
    Hold hold;
    hold.participant = kept.id;
    hold.kind = HoldKind::funding;
    hold.reason = "convention FSE";
    hold.until = tests::day("2031-12-31");
    app::hold(world.everybody(), world.base, hold);
    std::ofstream(folder.path / "region.sqlite.avant-011") << "Zqpartie";
    std::ofstream(folder.path / "region.sqlite.avant-010") << "Zqpartie";
    std::ofstream(folder.path / "autre.sqlite.avant-011") << "x";
    using namespace std::chrono;
    std::filesystem::last_write_time(folder.path / "region.sqlite.avant-011",
                                     file_clock::from_sys(sys_seconds(sys_days(tests::day("2026-10-22")))));
    std::filesystem::last_write_time(folder.path / "region.sqlite.avant-010",
                                     file_clock::from_sys(sys_seconds(sys_days(tests::day("2026-10-01")))));
    CHECK_FALSE(found_in(folder.path, "Zqpartie").empty());

    CHECK(app::purge_plan(world.everybody(), world.base).due.empty());
    const core::FixedClock next_day(sys_days(tests::day("2026-11-22")));
    const auto plan = app::purge_plan(on(next_day), world.base);
    REQUIRE(plan.due.size() == 1);
    CHECK(plan.due[0].participant.pseudonym == gone.pseudonym);
    REQUIRE(plan.held.size() == 1);
    CHECK(plan.held[0].participant.pseudonym == kept.pseudonym);
    CHECK(plan.open == 201);
    CHECK(plan.copies.size() == 2);
    const auto total = app::people(on(next_day), world.base, {}, 1).total;

    const auto done = app::purge(on(next_day), world.base);
    CHECK(done.people == 1);
    CHECK(done.copies == 2);
    CHECK(done.remarks.empty());
    CHECK(found_in(folder.path, "Zqpartie").empty());
    CHECK(found_in(folder.path, "Zqdisparue").empty());
    CHECK_FALSE(found_in(folder.path, "Zqgardee").empty());
    CHECK(std::filesystem::exists(folder.path / "autre.sqlite.avant-011"));
    CHECK(app::people(on(next_day), world.base, {}, 1).total == total);
    CHECK(app::consult_names(on(next_day), world.base, walking.id).given.reveal() == "Zqenparcours");
    CHECK(app::purge(on(next_day), world.base).people == 0);
    // At the end of its hold the other one goes too.
    const core::FixedClock later(sys_days(tests::day("2032-01-01")));
    CHECK(app::purge(on(later), world.base).people == 1);
    CHECK(found_in(folder.path, "Zqgardee").empty());
    CHECK_FALSE(found_in(folder.path, "Zqenparcours").empty());
}

TEST_CASE("a copy made thirty days ago is kept, and gone the day after") {
    const Folder folder;
    PersonWorld world(folder.path / "region.sqlite");
    const auto copy = folder.path / "region.sqlite.avant-011";
    std::ofstream(copy) << "x";
    using namespace std::chrono;
    std::filesystem::last_write_time(copy,
                                     file_clock::from_sys(sys_seconds(sys_days(tests::day("2026-10-22"))) + hours(1)));
    CHECK(app::purge(world.everybody(), world.base).copies == 0);
    const core::FixedClock next_day(sys_days(tests::day("2026-11-22")));
    CHECK(app::purge(on(next_day), world.base).copies == 1);
    CHECK_FALSE(std::filesystem::exists(copy));
    CHECK(world.journal().find("rgpd.purger_copies") != std::string::npos);
}

TEST_CASE("while another work reads the file the names are gone from the tables, and the next purge cleans the file") {
    const Folder folder;
    PersonWorld world(folder.path / "region.sqlite");
    const auto gone = world.declare("Zqdisparue", world.north, world.house);
    app::end_path(world.everybody(), world.base, gone.id, tests::day("2024-11-21"));
    {
        store::Transaction reading = world.base.read();
        static_cast<void>(reading.value<std::int64_t>("SELECT count(*) FROM participants"));
        const auto done = app::purge(world.everybody(), world.base);
        CHECK(done.people == 1);
        CHECK(done.remarks.size() == 1);
    }
    CHECK(app::purge(world.everybody(), world.base).remarks.empty());
    CHECK(found_in(folder.path, "Zqdisparue").empty());
}

TEST_CASE("what was merged into a record that goes in its time goes from older backups with it") {
    PersonWorld world;
    const auto kept = world.declare("Un", world.north, world.house);
    const auto other = world.declare("Hun", world.north, world.garden);
    app::merge_people(world.everybody(), world.base, other.id, kept.id);
    app::end_path(world.everybody(), world.base, kept.id, tests::day("2024-11-21"));
    CHECK(app::purge(world.everybody(), world.base).people == 1);
    std::set<std::string> listed;
    for (const auto& erasure : app::erasures(world.base)) {
        CHECK(erasure.because == domain::Gone::retention);
        CHECK(erasure.name_tag.empty());
        listed.insert(erasure.pseudonym);
    }
    CHECK(listed == std::set{kept.pseudonym, other.pseudonym});
}
