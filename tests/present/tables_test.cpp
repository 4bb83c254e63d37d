// Rows of an answer: exact for programs, guarded for Excel, typed for spreadsheets.
#include "clausier/present/tables.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using core::CellKind;
using present::TypedCell;

namespace {

present::Answer lots() {
    present::Answer a;
    a.rows = "lots";
    a.document = boost::json::parse(
        R"({"lots":[{"lot":"1.10","heures":"-12.50","formule":"=1+1","date_notification":"2026-03-01","rang":3},
                    {"lot":"2026-01-01","heures":null,"titulaires":[{"id":"1","nom":"Toit & Tuile"},{"id":"2","nom":""}],
                     "marche_derive":true}],"total":2})");
    return a;
}

}  // namespace

TEST_CASE("CSV of an answer is its list, with every key that any row has") {
    CHECK(
        present::csv(lots()) ==
        "lot,heures,formule,date_notification,rang,titulaires,marche_derive\r\n"
        "1.10,-12.50,=1+1,2026-03-01,3,,\r\n"
        "2026-01-01,,,,,\"{\"\"id\"\":\"\"1\"\",\"\"nom\"\":\"\"Toit & Tuile\"\"} | {\"\"id\"\":\"\"2\"\",\"\"nom\"\":"
        "\"\"\"\"}\",true\r\n");
}

TEST_CASE("CSV for Excel has commas in figures, not in names, and no living formula") {
    const std::string text = present::csv_fr(lots());
    CHECK(text.starts_with("\xEF\xBB\xBFlot;heures;formule"));
    CHECK(text.find("1.10;-12,50;'=1+1;2026-03-01;3;;\r\n") != std::string::npos);
}

TEST_CASE("a spreadsheet gets numbers as numbers, dates as dates, names as texts") {
    const present::TypedTable table = present::typed_table(lots());
    CHECK(table.titles == std::vector<std::string>{"Lot", "Heures", "Formule", "Notifié le", "Rang", "Titulaires",
                                                   "Référence dérivée"});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0] == std::vector<TypedCell>{{CellKind::text, "1.10"},
                                                  {CellKind::number, "-12.50"},
                                                  {CellKind::text, "=1+1"},
                                                  {CellKind::date, "2026-03-01"},
                                                  {CellKind::number, "3"},
                                                  {},
                                                  {}});
    CHECK(table.rows[1] == std::vector<TypedCell>{{CellKind::text, "2026-01-01"},
                                                  {},
                                                  {},
                                                  {},
                                                  {},
                                                  {CellKind::text, "Toit & Tuile, 2"},
                                                  {CellKind::boolean, "true"}});
    CHECK(table.widths == std::vector<int>{12, 8, 9, 12, 8, 17, 19});
}

TEST_CASE("an answer without a list is one row, and an empty list has no column") {
    present::Answer one;
    one.document = boost::json::parse(R"({"heures":"833.00"})");
    CHECK(present::csv(one) == "heures\r\n833.00\r\n");
    CHECK(present::typed_table(one).rows.size() == 1);
    present::Answer none;
    none.rows = "lots";
    none.document = boost::json::parse(R"({"lots":[]})");
    CHECK(present::typed_table(none).rows.empty());
    CHECK(present::typed_table(none).titles.empty());
}

TEST_CASE("a key without a title of its own is shown with a capital and spaces") {
    CHECK(present::column_title("lots_avec_heures") == "Lots avec heures");
    CHECK(present::column_title("cpv") == "CPV");
}
