// Hours of a tender: whose figure wins, and what is said when one is missing.
#include "clausier/domain/lot_hours.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier::domain;
using namespace clausier::core;

namespace {

const Date kDay = parse_iso_date("2026-11-21").value();

LotFigures painting() {
    LotFigures lot;
    lot.number = "3";
    lot.title = "Peinture intérieure";
    lot.amount = Euros::whole(200'000);
    return lot;
}

LotHours only(const LotFigures& lot, const LotHypotheses& hypotheses = {}) {
    return tender_hours({lot}, hypotheses, Reference::national(), kDay).lots.at(0);
}

}  // namespace

TEST_CASE("the lot's own figures win, then the user's, then the reference of its trade") {
    LotFigures lot = painting();
    const LotHours by_reference = only(lot);
    CHECK(by_reference.labour_share.value == Rate::of(7000));
    CHECK(by_reference.labour_share.source == HypothesisSource::reference);
    CHECK(by_reference.hourly_cost.key == "hourly_cost.construction");
    CHECK(by_reference.trade == "Peinture intérieure");
    CHECK(by_reference.result->estimate.hours == Hours::whole(199));  // 200 000 × 70 % × 5 % ÷ 35,20

    LotHypotheses user;
    user.labour_share = Rate::of(6000);
    user.effort = Rate::of(1000);
    CHECK(only(lot, user).labour_share.source == HypothesisSource::option);
    lot.labour_share = Rate::of(5000);
    const LotHours own = only(lot, user);
    CHECK(own.labour_share.value == Rate::of(5000));
    CHECK(own.labour_share.source == HypothesisSource::lot);
    CHECK(own.effort.value == Rate::of(1000));
}

TEST_CASE("a lot without amount or without known trade is listed with its reason") {
    LotFigures lot = painting();
    lot.amount.reset();
    CHECK(only(lot).issue->code == "montant_absent");
    lot = painting();
    lot.title = "Prestation diverse";
    CHECK(only(lot).issue->code == "part_mo_absente");
    LotHypotheses user;
    user.labour_share = Rate::of(5000);
    CHECK(only(lot, user).hourly_cost.key == "hourly_cost.all_branches");
    lot.amount = Euros::whole(-3);
    CHECK(only(lot, user).issue.has_value());
}

TEST_CASE("an impossible hypothesis is the user's fault, said once") {
    LotHypotheses user;
    user.effort = Rate::of(50'000);
    CHECK_THROWS_AS(only(painting(), user), Error);
    user.effort = Rate::of(0);
    CHECK_THROWS_AS(only(painting(), user), Error);
}

TEST_CASE("totals are the sums of the lots that could be computed") {
    LotFigures none = painting();
    none.amount.reset();
    const TenderHours tender = tender_hours({painting(), none, painting()}, {}, Reference::national(), kDay);
    CHECK(tender.computed == 2);
    CHECK(tender.lots.size() == 3);
    CHECK(tender.hours == Hours::whole(398));
    CHECK(tender.amount == Euros::whole(400'000));
    CHECK(tender.reference_digest == Reference::national().digest());
}

TEST_CASE("what prevents the hours of a lot is known before any reference value") {
    const auto agree = [](const LotFigures& lot, const LotHypotheses& hypotheses = {}) {
        const auto obstacle = hours_obstacle(lot, hypotheses);
        CHECK(obstacle == only(lot, hypotheses).issue);
        return obstacle.has_value();
    };
    LotFigures lot = painting();
    CHECK_FALSE(agree(lot));
    lot.title = "Prestation diverse";
    CHECK(agree(lot));
    LotHypotheses user;
    user.labour_share = Rate::of(5000);
    CHECK_FALSE(agree(lot, user));
    lot.amount.reset();
    CHECK(agree(lot, user));
    lot.unreadable = fault("illisible", "le montant ne se lit pas");
    CHECK(hours_obstacle(lot, user)->code == "illisible");
}
