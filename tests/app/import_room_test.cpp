// An import in four steps over several visits: deposited, its columns, its unknown values, its check, applied.
#include "clausier/app/import_room.hpp"

#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "app/import_world.hpp"
#include "clausier/core/interrupted.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using domain::Field;
using domain::ImportStep;
using domain::Ruling;
using tests::ImportWorld;
using tests::refusal;

namespace {

const std::string plain =
    "N° marché;Acheteur;Objet;Lot;Montant HT\n"
    "2026-01;Commune de Valbrume;École;1;200 000\n2026-01;Commune de Valbrume;École;2;300 000\nTOTAL;;;;500 000\n";
const std::string unknown =
    "N° marché;Acheteur;Objet;Procédure;Montant HT\n"
    "A;Commune de Valbrume;École;MAPA 2;200\nB;Commune de Valbrume;Toit;MAPA 2;300\n";

std::vector<domain::Decision> adapted() {
    return {{Field::procedure, "MAPA 2", Ruling::replace, "Procédure adaptée", {}, {}}};
}

}  // namespace

TEST_CASE("an import is its depositor's alone: for another account it does not exist") {
    ImportWorld world;
    const std::string id = world.deposit(plain);
    static_cast<void>(world.rest(id));
    const auto refused = [](auto act) { return refusal(act).kind() == core::ErrorKind::not_found; };
    CHECK(refused([&] { static_cast<void>(world.room->draft(id, "compte/2")); }));
    CHECK(refused([&] { static_cast<void>(world.room->wait(id, "compte/2", {})); }));
    CHECK(refused([&] { world.room->choose(id, "compte/2", {}); }));
    CHECK(refused([&] { world.room->read(id, "compte/2"); }));
    CHECK(refused([&] { world.room->keep_complete(id, "compte/2"); }));
    CHECK(refused([&] { world.room->decide(id, "compte/2", adapted()); }));
    CHECK(refused([&] { world.room->apply(id, "compte/2"); }));
    CHECK(refused([&] { world.room->abandon(id, "compte/2"); }));
    CHECK(refused([&] { static_cast<void>(world.room->annotated(id, "compte/2")); }));
    CHECK(world.room->draft(id, "compte/1").step == ImportStep::columns);
}

TEST_CASE("a file whose columns are known and whose values are too goes straight to the check, then is applied") {
    ImportWorld world;
    const std::string id = world.deposit(plain);
    CHECK(id.size() == 32);
    domain::ImportDraft draft = world.rest(id);
    REQUIRE(draft.step == ImportStep::columns);
    CHECK(draft.file == "marches.csv");
    CHECK(draft.sheets == std::vector<std::string>{"Feuille"});
    REQUIRE(draft.columns.size() == 5);
    CHECK(draft.columns[4].field == Field::amount);
    CHECK(draft.columns[4].letters == "E");
    CHECK(draft.columns[4].samples.at(0) == "200 000");
    CHECK(draft.can_be_read());
    world.room->read(id, "compte/1");
    draft = world.rest(id);
    REQUIRE(draft.step == ImportStep::check);
    REQUIRE(draft.outcome);
    CHECK(draft.outcome->rows_read == 3);
    CHECK(draft.outcome->rows_kept == 2);
    CHECK(draft.outcome->markets_new == 1);
    CHECK(app::list_markets(world.base, {}).markets == 0);
    world.room->apply(id, "compte/1");
    draft = world.rest(id);
    REQUIRE(draft.step == ImportStep::applied);
    CHECK(draft.outcome->id);
    CHECK(app::list_imports(world.base, 10).at(0).file == "marches.csv");
    CHECK(app::list_markets(world.base, {}).markets == 1);
    CHECK(app::undo_import({world.clock, "compte/1"}, world.base, *draft.outcome->id).undone);
}

TEST_CASE("an unknown value is decided once, and not asked again of the next file") {
    ImportWorld world;
    const std::string first = world.deposit(unknown);
    world.rest(first);
    world.room->read(first, "compte/1");
    domain::ImportDraft draft = world.rest(first);
    REQUIRE(draft.step == ImportStep::values);
    REQUIRE(draft.unknown.values.size() == 1);
    CHECK(draft.unknown.values[0].count == 2);
    CHECK_FALSE(draft.outcome);
    CHECK(refusal([&] {
              world.room->decide(first, "compte/1", {{Field::procedure, "MAPA 2", Ruling::replace, "x", {}, {}}});
          })
              .issues()
              .at(0)
              .code == "decision_inconnue");
    world.room->decide(first, "compte/1", adapted());
    draft = world.rest(first);
    REQUIRE(draft.step == ImportStep::check);
    CHECK(draft.unknown.undecided() == 0);
    world.room->apply(first, "compte/1");
    world.rest(first);
    CHECK(app::list_markets(world.base, {}).lines.at(0).market.procedure == "Procédure adaptée");
    const std::string second = world.deposit(unknown);
    world.rest(second);
    world.room->read(second, "compte/1");
    draft = world.rest(second);
    CHECK(draft.step == ImportStep::check);
    CHECK(draft.unknown.values.at(0).decision->at == world.clock.now());
    CHECK(draft.outcome->markets_same == 2);
}

