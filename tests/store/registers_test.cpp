// Registers and declarations come back as they were kept, by buyer, and change by one hand at a time.
#include "clausier/store/registers.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "clausier/store/organisations.hpp"

using namespace clausier;
using domain::RegisterEntry;
using domain::ReuseDeclaration;
using store::Registers;

namespace {

struct World {
    store::Database base{":memory:"};
    store::Transaction tx = base.write();
    domain::Id<domain::Organisation> town = add("Commune de Valbrume");
    domain::Id<domain::Organisation> other = add("Syndicat des Brumes");

    domain::Id<domain::Organisation> add(std::string name) {
        domain::Organisation out;
        out.name = std::move(name);
        return store::Organisations(tx).save(out).id;
    }
    RegisterEntry entry(domain::Id<domain::Organisation> buyer, const char* begins) {
        RegisterEntry out;
        out.buyer = buyer;
        out.kind = domain::RegisterKind::referent;
        out.begins_on = core::parse_iso_date(begins).value();
        out.unit = "Voirie";
        out.title = "Référente";
        out.person = "Quelqu’un";
        return Registers(tx).save(out);
    }
};

}  // namespace

TEST_CASE("an entry comes back whole, those of a buyer the latest first") {
    World world;
    RegisterEntry first = world.entry(world.town, "2025-01-01");
    world.entry(world.town, "2026-01-01");
    world.entry(world.other, "2024-01-01");
    Registers registers(world.tx);
    CHECK(registers.entries({}).size() == 3);
    const auto mine = registers.entries(world.town);
    REQUIRE(mine.size() == 2);
    CHECK(mine.back().id == first.id);
    CHECK(domain::changed_fields(domain::field_texts(mine.back()), domain::field_texts(first)).empty());
    first.ends_on = core::parse_iso_date("2026-06-30").value();
    first.people = 3;
    const RegisterEntry stale = first;
    CHECK(registers.save(first).revision == 2);
    CHECK_THROWS_AS(registers.save(stale), core::Error);
    CHECK(registers.find(first.id)->people == 3);
    registers.remove(first.id);
    CHECK_FALSE(registers.find(first.id));
}

TEST_CASE("a declaration is of a buyer, a year and a product, once") {
    World world;
    Registers registers(world.tx);
    ReuseDeclaration made;
    made.buyer = world.town;
    made.year = 2025;
    made.product = "papier";
    made.total = core::Euros::whole(15'000);
    made.reused = core::Euros::whole(5'000);
    made = registers.save(made);
    CHECK(registers.same(made)->reused == core::Euros::whole(5'000));
    ReuseDeclaration twice = made;
    twice.id = {};
    CHECK_THROWS_AS(registers.save(twice), core::Error);
    twice.year = 2026;
    registers.save(twice);
    CHECK(registers.declarations(world.town).front().year == 2026);
    CHECK(registers.declarations(world.other).empty());
    const ReuseDeclaration stale = made;
    made.recycled = core::Euros::whole(1);
    registers.save(made);
    CHECK_THROWS_AS(registers.save(stale), core::Error);
    registers.remove(made.id);
    CHECK(registers.declarations({}).size() == 1);
}
