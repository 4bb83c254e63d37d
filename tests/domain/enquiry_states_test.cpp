// Where a dossier goes, and what it lacks on the way, case by case.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/enquiry.hpp"
#include "clausier/domain/reference.hpp"
#include "support/cases.hpp"
#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

namespace {

// The fields that are named, or "etat" when the way is closed.
std::string lacks(const EnquirySheet& sheet, EnquiryState target, bool condition = false) {
    try {
        std::string out;
        for (const core::Issue& issue : missing(sheet, target, {tests::day("2026-11-21"), condition})) {
            CHECK_FALSE(issue.text.empty());
            CHECK_FALSE(issue.code.empty());
            out += (out.empty() ? "" : " ") + issue.where;
        }
        return out;
    } catch (const core::Error& error) {
        CHECK(error.kind() == core::ErrorKind::conflict);
        return error.issues().front().where;
    }
}

bool goes(EnquiryState from, EnquiryState to) {
    const auto next = next_states(from);
    return std::find(next.begin(), next.end(), to) != next.end();
}

}  // namespace

TEST_CASE("what a dossier lacks to reach a state, case by case") {
    for (const auto& c : tests::cases("enquiry/etats.csv")) {
        INFO(c.at("depuis") << " > " << c.at("vers") << ", " << c.at("donnees") << ": " << c.at("source"));
        const auto sheet = tests::sheet_of(enquiry_state(c.at("depuis")).value(), c.at("donnees"));
        const bool condition = c.at("donnees").find("obligatoire") != std::string::npos;
        CHECK(lacks(sheet, enquiry_state(c.at("vers")).value(), condition) == c.at("manque"));
    }
}

TEST_CASE("the states offered: never beyond an answer that is not given, and every step can be taken back") {
    using S = EnquiryState;
    CHECK(next_states(S::requested) == std::vector{S::studied, S::recommended, S::accepted, S::modified, S::refused});
    CHECK(next_states(S::recommended) == std::vector{S::requested, S::studied, S::accepted, S::modified, S::refused});
    CHECK(next_states(S::refused) == std::vector{S::requested, S::studied, S::recommended});
    CHECK(next_states(S::awarded).empty());
    for (const S from : all_enquiry_states)
        for (const S to : all_enquiry_states) {
            if (from == S::awarded || to == S::refused) continue;
            if (before(to, from)) CHECK(goes(from, to));
            if (!before(to, from) && !before(from, to)) CHECK_FALSE(goes(from, to));
        }
}

TEST_CASE("each lot that lacks something is named by its rank and its number") {
    auto sheet = tests::sheet_of(EnquiryState::studied, "montant clause:insertion publics");
    EnquiryLot second = sheet.lots.front();
    second.id = {2};
    second.number = "2 bis";
    sheet.lots.push_back(second);
    const auto issues = missing(sheet, EnquiryState::recommended, {tests::day("2026-11-21"), false});
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].where == "lots.2.clause");
    CHECK(issues[0].text.find("le lot 2 bis n’est pas décidé dans «\u00a05 %\u00a0»") != std::string::npos);
}

TEST_CASE("the mandatory condition counts when the adviser is sure of it, never when it is to check") {
    static const Reference national = Reference::national();
    Enquiry enquiry = tests::painting().enquiry;
    const auto required = [&] { return step_facts(enquiry, national, tests::day("2026-11-21")).condition_required; };
    CHECK_FALSE(required());
    enquiry.purchase.type = PurchaseType::works;
    enquiry.purchase.consultation_on = tests::day("2026-11-16");
    CHECK_FALSE(required());
    enquiry.purchase.estimated_need = core::Euros::whole(9'000'000);
    CHECK(required());
    enquiry.purchase.estimated_need = core::Euros::whole(90'000);
    CHECK_FALSE(required());
}