TEST_CASE("what a person leaves undecided is kept as it is") {
    ImportWorld world;
    const std::string id = world.deposit(unknown);
    world.rest(id);
    world.room->read(id, "compte/1");
    world.rest(id);
    world.room->decide(id, "compte/1", {});
    const domain::ImportDraft draft = world.rest(id);
    CHECK(draft.step == ImportStep::check);
    CHECK(draft.unknown.undecided() == 1);
}

TEST_CASE("columns that no profile knows are shown, and chosen by a person") {
    ImportWorld world;
    const std::string id = world.deposit("Chose;Qui;Combien\nÉcole;Commune;12\nToit;Commune;13\n");
    domain::ImportDraft draft = world.rest(id);
    REQUIRE(draft.step == ImportStep::columns);
    CHECK_FALSE(draft.can_be_read());
    CHECK(refusal([&] { world.room->read(id, "compte/1"); }).kind() == core::ErrorKind::invalid);
    domain::ImportChoices choices;
    choices.profile = "table-region";
    choices.columns = {{"", Field::object, 0}, {"", Field::amount, 2}};
    world.room->choose(id, "compte/1", choices);
    draft = world.rest(id);
    CHECK(draft.missing.empty());
    CHECK(draft.needs_buyer);
    choices.buyer = "Commune de Valbrume";
    world.room->choose(id, "compte/1", choices);
    draft = world.rest(id);
    CHECK(draft.can_be_read());
    world.room->read(id, "compte/1");
    draft = world.rest(id);
    CHECK(draft.step == ImportStep::check);
    CHECK(draft.outcome->rows_kept == 2);
}

TEST_CASE("a choice that cannot be leaves the columns as they were and says why") {
    ImportWorld world;
    const std::string id = world.deposit(plain);
    world.rest(id);
    domain::ImportChoices choices;
    choices.header_row = 99;
    world.room->choose(id, "compte/1", choices);
    const domain::ImportDraft draft = world.rest(id);
    CHECK(draft.step == ImportStep::columns);
    CHECK(draft.columns.size() == 5);
    CHECK(draft.faults.size() == 1);
}

