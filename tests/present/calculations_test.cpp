// Calculations as documents: the keys other programs rely on, decimals as strings.
#include "clausier/present/calculations.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

const core::Date kDay = core::parse_iso_date("2026-11-21").value();

present::Answer example() {
    domain::AmountInput in;
    in.amount = core::Euros::whole(1'000'000);
    in.labour_share = core::Rate::of(5000);
    in.effort = core::Rate::of(500);
    in.hourly_cost = core::Euros::whole(30);
    return present::answer(domain::calculate_amount(in, domain::Reference::national(), kDay));
}

std::string text(const present::Answer& answer, std::string_view key) {
    return std::string(answer.document.at(key).as_string());
}

}  // namespace

TEST_CASE("an amount's answer has the agreed keys, every decimal a string of two places") {
    const present::Answer a = example();
    CHECK(text(a, "montant") == "1000000.00");
    CHECK(text(a, "part_mo") == "50.00");
    CHECK(text(a, "taux") == "5.00");
    CHECK(text(a, "cout_horaire") == "30.00");
    CHECK(text(a, "heures") == "833.00");
    CHECK(text(a, "heures_brutes") == "833.33");
    CHECK(text(a, "jours") == "119.00");
    CHECK(text(a, "semaines") == "23.80");
    CHECK(text(a, "etp") == "0.52");
    CHECK(a.document.at("etapes").as_array().size() == a.lines.size());
    CHECK(a.table.rows.size() == 9);
}

TEST_CASE("a dependency without turnover is null, never 0") {
    const auto a =
        present::answer(domain::local_supply(12, core::Euros::whole(1), {}, domain::Reference::national(), kDay));
    CHECK(a.document.at("dependance_pct").is_null());
    CHECK(text(a, "recommandation") == "lot_reserve");
}

TEST_CASE("an inclusive purchase gives hours or job-months, not both") {
    const domain::Reference reference = domain::Reference::national();
    const auto small = present::answer(domain::calculate_inclusive(core::Euros::whole(2000), reference, kDay));
    CHECK(text(small, "heures") == "77.00");
    CHECK_FALSE(small.document.as_object().contains("emplois_mois"));
    const auto large = present::answer(domain::calculate_inclusive(core::Euros::whole(100'000), reference, kDay));
    CHECK(text(large, "emplois_mois") == "27.00");
    CHECK(text(large, "emplois_an") == "2.25");
    CHECK_FALSE(large.document.as_object().contains("heures"));
}
