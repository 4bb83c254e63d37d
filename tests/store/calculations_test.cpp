// A calculation is kept with all that explains it.
#include "clausier/store/calculations.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/markets.hpp"
#include "store/tenders.hpp"

using namespace clausier;

TEST_CASE("a calculation comes back with its inputs and steps in order, the newest first") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "2026-01")});
    auto tx = database.write();
    store::Calculation calculation;
    calculation.lot = domain::Id<domain::Lot>{1};
    calculation.at = tests::noon(21);
    calculation.actor = "compte/1";
    calculation.method = "montant";
    calculation.inputs = {{"montant", "1000000.00"}, {"taux", "5.00"}};
    calculation.hours = core::Hours::whole(833);
    calculation.raw = core::Hours::of(83'333);
    calculation.rounding = "proche";
    calculation.steps = {{"Main-d’œuvre", "1 000 000 € × 50 %"}, {"Heures", "÷ 30 €"}};
    calculation.reference_digest = std::string(64, 'b');
    store::Calculations calculations(tx);
    const auto first = calculations.add(calculation);
    calculation.method = "effort";
    const auto second = calculations.add(calculation);

    const auto found = calculations.find(first.id);
    REQUIRE(found.has_value());
    CHECK(found->lot == calculation.lot);
    CHECK(found->at == calculation.at);
    CHECK(found->inputs == calculation.inputs);
    CHECK(found->steps == calculation.steps);
    CHECK(found->hours == calculation.hours);
    CHECK(found->raw == calculation.raw);
    CHECK(found->reference_digest == calculation.reference_digest);
    const auto of_lot = calculations.of_lot({1});
    REQUIRE(of_lot.size() == 2);
    CHECK(of_lot.front().id == second.id);
}

TEST_CASE("a calculation needs no lot, but not a lot that does not exist") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::Calculation calculation;
    calculation.at = tests::noon(21);
    calculation.method = "achat-inclusif";
    store::Calculations calculations(tx);
    CHECK(calculations.find(calculations.add(calculation).id)->lot == std::nullopt);
    calculation.lot = domain::Id<domain::Lot>{12};
    CHECK(tests::refusal([&] { calculations.add(calculation); }).kind() == core::ErrorKind::not_found);
}
