// Contracts of two towns over two years, for tests of figures: aberrant, undated and unfilled ones among them.
#pragma once
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/indicators.hpp"

namespace clausier::tests {

struct ContractWorld : MarketWorld {
    ContractWorld() {
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
    app::ContractPage behind(app::Behind which, std::int64_t limit = 10, std::int64_t offset = 0) {
        return app::contracts_behind(session, base, town(), {}, "s1", which, limit, offset);
    }
};

inline const domain::IndicatorValue& find(const app::IndicatorSheet& sheet, std::string_view code) {
    const auto found =
        std::find_if(sheet.values.begin(), sheet.values.end(), [&](const auto& v) { return v.code == code; });
    REQUIRE(found != sheet.values.end());
    return *found;
}

}  // namespace clausier::tests
