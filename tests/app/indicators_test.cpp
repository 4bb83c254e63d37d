// Figures of a scope, the contracts behind them, breakdowns and cross-tabs: all of one state of the base.
#include "clausier/app/indicators.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"

using namespace clausier;
using app::Behind;
using domain::Dimension;

namespace {

struct World : tests::MarketWorld {
    World() {
        put("Commune de Valbrume", "A", 100, 2025, "Clause sociale", "45214200");
        put("Commune de Valbrume", "B", 300, 2026, "Pas de considération sociale", "45214200");
        put("Commune de Valbrume", "C", 600, 2026, "", "90910000");
        put("Commune de Valbrume", "D", 999'999'999, 2026, "Clause sociale, Critère social", "90910000");
        put("Commune de Valbrume", "E", 50, 0, "Clause sociale", "90910000");
        put("Commune de Clairmont", "F", 700, 2026, "Clause sociale", "90910000");
    }
    void put(const std::string& buyer, const std::string& reference, std::int64_t euros, int year,
             const std::string& social, const std::string& cpv) {
        const auto id = add(buyer, reference, euros);
        store::Transaction tx = base.write();
        domain::Lot lot = *store::Markets(tx).find_lot(id);
        lot.cpv = cpv;
        if (year > 0) lot.notified_on = core::Date{std::chrono::year{year} / 5 / 4};
        if (!social.empty()) lot.considerations = social;
        store::Markets(tx).save(lot);
        tx.commit();
    }
    [[nodiscard]] static app::ContractScope town(std::optional<int> year = {}) {
        app::ContractScope scope;
        scope.buyers = {{1}};
        scope.first_year = scope.last_year = year;
        return scope;
    }
    app::IndicatorSheet figures(const app::ContractScope& scope) { return app::indicators(session, base, scope, {}); }
    app::ContractPage behind(Behind which, std::int64_t limit = 10, std::int64_t offset = 0) {
        return app::contracts_behind(session, base, town(), {}, "s1", which, limit, offset);
    }
};

const domain::IndicatorValue& find(const app::IndicatorSheet& sheet, std::string_view code) {
    const auto found =
        std::find_if(sheet.values.begin(), sheet.values.end(), [&](const auto& v) { return v.code == code; });
    REQUIRE(found != sheet.values.end());
    return *found;
}

}  // namespace

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

TEST_CASE("the contracts behind a figure are as many as it says, page by page") {
    World world;
    const auto sheet = world.figures(World::town());
    const domain::IndicatorValue& s1 = find(sheet, "S1");
    const auto numerator = world.behind(Behind::numerator);
    CHECK(numerator.total == s1.part.contracts);
    CHECK(numerator.sum == s1.part);
    REQUIRE(numerator.lines.size() == 2);
    CHECK(numerator.lines[0].reference == "A");
    CHECK(numerator.lines[0].buyer == "Commune de Valbrume");
    CHECK(numerator.lines[1].amount_read == core::Euros::whole(999'999'999));
    CHECK(world.behind(Behind::rest).total == s1.filled.contracts - s1.part.contracts);
    CHECK(world.behind(Behind::unfilled).total == s1.all.contracts - s1.filled.contracts);
    CHECK(world.behind(Behind::all).total == sheet.all.contracts);
    CHECK(world.behind(Behind::aberrant).lines.at(0).reference == "D");
    const auto excluded = world.behind(Behind::excluded);
    REQUIRE(excluded.lines.size() == 1);
    CHECK(excluded.lines[0].exclusion == "annee_inconnue");
    CHECK(world.behind(Behind::all, 2, 2).lines.size() == 2);
    CHECK(world.behind(Behind::all, 2, 2).lines[0].reference == "C");
    CHECK_THROWS_AS(app::contracts_behind(world.session, world.base, {}, {}, "Z1", Behind::numerator, 10), core::Error);
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

TEST_CASE("a cross-tab counts each contract once, under its denominator") {
    World world;
    const auto table = app::cross_tab(world.session, world.base, {}, {}, Dimension::buyer, Dimension::sector, "S1");
    CHECK(table.total.contracts == 3);
    REQUIRE(table.row_values.size() == 2);
    CHECK(table.buyers.at(table.row_values[0]) == "Commune de Valbrume");
    std::int64_t parts = 0;
    std::int64_t all = 0;
    for (std::size_t row = 0; row < table.row_values.size(); ++row)
        for (std::size_t column = 0; column < table.column_values.size(); ++column) {
            parts += table.cells[row][column].contracts;
            all += table.denominators[row][column].contracts;
        }
    CHECK(parts == 3);
    CHECK(all == 5);
    const auto alone = app::cross_tab(world.session, world.base, {}, {}, Dimension::social, {}, "");
    CHECK(alone.column_values == std::vector<std::string>{""});
    CHECK(alone.total.contracts == 5);
}

TEST_CASE("filters of a scope: a dimension, a place, a company") {
    World world;
    app::ContractScope scope;
    scope.values[Dimension::sector] = "services";
    CHECK(world.figures(scope).all.contracts == 3);
    app::ContractScope nowhere;
    nowhere.place = "57";
    CHECK(world.figures(nowhere).all.contracts == 0);
    app::ContractScope nobody;
    nobody.company = "Peintres";
    CHECK(world.figures(nobody).all.contracts == 0);
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
    CHECK(sheet.mandated == core::Euros::whole(1800));
    CHECK(sheet.coverage == core::Rate::of(5000));
}

TEST_CASE("the national table sums all buyers by year, sector and consideration") {
    World world;
    std::int64_t contracts = 0;
    for (const auto& cell : app::national_table(world.base)) contracts += cell.counted.contracts;
    CHECK(contracts == 6);
}
