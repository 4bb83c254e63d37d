// Structures added and changed: faults are refused, a change of SIRET keeps the former one, two writers are told.
#include "clausier/app/structures.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/store/journal.hpp"

using namespace clausier;
using domain::Structure;

namespace {

Structure site(const std::string& kind = "EI") {
    Structure out;
    out.kind = kind;
    out.name = "Les Tilleuls";
    out.siret = "21990001000014";
    return out;
}

}  // namespace

TEST_CASE("a structure with faults is refused whole, a sound one is kept and journaled") {
    tests::MarketWorld world;
    Structure bad = site("XX");
    CHECK(tests::refusal([&] { app::add_structure(world.session, world.base, bad); }).issues().front().where == "type");
    const auto kept = app::add_structure(world.session, world.base, site());
    CHECK(kept.sharing.empty());
    CHECK(app::add_structure(world.session, world.base, site("ACI")).sharing.size() == 1);
    auto tx = world.base.read();
    CHECK(store::Journal(tx).list(1).at(0).entry.action == "structure.ajouter");
}

TEST_CASE("a new SIRET holds from today, and the former one stays in the history") {
    tests::MarketWorld world;
    Structure kept = app::add_structure(world.session, world.base, site()).structure;
    kept.siret = "21990001000022";
    kept.sirets.clear();
    const Structure now = app::update_structure(world.session, world.base, kept).structure;
    REQUIRE(now.sirets.size() == 2);
    CHECK(now.sirets[0].siret == "21990001000014");
    CHECK(core::iso(now.sirets[0].to.value()) == "2026-11-20");
    CHECK(core::iso(now.sirets[1].from.value()) == "2026-11-21");
}

TEST_CASE("who saves what somebody else has changed since sees both values; nothing changed writes nothing") {
    tests::MarketWorld world;
    const Structure kept = app::add_structure(world.session, world.base, site()).structure;
    Structure other = kept;
    other.city = "Metz";
    app::update_structure(world.session, world.base, other);
    Structure mine = kept;
    mine.city = "Toul";
    const auto error = tests::refusal([&] { app::update_structure(world.session, world.base, mine); });
    CHECK(error.kind() == core::ErrorKind::conflict);
    REQUIRE(error.issues().size() == 1);
    CHECK(error.issues()[0].where == "commune");
    CHECK(error.issues()[0].text.find("Metz") != std::string::npos);
    const auto now = app::structure_sheet(world.session, world.base, kept.id).structure;
    CHECK(app::update_structure(world.session, world.base, now).structure.revision == now.revision);
    CHECK(tests::refusal([&] { app::structure_sheet(world.session, world.base, {99}); }).kind() ==
          core::ErrorKind::not_found);
}

TEST_CASE("a contract says how its structure stood when it was notified") {
    tests::MarketWorld world;
    Structure approved = site();
    approved.approvals = {{domain::ApprovalKind::convention, core::parse_iso_date("2020-01-01").value(),
                           core::parse_iso_date("2024-12-31").value(), ""}};
    const auto structure = app::add_structure(world.session, world.base, approved).structure;
    const auto lot = world.add("Commune de Valbrume", "M1", 1000);
    {
        auto tx = world.base.write();
        tx.run("UPDATE lots SET notified_on = '2024-06-01' WHERE id = ?", lot);
        tx.run("DELETE FROM contract_suppliers");
        tx.run(
            "INSERT INTO contract_suppliers (lot_id, rank, siret, subcontractor, buyer_id, year) VALUES (?, 1, ?, 0, "
            "1, 2024)",
            lot, structure.siret);
        tx.commit();
    }
    const auto lines = app::supplier_contracts(world.session, world.base, {});
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].standing.approved);
    CHECK(app::structure_sheet(world.session, world.base, structure.id).contracts.at(0).standing.approved);
    CHECK(app::supplier_contracts(world.session, world.base, {std::nullopt, 2023}).empty());
}
