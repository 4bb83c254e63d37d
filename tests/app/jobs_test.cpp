// A backup is the base as it stood, and comes back; what is due each day is done once.
#include "clausier/app/jobs.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "clausier/app/access_tokens.hpp"
#include "clausier/app/accounts.hpp"
#include "clausier/app/login.hpp"
#include "clausier/app/passwords.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/settings.hpp"
#include "person_world.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;

namespace {

core::FixedClock day(unsigned number_of_november) {
    return core::FixedClock(std::chrono::sys_days(std::chrono::year(2026) / 11 / static_cast<int>(number_of_november)));
}

void set(const std::filesystem::path& path, std::string_view value) {
    store::Database base(path);
    store::Transaction tx = base.write();
    store::Settings(tx).set("identite.nom", value);
    tx.commit();
}

std::string last_action(store::Database& base) {
    store::Transaction tx = base.read();
    return store::Journal(tx).list(1).at(0).entry.action;
}

struct Counted {
    int runs = 0;
    bool fails = false;
    std::vector<app::DailyJob> jobs{{"essai", "compte ses passages", [this](const app::Session&, store::Database&) {
                                         ++runs;
                                         if (fails) throw std::runtime_error("en panne");
                                         return std::string("un passage");
                                     }}};
};

}  // namespace

TEST_CASE("what is changed after the backup is undone by its return, and both are told in the journal") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "b.sqlite";
    const auto copy = folder.path() / "copie.sqlite";
    const core::FixedClock clock = day(21);
    const app::Session session{clock, "cli"};
    set(path, "avant");
    {
        store::Database base(path);
        CHECK(app::backup(session, base, copy).empty());
        CHECK(last_action(base) == "base.sauvegarder");
        CHECK(tests::refusal([&] { app::backup(session, base, copy); }).kind() == core::ErrorKind::conflict);
        store::Transaction tx = base.read();
        CHECK(store::Journal(tx).find({.action = "base"}).total == 1);
    }
    set(path, "après");
    CHECK_THROWS_AS(app::restore(session, copy, path, false), core::Error);
    app::restore(session, copy, path, true);
    store::Database base(path);
    CHECK(last_action(base) == "base.restaurer");
    CHECK(app::faults_of_base(base).empty());
    store::Transaction tx = base.read();
    CHECK(store::Settings(tx).get("identite.nom") == "avant");
    CHECK(store::Journal(tx).find({.action = "base.sauvegarder"}).total == 1);
}

TEST_CASE("a restored base opens to nobody by what opened it before: sessions, access tokens, links") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "b.sqlite";
    const core::FixedClock clock = day(21);
    const app::Session session{clock, "cli"};
    std::string link, reset, token, browser;
    {
        store::Database base(path);
        domain::Account account;
        account.email = "alix@valbrume.example";
        account.name = "Alix";
        account.memberships = {{{}, domain::Role::structure, {}}};
        {
            store::Transaction tx = base.write();
            domain::Organisation one;
            one.name = "Structure de la Maison";
            account.memberships.front().organisation = store::Organisations(tx).save(one).id;
            tx.commit();
        }
        link = app::invite(session, base, account).token;
        const auto made = app::accept_link(session, base, link, {"", "Alix", "un cheval de trait gris"});
        domain::ApiToken script;
        script.label = "Export";
        script.expires = clock.now() + std::chrono::hours(24);
        token = app::create_token({clock, "compte/1", made.viewer()}, base, script, "un cheval de trait gris").text;
        browser = app::open_session(session, base, made.id, "", "");
        reset = app::renew_link(session, base, made.id).token;
        app::backup(session, base, folder.path() / "copie.sqlite");
        CHECK(app::token_bearer(base, token, clock));
        CHECK(app::open_link(base, reset, clock));
    }
    app::restore(session, folder.path() / "copie.sqlite", path, true);
    store::Database base(path);
    CHECK_FALSE(app::token_bearer(base, token, clock));
    CHECK_FALSE(app::open_link(base, reset, clock));
    CHECK_FALSE(app::session_of(base, browser, clock));
}

TEST_CASE("a copied key is never another file's, nor readable by others") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "b.sqlite";
    set(path, "a");
    std::ofstream(path.string() + ".cle") << "cle";
    std::ofstream(folder.path() / "ailleurs") << "rien";
    // Somebody has prepared the name that the key is copied under.
    std::filesystem::create_symlink(folder.path() / "ailleurs", folder.path() / "copie.sqlite.cle.partiel");
    const core::FixedClock clock = day(21);
    store::Database base(path);
    app::backup({clock, "cli"}, base, folder.path() / "copie.sqlite");
    CHECK(tests::content_of(folder.path() / "ailleurs") == "rien");
    CHECK_FALSE(std::filesystem::is_symlink(folder.path() / "copie.sqlite.cle"));
    CHECK(tests::content_of(folder.path() / "copie.sqlite.cle") == "cle");
    using std::filesystem::perms;
    CHECK((std::filesystem::status(folder.path() / "copie.sqlite.cle").permissions() &
           (perms::group_all | perms::others_all)) == perms::none);
}

