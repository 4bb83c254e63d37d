// What is worth a look in an offer: too few hours, an absurd amount, a company twice, a mark without why.
#include "clausier/domain/offer_remarks.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

namespace {

ScenarioStudy studied(const EnquirySheet& sheet) {
    static const Reference national = Reference::national();
    return study(sheet, *sheet.chosen(), national, tests::day("2026-11-21"));
}

std::string fields(const EnquirySheet& sheet, const Offer& offer) {
    const ScenarioStudy study = studied(sheet);
    std::string out;
    for (const core::Issue& issue : offer_remarks(sheet, &study, offer)) {
        CHECK(issue.severity == core::Severity::warning);
        out += (out.empty() ? "" : " ") + issue.where;
    }
    return out;
}

}  // namespace

TEST_CASE("an offer below the minimum of its lot is told, and cannot be what wins") {
    auto sheet = tests::sheet_of(EnquiryState::in_consultation, "montant clause:insertion heures offre");
    Offer& offer = sheet.offers[0];
    CHECK(fields(sheet, offer).empty());
    offer.hours = core::Hours::whole(210);
    CHECK(fields(sheet, offer).empty());
    CHECK(offer_remarks(sheet, nullptr, offer).empty());
    offer.hours = core::Hours::whole(209);
    const ScenarioStudy study = studied(sheet);
    const auto remarks = offer_remarks(sheet, &study, offer);
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].code == "offre_sous_minimum");
    CHECK(remarks[0].where == "heures");
    CHECK(remarks[0].text == "moins que le minimum de 210\u00a0h\u00a0: à faire régulariser, ou offre irrégulière");
    CHECK(kept_below_minimum(sheet, study).empty());
    offer.kept = true;
    REQUIRE(kept_below_minimum(sheet, study).size() == 1);
    CHECK(kept_below_minimum(sheet, study)[0].where == "lots.1.offre_retenue");
    CHECK(kept_below_minimum(sheet, study)[0].severity == core::Severity::error);
    sheet.scenarios[0].lots[0].clause_kind = "social_criterion";
    sheet.scenarios[0].lots[0].hours.reset();
    CHECK(fields(sheet, offer).empty());
}

TEST_CASE("an absurd amount, a company twice on a lot and a mark without why are told") {
    auto sheet = tests::sheet_of(EnquiryState::in_consultation, "montant clause:social_criterion grille offre");
    sheet.offers[0].amount = core::Euros::whole(2'000'000);
    CHECK(fields(sheet, sheet.offers[0]).empty());
    sheet.offers[0].amount = core::Euros::whole(2'000'001);
    CHECK(fields(sheet, sheet.offers[0]) == "montant");
    sheet.offers[0].amount.reset();
    sheet.offers.push_back(tests::offer(2, "BATISSEURS du haut-val"));
    CHECK(fields(sheet, sheet.offers[0]) == "entreprise");
    sheet.offers[0].identifier = {"SIRET", "99900001000019"};
    sheet.offers[1].identifier = {"SIRET", "99900002000018"};
    CHECK(fields(sheet, sheet.offers[0]).empty());
    sheet.offers[0].marks = {{{1}, 800, "Au-delà du minimum"}, {{2}, 650, " "}};
    CHECK(fields(sheet, sheet.offers[0]) == "notes.2.justification");
}
