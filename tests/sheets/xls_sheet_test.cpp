// The rows of an .xls sheet: every kind of record, in any order, whole or refused.
#include "xls_sheet.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "sheet_files.hpp"
#include "xls_files.hpp"

using namespace clausier;
using namespace clausier::sheets;
using namespace clausier::tests;

namespace {

struct Read {
    std::vector<std::string> rows;
    Report report;
};

Read read_records(const std::string& records, const Limits& limits = {}, const core::Progress& progress = {},
                  std::size_t at_most = 1'000) {
    const std::string stream = bof(0x10) + records;
    XlsGlobals globals;
    XlsSheet sheet(stream, 0, globals, "essai.xls, feuille « Lots »", limits);
    Shown shown(at_most);
    Read read;
    sheet.give(shown, read.report, progress);
    read.rows = shown.rows;
    return read;
}

std::string number(std::uint64_t row, std::uint64_t column, double value) {
    return record(0x203, at(row, column) + le_double(value));
}

std::string formula(std::uint64_t row, std::uint64_t column, const std::string& result) {
    return record(0x06, at(row, column) + result + le(0, 8));
}

}  // namespace

TEST_CASE("Numbers, packed numbers, texts, booleans and errors each keep their kind") {
    const auto rk = le(0, 2) + le((1231U << 2U) | 3U, 4);
    const auto records = number(0, 0, 1.5) + record(0xBD, le(0, 2) + le(1, 2) + rk + rk + le(2, 2)) +
                         record(0x27E, at(0, 3) + le((7U << 2U) | 2U, 4)) + record(0x204, at(1, 0) + narrow("texte")) +
                         record(0xD6, at(1, 1) + narrow("riche") + le(0, 2)) +
                         record(0x205, at(1, 2) + le(1, 1) + le(0, 1)) +
                         record(0x205, at(1, 3) + le(0x2A, 1) + le(1, 1)) + eof();
    const auto read = read_records(records);
    CHECK(read.rows ==
          std::vector<std::string>{"1: n 1.5 | n 12.31 | n 12.31 | n 7", "2: t texte | t riche | b true | e #N/A"});
    CHECK(read.report.rows == 2);
    CHECK(read.report.cells == 8);
    CHECK(read.report.issues.empty());
}

TEST_CASE("A formula gives its last value, of any kind") {
    const auto special = [](std::uint64_t kind, std::uint64_t value) {
        return le(kind, 2) + le(value, 2) + le(0, 2) + le(0xFFFF, 2);
    };
    const auto records = formula(0, 0, le_double(833)) + formula(0, 1, special(1, 0)) +
                         formula(0, 2, special(2, 0x07)) + formula(0, 3, special(3, 0)) + formula(0, 4, special(0, 0)) +
                         record(0x4BC, le(0, 10)) + record(0x207, wide(u"à suivre")) + eof();
    CHECK(read_records(records).rows == std::vector<std::string>{"1: n 833 | b false | e #DIV/0! | - | t à suivre"});
}

TEST_CASE("A formula's text may be continued in further records") {
    const std::string half(5'000, 'a');
    const auto records = formula(0, 0, le(0, 6) + le(0xFFFF, 2)) + record(0x207, le(10'000, 2) + le(0, 1) + half) +
                         record(0x3C, le(0, 1) + half) + eof();
    CHECK(read_records(records).rows == std::vector<std::string>{"1: t " + half + half});
}

TEST_CASE("A formula whose text was never stored is empty and told") {
    const auto read = read_records(formula(4, 1, le(0, 6) + le(0xFFFF, 2)) + number(4, 2, 1) + eof());
    CHECK(read.rows == std::vector<std::string>{"5: - | - | n 1"});
    REQUIRE(read.report.issues.size() == 1);
    CHECK(read.report.issues[0].code == "formule_sans_valeur");
    CHECK(read.report.issues[0].where == "essai.xls, feuille « Lots », cellule B5");
}

TEST_CASE("Cells stored in any order come row by row, the last of two in one place wins") {
    const auto records =
        number(3, 1, 4) + number(0, 2, 2) + number(3, 0, 3) + number(0, 0, 1) + number(3, 1, 5) + eof();
    CHECK(read_records(records).rows == std::vector<std::string>{"1: n 1 | - | n 2", "4: n 3 | n 5"});
}

TEST_CASE("A chart inside a sheet adds no cell") {
    const auto chart = bof(0x20) + number(9, 9, 9) + eof();
    CHECK(read_records(number(0, 0, 1) + chart + number(1, 0, 2) + eof()).rows ==
          std::vector<std::string>{"1: n 1", "2: n 2"});
}

TEST_CASE("A sheet without its end, or with a record too short, is refused") {
    CHECK(says(refusal_of([] { read_records(number(0, 0, 1)); }), "tronquée ou abîmée"));
    CHECK(says(refusal_of([] { read_records(record(0x203, at(0, 0)) + eof()); }), "tronquée ou abîmée"));
    CHECK(says(refusal_of([] { read_records(record(0x204, at(0, 0) + le(50, 2) + le(0, 1) + "court") + eof()); }),
               "tronquée ou abîmée"));
}

TEST_CASE("A sheet over a limit of rows, columns or row size is refused with what to do") {
    Limits limits;
    limits.rows = 1;
    limits.columns = 3;
    limits.row_bytes = 5;
    const auto said = [&](const std::string& records) {
        return refusal_of([&] { read_records(records + eof(), limits); });
    };
    CHECK(says(said(number(0, 0, 1) + number(1, 0, 1)), "plus de 1 lignes ; partagez-la"));
    CHECK(says(said(number(0, 3, 1)), "dépasse 3 colonnes ; supprimez"));
    CHECK(says(said(number(7, 0, 123'456)), "la ligne 8 dépasse 0 Mio ; supprimez"));
}

TEST_CASE("Reading stops when the sink has enough, and is refused when progress cancels") {
    const auto records = number(0, 0, 1) + number(1, 0, 2) + number(2, 0, 3) + eof();
    CHECK(read_records(records, {}, {}, 2).rows.size() == 2);
    CHECK(says(refusal_of([&] { read_records(records, {}, [](auto, auto) { return false; }); }), "annulé"));
    std::uint64_t seen = 0, whole = 0;
    read_records(records, {}, [&](auto done, auto total) {
        seen = done;
        whole = total;
        return true;
    });
    CHECK(seen == whole);
}