TEST_CASE("a file that is no spreadsheet fails with its reason and leaves no file") {
    ImportWorld world;
    const std::string id = world.deposit("PK…");
    const domain::ImportDraft draft = world.rest(id);
    CHECK(draft.step == ImportStep::failed);
    REQUIRE(draft.faults.size() == 1);
    CHECK(draft.faults[0].where == "marches.csv");
    CHECK(world.files() == 0);
    CHECK(refusal([&] { world.room->read(id, "compte/1"); }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("progress is told while the file is read, and the reading is abandoned at once") {
    ImportWorld world;
    const std::string id = world.deposit(plain);
    world.rest(id);
    world.gate.close();
    world.room->read(id, "compte/1");
    world.gate.until_somebody_waits();
    domain::ImportDraft draft = world.room->draft(id, "compte/1");
    CHECK(draft.step == ImportStep::reading);
    CHECK(refusal([&] { world.room->apply(id, "compte/1"); }).kind() == core::ErrorKind::conflict);
    CHECK(world.room->wait(id, "compte/1", std::chrono::milliseconds(1)).step == ImportStep::reading);
    const std::string other = world.deposit(plain);
    CHECK(world.room->draft(other, "compte/1").step == ImportStep::deposited);
    world.room->abandon(id, "compte/1");
    CHECK(world.room->draft(id, "compte/1").step == ImportStep::abandoned);
    world.gate.open();
    CHECK(world.rest(id).step == ImportStep::abandoned);
    CHECK(world.rest(other).step == ImportStep::columns);
    CHECK(world.rest(other).done == 4);
    CHECK(world.rest(other).total == 100);
    world.room->abandon(other, "compte/1");
    CHECK(world.files() == 0);
    CHECK(app::list_imports(world.base, 10).empty());
}

TEST_CASE("an import that nobody visits expires, and its id with it") {
    ImportWorld world;
    const std::string id = world.deposit(plain);
    world.rest(id);
    world.clock.move(std::chrono::minutes(90));
    CHECK(world.room->draft(id, "compte/1").step == ImportStep::columns);
    world.clock.move(std::chrono::minutes(90));
    CHECK(world.room->draft(id, "compte/1").step == ImportStep::columns);
    world.clock.move(std::chrono::minutes(121));
    CHECK(refusal([&] { static_cast<void>(world.room->draft(id, "compte/1")); }).kind() == core::ErrorKind::not_found);
    world.rest(world.deposit(plain));
    CHECK(world.files() == 1);
    CHECK(refusal([&] { static_cast<void>(world.room->draft("0123", "compte/1")); }).kind() ==
          core::ErrorKind::not_found);
}

TEST_CASE("only so many imports are in progress; one that is over gives its place") {
    ImportWorld world(2);
    const std::string first = world.deposit(plain);
    world.rest(first);
    world.rest(world.deposit(plain));
    CHECK(refusal([&] { world.deposit(plain); }).kind() == core::ErrorKind::unavailable);
    world.room->abandon(first, "compte/1");
    CHECK(world.rest(world.deposit(plain)).step == ImportStep::columns);
    CHECK(refusal([&] { static_cast<void>(world.room->draft(first, "compte/1")); }).kind() ==
          core::ErrorKind::not_found);
}

TEST_CASE("the end of the room stops what is going on and leaves no file") {
    ImportWorld world;
    const std::string id = world.deposit(plain);
    world.rest(id);
    world.gate.close();
    world.room->read(id, "compte/1");
    world.deposit(plain);
    world.gate.until_somebody_waits();
    std::thread later([&] { world.gate.open(); });
    world.room.reset();
    later.join();
    CHECK(std::filesystem::is_empty(world.work));
}

TEST_CASE("the remarks of each line come with the file, which stays while they are used") {
    ImportWorld world;
    const std::string id = world.deposit(plain + ";;Sans acheteur;;5\n");
    world.rest(id);
    CHECK(refusal([&] { static_cast<void>(world.room->annotated(id, "compte/1")); }).kind() ==
          core::ErrorKind::conflict);
    world.room->read(id, "compte/1");
    world.rest(id);
    {
        const app::AnnotatedFile file = world.room->annotated(id, "compte/1");
        CHECK(file.header_row == 1);
        CHECK(file.columns == 5);
        CHECK_FALSE(file.remarks.at(4).kept);
        CHECK(file.remarks.at(5).rejected);
        world.room->abandon(id, "compte/1");
        CHECK(tests::content_of(file.file.path).starts_with("N° marché"));
    }
    CHECK(world.files() == 0);
}

TEST_CASE("many threads visit, decide and leave while the room works") {
    ImportWorld world(64);
    std::vector<std::string> ids;
    for (int i = 0; i < 8; ++i) ids.push_back(world.deposit(i % 2 ? plain : unknown));
    std::vector<std::thread> visitors;
    for (std::size_t i = 0; i < ids.size(); ++i)
        visitors.emplace_back([&world, id = ids[i], i] {
            world.rest(id);
            world.room->read(id, "compte/1");
            for (int visit = 0; visit < 50; ++visit) static_cast<void>(world.room->draft(id, "compte/1"));
            world.rest(id);
            if (i % 4 == 0) world.room->decide(id, "compte/1", adapted());
            if (i % 4 == 1) world.room->apply(id, "compte/1");
            if (i % 4 == 3) world.room->abandon(id, "compte/1");
            world.rest(id);
        });
    for (std::thread& visitor : visitors) visitor.join();
    CHECK(world.room->draft(ids[0], "compte/1").step == ImportStep::check);
    CHECK(world.room->draft(ids[1], "compte/1").step == ImportStep::applied);

    CHECK(world.room->draft(ids[3], "compte/1").step == ImportStep::abandoned);
    CHECK(app::list_imports(world.base, 10).size() == 2);
}

TEST_CASE("of a file that breaks off, what precedes the fault may be kept, once there is any") {
    ImportWorld world;
    app::SheetReader reader = world.reader();
    reader.rows = [rows = reader.rows](const app::SheetFile& file, core::RowSink& sink,
                                       const core::Progress& progress) {
        auto remarks = rows(file, sink, progress);
        if (!file.keep_before_fault)
            throw core::Interrupted({core::Severity::error, "fichier_interrompu", file.name, "coupé"}, 2);
        return remarks;
    };
    app::RoomOptions options;
    options.folder = world.work;
    world.room = std::make_unique<app::ImportRoom>(world.base, world.clock, reader, options);
    const std::string id = world.deposit(plain);
    domain::ImportDraft draft = world.rest(id);
    CHECK(draft.step == ImportStep::columns);
    CHECK(draft.complete == 2);
    CHECK(draft.faults.at(0).code == "fichier_interrompu");
    world.room->keep_complete(id, "compte/1");
    draft = world.rest(id);
    REQUIRE(draft.can_be_read());
    CHECK(draft.complete == 0);
    CHECK(draft.faults.empty());
    CHECK(refusal([&] { world.room->keep_complete(id, "compte/1"); }).kind() == core::ErrorKind::conflict);
    world.room->read(id, "compte/1");
    draft = world.rest(id);
    REQUIRE(draft.step == ImportStep::check);
    CHECK(draft.outcome->rows_kept == 2);
}
