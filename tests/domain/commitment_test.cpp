// What is due on a day, version by version, and what may be written.
#include "clausier/domain/commitment.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "clausier/domain/month.hpp"
#include "clausier/domain/reference.hpp"
#include "clausier/domain/sub_goal.hpp"
#include "support/cases.hpp"
#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::commitment_of;
using tests::date_of;

namespace {

Committed of(std::string_view hours) { return committed(tests::hours_in(hours)); }

CommitmentVersion version(VersionKind kind, std::string_view quantity, std::string_view since) {
    CommitmentVersion v;
    v.kind = kind;
    v.quantity = of(quantity);
    v.since = date_of(since);
    v.reason = "convenu";
    v.reference = "avenant n° 1";
    v.agreed_on = v.since;
    return v;
}

}  // namespace

TEST_CASE("what is due on a day, case by case") {
    for (const auto& c : tests::cases("execution/du.csv")) {
        INFO(c.at("versions") << " le " << c.at("le") << " : " << c.at("source"));
        const Due found = due(commitment_of(c.at("versions")), date_of(c.at("le")));
        CHECK(found.amount == of(c.at("du")));
        CHECK(found.forecast == (c.at("prevision").empty() ? std::nullopt : std::optional(of(c.at("prevision")))));
    }
}

TEST_CASE("every version says whether it counts and why, and those that count sum to what is due") {
    for (const auto& c : tests::cases("execution/du.csv")) {
        INFO(c.at("versions"));
        const Commitment commitment = commitment_of(c.at("versions"));
        const Due found = due(commitment, date_of(c.at("le")));
        REQUIRE(found.lines.size() == commitment.versions.size());
        Committed sum;
        for (const DueLine& line : found.lines) {
            CHECK_FALSE(line.why.empty());
            if (!line.counts) CHECK(line.effect == Committed());
            sum += line.effect;
        }
        CHECK(found.amount == std::max(Committed(), sum));
        CHECK(found.amount >= Committed());
    }
}

