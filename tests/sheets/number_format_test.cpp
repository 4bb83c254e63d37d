// Number formats: which codes and which built-in ids show dates and times.
#include "number_format.hpp"

#include <catch2/catch_test_macros.hpp>
#include <initializer_list>

using clausier::sheets::built_in_shape;
using clausier::sheets::NumberShape;
using clausier::sheets::shape_of_code;

namespace {

void check_all(std::initializer_list<const char*> codes, NumberShape expected) {
    for (const char* code : codes) {
        INFO(code);
        CHECK(static_cast<int>(shape_of_code(code)) == static_cast<int>(expected));
    }
}

}  // namespace

TEST_CASE("codes with a year, a month or a day are days") {
    check_all({"dd/mm/yyyy", "d-mmm-yy", "mmmm", "[$-40C]d mmmm yyyy;@", "yyyy\\-mm\\-dd", "DD/MM/YYYY",
               "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "\"le \"d\" \"mmm", "jj/mm/aaaa", "[=0]\"\";dd/mm/yyyy"},
              NumberShape::day);
}

TEST_CASE("codes with hours or seconds are moments, with a date or without") {
    check_all({"h:mm", "hh:mm:ss", "dd/mm/yyyy hh:mm", "mm:ss.0", "h:mm AM/PM", "yyyy-mm-dd\"T\"hh:mm", "h A/P"},
              NumberShape::moment);
}

TEST_CASE("codes whose first unit stands in brackets count elapsed time") {
    check_all({"[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[SS]"}, NumberShape::elapsed);
}

TEST_CASE("letters in quotes, brackets, escapes, colours and exponents are no dates") {
    check_all({"General",
               "0",
               "#,##0.00",
               "0.00E+00",
               "##0.0e-0",
               "#,##0.00\\ \"days\"",
               "0\" h\"",
               "[Red]0",
               "[$€-40C]\\ #,##0",
               "#,##0_);[Red](#,##0)",
               "_-* #,##0.00\\ _€_-",
               "0\\h",
               "_d0",
               "*s0",
               "@",
               "",
               "Standard",
               "[Magenta]0;[Yellow]-0",
               "0\"unclosed dd/mm",
               "[unclosed dd"},
              NumberShape::number);
}

TEST_CASE("built-in ids have the shapes that the format gives them") {
    for (const unsigned id : {14U, 15U, 16U, 17U, 27U, 31U, 36U, 50U, 58U})
        CHECK((built_in_shape(id) == NumberShape::day));
    for (const unsigned id : {18U, 20U, 22U, 33U, 45U, 47U}) CHECK((built_in_shape(id) == NumberShape::moment));
    CHECK((built_in_shape(46) == NumberShape::elapsed));
    for (const unsigned id : {0U, 1U, 4U, 10U, 13U, 23U, 37U, 44U, 48U, 49U, 59U, 164U})
        CHECK((built_in_shape(id) == NumberShape::number));
}
