// Words of exports and checks of essential data.
#include "clausier/present/essential_data.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

TEST_CASE("an export says how many contracts are written and left out") {
    CHECK(present::export_sentence({12, 10, 2}) == "12\u00a0contrats : 10\u00a0écrits, 2\u00a0laissés de côté");
    CHECK(present::export_sentence({1, 0, 1}) == "1\u00a0contrat : 0\u00a0écrit, 1\u00a0laissé de côté");
}

TEST_CASE("a check has one row a fault, and counts records") {
    present::CheckAnswer answer;
    answer.add(2, true, "C1", "21990001300015",
               {{core::Severity::error, "decp_absent", "objet", "il manque l’objet"},
                {core::Severity::error, "decp_liste", "nature", "« X » n’est pas admis"}});
    const present::Answer out = answer.finish(3, 1);
    CHECK(out.title == "3\u00a0enregistrements : 2\u00a0valides, 1\u00a0refusé");
    CHECK(out.document.at("refus").as_array().size() == 2);
    CHECK(out.document.at("refus").at(0).at("nature").as_string() == "concession");
    CHECK(out.table.rows.size() == 2);
    CHECK(present::CheckAnswer().finish(0, 0).lines.size() == 1);
}
