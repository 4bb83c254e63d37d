// Imports as documents: the agreed counts, and every fault with its number and first example.
#include "clausier/present/imports.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

domain::ImportOutcome outcome() {
    domain::ImportOutcome out;
    out.file = "marches.csv";
    out.profile = "table-region";
    out.rows_read = 10;
    out.rows_kept = 7;
    out.rows_ignored = 2;
    out.rows_rejected = 1;
    out.markets_new = 5;
    out.lots = 7;
    out.warnings = 3;
    out.faults.push_back({"siret_luhn",
                          core::Severity::warning,
                          3,
                          {core::Severity::warning, "siret_luhn", "ligne 4", "la clé est fausse"}});
    out.skipped.push_back({"total", 2});
    out.changes.push_back({"Commune", "2026-01", "2", domain::Field::amount, "100", "200"});
    return out;
}

}  // namespace

TEST_CASE("a trial has the agreed keys and no number") {
    const auto document = present::answer(outcome()).document;
    CHECK(document.at("lignes_lues").to_number<int>() == 10);
    CHECK(document.at("marches_nouveaux").to_number<int>() == 5);
    CHECK(document.at("avertissements").to_number<int>() == 3);
    CHECK(document.at("essai").as_bool());
    CHECK(document.at("import").is_null());
    CHECK(document.at("problemes").as_array().at(0).at("exemple").as_string() == "ligne 4 : la clé est fausse");
    CHECK(document.at("lignes_non_retenues").as_array().at(0).at("nombre").to_number<int>() == 2);
    CHECK(document.at("changements").as_array().at(0).at("apres").as_string() == "200");
}

TEST_CASE("a list gives each import its state, and says what to do when there is none") {
    domain::ImportOutcome done = outcome();
    done.id = 4;
    done.undone = true;
    const auto list = present::answer(std::vector<domain::ImportOutcome>{done});
    CHECK(list.document.at("imports").as_array().at(0).at("etat").as_string() == "annulé");
    CHECK(list.document.at("imports").as_array().at(0).at("import").to_number<int>() == 4);
    CHECK_FALSE(present::answer(std::vector<domain::ImportOutcome>{}).lines.empty());
}
