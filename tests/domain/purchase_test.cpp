// Codes of purchases go and come back, and each has a word.
#include "clausier/domain/purchase.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;

TEST_CASE("each type of purchase and each category of buyer is read from its own code") {
    for (const PurchaseType type : all_purchase_types) {
        CHECK(purchase_type(code(type)) == type);
        CHECK_FALSE(label(type).empty());
    }
    for (const BuyerCategory category : all_buyer_categories) {
        CHECK(buyer_category(code(category)) == category);
        CHECK_FALSE(label(category).empty());
    }
    CHECK(code(PurchaseType::works) == "travaux");
    CHECK(code(BuyerCategory::entity) == "entite");
    CHECK_FALSE(purchase_type("Travaux").has_value());
    CHECK_FALSE(buyer_category("").has_value());
}
