// The band of an amount, by the thresholds of the day and the sector of the contract.
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/contract.hpp"

using namespace clausier;
using domain::Band;

namespace {

core::Date on(int year, unsigned month, unsigned day) {
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

Band band(std::int64_t euros, core::Date day, const std::string& cpv, const std::string& nature = "Marché") {
    domain::Market market;
    market.nature = nature;
    market.cpv = cpv;
    market.notified_on = day;
    domain::Lot lot;
    lot.amount = core::Euros::whole(euros);
    return domain::contract_of(market, lot, domain::OrganisationKind::public_body, {}, domain::Reference::national())
        .band;
}

constexpr const char* works = "45000000";
constexpr const char* services = "90910000";

}  // namespace

TEST_CASE("an amount is in the band whose lower bound it reaches") {
    const core::Date day = on(2026, 6, 1);
    CHECK(band(39'999, day, services) == Band::below_decp);
    CHECK(band(40'000, day, services) == Band::below_dispensation);
    CHECK(band(59'999, day, services) == Band::below_dispensation);
    CHECK(band(60'000, day, services) == Band::below_european);
    CHECK(band(215'999, day, services) == Band::below_european);
    CHECK(band(216'000, day, services) == Band::european);
}

TEST_CASE("works and concessions have thresholds of their own") {
    const core::Date day = on(2026, 6, 1);
    CHECK(band(99'999, day, works) == Band::below_dispensation);
    CHECK(band(100'000, day, works) == Band::below_european);
    CHECK(band(5'403'999, day, works) == Band::below_european);
    CHECK(band(5'404'000, day, works) == Band::european);
    CHECK(band(5'403'999, day, services, "Concession de service public") == Band::below_european);
}

TEST_CASE("the thresholds are those of the day of notification") {
    CHECK(band(5'500'000, on(2025, 6, 1), works) != Band::european);
    CHECK(band(5'500'000, on(2026, 6, 1), works) == Band::european);
}

TEST_CASE("a threshold does not hold before its first known value: what it would have decided is left in doubt") {
    // In 2021 the European thresholds are known, the dispensation of works is not.
    CHECK(band(70'000, on(2021, 6, 1), works) == Band::unknown);
    CHECK(band(5'349'999, on(2021, 6, 1), works) == Band::unknown);
    CHECK(band(5'350'000, on(2021, 6, 1), works) == Band::european);
    CHECK(band(70'000, on(2022, 6, 1), works) == Band::below_dispensation);
    CHECK(band(50'000, on(2021, 6, 1), services) == Band::below_european);
    CHECK(band(50'000, on(2026, 3, 31), services) == Band::below_european);
    CHECK(band(50'000, on(2026, 4, 1), services) == Band::below_dispensation);
    // Before 2020, nothing but the threshold of publication.
    CHECK(band(39'999, on(2019, 12, 31), services) == Band::below_decp);
    CHECK(band(40'000, on(2019, 12, 31), services) == Band::unknown);
    CHECK(band(9'000'000, on(2019, 12, 31), works) == Band::unknown);
    CHECK(label(Band::unknown).find("seuil inconnu à cette date") != std::string_view::npos);
}

TEST_CASE("without a sector, an amount that two sectors would place apart has no band") {
    const core::Date day = on(2026, 6, 1);
    CHECK(band(70'000, day, "") == Band::unknown);
    CHECK(band(300'000, day, "") == Band::unknown);
    CHECK(band(39'999, day, "") == Band::below_decp);
    CHECK(band(6'000'000, day, "") == Band::european);
}

TEST_CASE("a contract without a date has no band") {
    domain::Market market;
    market.cpv = services;
    domain::Lot lot;
    lot.amount = core::Euros::whole(50'000);
    CHECK(domain::contract_of(market, lot, domain::OrganisationKind::public_body, {}, domain::Reference::national())
              .band == Band::unknown);
}
