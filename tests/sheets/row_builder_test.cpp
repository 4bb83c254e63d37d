// One row being built: cells at their columns, blank rows kept back, limits that name the cell.
#include "row_builder.hpp"

#include <catch2/catch_test_macros.hpp>

#include "sheet_files.hpp"

using namespace clausier;
using core::CellKind;
using sheets::RowBuilder;
using tests::refusal_of;
using tests::says;

namespace {

struct Bench {
    explicit Bench(sheets::Limits given = {}) : limits(given) {}

    void put(std::size_t column, std::string_view text) {
        const auto begin = row.text().size();
        row.append(text);
        row.put(column, CellKind::text, begin, text.size());
    }

    sheets::Limits limits;
    std::string bytes = tests::make_zip({{"a", ""}});
    sheets::Archive archive{tests::source_of(bytes)};
    tests::Shown sink;
    sheets::Report report{};
    RowBuilder row{archive, "Lots", limits, sink, report};
};

}  // namespace

TEST_CASE("cells stand at their columns, whatever the order they come in") {
    Bench bench;
    const std::string outside = "elsewhere";
    bench.put(3, "late");
    bench.row.put_outside(1, CellKind::text, outside);
    bench.row.number(7);
    CHECK(bench.row.give());
    bench.row.clear();
    bench.put(0, "next");
    bench.row.number(9);
    CHECK(bench.row.give());
    CHECK(bench.sink.rows == std::vector<std::string>{"7: - | t elsewhere | - | t late", "9: t next"});
    CHECK(bench.report.rows == 2);
    CHECK(bench.report.cells == 3);
}

TEST_CASE("a row of empty cells is blank and is not given") {
    Bench bench;
    bench.put(5, "");
    CHECK(bench.row.blank());
    CHECK(bench.row.give());
    CHECK(bench.sink.rows.empty());
}

TEST_CASE("a repeated row is given under consecutive numbers, until the sink stops") {
    Bench bench;
    bench.put(0, "x");
    bench.row.number(4);
    CHECK(bench.row.give(3));
    CHECK(bench.sink.rows == std::vector<std::string>{"4: t x", "5: t x", "6: t x"});
    tests::Shown stopping(2);
    RowBuilder row(bench.archive, "Lots", bench.limits, stopping, bench.report);
    row.append("y");
    row.put(0, CellKind::text, 0, 1);
    CHECK_FALSE(row.give(10));
    CHECK(stopping.rows.size() == 2);
}

TEST_CASE("limits on columns, rows and bytes name the place") {
    sheets::Limits limits;
    limits.columns = 3;
    limits.rows = 10;
    limits.row_bytes = 2 << 20;
    Bench bench(limits);
    bench.row.number(2);
    CHECK(says(refusal_of([&] { bench.put(3, "x"); }),
               "essai.xlsx, feuille « Lots », cellule D2 : la feuille dépasse 3 colonnes"));
    CHECK(says(refusal_of([&] { bench.row.append(std::string(3 << 20, 'x')); }), "la ligne 2 dépasse 2 Mio"));
    bench.row.clear();
    bench.put(0, "x");
    CHECK(says(refusal_of([&] { bench.row.give(10); }), "la ligne 11 dépasse les 10 lignes admises"));
    bench.row.number(11);
    CHECK(says(refusal_of([&] { bench.row.give(); }), "la ligne 11 dépasse les 10 lignes admises"));
    CHECK(bench.sink.rows.empty());
    bench.row.number(1);
    CHECK(bench.row.give(10));
    CHECK(says(refusal_of([&] { bench.row.give(); }), "10 lignes admises"));
}
