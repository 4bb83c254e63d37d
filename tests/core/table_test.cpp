// CSV as text: what each byte of RFC 4180 means, whatever the pieces it comes in, and back again.
#include "clausier/core/table.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace clausier::core;

namespace {

using Texts = std::vector<std::string>;

// Keeps rows as texts; stops after `at_most`.
struct Kept : RowSink {
    bool row(const Row& row) override {
        Texts texts;
        for (const Cell& cell : row.cells) texts.emplace_back(cell.text);
        rows.push_back(texts);
        numbers.push_back(row.number);
        for (const Cell& cell : row.cells) kinds.push_back(cell.kind);
        return rows.size() < at_most;
    }
    std::size_t at_most = 1'000;
    std::vector<Texts> rows;
    std::vector<std::uint64_t> numbers;
    std::vector<CellKind> kinds;
};

std::vector<Texts> rows_of(std::string_view text, char separator = ',', std::size_t piece = 1'000) {
    Kept kept;
    CsvReader reader(separator, kept);
    for (std::size_t at = 0; at < text.size(); at += piece) reader.feed(text.substr(at, piece));
    reader.finish();
    return kept.rows;
}

}  // namespace

TEST_CASE("A csv text is cut at separators and line ends of every kind") {
    const std::vector<Texts> expected = {{"a", "b"}, {"1", ""}, {"", "2"}};
    CHECK(rows_of("a,b\n1,\n,2\n") == expected);
    CHECK(rows_of("a,b\r\n1,\r\n,2") == expected);
    CHECK(rows_of("a;b\r1;\r;2\r", ';') == expected);
    CHECK(rows_of("").empty());
}

TEST_CASE("Quotes hold separators, line ends and doubled quotes") {
    CHECK(rows_of("\"a,b\",\"c\r\nd\",\"e\"\"f\"\n") == std::vector<Texts>{{"a,b", "c\r\nd", "e\"f"}});
    CHECK(rows_of("\"\"\"\",\"\"\n") == std::vector<Texts>{{"\"", ""}});
    CHECK(rows_of("5\" tube,\"le \"\"grand\"\" lot\" nord\n") ==
          std::vector<Texts>{{"5\" tube", "le \"grand\" lot nord"}});
}

TEST_CASE("Pieces cut anywhere give the same rows") {
    const std::string text = "\xC3\xA9,\"b\"\"c\"\r\n\r\n\"x\ny\",\"\"\"\"\rlast,";
    const auto whole = rows_of(text);
    REQUIRE(whole == std::vector<Texts>{{"é", "b\"c"}, {"x\ny", "\""}, {"last", ""}});
    for (std::size_t piece = 1; piece < text.size(); ++piece) CHECK(rows_of(text, ',', piece) == whole);
}

TEST_CASE("Blank lines are counted and not given; a quoted empty text is a text") {
    Kept kept;
    CsvReader reader(',', kept);
    reader.feed("a\n\n\r\n,\"\"\n");
    reader.finish();
    CHECK(kept.rows == std::vector<Texts>{{"a"}, {"", ""}});
    CHECK(kept.numbers == std::vector<std::uint64_t>{1, 4});
    CHECK(kept.kinds == std::vector<CellKind>{CellKind::text, CellKind::empty, CellKind::text});
}

TEST_CASE("A sink that has enough stops the reading") {
    Kept kept;
    kept.at_most = 2;
    CsvReader reader(',', kept);
    CHECK_FALSE(reader.feed("1\n2\n3\n"));
    CHECK_FALSE(reader.feed("4\n"));
    CHECK_FALSE(reader.finish());
    CHECK(kept.rows.size() == 2);
}

TEST_CASE("A quote never closed swallows nothing and is named by its line") {
    Kept kept;
    CsvReader reader(',', kept);
    reader.feed("\"x\ny\",1\nb,\"never closed\nc,\"\"\nd,4");
    CHECK(reader.pending_line() == 3);
    CHECK(reader.pending() == std::string("b,\"never closed\nc,\"\"\nd,4").size());
    reader.finish();
    CHECK(reader.open_quote());
    CHECK(reader.open_quote_line() == 3);
    CHECK(kept.rows == std::vector<Texts>{{"x\ny", "1"}, {"b", "\"never closed"}, {"c", ""}, {"d", "4"}});
}

TEST_CASE("The first record of a table names its columns") {
    const auto table = parse_csv("\xEF\xBB\xBFkey,value\nrate,5\ncost,30\n", "essai.csv");
    CHECK(table.columns == Texts{"key", "value"});
    CHECK(table.rows == std::vector<Texts>{{"rate", "5"}, {"cost", "30"}});
    CHECK(table.column("value") == 1);
    CHECK_THROWS_AS(table.column("unit"), Error);
}

TEST_CASE("A table that is not rectangular is refused with its place") {
    try {
        parse_csv("a,b\n1,2\n3\n", "essai.csv");
        FAIL("accepted");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::invalid);
        CHECK(error.issues().front().where == "essai.csv, ligne 3");
        CHECK(error.issues().front().text == "1\u00A0cellule au lieu de 2 ; ajoutez ou retirez des séparateurs");
    }
    CHECK_THROWS_AS(parse_csv("a,b\n1,\"2\n", "essai.csv"), Error);
}

TEST_CASE("What is written as raw csv is read back the same") {
    const Table table{{"", "a;b", "c\"d"},
                      {{"=1+1", "-12,5", "x\r\ny"}, {" ", "\"", ""}, {"", "", ""}, {"@a", "\t", "\r"}}};
    for (const char separator : {',', ';', '\t', '|'}) {
        const auto again = parse_csv(to_csv(table, separator), "essai.csv", separator);
        CHECK(again.columns == table.columns);
        CHECK(again.rows == table.rows);
    }
    const Table narrow{{"a"}, {{""}, {"b"}}};
    CHECK(to_csv(narrow) == "a\r\n\"\"\r\nb\r\n");
    CHECK(parse_csv(to_csv(narrow), "essai.csv").rows == narrow.rows);
}

TEST_CASE("A text that a spreadsheet would compute is known and guarded, a number is not touched") {
    for (const auto* text : {"=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-1+1", "-", "\t=1", "\r=1", "-1e", "+"})
        CHECK(looks_like_formula(text));
    for (const auto* text : {"", "texte", "12", "-12,5", "+33 1 02 03 04 05", "-1.5E-3", "1=1", "-1 234,50"})
        CHECK_FALSE(looks_like_formula(text));
    CHECK(csv_field("=1+1", ',', CsvSafety::guarded) == "'=1+1");
    CHECK(csv_field("=A1,B1", ',', CsvSafety::guarded) == "\"'=A1,B1\"");
    CHECK(csv_field("-12,5", ';', CsvSafety::guarded) == "-12,5");
    CHECK(csv_field("=1+1") == "=1+1");
}
