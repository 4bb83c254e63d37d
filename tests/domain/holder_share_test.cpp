// Consortia: what each member owes, and what they move between them.
#include "clausier/domain/holder_share.hpp"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "support/execution.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::commitment_of;
using tests::date_of;

namespace {

Transfer of_hours(std::int64_t hours) {
    return {Committed::whole(hours), date_of("2026-03-01"), date_of("2026-02-20"), "accord n° 2", "charge de travail"};
}

}  // namespace

TEST_CASE("each member owes by what it invoices; jointly and severally, each answers for the whole") {
    const std::vector<HolderShare> members = {
        {{1}, core::Euros::whole(60'000), true}, {{2}, core::Euros::whole(30'000)}, {{3}, core::Euros::whole(10'000)}};
    const auto joint = split_due(Committed::whole(1'001), members, Liability::joint);
    REQUIRE(joint.size() == 3);
    CHECK(joint[0].owes == Committed::whole(601));
    CHECK(joint[1].owes == Committed::whole(300));
    CHECK(joint[2].owes == Committed::whole(100));
    CHECK(joint[1].answers_for == joint[1].owes);
    const auto several = split_due(Committed::whole(1'001), members, Liability::several);
    CHECK(several[1].owes == joint[1].owes);
    CHECK(several[1].answers_for == Committed::whole(1'001));
    CHECK(tests::refusal([] { split_due(Committed::whole(1), {}, Liability::single); }).kind() ==
          core::ErrorKind::invalid);
}

TEST_CASE("while nothing is invoiced members owe equal parts; parts always sum to the whole") {
    const auto equal = split_due(Committed::whole(100), {{{1}, {}}, {{2}, {}}, {{3}, {}}}, Liability::joint);
    CHECK(equal[0].owes == Committed::whole(34));
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<HolderShare> members;
        for (unsigned i = 0; i <= random() % 6; ++i)
            members.push_back({{i + 1}, core::Euros::of(static_cast<std::int64_t>(random() % 5'000'000))});
        const Committed whole = Committed::of(static_cast<std::int64_t>(random() % 1'000'000));
        Committed sum;
        for (const HolderDue& one : split_due(whole, members, Liability::joint)) sum += one.owes;
        CHECK(sum == whole);
    }
}

TEST_CASE("a transfer moves hours from one member to another and keeps their sum") {
    Commitment from = commitment_of("minimum:600@2026-01-01");
    Commitment to = commitment_of("minimum:400@2026-01-01");
    to.id = {2};
    const TransferVersions moved = transfer(of_hours(150), from, to);
    from.versions.push_back(moved.out);
    to.versions.push_back(moved.in);
    const core::Date after = date_of("2026-03-01");
    CHECK(due(from, after).amount == Committed::whole(450));
    CHECK(due(to, after).amount == Committed::whole(550));
    CHECK(moved.out.rank == 2);
    CHECK(moved.in.agreed_on == date_of("2026-02-20"));
}

TEST_CASE("a transfer or a carry that cannot be is refused with its reasons") {
    const Commitment from = commitment_of("minimum:600@2026-01-01");
    Commitment to = commitment_of("minimum:400@2026-01-01");
    to.id = {2};
    const auto codes = [&](const std::function<void()>& action) {
        return tests::codes_of(tests::refusal(action).issues());
    };
    CHECK(codes([&] { transfer(of_hours(601), from, to); }) == "plus_que_du");
    CHECK(codes([&] { transfer(of_hours(10), from, from); }) == "meme_engagement");
    CHECK(codes([&] { carry(of_hours(10), from, to, Committed::whole(10)); }) == "lots");
    Commitment elsewhere = to;
    elsewhere.lot = {2};
    CHECK(codes([&] { transfer(of_hours(10), from, elsewhere); }) == "lots");
    CHECK(codes([&] { carry(of_hours(11), from, elsewhere, Committed::whole(10)); }) == "plus_que_surplus");
    Transfer spoken = of_hours(10);
    spoken.reference.clear();
    CHECK(codes([&] { carry(spoken, from, elsewhere, Committed::whole(10)); }) == "accord_absent");
    elsewhere.unit = CommitmentUnit::people;
    CHECK(codes([&] { carry(of_hours(10), from, elsewhere, Committed::whole(10)); }) == "unites");
}

TEST_CASE("an hour carried to another lot counts once") {
    Commitment from = commitment_of("minimum:600@2026-01-01");
    Commitment to = commitment_of("minimum:400@2026-01-01");
    to.id = {2};
    to.lot = {2};
    const core::Date on = date_of("2026-03-01");
    const Committed before = due(from, on).amount + due(to, on).amount;
    const TransferVersions moved = carry(of_hours(100), from, to, Committed::whole(100));
    from.versions.push_back(moved.out);
    to.versions.push_back(moved.in);
    CHECK(due(from, on).amount == Committed::whole(700));
    CHECK(due(to, on).amount == Committed::whole(300));
    CHECK(due(from, on).amount + due(to, on).amount == before);
}
