// Stored texts of cells: each becomes what its declared type says, or stays a text.
#include "cell_values.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace clausier;
using namespace clausier::sheets;

namespace {

// Settles `stored` after another cell's text, which must be left alone.
template <class Settle>
std::string settled(std::string stored, Settle settle) {
    std::string text = "before" + stored;
    const core::CellKind kind = settle(text, 6);
    CHECK(text.substr(0, 6) == "before");
    return std::string(1, "-tndbe"[static_cast<std::size_t>(kind)]) + " " + text.substr(6);
}

std::string number(std::string stored, NumberShape shape = NumberShape::number) {
    return settled(std::move(stored),
                   [shape](std::string& text, std::size_t begin) { return settle_number(text, begin, shape, false); });
}

}  // namespace

TEST_CASE("a number keeps its text to the last digit, white space aside") {
    for (const char* text : {"0.1", "-12.50", "1E-05", "1.0000000000000001e+300", "+3", ".5", "5.", "007"})
        CHECK(number(text) == std::string("n ") + text);
    CHECK(number(" 12.5\n") == "n 12.5");
}

TEST_CASE("what is no number stays a text") {
    for (const char* text : {"NaN", "1,5", "1e", "--1", "1.2.3", "0x10", "."})
        CHECK(number(text) == std::string("t ") + text);
}

TEST_CASE("a number whose style shows a date becomes ISO, unless no calendar holds it") {
    CHECK(number(" 46082 ", NumberShape::day) == "d 2026-03-01");
    CHECK(number("-3", NumberShape::day) == "n -3");
}

TEST_CASE("booleans are true or false") {
    CHECK(settled("1", settle_boolean) == "b true");
    CHECK(settled("false", settle_boolean) == "b false");
    CHECK(settled("2", settle_boolean) == "t 2");
}

TEST_CASE("dates and durations become ISO or stay texts") {
    CHECK(settled("2026-03-01T08:30:00", settle_date) == "d 2026-03-01T08:30:00");
    CHECK(settled("hier", settle_date) == "t hier");
    CHECK(settled("PT35H", settle_duration) == "d 35:00:00");
    CHECK(settled("35h", settle_duration) == "t 35h");
}

TEST_CASE("formulas without a value are told with their number and the first place") {
    const auto issue = unvalued_formulas(3, "feuille « Lots », cellule B2");
    CHECK(issue.code == "formule_sans_valeur");
    CHECK(issue.severity == core::Severity::warning);
    CHECK(issue.sentence().find("feuille « Lots », cellule B2 : 3 formule(s)") == 0);
}
