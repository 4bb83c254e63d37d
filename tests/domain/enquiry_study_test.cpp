// A scenario studied: what is due on each lot, what is only computed, and what is said of it.
#include "clausier/domain/enquiry_study.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

namespace {

const core::Date kDay = tests::day("2026-11-21");

const Reference& national() {
    static const Reference values = Reference::national();
    return values;
}

ScenarioStudy studied(const EnquirySheet& sheet) { return study(sheet, sheet.scenarios.front(), national(), kDay); }
ScenarioStudy studied(const std::string& words) { return studied(tests::sheet_of(EnquiryState::studied, words)); }

}  // namespace

TEST_CASE("a clause that bears hours owes what is computed, or what was decided by hand") {
    const auto computed = studied("montant clause:insertion");
    REQUIRE(computed.lots.size() == 1);
    CHECK(computed.lots[0].due == core::Hours::whole(199));  // 200 000 × 70 % × 5 % ÷ 35,20
    CHECK(computed.hours == core::Hours::whole(199));
    CHECK(computed.with_clause == 1);
    CHECK(computed.undecided == 0);
    CHECK(computed.reference_digest == national().digest());
    const auto decided = studied("montant clause:insertion heures");
    CHECK(decided.lots[0].due == core::Hours::whole(210));
    CHECK(decided.lots[0].calculation.result->estimate.hours == core::Hours::whole(199));
    CHECK(decided.total.days_centi == 3000);  // 210 h ÷ 7 h
}

TEST_CASE("what bears no hours owes none, though what it would give is shown") {
    for (const char* words : {"montant clause:none", "montant clause:", "montant clause:reserved_siae"}) {
        INFO(words);
        const auto out = studied(words);
        CHECK_FALSE(out.lots[0].due.has_value());
        CHECK(out.hours == core::Hours());
        CHECK(out.lots[0].calculation.result.has_value());
        CHECK(out.lots[0].warnings.empty());
    }
    CHECK(studied("montant clause:").undecided == 1);
    CHECK(studied("montant clause:none").with_clause == 0);
    CHECK(studied("montant clause:reserved_siae").with_clause == 1);
    CHECK(studied("montant clause:training heures").lots[0].due == core::Hours::whole(210));
}

TEST_CASE("a lot that cannot be computed says why, and keeps the hours decided for it") {
    CHECK(studied("clause:insertion").lots[0].calculation.issue->code == "montant_absent");
    CHECK_FALSE(studied("clause:insertion").lots[0].due.has_value());
    CHECK(studied("clause:insertion heures").lots[0].due == core::Hours::whole(210));
}

TEST_CASE("the lot's figures win over the scenario's; a lot without title is read by the object of the purchase") {
    auto sheet = tests::sheet_of(EnquiryState::studied, "montant clause:insertion");
    sheet.scenarios[0].hypotheses.effort = core::Rate::of(1000);
    CHECK(studied(sheet).hours == core::Hours::whole(398));
    sheet.scenarios[0].lots[0].effort = core::Rate::of(500);
    CHECK(studied(sheet).hours == core::Hours::whole(199));
    sheet.lots[0].title = "";
    sheet.enquiry.purchase.object = "Peinture intérieure du lycée";
    CHECK(studied(sheet).hours == core::Hours::whole(199));
    sheet.enquiry.purchase.object = "Travaux";
    CHECK(studied(sheet).lots[0].calculation.issue->code == "part_mo_absente");
}

TEST_CASE("feasibility is judged on what is due, over the months of the purchase") {
    auto sheet = tests::sheet_of(EnquiryState::studied, "montant clause:insertion heures");
    CHECK(studied(sheet).lots[0].warnings.empty());
    sheet.enquiry.purchase.duration_months = 24;
    REQUIRE(studied(sheet).lots[0].warnings.size() == 1);
    CHECK(studied(sheet).lots[0].warnings[0].code == "effectif_faible");
    sheet.scenarios[0].lots[0].hours = core::Hours::whole(20);
    CHECK(studied(sheet).lots[0].warnings[0].code == "heures_faibles");
}

TEST_CASE(
    "what DECP says of each kind of clause, an ambiguous one by its form; a reserved concession has its own word") {
    const auto words = [](const char* kind, PurchaseType type = PurchaseType::works) {
        SummaryRules rules;
        rules.concession = type == PurchaseType::concession;
        return summary_of(clauses_of(kind), rules).value_or("rien");
    };
    CHECK(words("insertion") == "Clause sociale");
    CHECK(words("insertion_and_criterion") == "Clause sociale, Critère social");
    CHECK(words("social_criterion") == "Critère social");
    CHECK(words("equality") == "Clause sociale");
    CHECK(words("reserved_siae") == "Marché réservé");
    CHECK(words("reserved_siae", PurchaseType::concession) == "Concession réservée");
    CHECK(words("none") == "Pas de considération sociale");
    CHECK(words("") == "rien");
    CHECK(words("not_filled") == "rien");
}

TEST_CASE("hours and criteria are read from the list of clauses") {
    CHECK(bears_hours("insertion"));
    CHECK_FALSE(bears_hours("social_criterion"));
    CHECK(has_criterion("social_criterion"));
    CHECK(has_criterion("insertion_and_criterion"));
    CHECK_FALSE(has_criterion("insertion"));
    CHECK_FALSE(bears_hours("inconnue"));
    CHECK_FALSE(is_clause("none"));
    CHECK_FALSE(is_clause(""));
    CHECK(is_clause("equality"));
}

TEST_CASE("an abandoned lot asks for nothing more, and is not counted") {
    auto sheet = tests::sheet_of(EnquiryState::studied, "montant clause:insertion heures");
    CHECK(studied(sheet).hours == core::Hours::whole(210));
    CHECK(studied(sheet).counted == 1);
    sheet.lots[0].abandoned = true;
    const ScenarioStudy out = studied(sheet);
    CHECK(out.hours == core::Hours());
    CHECK_FALSE(out.lots[0].due.has_value());
    CHECK(out.counted == 0);
    CHECK(out.with_clause == 0);
    CHECK(out.undecided == 0);
}

TEST_CASE("what binds the performance of the market, and what only marks offers") {
    for (const char* kind : {"insertion", "insertion_and_criterion", "insertion_services", "training", "equality",
                             "reserved_siae", "reserved_ess"})
        CHECK(is_execution_condition(kind));
    for (const char* kind : {"social_criterion", "none", "", "not_filled"}) CHECK_FALSE(is_execution_condition(kind));
}
