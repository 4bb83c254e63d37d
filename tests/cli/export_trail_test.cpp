// Exports of the command line told in the journal.
#include "export_trail.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/app/journal.hpp"
#include "command_world.hpp"

using namespace clausier;

namespace {

struct ExportWorld : tests::BaseCommandWorld {
    // The program as a whole; what it writes on stdout goes with the output of the test.
    int run_words(std::vector<std::string> words) const {
        std::vector<const char*> all{"clausier"};
        for (const std::string& word : words) all.push_back(word.c_str());
        return cli::run(static_cast<int>(all.size()), all.data(), clock);
    }
    std::vector<std::string> told() const {
        store::Database base(file);
        std::vector<std::string> out;
        for (const auto& row : app::list_journal(base, {.action = "donnees.exporter"}).rows) {
            CHECK(row.entry.actor == "cli");
            out.push_back(row.entry.subject + " " + row.entry.detail);
        }
        return out;
    }
};

}  // namespace

TEST_CASE("an answer that goes to a file, or a table in CSV, is told in the journal") {
    ExportWorld world;
    CHECK(world.run_words({"marches", "liste", "--base", world.file, "--sortie", world.CommandWorld::file("m.json")}) ==
          cli::ok);
    CHECK(world.told() == std::vector<std::string>{"marches liste json"});
    CHECK(world.run_words({"marches", "liste", "--base", world.file, "--csv-fr"}) == cli::ok);
    CHECK(world.run_words({"marches", "exporter", "--base", world.file, "--sortie",
                           world.CommandWorld::file("m.xlsx")}) == cli::ok);
    CHECK(world.told().size() == 3);
    CHECK(world.told().front() == "marches exporter xlsx");
}

TEST_CASE("what is read on the spot, refused, or takes nothing of a base is not") {
    ExportWorld world;
    const std::string out = world.CommandWorld::file("sortie.json");
    CHECK(world.run_words({"marches", "liste", "--base", world.file, "--format", "json"}) == cli::ok);
    CHECK(world.run_words({"marches", "voir", "99", "--base", world.file, "--sortie", out}) == cli::not_found);
    CHECK(world.run_words({"calcul", "etp", "--heures", "1607", "--reference", "1607", "--sortie", out}) == cli::ok);
    CHECK(world.told().empty());
}

TEST_CASE("a base that is only read keeps no trace, and the export is made") {
    ExportWorld world;
    const std::string out = world.CommandWorld::file("sortie.csv");
    CHECK(world.run_words({"marches", "liste", "--base", world.file, "--lecture-seule", "--sortie", out}) == cli::ok);
    CHECK(std::filesystem::file_size(out) > 0);
    CHECK(world.told().empty());
}

TEST_CASE("what cannot be told does not leave") {
    ExportWorld world;
    {
        store::Database base(world.file);
        store::Transaction tx = base.write();
        tx.script("CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'plein'); END");
        tx.commit();
    }
    const std::string out = world.CommandWorld::file("sortie.csv");
    CHECK(world.run_words({"marches", "liste", "--base", world.file, "--sortie", out}) != cli::ok);
    CHECK_FALSE(std::filesystem::exists(out));
}
