// Marks of offers: weighed, rounded once, ranked in their lot, whatever the order they come in.
#include "clausier/domain/offer.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <random>

#include "support/enquiry_sheet.hpp"

using namespace clausier;
using namespace clausier::domain;

namespace {

MarkingGrid grid() { return tests::sheet_of(EnquiryState::studied, "grille").grid; }

Offer marked(std::int64_t id, std::int64_t first, std::int64_t second) {
    Offer out = tests::offer(id, "Entreprise " + std::to_string(id));
    out.marks = {{{1}, first, ""}, {{2}, second, ""}};
    return out;
}

std::string fields(const std::vector<core::Issue>& issues) {
    std::string out;
    for (const core::Issue& issue : issues) out += (out.empty() ? "" : " ") + issue.where;
    return out;
}

}  // namespace

TEST_CASE("a mark is the weighed sum, and points are its part of the criterion's weight") {
    const auto one = scores(grid(), {marked(1, 800, 650)}).front();
    CHECK(one.mark == 740);    // 8 × 60 % + 6,5 × 40 %
    CHECK(one.points == 740);  // 10 points × 7,40 ÷ 10
    CHECK(one.rank == 1);
    auto harsh = grid();
    harsh.best = 20;
    harsh.weight = core::Rate::of(1500);
    const auto other = scores(harsh, {marked(1, 1033, 777)}).front();
    CHECK(other.mark == 931);    // 6,198 + 3,108 = 9,306
    CHECK(other.points == 698);  // 15 × 9,306 ÷ 20 = 6,9795
}

TEST_CASE("half a hundredth is rounded up, once, from the exact sum") {
    MarkingGrid even = grid();
    even.criteria[0].weight = core::Rate::of(5000);
    even.criteria[1].weight = core::Rate::of(5000);
    CHECK(scores(even, {marked(1, 501, 500)}).front().mark == 501);
    CHECK(scores(even, {marked(1, 501, 500)}).front().points == 501);
}

TEST_CASE("the best mark is rank 1 in its lot, equals share a rank, and who is not marked has none") {
    auto elsewhere = marked(5, 1000, 1000);
    elsewhere.lot = {2};
    auto unmarked = marked(4, 900, 900);
    unmarked.marks.pop_back();
    const auto out = scores(grid(), {marked(1, 500, 500), marked(2, 900, 700), marked(3, 500, 500), unmarked, elsewhere,
                                     marked(6, 100, 100)});
    CHECK(out[0].rank == 2);
    CHECK(out[1].rank == 1);
    CHECK(out[2].rank == 2);
    CHECK_FALSE(out[3].rank.has_value());
    CHECK_FALSE(out[3].mark.has_value());
    CHECK(out[4].rank == 1);
    CHECK(out[5].rank == 4);
    CHECK_FALSE(scores({}, {marked(1, 500, 500)}).front().mark.has_value());
}

TEST_CASE("property: scores do not depend on the order of the offers") {
    std::mt19937 random(20261121);
    std::uniform_int_distribution<std::int64_t> mark(0, 1000);
    for (int round = 0; round < 50; ++round) {
        std::vector<Offer> offers;
        for (std::int64_t id = 1; id <= 8; ++id) {
            offers.push_back(marked(id, mark(random), mark(random)));
            offers.back().lot = {id % 2 + 1};
        }
        std::map<std::int64_t, OfferScore> by_id;
        for (const OfferScore& score : scores(grid(), offers)) by_id[score.offer.value] = score;
        std::shuffle(offers.begin(), offers.end(), random);
        for (const OfferScore& score : scores(grid(), offers)) {
            CHECK(score.mark == by_id[score.offer.value].mark);
            CHECK(score.points == by_id[score.offer.value].points);
            CHECK(score.rank == by_id[score.offer.value].rank);
        }
    }
}

TEST_CASE("property: the hours that bind are never under the minimum nor under what was offered") {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> hours(0, 1'000'000);
    for (int round = 0; round < 1000; ++round) {
        const auto minimum = core::Hours::of(hours(random));
        const auto offered = core::Hours::of(hours(random));
        const auto bound = binding_hours(minimum, offered);
        CHECK(bound >= minimum);
        CHECK(bound >= offered);
        CHECK((bound == minimum || bound == offered));
        CHECK(binding_hours(minimum, std::nullopt) == minimum);
    }
}

TEST_CASE("the weights of a grid make 100 %, each has a label, and the best mark is a whole number") {
    CHECK(faults(grid()).empty());
    CHECK(faults(MarkingGrid{}).empty());
    auto bad = grid();
    bad.weight = core::Rate::of(0);
    bad.best = 0;
    bad.criteria[0].label = " ";
    bad.criteria[1].weight = core::Rate::of(3000);
    CHECK(fields(faults(bad)) == "poids note_max criteres.1.libelle criteres.2.poids");
    CHECK(faults(bad).back().text.find("90\u00a0%") != std::string::npos);
}

TEST_CASE("an offer names a company, and its marks are of the grid and within bounds") {
    auto good = marked(1, 1000, 0);
    good.identifier = {"SIRET", "21990001000017"};
    CHECK(faults(good, grid()).empty());
    auto bad = marked(1, 1001, -1);
    bad.company = "";
    bad.identifier = {"SIRET", "123"};
    bad.amount = core::Euros::of(0);
    bad.hours = core::Hours::of(-1);
    bad.marks.push_back({{9}, 100, ""});
    CHECK(fields(faults(bad, grid())) == "entreprise siret montant heures notes.1 notes.2 notes");
}
