// Lists of structures imported: every row counted, the same file twice changes nothing, the whole undone.
#include "clausier/app/structure_imports.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/market_world.hpp"
#include "clausier/app/structures.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/scratch.hpp"
#include "support/rows.hpp"

using namespace clausier;

namespace {

const std::string list =
    "type;nom;siret;département\n"
    "EI;Les Tilleuls;21990001000014;57\n"
    "ACI;Chantier du Val;21990001000022;54\n"
    "EI;;21990001000030;57\n";

struct World : tests::MarketWorld {
    store::Scratch folder;
    std::filesystem::path file = folder.path() / "liste.csv";

    domain::StructureImportOutcome import(const std::string& csv, bool trial = false, char separator = ';') {
        std::ofstream(file, std::ios::binary) << csv;
        domain::StructureTable table({});
        tests::feed(table, csv, separator);
        table.finish();
        return trial ? app::try_structures(session, base, table, "liste.csv")
                     : app::import_structures(session, base, table, "liste.csv", file);
    }
};

std::string counts(const domain::StructureImport& i) {
    return std::to_string(i.rows_read) + "=" + std::to_string(i.created) + "+" + std::to_string(i.updated) + "+" +
           std::to_string(i.same) + "+" + std::to_string(i.listed);
}

std::string real(const std::string& name) {
    const char* set = std::getenv("CLAUSIER_SHARED");
    const auto folder = set ? std::filesystem::path(set) : std::filesystem::path(CLAUSIER_SOURCE_DIR) / ".." / "shared";
    const auto path = folder / "data" / name;
    if (!std::filesystem::exists(path)) SKIP("no real files: " << path.string() << " is absent");
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("a trial tells what an import would do and writes nothing; the import does it, once") {
    World world;
    CHECK(counts(world.import(list, true).import) == "3=2+0+0+1");
    CHECK(app::list_structures(world.base, {}).known == 0);
    const auto done = world.import(list);
    CHECK(counts(done.import) == "3=2+0+0+1");
    REQUIRE(done.remarks.size() == 1);
    CHECK(done.remarks[0] == domain::StructureImportRemark{4, "nom_absent", false, done.remarks[0].message});
    CHECK(counts(world.import(list).import) == "3=0+0+2+1");
    CHECK(counts(world.import("type;nom;siret;ville\nEI;Les Tilleuls;21990001000014;Metz\n").import) == "1=0+1+0+0");
    CHECK(app::list_structures(world.base, {}).known == 2);
    auto tx = world.base.read();
    CHECK(store::Journal(tx).list(1).at(0).entry.detail == "lues=1 creees=0 modifiees=1 identiques=0 ecartees=0");
}

TEST_CASE("an import is undone while nobody has touched what it brought") {
    World world;
    const auto done = world.import(list).import;
    CHECK(app::undo_structure_import(world.session, world.base, done.id).import.undone_at.has_value());
    CHECK(app::list_structures(world.base, {}).known == 0);
    const auto again = world.import(list).import;
    auto edited = app::list_structures(world.base, {}).lines.at(0);
    edited.city = "Metz";
    app::update_structure(world.session, world.base, edited);
    CHECK(tests::refusal([&] { app::undo_structure_import(world.session, world.base, again.id); }).kind() ==
          core::ErrorKind::conflict);
    CHECK(app::list_structures(world.base, {}).known == 2);
    CHECK_FALSE(app::structure_import(world.base, again.id).import.undone_at.has_value());
    CHECK(app::list_structure_imports(world.base).size() == 2);
    CHECK(tests::refusal([&] { app::structure_import(world.base, {99}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("a list without a row under its titles is refused") {
    World world;
    CHECK(tests::refusal([&] { world.import("type;nom;siret\n"); }).kind() == core::ErrorKind::invalid);
}

TEST_CASE("the real directory of 3 853 structures is read as its manifest counts it", "[real]") {
    const std::string text = real("annuaire/siaes_sanitised.csv");
    World world;
    const auto done = world.import(text, false, ',');
    CHECK(counts(done.import) == "3853=3853+0+0+0");
    std::map<std::string, int> said;
    for (const auto& remark : done.remarks) ++said[remark.code];
    CHECK(said["siret_cle"] == 13);
    CHECK(said["siret_partage"] == 24);  // 12 SIRET of two structures each
    store::StructureFilter every;
    every.limit = 10'000;
    std::map<std::string, int> kinds;
    int without_naf = 0;
    for (const auto& one : app::list_structures(world.base, every).lines) {
        ++kinds[one.kind];
        without_naf += one.naf.empty();
    }
    CHECK(kinds ==
          std::map<std::string, int>{{"ACI", 1815}, {"AI", 620}, {"EA", 3}, {"EI", 944}, {"ETTI", 299}, {"GEIQ", 172}});
    CHECK(without_naf == 71);
    CHECK(counts(world.import(text, false, ',').import) == "3853=0+0+3853+0");
    app::undo_structure_import(world.session, world.base, done.import.id);
    CHECK(app::list_structures(world.base, every).known == 0);
}

TEST_CASE("a real list without names nor kinds is listed whole; an export of the paying agency is read", "[real]") {
    World world;
    const auto nameless = world.import(real("tableurs/lemarche_hosmoz_import.csv"), true, ',');
    CHECK(counts(nameless.import) == "3=0+0+0+3");
    domain::StructureTable table({"ACI", "agence de paiement"});
    tests::feed(table, real("annuaire/fluxIAE_Structure_sanitised.csv"), '|');
    table.finish();
    CHECK(table.columns().header_row == 2);
    REQUIRE_FALSE(table.rows().empty());
    CHECK(table.rows()[0].structure.name == "CTRE INTERCOM ACTION SOCIALE");
    CHECK(table.rows()[0].structure.siret == "26290411300061");
    CHECK(table.rows()[0].structure.department == "29");
}
