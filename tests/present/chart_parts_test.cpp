// The parts of charts: round graduations, measured texts, numbers as people read them.
#include "chart_parts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "clausier/core/issue.hpp"

using namespace clausier;
using namespace clausier::present;

TEST_CASE("graduations are round, few, and reach the largest value") {
    struct Case {
        std::int64_t largest, step, top;
    };
    const auto c =
        GENERATE(Case{1, 1, 1}, Case{3, 1, 3}, Case{4, 1, 4}, Case{5, 2, 6}, Case{109'500, 40'000, 120'000},
                 Case{100, 40, 120}, Case{99'999'999'999'999'999, 40'000'000'000'000'000, 120'000'000'000'000'000});
    const Scale scale = scale_for(c.largest, kInHours);
    CHECK(scale.step == c.step);
    CHECK(scale.top == c.top);
    CHECK(scale.top / scale.step <= 5);
}

TEST_CASE("the highest graduation alone has the unit; millions are told as such") {
    const Scale small = scale_for(109'500, kInHours);
    CHECK(graduation(small, kInHours, 120'000) == "1\u202f200\u00a0h");
    CHECK(graduation(small, kInHours, 40'000) == "400");
    const Scale large = scale_for(250'000'000, kInEuros);
    CHECK(graduation(large, kInEuros, large.top) == "3\u00a0M€");
    CHECK(graduation(scale_for(150'000'000'000, kInEuros), kInEuros, 50'000'000'000) == "0,5");
    CHECK(scale_for(0, kInHours).top == 100);
}

TEST_CASE("a length is in proportion to the scale, to the nearest tenth, even for the largest amounts") {
    const Scale scale{1, 3};
    CHECK(scale.tenths(3, 200) == 2000);
    CHECK(scale.tenths(1, 200) == 667);
    CHECK(scale.tenths(0, 200) == 0);
    const Scale huge = scale_for(100'000'000'000'000'000, kInEuros);
    CHECK(huge.tenths(huge.top / 2, 200) == 1000);
    CHECK(coordinate(667) == "66.7");
}

TEST_CASE("a text is measured and cut by characters, not by bytes") {
    CHECK(characters("été") == 3);
    CHECK(cut("été indien", 5) == "été …");
    CHECK(cut("éé", 2) == "éé");
    CHECK(cut("ééé", 2) == "é…");
}

TEST_CASE("cents are told when there are some, and no value is not zero") {
    CHECK(shown(kInEuros, 120'050) == "1\u202f200,50\u00a0€");
    CHECK(shown(kInEuros, 120'000) == "1\u202f200\u00a0€");
    CHECK(shown(kInHours, 50) == "0,5\u00a0h");
    CHECK(shown(kInHours, std::nullopt) == "non renseigné");
}

TEST_CASE("a row of the table names the column of each text, and a row longer than the table is a fault of ours") {
    const std::vector<std::string> columns{"Mois", "Réalisé", "Prévu"};
    const auto row = table_row("mars", columns, {"12\u00a0h", "15\u00a0h"});
    CHECK(row.at("cases").as_array().at(1).at("titre").as_string() == "Prévu");
    CHECK(table(columns, {row}).at("colonnes").as_array().size() == 2);
    CHECK_THROWS_AS(table_row("mars", columns, {"1", "2", "3"}), std::out_of_range);
}
