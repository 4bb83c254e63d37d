// No count of one to four people is shown, nor found by subtracting what is.
#include "clausier/domain/small_counts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <string>

using namespace clausier::domain;

namespace {

std::string text(const std::vector<ShownCount>& cells) {
    std::string out;
    for (const ShownCount& cell : cells) out += (cell ? std::to_string(*cell) : "x") + " ";
    return out;
}
std::string masked(std::vector<std::int64_t> cells) {
    const ShownCounts out = mask_small(cells);
    return text(out.cells) + "= " + (out.total ? std::to_string(*out.total) : "x");
}

}  // namespace

TEST_CASE("a small count is masked with the smallest other one, which would give it by difference") {
    CHECK(masked({12, 7, 9}) == "12 7 9 = 28");
    CHECK(masked({12, 3, 9}) == "12 x x = 24");
    CHECK(masked({12, 3, 2}) == "12 x x = 17");
    CHECK(masked({12, 1, 2}) == "x x x = 15");
    CHECK(masked({0, 8, 0, 4}) == "0 x 0 x = 12");
    CHECK(masked({0, 3}) == "0 x = x");
    CHECK(masked({1, 2}) == "x x = x");
    CHECK(masked({1, 1, 1, 1, 1}) == "x x x x x = x");
    CHECK(masked({}) == "= 0");
    CHECK(masked({0, 0}) == "0 0 = 0");
}

TEST_CASE("a table hides its small cells from its rows and from its columns") {
    const ShownTable out = mask_small({{3, 20, 30}, {40, 50, 60}, {70, 80, 90}});
    CHECK_FALSE(out.cells[0][0].has_value());
    // A rectangle: another cell of its row, another of its column, and the one where both meet.
    std::int64_t hidden = 0;
    for (std::size_t r = 0; r < 3; ++r)
        for (std::size_t c = 0; c < 3; ++c) hidden += out.cells[r][c] ? 0 : 1;
    CHECK(hidden == 4);
    CHECK(out.total == 443);
    CHECK(text(out.rows) == "53 150 240 ");
}

TEST_CASE("property: no row, column nor total leaves one masked cell alone, or fewer than five people") {
    std::uint64_t seed = 20261122;
    const auto draw = [&](std::uint64_t below) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int64_t>((seed >> 33U) % below);
    };
    const auto check = [](const std::vector<std::int64_t>& counts, const std::vector<ShownCount>& cells,
                          const ShownCount& total) {
        std::int64_t hidden = 0;
        std::int64_t people = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            CHECK_FALSE((cells[i] && *cells[i] > 0 && *cells[i] < smallest_shown));
            if (cells[i]) CHECK(*cells[i] == counts[i]);
            if (!cells[i]) ++hidden, people += counts[i];
        }
        if (!total || hidden == 0) return;
        CHECK(hidden > 1);
        CHECK(people >= smallest_shown);
        CHECK(people > hidden);
    };
    for (int round = 0; round < 400; ++round) {
        std::vector<std::vector<std::int64_t>> table(static_cast<std::size_t>(1 + draw(4)));
        const auto width = static_cast<std::size_t>(1 + draw(4));
        for (auto& row : table)
            for (std::size_t c = 0; c < width; ++c) row.push_back(draw(2) == 0 ? draw(7) : draw(40));
        const ShownTable out = mask_small(table);
        for (std::size_t r = 0; r < table.size(); ++r) check(table[r], out.cells[r], out.rows[r]);
        for (std::size_t c = 0; c < width; ++c) {
            std::vector<std::int64_t> counts;
            std::vector<ShownCount> cells;
            for (std::size_t r = 0; r < table.size(); ++r) {
                counts.push_back(table[r][c]);
                cells.push_back(out.cells[r][c]);
            }
            check(counts, cells, out.columns[c]);
        }
        const ShownCounts line = mask_small(table[0]);
        check(table[0], line.cells, line.total);
    }
}