TEST_CASE("whatever was written, what is due is never negative and is the sum of what counts") {
    std::mt19937 random(13);
    for (int round = 0; round < 500; ++round) {
        Commitment commitment;
        for (int rank = 1; rank <= 8; ++rank) {
            CommitmentVersion v = version(all_version_kinds[random() % all_version_kinds.size()], "0", "2026-01-01");
            v.rank = rank;
            v.quantity = Committed::of(static_cast<std::int64_t>(random() % 100'000));
            v.since = days_later(v.since, static_cast<int>(random() % 200));
            v.confirmed = random() % 2 == 0;
            if (rank > 4 && random() % 4 == 0) v.replaces = rank - 4;
            commitment.versions.push_back(v);
        }
        const Due found = due(commitment, date_of("2026-05-01"));
        Committed sum;
        for (const DueLine& line : found.lines) {
            CHECK_FALSE(line.why.empty());
            sum += line.effect;
        }
        CHECK(found.amount == std::max(Committed(), sum));
    }
}

TEST_CASE("a sub-goal owes its part of what its parent owes, unless it has versions of its own") {
    Commitment goal;
    goal.goal = "qpv";
    goal.share = core::Rate::of(3333);
    goal.parent = Id<Commitment>{1};
    CHECK(due(goal, date_of("2026-03-01"), of("1000")).amount == of("333.30"));
    CHECK(due(goal, date_of("2026-03-01")).amount == Committed());
    goal.versions.push_back(version(VersionKind::minimum, "200", "2026-01-01"));
    CHECK(due(goal, date_of("2026-03-01"), of("1000")).amount == of("200"));
    CHECK(faults(goal).empty());
}

TEST_CASE("the steps tell what is due in words and numbers") {
    const Due found =
        due(commitment_of("minimum:1000@2026-01-01 offre:1200@2026-01-01 cede:300@2026-02-01"), date_of("2026-03-01"));
    REQUIRE(found.steps.size() == 3);
    CHECK(found.steps[0].sentence() == "offre : 1\u202f200\u00a0h depuis le 1er janvier 2026");
    CHECK(found.steps[1].sentence() == "cédé à un cotraitant : − 300\u00a0h depuis le 1er février 2026");
    CHECK(found.steps[2].sentence() == "Dû le 1er mars 2026 : 900\u00a0h");
}

TEST_CASE("a history is written on, with what each kind of version needs") {
    const Commitment commitment = commitment_of("minimum:1000@2026-01-01");
    CHECK(faults(version(VersionKind::offered, "1200", "2026-01-01"), commitment).empty());
    auto amended = version(VersionKind::amended, "900", "2026-04-01");
    CHECK(faults(amended, commitment).empty());
    amended.reference.clear();
    amended.reason.clear();
    CHECK(tests::codes_of(faults(amended, commitment)) == "champ_absent champ_absent");

    auto moved = version(VersionKind::transferred_out, "1000", "2026-02-01");
    CHECK(faults(moved, commitment).empty());
    moved.agreed_on.reset();
    moved.reference = " ";
    CHECK(tests::codes_of(faults(moved, commitment)) == "accord_absent accord_absent");
    const auto too_much = faults(version(VersionKind::transferred_out, "1000.01", "2026-02-01"), commitment);
    REQUIRE(too_much.size() == 1);
    CHECK(too_much[0].sentence() == "quantite : il n’est dû que 1\u202f000\u00a0h ce jour-là ; retirez-en moins");
    CHECK(tests::codes_of(faults(version(VersionKind::carried_in, "1500", "2026-02-01"), commitment)) == "plus_que_du");

    auto negative = version(VersionKind::tranche, "10", "2026-02-01");
    negative.quantity = Committed::of(-1);
    CHECK(tests::codes_of(faults(negative, commitment)) == "negatif");
    CHECK(tests::codes_of(faults(version(VersionKind::invoiced, "10", "2026-02-01"), commitment)) ==
          "sans_regle_facture montant_absent");
    auto undated = version(VersionKind::offered, "10", "2026-02-01");
    undated.since = {};
    CHECK(tests::codes_of(faults(undated, commitment)) == "date_absente");
}

TEST_CASE("a version is replaced once, and only one that is there") {
    const Commitment commitment = commitment_of("minimum:10000@2026-01-01 minimum:1000@2026-01-01!1");
    auto again = version(VersionKind::minimum, "900", "2026-01-01");
    again.replaces = 1;
    CHECK(tests::codes_of(faults(again, commitment)) == "version_remplacee");
    again.replaces = 7;
    CHECK(tests::codes_of(faults(again, commitment)) == "version_inconnue");
    again.replaces = 2;
    CHECK(faults(again, commitment).empty());
}

TEST_CASE("a framework agreement owes whole tranches of what is invoiced") {
    static const Reference national = Reference::national();
    const InvoiceRule rule{core::Euros::whole(1'000), core::Euros::whole(10'000), ThresholdMode::trigger};
    const auto hours = [&](std::int64_t euros) {
        return invoiced_quantity(rule, core::Euros::whole(euros), national, date_of("2026-03-01"));
    };
    CHECK(hours(9'999) == Committed());
    CHECK(hours(10'999) == of("10"));
    CHECK(hours(25'000) == of("25"));
}

TEST_CASE("what a commitment cannot be") {
    Commitment c = commitment_of("minimum:10@2026-01-01");
    CHECK(faults(c).empty());
    c.share = core::Rate::of(500);
    CHECK(tests::codes_of(faults(c)) == "part_sans_objet");
    c.goal = "licornes";
    CHECK(tests::codes_of(faults(c)) == "objectif_inconnu sans_parent");
    c.goal = "qpv";
    c.parent = Id<Commitment>{2};
    c.share = core::Rate::of(10'001);
    CHECK(tests::codes_of(faults(c)) == "part_bornes");
    c.share.reset();
    c.unit = CommitmentUnit::people;
    c.on_invoices = InvoiceRule{};
    CHECK(tests::codes_of(faults(c)) == "facture_heures tranche");
}

TEST_CASE("quantities are said in the words of their unit") {
    CHECK(said(of("1200.5"), CommitmentUnit::hours) == "1\u202f200,5\u00a0h");
    CHECK(said(Committed::whole(1), CommitmentUnit::people) == "1\u00a0personne");
    CHECK(said(Committed::whole(3), CommitmentUnit::people) == "3\u00a0personnes");
    CHECK(said(Committed::whole(0), CommitmentUnit::actions) == "0\u00a0action");
    CHECK(said(Committed::of(1250), CommitmentUnit::euros) == "12,50\u00a0€");
    for (const CommitmentUnit unit : all_commitment_units) CHECK(commitment_unit(code(unit)) == unit);
    for (const VersionKind kind : all_version_kinds) CHECK(version_kind(code(kind)) == kind);
}
