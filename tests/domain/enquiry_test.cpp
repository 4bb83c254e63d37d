// States by their code, and what is found in a sheet.
#include "clausier/domain/enquiry.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

TEST_CASE("each state is read from its own code, and has a word") {
    for (const EnquiryState state : all_enquiry_states) {
        CHECK(enquiry_state(code(state)) == state);
        CHECK_FALSE(label(state).empty());
    }
    CHECK(code(EnquiryState::offers_analysed) == "offres_analysees");
    CHECK(label(EnquiryState::offers_analysed) == "offres analysées");
    CHECK_FALSE(enquiry_state("Sollicité").has_value());
}

TEST_CASE("a scenario says nothing of a lot that it does not name") {
    const Scenario scenario = tests::scenario(1, "5 %", "insertion");
    CHECK(scenario.choice({1}).clause_kind == "insertion");
    CHECK(scenario.choice({2}).clause_kind.empty());
    CHECK(scenario.choice({2}).lot == Id<EnquiryLot>{2});
}

TEST_CASE("the chosen scenario is that of the dossier, or none") {
    EnquirySheet sheet = tests::sheet_of(EnquiryState::studied, "clause:none");
    REQUIRE(sheet.chosen());
    CHECK(sheet.chosen()->name == "5 %");
    sheet.enquiry.chosen = Id<Scenario>{9};
    CHECK(sheet.chosen() == nullptr);
    sheet.enquiry.chosen.reset();
    CHECK(sheet.chosen() == nullptr);
}
