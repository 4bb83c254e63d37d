// The market that a dossier becomes: nothing typed twice, and the greater commitment binds.
#include "clausier/domain/enquiry_award.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

namespace {

constexpr const char* kReady = "montant clause:insertion publics consultation reponses offre retenue";

AwardedMarket awarded(const EnquirySheet& sheet) {
    static const Reference national = Reference::national();
    return awarded_market(sheet, study(sheet, *sheet.chosen(), national, tests::day("2026-11-21")));
}

}  // namespace

TEST_CASE("the purchase, the lots and the offers kept make the market") {
    auto sheet = tests::sheet_of(EnquiryState::offers_analysed, kReady);
    sheet.enquiry.purchase.department = "57";
    sheet.enquiry.purchase.type = PurchaseType::works;
    sheet.enquiry.purchase.duration_months = 14;
    sheet.offers[0].amount = core::Euros::whole(187'000);
    sheet.offers[0].hours = core::Hours::whole(250);
    const auto out = awarded(sheet);
    CHECK(faults(out.draft).empty());
    CHECK(out.draft.buyer.name == "Région des Hautes-Terres");
    CHECK(out.draft.market.object == "Restructuration du lycée des Tilleuls");
    CHECK(department_of(out.draft.market.place_code, out.draft.market.place_type) == "57");
    CHECK(out.draft.market.consultation_on == tests::day("2026-11-16"));
    CHECK(out.draft.market.considerations == "Clause sociale");
    REQUIRE(out.draft.lots.size() == 1);
    const Lot& lot = out.draft.lots[0];
    CHECK(lot.title == "Peinture intérieure");
    CHECK(lot.section == "Travaux");
    CHECK(lot.amount == core::Euros::whole(187'000));
    CHECK(lot.amount_estimated == core::Euros::whole(200'000));
    CHECK(lot.hours == core::Hours::whole(250));
    CHECK_FALSE(lot.labour_share.has_value());
    CHECK(lot.considerations == "Clause sociale");
}

TEST_CASE("the clause of the scenario is kept in detail, and sums up by the rules given") {
    auto sheet = tests::sheet_of(EnquiryState::offers_analysed, kReady);
    CHECK(awarded(sheet).clauses.at(0) == parse_lot_clauses("insertion").value());
    static const Reference national = Reference::national();
    sheet.scenarios[0].lots[0].clause_kind = "insertion_services";
    const auto made = awarded_market(sheet, study(sheet, *sheet.chosen(), national, tests::day("2026-11-21")),
                                     SummaryRules::of("", "Marché réservé"));
    CHECK(made.draft.lots[0].considerations == "Marché réservé");
    CHECK(made.draft.market.considerations == "Marché réservé");
    sheet.scenarios[0].lots[0].clause_kind = "reserved_siae";
    sheet.enquiry.purchase.type = PurchaseType::concession;
    CHECK(awarded(sheet).draft.lots[0].considerations == "Concession réservée");
    sheet.scenarios[0].lots[0].clause_kind = "none";
    CHECK(awarded(sheet).clauses.at(0) == std::vector<LotClause>{no_clause()});
}

TEST_CASE("a clause that may be of several forms is what somebody says it is, and is asked for") {
    auto sheet = tests::sheet_of(EnquiryState::offers_analysed, kReady);
    static const Reference national = Reference::national();
    const auto studied = [&] { return study(sheet, *sheet.chosen(), national, tests::day("2026-11-21")); };
    CHECK(lots_to_form(sheet, studied()).empty());
    CHECK(unsaid_forms(sheet, studied(), {}).empty());
    sheet.scenarios[0].lots[0].clause_kind = "training";
    CHECK(lots_to_form(sheet, studied()) == std::vector<std::size_t>{0});
    const auto unsaid = unsaid_forms(sheet, studied(), {});
    REQUIRE(unsaid.size() == 1);
    CHECK(unsaid[0].code == "clause_forme");
    CHECK(unsaid[0].where == "lots.1.forme");
    CHECK(unsaid[0].text.find("Clause de formation") != std::string::npos);
    for (const auto& [form, words] : {std::pair{ClauseForm::clause, "Clause sociale"},
                                      {ClauseForm::criterion, "Critère social"},
                                      {ClauseForm::both, "Clause sociale, Critère social"}}) {
        const ClauseForms said{{sheet.lots[0].id, form}};
        CHECK(unsaid_forms(sheet, studied(), said).empty());
        const auto made = awarded_market(sheet, studied(), {}, said);
        CHECK(made.clauses.at(0) == std::vector<LotClause>{{"training", form}});
        CHECK(made.draft.lots[0].considerations == words);
        CHECK(made.draft.market.considerations == words);
    }
    // A lot that is left out of the market is not asked about; a kind of one form has no other.
    sheet.offers.clear();
    CHECK(lots_to_form(sheet, studied()).empty());
    CHECK(clauses_of("insertion", ClauseForm::criterion) == parse_lot_clauses("insertion").value());
}

TEST_CASE("an offer under the minimum, or silent, leaves the minimum") {
    auto sheet = tests::sheet_of(EnquiryState::offers_analysed, kReady);
    CHECK(awarded(sheet).draft.lots[0].hours == core::Hours::whole(199));
    sheet.offers[0].hours = core::Hours::whole(50);
    CHECK(awarded(sheet).draft.lots[0].hours == core::Hours::whole(199));
    sheet.scenarios[0].lots[0].clause_kind = "social_criterion";
    CHECK(awarded(sheet).draft.lots[0].hours == core::Hours::whole(50));
    sheet.scenarios[0].lots[0].clause_kind = "none";
    CHECK_FALSE(awarded(sheet).draft.lots[0].hours.has_value());
    CHECK(awarded(sheet).draft.market.considerations == "Pas de considération sociale");
}

TEST_CASE("the ceiling of a framework agreement is a maximum, never an estimate") {
    auto sheet = tests::sheet_of(EnquiryState::offers_analysed, kReady);
    sheet.lots[0].maximum = true;
    const Lot lot = awarded(sheet).draft.lots[0];
    CHECK(lot.amount_max == core::Euros::whole(200'000));
    CHECK_FALSE(lot.amount_estimated.has_value());
}

TEST_CASE("a lot whose clause waits for its offer stays out of the market, one without clause goes in") {
    auto sheet = tests::sheet_of(EnquiryState::offers_analysed, kReady);
    for (std::int64_t id = 2; id <= 3; ++id) {
        EnquiryLot lot = sheet.lots[0];
        lot.id = {id};
        lot.number = std::to_string(id);
        sheet.lots.push_back(lot);
    }
    ScenarioLot second;
    second.lot = {2};
    second.clause_kind = "none";
    sheet.scenarios[0].lots.push_back(second);
    sheet.offers.push_back(tests::offer(2, "Menuiserie du Lac"));
    sheet.offers.back().lot = {2};
    sheet.offers.back().kept = true;
    const auto out = awarded(sheet);
    REQUIRE(out.draft.lots.size() == 2);
    CHECK(out.offers[1]->company == "Menuiserie du Lac");
    CHECK(out.studies[1].lot.number == "2");
    CHECK(out.draft.lots[1].considerations == "Pas de considération sociale");
    CHECK(out.draft.market.considerations == "Clause sociale");
    sheet.offers.pop_back();
    const auto without = awarded(sheet);
    REQUIRE(without.draft.lots.size() == 2);
    CHECK_FALSE(without.offers[1].has_value());
    CHECK_FALSE(without.draft.lots[1].amount.has_value());
    CHECK(without.draft.lots[1].considerations == "Pas de considération sociale");
    sheet.lots[1].abandoned = true;
    CHECK(awarded(sheet).draft.lots.size() == 1);
}
