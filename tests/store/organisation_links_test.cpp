// Functions of organisations and OPCS of lots are kept, replaced whole, and follow a merge.
#include "clausier/store/organisation_links.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/import_undo.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using domain::Id;
using domain::LotOpcs;
using domain::Organisation;
using domain::OrganisationFunction;
using store::OrganisationLinks;

namespace {

struct World {
    store::Database base{":memory:"};
    Id<Organisation> north{}, south{};
    Id<domain::Lot> lot{1};
    World() {
        tests::import(base, {tests::record(2, "A")});
        auto tx = base.write();
        north = named(tx, "PLIE du Nord");
        south = named(tx, "PLIE du Sud");
        tx.commit();
    }
    static Id<Organisation> named(store::Transaction& tx, const std::string& name) {
        Organisation o;
        o.name = name;
        return store::Organisations(tx).save(o).id;
    }
};

}  // namespace

TEST_CASE("the functions of an organisation are replaced whole, and the OPCS are those that say so") {
    World world;
    auto tx = world.base.write();
    OrganisationLinks links(tx);
    links.set_functions(world.south, {OrganisationFunction::prescriber, OrganisationFunction::opcs});
    CHECK(links.functions(world.south) == std::vector{OrganisationFunction::opcs, OrganisationFunction::prescriber});
    CHECK(links.opcs() == std::vector<LotOpcs>{{world.south, false, "PLIE du Sud"}});
    links.set_functions(world.south, {});
    CHECK(links.functions(world.south).empty());
    CHECK(links.opcs().empty());
}

TEST_CASE("the OPCS that leads a lot comes first") {
    World world;
    auto tx = world.base.write();
    OrganisationLinks links(tx);
    links.set_opcs(world.lot, {{world.north, false}, {world.south, true}});
    CHECK(links.opcs_of(world.lot) ==
          std::vector<LotOpcs>{{world.south, true, "PLIE du Sud"}, {world.north, false, "PLIE du Nord"}});
    links.set_opcs(world.lot, {});
    CHECK(links.opcs_of(world.lot).empty());
}

TEST_CASE("the database itself holds that one OPCS leads, and not two") {
    World world;
    auto tx = world.base.write();
    CHECK(tests::refusal([&] {
              OrganisationLinks(tx).set_opcs(world.lot, {{world.north, true}, {world.south, true}});
          }).kind() == core::ErrorKind::conflict);
}

TEST_CASE("a merge gives everything to the one that is left, which leads where one of them did") {
    World world;
    auto tx = world.base.write();
    OrganisationLinks links(tx);
    links.set_opcs(world.lot, {{world.north, true}, {world.south, false}});
    links.set_functions(world.north, {OrganisationFunction::opcs});
    links.set_functions(world.south, {OrganisationFunction::opcs, OrganisationFunction::prescriber});
    store::Organisations(tx).merge(world.north, world.south);
    CHECK(links.opcs_of(world.lot) == std::vector<LotOpcs>{{world.south, true, "PLIE du Sud"}});
    CHECK(links.functions(world.north).empty());
    CHECK(links.functions(world.south).size() == 2);
}

TEST_CASE("an import whose lots are followed is undone, and takes what followed them away") {
    World world;
    auto tx = world.base.write();
    OrganisationLinks(tx).set_opcs(world.lot, {{world.north, true}});
    store::ImportUndo(tx).undo({1}, tests::noon(22), "cli");
    CHECK(tx.value<std::int64_t>("SELECT count(*) FROM lot_opcs") == 0);
    CHECK(store::Organisations(tx).find(world.north).has_value());
}
