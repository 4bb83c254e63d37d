// The contracts of a structure are found by any SIRET it has had.
#include "clausier/store/supplier_contracts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisations.hpp"
#include "clausier/store/structures.hpp"

using namespace clausier;

TEST_CASE("a holder and a subcontractor are structures of a contract, with the amount that is theirs") {
    store::Database database(":memory:");
    auto tx = database.write();
    domain::Structure site;
    site.kind = "ACI";
    site.name = "Les Tilleuls";
    site.siret = "21990001000014";
    store::Structures structures(tx);
    site = structures.save(site);
    structures.save(domain::with_siret(site, "21990001000022", core::parse_iso_date("2026-01-01").value()));
    domain::Organisation buyer;
    buyer.name = "Commune de Valbrume";
    const auto owner = store::Organisations(tx).save(buyer).id;
    domain::Market market;
    market.buyer = owner;
    market.reference = "M1";
    market.object = "Espaces verts";
    market.notified_on = core::parse_iso_date("2025-05-01").value();
    market = store::Markets(tx).save(market);
    domain::Lot lot;
    lot.market = market.id;
    lot.number = "1";
    lot.amount = core::Euros::whole(1000);
    lot = store::Markets(tx).save(lot);
    tx.run("DELETE FROM contract_suppliers");
    tx.run(
        "INSERT INTO contract_suppliers (lot_id, rank, siret, subcontractor, amount_cents, buyer_id, year) VALUES "
        "(?, 1, '21990001000014', 0, NULL, 1, 2024), (?, 2, '21990001000022', 1, 20000, 1, 2024), "
        "(?, 3, '11111111111111', 0, NULL, 1, 2024)",
        lot.id, lot.id, lot.id);
    store::SupplierContracts contracts(tx);
    const auto held = contracts.of(site.id);
    REQUIRE(held.size() == 2);
    CHECK(held[0].object == "Espaces verts");
    CHECK(held[0].notified_on == market.notified_on);
    CHECK(held[0].amount == core::Euros::whole(1000));
    CHECK(held[1].subcontractor);
    CHECK(held[1].amount == core::Euros::whole(200));
    CHECK(contracts.list(owner, 2025, 10).size() == 2);
    CHECK(contracts.list(owner, 2025, 10)[0].structure.name == "Les Tilleuls");
    CHECK(contracts.list(owner, 2024, 10).empty());
    CHECK(contracts.list(std::nullopt, std::nullopt, 1).size() == 1);
}
