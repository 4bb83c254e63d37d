// What makes a row of a list one structure: its kind and SIRET, past or present, else its name.
#include "structure_difference.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "support/rows.hpp"

using namespace clausier;

namespace {

struct World {
    store::Database database{":memory:"};

    domain::Structure keep(const std::string& kind, const std::string& name, const std::string& siret) {
        auto tx = database.write();
        domain::Structure one;
        one.kind = kind;
        one.name = name;
        one.siret = siret;
        one = store::Structures(tx).save(one);
        tx.commit();
        return one;
    }
    app::StructureChanges compare(const std::string& rows) {
        domain::StructureTable table({});
        tests::feed(table, "type;nom;siret;ancien siret\n" + rows);
        table.finish();
        auto tx = database.read();
        return app::StructureDifference(tx, table.rows(), core::parse_iso_date("2026-11-21").value()).compare();
    }
};

}  // namespace

TEST_CASE("a row is the same, an update by a former SIRET, or new under another kind, which is told") {
    World world;
    world.keep("EI", "A", "21990001000014");
    CHECK(world.compare("EI;A;21990001000014;\n").same == 1);
    const auto moved = world.compare("EI;A;21990001000022;21990001000014\n");
    REQUIRE(moved.updated.size() == 1);
    CHECK(moved.updated[0].siret == "21990001000022");
    const auto other = world.compare("ACI;A chantier;21990001000014;\n");
    CHECK(other.created.size() == 1);
    REQUIRE(other.remarks.size() == 1);
    CHECK(other.remarks[0].code == "siret_partage");
    CHECK(other.remarks[0].kept);
}

TEST_CASE("a row without SIRET is known by its name, and a SIRET then completes it") {
    World world;
    world.keep("EA", "Atelier du Val", "");
    CHECK(world.compare("EA;ATELIER DU VAL;;\n").updated.size() == 1);
    const auto completed = world.compare("EA;Atelier du Val;21990001000014;\n");
    REQUIRE(completed.updated.size() == 1);
    CHECK(completed.updated[0].siret == "21990001000014");
    CHECK(completed.created.empty());
}

TEST_CASE("a row that repeats another of the file is listed, whatever the way it names the structure") {
    World world;
    const auto twice = world.compare("EI;A;21990001000014;\nEI;A bis;21990001000014;\n;;;\nEI;;21990001000022;\n");
    CHECK(twice.created.size() == 1);
    CHECK(twice.listed == 2);
    REQUIRE(twice.remarks.size() >= 2);
    world.keep("EI", "B", "21990001000030");
    const auto moved = world.compare("EI;B;21990001000030;\nEI;B;21990001000022;21990001000030\n");
    CHECK(moved.same == 1);
    CHECK(moved.listed == 1);
}
