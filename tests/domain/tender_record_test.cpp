// A tender record counts what it holds, and forgets it all for the next row.
#include "clausier/domain/tender_record.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("a record is the more complete the more it fills in, whatever its holders") {
    domain::TenderRecord record;
    CHECK(domain::completeness(record) == 0);
    record.object = "Réfection de la toiture de l'école";
    record.amount = core::Euros::whole(120'000);
    CHECK(domain::completeness(record) == 2);
    record.holders = {{{"SIRET", "12345678200010"}, "Toitures du Haut-Val"}};
    CHECK(domain::completeness(record) == 2);
    record.considerations = "";
    CHECK(domain::completeness(record) == 3);
}

TEST_CASE("a cleared record is an empty record") {
    domain::TenderRecord record;
    record.line = 12;
    record.buyer = {{"SIRET", "21990001000017"}, "Commune de Valbrume"};
    record.buyer_kind = domain::OrganisationKind::public_body;
    record.reference = "2026-01";
    record.reference_derived = true;
    record.lot_number = "3";
    record.notified_on = core::Date{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{1}};
    record.effort = core::Rate::of(500);
    record.hours = core::Hours::whole(35);
    record.holders = {{{}, "Toitures du Haut-Val"}};
    record.clear();
    CHECK(domain::completeness(record) == 0);
    CHECK(record.line == 0);
    CHECK(record.buyer.empty());
    CHECK(record.buyer_kind == domain::OrganisationKind::unknown);
    CHECK(record.reference.empty());
    CHECK_FALSE(record.reference_derived);
    CHECK(record.lot_number.empty());
    CHECK(record.holders.empty());
}
