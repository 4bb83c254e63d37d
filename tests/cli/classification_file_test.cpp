// A table of decisions, row by row.
#include "classification_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/core/table.hpp"

using namespace clausier;

namespace {

std::vector<domain::ContractDecision> read(std::string_view csv, std::int64_t* undecided = nullptr) {
    cli::ClassificationFile file(domain::ClauseAxis::social);
    core::CsvReader reader(';', file);
    if (reader.feed(csv)) reader.finish();
    auto out = file.finish();
    if (undecided) *undecided = file.undecided();
    return out;
}

}  // namespace

TEST_CASE("columns are found by name, wherever they stand, others passed over") {
    std::int64_t undecided = 0;
    const auto decisions = read("Décision;objet;LOT_ID\ninsertion;École;12\n;Halle;13\nAucune;Crèche;14\n", &undecided);
    REQUIRE(decisions.size() == 2);
    CHECK(decisions[0].lot == domain::Id<domain::Lot>{12});
    CHECK(domain::text_of(decisions[1].decision) == "aucune");
    CHECK(undecided == 1);
}

TEST_CASE("a table without its columns, or empty, is refused") {
    for (const char* csv : {"", "lot_id\n1\n", "decision\ninsertion\n", "lot_id;decision\n"}) {
        INFO(csv);
        CHECK_THROWS_AS(read(csv), core::Error);
    }
}

TEST_CASE("every faulty row is told, up to a bound") {
    std::string csv = "lot_id;decision\n";
    for (int i = 0; i < 80; ++i) csv += "x;insertion\n";
    try {
        read(csv);
        FAIL("the table was taken");
    } catch (const core::Error& error) {
        CHECK(error.issues().size() == 50);
        CHECK(error.issues()[0].where == "ligne 2, colonne « lot_id »");
    }
}
