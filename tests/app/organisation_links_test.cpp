// OPCS of lots and functions of organisations: changed by who may see them, told to the journal by numbers alone.
#include "clausier/app/organisation_links.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/structures.hpp"

using namespace clausier;
using domain::OrganisationFunction;
using tests::refusal;

namespace {

struct World : tests::MarketWorld {
    domain::Id<domain::Lot> lot = add("Commune de Valbrume", "A", 100'000);
    domain::Id<domain::Organisation> opcs = organisation("PLIE du Sud");
    domain::Id<domain::Organisation> other = organisation("PLIE du Nord");

    domain::Id<domain::Organisation> organisation(const std::string& name) {
        store::Transaction tx = base.write();
        domain::Organisation out;
        out.name = name;
        out = store::Organisations(tx).save(out);
        tx.commit();
        return out.id;
    }
    std::string last_entry() {
        store::Transaction tx = base.read();
        return tx.value<std::string>(
            "SELECT action || ' ' || subject || ' ' || detail FROM journal ORDER BY id DESC LIMIT 1");
    }
};

}  // namespace

TEST_CASE("a lot is followed by organisations that are OPCS, one of which leads") {
    World world;
    for (const auto id : {world.opcs, world.other})
        app::set_organisation_functions(world.session, world.base, id, {OrganisationFunction::opcs});
    CHECK(app::known_opcs(world.base).size() == 2);
    app::set_lot_opcs(world.session, world.base, world.lot, {{world.other, false, ""}, {world.opcs, true, ""}});
    CHECK(app::lot_opcs(world.base, world.lot).front() == domain::LotOpcs{world.opcs, true, "PLIE du Sud"});
    CHECK(world.last_entry() == "lot.opcs lot/1 pilote=" + std::to_string(world.opcs.value) +
                                    " associes=" + std::to_string(world.other.value));
    CHECK(refusal([&] {
              app::set_lot_opcs(world.session, world.base, world.lot, {{world.other, false, ""}});
          })
              .issues()
              .front()
              .where == "pilote");
    CHECK(app::lot_opcs(world.base, world.lot).size() == 2);
}

TEST_CASE("what is no OPCS, or is not there, is refused") {
    World world;
    CHECK(refusal([&] {
              app::set_lot_opcs(world.session, world.base, world.lot, {{world.opcs, true, ""}});
          }).kind() == core::ErrorKind::invalid);
    CHECK(refusal([&] { app::lot_opcs(world.base, {99}); }).kind() == core::ErrorKind::not_found);
    CHECK(refusal([&] { app::organisation_functions(world.base, {99}); }).kind() == core::ErrorKind::not_found);
    CHECK(refusal([&] { app::structure_links(world.base, {99}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("another's lot and another's organisation are not there") {
    World world;
    store::Database base =
        world.base.as({false, domain::Id<domain::Account>{1}, {{world.other, domain::Role::buyer, {}}}});
    CHECK(refusal([&] { app::set_lot_opcs(world.session, base, world.lot, {}); }).kind() == core::ErrorKind::not_found);
    CHECK(refusal([&] { app::set_organisation_functions(world.session, base, world.opcs, {}); }).kind() ==
          core::ErrorKind::not_found);
    CHECK(app::organisation_functions(base, world.other).organisation.name == "PLIE du Nord");
}

TEST_CASE("a structure is an organisation, and a member of networks") {
    World world;
    domain::StructureLinks links;
    {
        store::Transaction tx = world.base.write();
        domain::Structure structure;
        structure.kind = "EI";
        structure.name = "Peintres du Sud";
        links.structure = store::Structures(tx).save(structure).id;
        tx.commit();
    }
    links.organisation = world.opcs;
    links.networks = {world.other};
    app::set_structure_links(world.session, world.base, links);
    CHECK(app::structure_links(world.base, links.structure) == links);
    links.networks = {{99}};
    CHECK(refusal([&] { app::set_structure_links(world.session, world.base, links); }).kind() ==
          core::ErrorKind::not_found);
}
