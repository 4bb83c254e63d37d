// Importing a table: tried, applied, applied again, changed, undone.
#include "clausier/app/imports.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "clausier/app/decisions.hpp"
#include "clausier/app/markets.hpp"
#include "sheets/scratch_folder.hpp"
#include "support/rows.hpp"

using namespace clausier;

namespace {

constexpr std::string_view kLots =
    "N° marché;Acheteur;Objet;Lot;Intitulé du lot;Montant HT;Date de notification\n"
    "2026-01;Commune de Valbrume;École des Tilleuls;1;Peinture;200 000,00 €;01/03/2026\n"
    "2026-01;Commune de Valbrume;École des Tilleuls;2;Gros œuvre;1 000 000;01/03/2026\n"
    "2026-02;Commune de Valbrume;Nettoyage;;;selon BPU;2026-04-01\n";

struct World {
    core::FixedClock clock{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value())};
    store::Database base{":memory:"};
    std::filesystem::path file = std::filesystem::temp_directory_path() / "clausier-imports-test.csv";
    app::Session session{clock, "test"};

    std::unique_ptr<app::ImportSession> open(std::string_view csv, app::IntakeOptions options = {}) {
        std::ofstream(file, std::ios::binary) << csv;
        auto import = std::make_unique<app::ImportSession>(session, base, file, std::move(options));
        tests::feed(import->sink(), csv);
        return import;
    }
    domain::MarketPage markets() { return app::list_markets(base, {}); }
    ~World() { std::filesystem::remove(file); }
};

std::string with(std::string_view csv, std::string_view from, std::string_view to) {
    std::string out(csv);
    return out.replace(out.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a trial tells what would change and changes nothing") {
    World world;
    const app::ImportPreview preview = world.open(kLots)->preview();
    CHECK(preview.rows.read == 3);
    CHECK(preview.rows.kept == 3);
    CHECK(preview.rows.ignored == 0);
    CHECK(preview.difference.markets_new == 2);
    CHECK(preview.faults.at("montant_illisible").count == 1);
    CHECK(preview.mapping.unresolved().empty());
    CHECK(world.markets().markets == 0);
}

TEST_CASE("the same file applied twice changes nothing the second time") {
    World world;
    const domain::ImportOutcome first = world.open(kLots)->apply();
    CHECK(first.markets_new == 2);
    CHECK(first.lots == 3);
    CHECK(first.rows_read == first.rows_kept + first.rows_ignored + first.rows_rejected);
    const domain::ImportOutcome second = world.open(kLots)->apply();
    CHECK(second.markets_new == 0);
    CHECK(second.markets_changed == 0);
    CHECK(second.markets_same == 2);
    CHECK(world.markets().markets == 2);
    CHECK(world.markets().totals.amount == core::Euros::whole(1'200'000));
    CHECK(app::list_imports(world.base, 10).size() == 2);
}

TEST_CASE("a changed figure is shown, applied, and undone") {
    World world;
    world.open(kLots)->apply();
    const std::string changed = with(kLots, "200 000,00 €", "250 000,00 €");
    const auto import = world.open(changed);
    REQUIRE(import->preview().changes.size() == 1);
    CHECK(import->preview().changes[0].reference == "2026-01");
    const domain::ImportOutcome done = import->apply();
    CHECK(done.markets_changed == 1);
    CHECK(world.markets().totals.amount == core::Euros::whole(1'250'000));
    CHECK(app::undo_import(world.session, world.base, *done.id).undone);
    CHECK(world.markets().totals.amount == core::Euros::whole(1'200'000));
}

TEST_CASE("an import whose lots were used since is not undone, and says why") {
    World world;
    const domain::ImportOutcome done = world.open(kLots)->apply();
    app::market_hours(world.session, world.base, {}, {}, true);
    try {
        app::undo_import(world.session, world.base, *done.id);
        FAIL("the lots have calculations");
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::conflict);
        CHECK_FALSE(error.issues().empty());
    }
    CHECK(world.markets().markets == 2);
}

