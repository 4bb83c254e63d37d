// The date that a dossier waits for: what is late comes first, and what is done is waited for no more.
#include "clausier/domain/enquiry_list.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

TEST_CASE("each state waits for its own dates, the earliest first") {
    Enquiry e = tests::painting().enquiry;
    CHECK(deadline_of(e).name.empty());
    e.question_due_on = tests::day("2026-11-10");
    e.publication_due_on = tests::day("2026-12-01");
    e.answers_due_on = tests::day("2027-01-15");
    const auto name = [&](EnquiryState state) {
        e.state = state;
        return deadline_of(e).name;
    };
    CHECK(name(EnquiryState::requested) == "question");
    CHECK(name(EnquiryState::studied) == "question");
    CHECK(deadline_of(e).date == tests::day("2026-11-10"));
    CHECK(name(EnquiryState::recommended) == "publication");
    CHECK(name(EnquiryState::accepted) == "publication");
    CHECK(name(EnquiryState::in_consultation) == "reponses");
    CHECK(name(EnquiryState::offers_analysed).empty());
    CHECK(name(EnquiryState::refused).empty());
    CHECK(name(EnquiryState::awarded).empty());
    e.publication_due_on = tests::day("2026-11-05");
    CHECK(name(EnquiryState::requested) == "publication");
}
