// A tender studied: totals in days and FTE, feasibility beside each lot, effort rates compared.
#include "clausier/domain/tender_study.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Date kDay = parse_iso_date("2026-11-21").value();

LotFigures painting(std::int64_t euros) {
    LotFigures lot;
    lot.title = "Peinture intérieure";
    lot.amount = Euros::whole(euros);
    return lot;
}

}  // namespace

TEST_CASE("without a choice, the common rate is compared with less and more") {
    const TenderStudy study = study_tender({painting(200'000), painting(1'000)}, {}, Reference::national(), kDay);
    REQUIRE(study.comparison.size() == 3);
    CHECK(study.comparison[0].effort == Rate::of(300));
    CHECK(study.comparison[1].common);
    CHECK(study.comparison[1].hours == study.tender.hours);
    CHECK(study.comparison[0].hours < study.comparison[1].hours);
    CHECK(study.comparison[1].hours < study.comparison[2].hours);
    CHECK(study.warnings[0].empty());
    REQUIRE(study.warnings[1].size() == 1);
    CHECK(study.warnings[1][0].code == "heures_faibles");
    CHECK(study.total.days_centi == 2857);  // 199 + 1 hours in days of 7
}

TEST_CASE("compared rates apply to every lot, whatever its own") {
    LotFigures own = painting(200'000);
    own.effort = Rate::of(1000);
    StudyQuestion question;
    question.compared = {Rate::of(1000), Rate::of(500), Rate::of(1000)};
    const TenderStudy study = study_tender({own}, question, Reference::national(), kDay);
    REQUIRE(study.comparison.size() == 2);
    CHECK(study.comparison[0].hours == Hours::whole(199));
    CHECK(study.comparison[1].hours == study.tender.hours);
}

TEST_CASE("a small common rate is compared with its half and its double") {
    CHECK(neighbouring_efforts(Rate::of(200)) == std::vector<Rate>{Rate::of(100), Rate::of(200), Rate::of(400)});
    CHECK(neighbouring_efforts(Rate::of(500)) == std::vector<Rate>{Rate::of(300), Rate::of(500), Rate::of(700)});
    CHECK(neighbouring_efforts(Rate::whole(1)).back() == Rate::whole(1));
}

TEST_CASE("nothing to compare without hours, and an impossible rate is refused") {
    CHECK(study_tender({}, {}, Reference::national(), kDay).comparison.empty());
    StudyQuestion question;
    question.compared = {Rate::of(10'100)};
    CHECK_THROWS_AS(study_tender({}, question, Reference::national(), kDay), Error);
}

TEST_CASE("the lots of a market keep what was said of them, not what references stood for") {
    LotHypotheses hypotheses;
    hypotheses.effort = Rate::of(1000);
    LotFigures own = painting(200'000);
    own.hourly_cost = Euros::whole(30);
    LotFigures unknown;
    unknown.labour_share = Rate::of(4000);
    const auto lots = lots_of(tender_hours({own, unknown}, hypotheses, Reference::national(), kDay));
    REQUIRE(lots.size() == 2);
    CHECK(lots[0].amount_estimated == Euros::whole(200'000));
    CHECK_FALSE(lots[0].amount);
    CHECK_FALSE(lots[0].labour_share);
    CHECK(lots[0].effort == Rate::of(1000));
    CHECK(lots[0].hourly_cost == Euros::whole(30));
    CHECK(lots[0].hours == Hours::whole(467));  // 200 000 × 70 % × 10 % ÷ 30
    CHECK(lots[1].labour_share == Rate::of(4000));
    CHECK_FALSE(lots[1].hours);
}
