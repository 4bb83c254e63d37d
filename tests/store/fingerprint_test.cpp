// Two records have one fingerprint when they say the same of their market, or of their lot, holders left out.
#include "fingerprint.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/tenders.hpp"

using namespace clausier;

namespace {

std::string market_content(const domain::TenderRecord& record) {
    std::string out = "what was there before";
    store::write_market_content(record, out);
    return out;
}

std::string lot_content(const domain::TenderRecord& record) {
    std::string out;
    store::write_lot_content(record, out);
    return out;
}

}  // namespace

TEST_CASE("the holder and the line do not count, every other value does") {
    const auto base = tests::record(2, "A");
    auto other = base;
    other.line = 3;
    other.holders = {{{}, "Peintres"}};
    CHECK(market_content(other) == market_content(base));
    CHECK(lot_content(other) == lot_content(base));
    auto dearer = base;
    dearer.amount = core::Euros::of(1);
    CHECK(market_content(dearer) == market_content(base));
    CHECK(lot_content(dearer) != lot_content(base));
    auto republished = base;
    republished.published_on = tests::day(2026, 5, 1);
    CHECK(market_content(republished) != market_content(base));
    CHECK(lot_content(republished) == lot_content(base));
    auto environmental = base;
    environmental.environmental = "Clause environnementale";
    CHECK(market_content(environmental) != market_content(base));
    CHECK(lot_content(environmental) != lot_content(base));
}

TEST_CASE("every essential value counts, what is said of the holder aside where rows share a lot") {
    auto base = tests::record(2, "A");
    std::string shared;
    CHECK_FALSE(store::write_shared_essential(base, shared));
    base.essential = tests::full_essential_data();
    int different = 0;
    int same_shared = 0;
    REQUIRE(store::write_shared_essential(base, shared));
    for (int i = 0; i < domain::essential_values; ++i) {
        auto other = base;
        int at = 0;
        domain::each_value(other.essential, [&](auto& value) {
            if (at++ == i) value = {};
        });
        different += lot_content(other) != lot_content(base) ? 1 : 0;
        std::string text;
        REQUIRE(store::write_shared_essential(other, text));
        same_shared += text == shared ? 1 : 0;
    }
    CHECK(different == domain::essential_values);
    CHECK(same_shared == 2);
}

TEST_CASE("not filled in is not an empty text, and text does not slide from one field to the next") {
    auto unknown = tests::record(2, "A");
    auto none = unknown;
    none.considerations = "";
    CHECK(lot_content(unknown) != lot_content(none));
    auto left = tests::record(2, "A");
    left.object = "ab";
    left.nature = "c";
    auto right = left;
    right.object = "a";
    right.nature = "bc";
    CHECK(market_content(left) != market_content(right));
    auto minimum = tests::record(2, "A");
    minimum.amount.reset();
    minimum.amount_min = core::Euros::whole(5);
    auto maximum = tests::record(2, "A");
    maximum.amount.reset();
    maximum.amount_max = core::Euros::whole(5);
    CHECK(lot_content(minimum) != lot_content(maximum));
}

TEST_CASE("a fingerprint's number is the beginning of its text") {
    const auto print = store::fingerprint("Valbrume");
    CHECK(print.text.size() == 32);
    CHECK(print.number == std::stoull(print.text.substr(0, 16), nullptr, 16));
    CHECK(print.text != store::fingerprint("valbrume").text);
}
