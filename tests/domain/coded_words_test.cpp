// A table of words answers by value and by code.
#include "coded_words.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/account.hpp"
#include "clausier/domain/enquiry.hpp"
#include "clausier/domain/organisation_function.hpp"
#include "clausier/domain/participant.hpp"
#include "clausier/domain/purchase.hpp"

using namespace clausier::domain;

namespace {

enum class Colour { red, green, blue };
constexpr std::array colours = {CodedWord<Colour>{Colour::red, "rouge", "Rouge"},
                                CodedWord<Colour>{Colour::green, "vert", "Vert"}};

// Every value of a list has a code of its own, which leads back to it, and words.
template <class Values, class Find>
void check_words(const Values& values, Find find) {
    for (const auto value : values) {
        INFO(code(value));
        CHECK(find(code(value)) == value);
        CHECK_FALSE(label(value).empty());
    }
    CHECK_FALSE(find("lune"));
    CHECK_FALSE(find(""));
}

}  // namespace

TEST_CASE("a row is found by its value, a value by its code") {
    CHECK(word_of(colours, Colour::green).label == "Vert");
    CHECK(word_of(colours, Colour::blue).label == "Rouge");
    CHECK(value_of_code(colours, "vert") == Colour::green);
    CHECK_FALSE(value_of_code(colours, "Vert"));
}

TEST_CASE("the enumerations of the domain have a code and words for each value, and no two the same code") {
    check_words(std::array{AccountState::invited, AccountState::active, AccountState::disabled}, account_state);
    check_words(std::array{Gone::retention, Gone::erasure, Gone::merge}, gone);
    check_words(std::array{PurchaseType::unknown, PurchaseType::works, PurchaseType::supplies, PurchaseType::services,
                           PurchaseType::concession},
                purchase_type);
    check_words(
        std::array{BuyerCategory::unknown, BuyerCategory::central, BuyerCategory::authority, BuyerCategory::entity},
        buyer_category);
    check_words(all_organisation_functions, organisation_function);
    check_words(std::array{EnquiryState::requested, EnquiryState::studied, EnquiryState::recommended,
                           EnquiryState::accepted, EnquiryState::modified, EnquiryState::refused,
                           EnquiryState::in_consultation, EnquiryState::offers_analysed, EnquiryState::awarded},
                enquiry_state);
}