TEST_CASE("a buyer that the file does not name is asked once") {
    const std::string csv = "Objet;Lot;Intitulé du lot;Montant HT\nÉcole;1;Peinture;200 000\nÉcole;2;Sols;100 000\n";
    World world;
    int asked = 0;
    app::IntakeOptions options;
    options.ask_buyer = [&asked] {
        ++asked;
        return domain::parse_buyer("Commune de Valbrume");
    };
    CHECK(world.open(csv, options)->apply().lots == 2);
    CHECK(asked == 1);
    CHECK(world.markets().lines.at(0).buyer == "Commune de Valbrume");
    options.ask_buyer = []() -> domain::TenderParty {
        throw core::Error(core::ErrorKind::invalid, "acheteur", "absent");
    };
    CHECK_THROWS_AS(world.open(csv, options)->preview(), core::Error);
}

TEST_CASE("what was said of each line is kept for the annotated copy") {
    World world;
    const auto import = world.open(std::string(kLots) + "TOTAL;;;;;1 200 000;\n");
    import->preview();
    const auto remarks = import->remarks();
    CHECK_FALSE(remarks.contains(1));
    CHECK(remarks.at(4).issues.at(0).code == "montant_illisible");
    CHECK_FALSE(remarks.contains(2));
    CHECK_FALSE(remarks.at(5).kept);
    CHECK_FALSE(remarks.at(5).rejected);
}

TEST_CASE("an empty file, or one that no profile fits, is an error and changes nothing") {
    World world;
    CHECK_THROWS_AS(world.open("")->preview(), core::Error);
    CHECK_THROWS_AS(world.open("a;b\n1;2\n")->preview(), core::Error);
    CHECK(world.markets().markets == 0);
}

TEST_CASE("decisions of the options come before those of the base, and buyers of the base are compared with") {
    const std::string csv = "N° marché;Acheteur;Objet;Procédure;Montant HT\nA;Valbrume;École;MAPA 2;200\n";
    World world;
    world.open(kLots)->apply();
    using domain::Field;
    using domain::Ruling;
    app::save_decisions(world.session, world.base, {{Field::procedure, "MAPA 2", Ruling::ignore, "", {}, {}}});
    const domain::UnknownValues stored = world.open(csv)->preview().unknown;
    REQUIRE(stored.values.size() == 2);
    CHECK(stored.values[0].near.at(0).label == "Commune de Valbrume");
    CHECK(stored.values[1].decision->ruling == Ruling::ignore);
    app::IntakeOptions options;
    options.tender.decisions.set({Field::procedure, "MAPA 2", Ruling::keep, "", {}, {}});
    CHECK(world.open(csv, options)->preview().unknown.values.at(1).decision->ruling == Ruling::keep);
}

TEST_CASE("a trial needs no writer: it goes on while another writes") {
    tests::ScratchFolder folder;
    World world;
    store::DatabaseOptions impatient;
    impatient.busy_timeout = std::chrono::milliseconds(1);
    store::Database base(folder.path() / "base.sqlite", impatient);
    std::ofstream(world.file, std::ios::binary) << kLots;
    app::ImportSession import(world.session, base, world.file, {});
    tests::feed(import.sink(), kLots);
    auto writing = base.write();
    CHECK(import.preview().difference.markets_new == 2);
    CHECK_THROWS(import.apply());
}

TEST_CASE("an import is found again with its faults and its reasons, and says whether it can be undone") {
    World world;
    const std::string csv = std::string(kLots) + "TOTAL;;;;;1 200 000;\n";
    const std::int64_t id = *world.open(csv)->apply().id;
    const domain::ImportOutcome found = app::find_import(world.base, id);
    CHECK(found.rows_read == 4);
    REQUIRE(found.skipped.size() == 1);
    CHECK(found.skipped[0].reason == "total");
    bool told = false;
    for (const domain::FaultCount& fault : found.faults)
        told = told || (fault.code == "montant_illisible" && fault.count == 1 && !fault.first.text.empty());
    CHECK(told);
    CHECK(app::undo_obstacles(world.base, id).empty());
    app::market_hours(world.session, world.base, {}, {}, true);
    CHECK(app::undo_obstacles(world.base, id).size() == 2);
    CHECK_THROWS_AS(app::find_import(world.base, 99), core::Error);
    CHECK_THROWS_AS(app::undo_obstacles(world.base, 99), core::Error);
}
