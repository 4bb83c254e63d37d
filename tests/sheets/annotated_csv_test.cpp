// The user's rows come back as CSV in his columns and order, with texts of ours beside them.
#include "clausier/sheets/annotated_csv.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/rows.hpp"

using namespace clausier;

TEST_CASE("short rows are filled up, separators quoted, and no text becomes a formula") {
    std::string out;
    sheets::AnnotatedCsv copy(
        ';', 3,
        [](std::uint64_t line) {
            return std::vector<std::string>{"L" + std::to_string(line), "=1"};
        },
        [&](std::string_view text) { out += text; });
    tests::feed(copy, "Nom;Montant;Note\n\"A;B\";-12,50\n=cmd;1;x\n");
    CHECK(out ==
          "\xEF\xBB\xBFNom;Montant;Note;L1;'=1\r\n"
          "\"A;B\";-12,50;;L2;'=1\r\n"
          "'=cmd;1;x;L3;'=1\r\n");
}
