// An import of structures is undone as a whole, while nobody has touched what it brought.
#include "clausier/store/structure_imports.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "clausier/store/structures.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using domain::Structure;

namespace {

Structure site(const std::string& name, const std::string& siret) {
    Structure out;
    out.kind = "EI";
    out.name = name;
    out.siret = siret;
    return out;
}

struct World {
    store::Database database{":memory:"};
    store::Transaction tx = database.write();
    store::Structures structures{tx};
    store::StructureImports imports{tx};
    core::Instant at{};

    domain::StructureImport apply(const std::vector<Structure>& created, const std::vector<Structure>& updated) {
        domain::StructureImport import;
        import.file_name = "liste.csv";
        import.file_sha256 = std::string(64, 'a');
        import.created = static_cast<std::int64_t>(created.size());
        import.updated = static_cast<std::int64_t>(updated.size());
        import.rows_read = import.created + import.updated;
        return imports.apply(import, created, updated, {{3, "siret_cle", true, "clé fausse"}});
    }
};

}  // namespace

TEST_CASE("undoing takes back what was created and puts back what was changed, history and approvals included") {
    World world;
    const Structure before = world.structures.save(site("Avant", "21990001000014"));
    Structure after = domain::with_siret(before, "21990001000022", core::parse_iso_date("2026-01-01").value());
    after.name = "Après";
    after.approvals = {{domain::ApprovalKind::esus, std::nullopt, std::nullopt, ""}};
    const auto import = world.apply({site("Neuve", "21990001000030")}, {after});
    CHECK(world.structures.list({}).known == 2);
    CHECK(world.imports.remarks(import.id).size() == 1);
    world.imports.undo(import.id, world.at);
    CHECK(world.structures.list({}).known == 1);
    const Structure back = world.structures.find(before.id).value();
    CHECK(back.name == "Avant");
    CHECK(back.siret == "21990001000014");
    CHECK(back.sirets == std::vector<domain::DatedSiret>{{"21990001000014", std::nullopt, std::nullopt}});
    CHECK(back.approvals.empty());
    CHECK(world.imports.find(import.id)->undone_at.has_value());
    CHECK(tests::refusal([&] { world.imports.undo(import.id, world.at); }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("a structure changed since keeps the import from being undone, and is named") {
    World world;
    const auto import = world.apply({site("Neuve", "21990001000030")}, {});
    Structure kept = world.structures.list({}).lines.at(0);
    kept.name = "Corrigée";
    world.structures.save(kept);
    const auto error = tests::refusal([&] { world.imports.undo(import.id, world.at); });
    CHECK(error.issues().front().where.find("Corrigée") != std::string::npos);
}

TEST_CASE("the newer of two imports is undone first, then the older one") {
    World world;
    const auto first = world.apply({site("Neuve", "21990001000030")}, {});
    Structure kept = world.structures.list({}).lines.at(0);
    kept.city = "Metz";
    const auto second = world.apply({}, {kept});
    CHECK(tests::refusal([&] { world.imports.undo(first.id, world.at); }).kind() == core::ErrorKind::conflict);
    // The refused undo is rolled back by its transaction; here its mark is taken away.
    world.tx.run("UPDATE structure_imports SET undone_at = NULL");
    world.imports.undo(second.id, world.at);
    CHECK(world.structures.find(kept.id)->city.empty());
    world.imports.undo(first.id, world.at);
    CHECK(world.structures.list({}).known == 0);
    CHECK(world.imports.list(10).at(0).id == second.id);
}