TEST_CASE("the key of the installation goes with the backup and comes back, for its owner alone") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "b.sqlite";
    set(path, "a");
    std::ofstream(path.string() + ".cle") << "cle";
    const core::FixedClock clock = day(21);
    {
        store::Database base(path);
        app::backup({clock, "cli"}, base, folder.path() / "copie.sqlite");
    }
    const auto elsewhere = folder.path() / "ailleurs.sqlite";
    app::restore({clock, "cli"}, folder.path() / "copie.sqlite", elsewhere, false);
    std::ifstream in(elsewhere.string() + ".cle");
    std::string text;
    std::getline(in, text);
    CHECK(text == "cle");
    using std::filesystem::perms;
    CHECK(std::filesystem::status(elsewhere.string() + ".cle").permissions() ==
          (perms::owner_read | perms::owner_write));
}

TEST_CASE("who was erased after the backup is erased again when it comes back, in place or elsewhere") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "b.sqlite";
    const auto copy = folder.path() / "copie.sqlite";
    tests::PersonWorld world(path);
    const auto session = world.everybody();
    const auto gone = world.declare("Zénobiette", world.north, world.house);
    const auto stays = world.declare("Yvonnelle", world.north, world.house);
    app::backup(session, world.base, copy);
    app::erase_person(session, world.base, gone.id);
    world.kept.reset();
    const auto elsewhere = folder.path() / "ailleurs.sqlite";
    CHECK(app::restore(session, copy, elsewhere, false, path).empty());
    CHECK(app::restore(session, copy, path, true).empty());
    for (const auto& restored : {elsewhere, path}) {
        store::Database base(restored);
        CHECK_THROWS_AS(app::consult_names(session, base, gone.id), core::Error);
        CHECK(app::consult_names(session, base, stays.id).given == domain::PersonalText("Yvonnelle"));
        CHECK(tests::content_of(restored).find("Zénobiette") == std::string::npos);
    }
    CHECK(tests::content_of(copy).find("Zénobiette") != std::string::npos);
}

TEST_CASE("a base that can no longer be read gives no erasures, and the restore says so") {
    tests::ScratchFolder folder;
    const auto path = folder.path() / "b.sqlite";
    const core::FixedClock clock = day(21);
    set(path, "a");
    {
        store::Database base(path);
        app::backup({clock, "cli"}, base, folder.path() / "copie.sqlite");
    }
    std::ofstream(path, std::ios::binary) << std::string(10'000, 'x');
    const auto told = app::restore({clock, "cli"}, folder.path() / "copie.sqlite", path, true);
    REQUIRE(told.size() == 1);
    CHECK(told.front().code == "effacements_non_rejoues");
}

TEST_CASE("a base with an altered journal is told as faulty") {
    store::Database base(":memory:");
    CHECK(app::faults_of_base(base).empty());
    {
        store::Transaction tx = base.write();
        store::Journal(tx).append({{}, "cli", "x", "y", ""});
        tx.script("UPDATE journal SET detail = 'z'");
        tx.commit();
    }
    const auto faults = app::faults_of_base(base);
    REQUIRE(faults.size() == 1);
    CHECK(faults.front().where == "journal, ligne 1");
}

TEST_CASE("a work is done once a day, whoever starts again, and the next day too") {
    tests::ScratchFolder folder;
    const core::FixedClock today = day(21);
    const core::FixedClock tomorrow = day(22);
    Counted counted;
    for (int start = 0; start < 3; ++start) {
        store::Database base(folder.path() / "b.sqlite");
        const auto runs = app::run_daily_jobs({today, "entretien"}, base, counted.jobs);
        CHECK(runs.at(0).done == (start == 0));
        CHECK(runs.at(0).said == "un passage");
        CHECK(runs.at(0).last == today.today());
    }
    CHECK(counted.runs == 1);
    store::Database base(folder.path() / "b.sqlite");
    app::run_daily_jobs({tomorrow, "entretien"}, base, counted.jobs);
    CHECK(counted.runs == 2);
    app::run_daily_jobs({tomorrow, "entretien"}, base, counted.jobs, true);
    CHECK(counted.runs == 3);
}

TEST_CASE("a clock that goes back a day does no work twice, one that was years ahead puts none off") {
    store::Database base(":memory:");
    Counted counted;
    const core::FixedClock today = day(21);
    const core::FixedClock yesterday = day(20);
    app::run_daily_jobs({today, "entretien"}, base, counted.jobs);
    app::run_daily_jobs({yesterday, "entretien"}, base, counted.jobs);
    CHECK(counted.runs == 1);
    const core::FixedClock ahead{std::chrono::sys_days(std::chrono::year(2126) / 1 / 1)};
    app::run_daily_jobs({ahead, "entretien"}, base, counted.jobs);
    app::run_daily_jobs({today, "entretien"}, base, counted.jobs);
    CHECK(counted.runs == 3);
}

TEST_CASE("a work that fails is told, tried again, and keeps no other from being done") {
    store::Database base(":memory:");
    Counted first;
    Counted second;
    first.fails = true;
    std::vector<app::DailyJob> jobs{first.jobs.at(0), second.jobs.at(0)};
    jobs.at(1).name = "autre";
    const core::FixedClock today = day(21);
    const auto runs = app::run_daily_jobs({today, "entretien"}, base, jobs);
    CHECK(runs.at(0).failed);
    CHECK(runs.at(0).said == "en panne");
    CHECK(runs.at(1).done);
    first.fails = false;
    CHECK(app::run_daily_jobs({today, "entretien"}, base, jobs).at(0).done);
    CHECK(second.runs == 1);
}
