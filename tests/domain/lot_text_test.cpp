// Lots are found in titles and in cells of amounts, and nothing else is taken for one.
#include "lot_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/cases.hpp"

using namespace clausier;

TEST_CASE("titles that name lots are taken apart, others are left whole") {
    for (const auto& one : tests::cases("mapping/lot_text.csv")) {
        const domain::LotText read = domain::find_lots(one.at("text"));
        std::string numbers;
        for (const std::string& number : read.numbers) numbers += (numbers.empty() ? "" : " ") + number;
        INFO(one.at("text"));
        CHECK(read.before == one.at("before"));
        CHECK(numbers == one.at("numbers"));
        CHECK(read.after == one.at("after"));
    }
}

TEST_CASE("a cell may give an amount for each lot") {
    const auto read = domain::lot_amounts("\nLot 2: 10869,56\nLot 4: 13 377.13 €");
    REQUIRE(read.size() == 2);
    CHECK(read[0].number == "2");
    CHECK(read[0].amount == core::Euros::of(1086956));
    CHECK(read[1].number == "4");
    CHECK(read[1].amount == core::Euros::of(1337713));
}

TEST_CASE("a cell that is not wholly lots and amounts is not half read") {
    for (const char* text : {"Lot 2: 10869,56", "10869,56", "Lot 2: 10869,56\nLot 4: voir avenant", "",
                             "Lot 2 et 4: 100", "Lot 2: 100\nsoit 200"}) {
        INFO(text);
        CHECK(domain::lot_amounts(text).empty());
    }
}

TEST_CASE("numbers apart from each other are several, spaces inside one are not") {
    CHECK(domain::holds_several_numbers("12 000 € + 3 500 €"));
    CHECK(domain::holds_several_numbers("mini 10\nmaxi 20"));
    CHECK_FALSE(domain::holds_several_numbers("environ 12 000,50"));
    CHECK_FALSE(domain::holds_several_numbers("12\u202f000 euros"));
    CHECK_FALSE(domain::holds_several_numbers("selon BPU"));
}
