// Figures of a scope and breakdowns: all of one state of the base.
#include "clausier/app/indicators.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/contract_world.hpp"
#include "clausier/store/purchases.hpp"
#include "clausier/store/registers.hpp"

using namespace clausier;
using domain::Dimension;
using tests::find;
using World = tests::ContractWorld;

TEST_CASE("the figures of a buyer and a year, what is excluded and what stays out of sums") {
    World world;
    const auto sheet = world.figures(World::town(2026));
    CHECK(sheet.all.contracts == 3);
    CHECK(sheet.all.amount == core::Euros::whole(900));
    CHECK(sheet.aberrant.contracts == 1);
    CHECK(sheet.excluded.at("annee_inconnue").contracts == 1);
    CHECK(find(sheet, "S1").part.contracts == 1);
    CHECK(find(sheet, "S1").filled.contracts == 2);
    CHECK(find(sheet, "S6").unavailable.find("annuaire") != std::string::npos);
    CHECK_FALSE(sheet.coverage);
    CHECK(world.figures({}).all.contracts == 5);
}

TEST_CASE("a breakdown sums to the whole, its years in order") {
    World world;
    const auto by_year = app::indicators_by(world.session, world.base, World::town(), {}, Dimension::year);
    REQUIRE(by_year.size() == 3);
    CHECK(by_year[0].first.empty());
    CHECK(by_year[1].first == "2025");
    CHECK(by_year[1].second.all.contracts + by_year[2].second.all.contracts == 4);
    CHECK(by_year[2].second.scope.first_year == 2026);
    const auto by_sector = app::indicators_by(world.session, world.base, World::town(2026), {}, Dimension::sector);
    CHECK(by_sector.front().first == "services");
}

TEST_CASE("coverage compares contracts with what was paid") {
    World world;
    {
        store::Transaction tx = world.base.write();
        tx.run(
            "INSERT INTO annual_spending (buyer_id, year, mandated_cents, at, actor) VALUES (1, 2026, 180000, 'x', "
            "'x')");
        tx.commit();
    }
    const auto sheet = world.figures(World::town(2026));
    CHECK(sheet.mandated == domain::SpendingSum{core::Euros::whole(1800), domain::SpendingOrigin::typed});
    CHECK(sheet.coverage == core::Rate::of(5000));
    for (const auto& [sector, part] :
         app::indicators_by(world.session, world.base, World::town(2026), {}, Dimension::sector))
        CHECK_FALSE(part.coverage);
}

TEST_CASE("without a typed spending, coverage is on the sum of the file of purchases") {
    World world;
    {
        store::Transaction tx = world.base.write();
        domain::PurchaseFile file;
        file.buyer = {1};
        file.year = 2026;
        file.file_name = "achats.csv";
        file.file_sha256 = std::string(64, 'a');
        file.rows_read = file.rows_kept = 1;
        store::Purchases(tx).save(file, {{2, "Atelier Roc", "", core::Euros::whole(3600), "", ""}}, {});
        tx.commit();
    }
    const auto sheet = world.figures(World::town(2026));
    CHECK(sheet.mandated == domain::SpendingSum{core::Euros::whole(3600), domain::SpendingOrigin::purchases});
    CHECK(sheet.coverage == core::Rate::of(2500));
}

TEST_CASE("E4 is what the buyers declared for the years asked, and has no part by sector") {
    World world;
    {
        store::Transaction tx = world.base.write();
        domain::ReuseDeclaration declared;
        declared.buyer = {1};
        declared.year = 2026;
        declared.product = domain::reuse_products().front().code;
        declared.total = core::Euros::whole(1000);
        declared.reused = core::Euros::whole(200);
        store::Registers(tx).save(declared);
        tx.commit();
    }
    const auto e4 = [](const app::IndicatorSheet& sheet) {
        return *std::find_if(sheet.values.begin(), sheet.values.end(), [](const auto& v) { return v.code == "E4"; });
    };
    CHECK(e4(world.figures(World::town(2026))).amount_rate_on_all() == core::Rate::of(2000));
    CHECK_FALSE(e4(world.figures(World::town(2025))).unavailable.empty());
    CHECK(e4(world.figures({})).part.amount == core::Euros::whole(200));
    app::ContractScope other = World::town(2026);
    other.buyers = {{2}};
    CHECK_FALSE(e4(world.figures(other)).unavailable.empty());
    for (const auto& [sector, part] :
         app::indicators_by(world.session, world.base, World::town(2026), {}, Dimension::sector))
        CHECK_FALSE(e4(part).unavailable.empty());
}

TEST_CASE("the national table sums all buyers by year, sector and consideration") {
    World world;
    std::int64_t contracts = 0;
    for (const auto& cell : app::national_table(world.base)) contracts += cell.counted.contracts;
    CHECK(contracts == 6);
}
