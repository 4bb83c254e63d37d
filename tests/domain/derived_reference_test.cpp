// Derived references are short, stable, and differ as soon as the content does.
#include "derived_reference.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::TenderRecord;

namespace {

TenderRecord record() {
    TenderRecord made;
    made.buyer.name = "Ville de Valbrume";
    made.object = "Peinture de l’école";
    made.amount = core::Euros::whole(1000);
    made.holders.push_back({{"SIRET", "73282932000074"}, "Couleurs du Val"});
    return made;
}

}  // namespace

TEST_CASE("a derived reference fits the 16 characters of DECP and never changes") {
    const std::string reference = domain::derived_reference(domain::row_content(record(), true));
    CHECK(reference.size() == 16);
    CHECK(reference.starts_with("D-"));
    CHECK(reference == domain::derived_reference(domain::row_content(record(), true)));
}

TEST_CASE("any difference of content makes another reference") {
    const std::string before = domain::row_content(record(), true);
    TenderRecord other = record();
    other.amount = core::Euros::whole(1001);
    CHECK(domain::row_content(other, true) != before);
    other = record();
    other.object = "Peinture";
    other.nature = " de l’école";
    CHECK(domain::row_content(other, true) != before);
}

TEST_CASE("holders tell rows apart only where a row is a market") {
    TenderRecord other = record();
    other.holders.front().name = "Sols du Val";
    CHECK(domain::row_content(other, true) != domain::row_content(record(), true));
    CHECK(domain::row_content(other, false) == domain::row_content(record(), false));
}

TEST_CASE("a shared market is its buyer, object and year, whatever the case and accents") {
    TenderRecord other = record();
    other.object = "PEINTURE DE L'ECOLE";
    CHECK(domain::shared_content(other, 2026) == domain::shared_content(record(), 2026));
    CHECK(domain::shared_content(other, 2025) != domain::shared_content(record(), 2026));
    other.buyer.identifier = {"SIRET", "73282932000074"};
    CHECK(domain::shared_content(other, 2026) != domain::shared_content(record(), 2026));
}

TEST_CASE("a lot number already taken by another content is settled, the same content keeps it") {
    domain::SeenLots seen;
    TenderRecord first = record();
    first.reference = "D-1";
    first.lot_number = "1";
    TenderRecord second = first;
    second.object = "Sols";
    TenderRecord third = first;
    third.object = "Murs";
    CHECK(seen.settle(first).empty());
    CHECK(seen.settle(first).empty());
    CHECK(seen.settle(second) == "1 (2)");
    CHECK(seen.settle(third) == "1 (3)");
    CHECK(seen.settle(second) == "1 (2)");
}
