// The progress of a lot is what its commitments, people and hours say together.
#include "clausier/domain/lot_progress.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::CommitmentUnit;
using domain::Committed;
using domain::ExecutionStage;
using domain::HourNature;
using domain::LotFacts;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
domain::Month month(const char* text) { return domain::Month::parse(text).value(); }

domain::Commitment owes(std::int64_t id, std::int64_t quantity,
                        std::optional<domain::Id<domain::Organisation>> holder = {},
                        CommitmentUnit unit = CommitmentUnit::hours) {
    domain::Commitment out;
    out.id = {id};
    out.holder = holder;
    out.unit = unit;
    domain::CommitmentVersion version;
    version.rank = 1;
    version.quantity = Committed::whole(quantity);
    version.since = day("2026-03-01");
    out.versions = {version};
    return out;
}

domain::Placement works(std::int64_t id, std::int64_t holder, std::int64_t person, const char* entry = "2026-04-01") {
    domain::Placement out;
    out.id = {id};
    out.holder = {holder};
    out.participant = domain::Id<domain::Participant>{person};
    out.started_on = day(entry);
    out.eligibility = {true, out.started_on, ""};
    return out;
}

domain::DoneLine done(std::int64_t placement, const char* when, std::int64_t hours,
                      ExecutionStage stage = ExecutionStage::validated, HourNature nature = HourNature::worked) {
    return {{placement}, month(when), nature, stage, core::Hours::whole(hours)};
}

const domain::Reference& reference() {
    static const domain::Reference out = domain::Reference::national();
    return out;
}

}  // namespace

TEST_CASE("each holder has the hours of its placements, and the whole is their sum") {
    LotFacts facts;
    facts.lot.notified_on = day("2026-03-01");
    facts.commitments = {owes(1, 60, domain::Id<domain::Organisation>{10}),
                         owes(2, 40, domain::Id<domain::Organisation>{20})};
    facts.placements = {works(1, 10, 1), works(2, 20, 2)};
    facts.done = {done(1, "2026-04", 30), done(1, "2026-05", 10, ExecutionStage::waiting), done(2, "2026-04", 40)};
    const auto found = domain::lot_progress(facts, reference(), day("2026-11-21"));
    REQUIRE(found.standings.size() == 2);
    CHECK(found.standings[0].progress.validated == Committed::whole(30));
    CHECK(found.standings[0].progress.pending == Committed::whole(10));
    CHECK(found.standings[1].progress.left == Committed{});
    CHECK(found.whole.due == Committed::whole(100));
    CHECK(found.whole.validated == Committed::whole(70));
    CHECK(found.whole.declared == Committed::whole(80));
    CHECK(found.whole.validated <= found.whole.declared);
}

TEST_CASE("persons are counted once, at their first entry, and as done once they are eligible") {
    LotFacts facts;
    facts.commitments = {owes(1, 3, {}, CommitmentUnit::people)};
    facts.placements = {works(1, 10, 1, "2026-06-01"), works(2, 10, 1, "2026-04-15"), works(3, 10, 2, "2026-05-01")};
    facts.placements[2].eligibility->eligible = false;
    const auto found = domain::lot_progress(facts, reference(), day("2026-11-21"));
    CHECK(found.whole.declared == Committed::whole(2));
    CHECK(found.whole.validated == Committed::whole(1));
    REQUIRE(found.standings[0].done.size() == 2);
    CHECK(found.standings[0].done[0].month == month("2026-04"));
}

TEST_CASE("a sub-goal of a nature counts its hours alone; a share of its parent owes its part") {
    LotFacts facts;
    facts.commitments = {owes(1, 200), owes(2, 0)};
    facts.commitments[1].goal = "training";
    facts.commitments[1].parent = domain::Id<domain::Commitment>{1};
    facts.commitments[1].share = core::Rate::of(1'000);
    facts.commitments[1].versions.clear();
    facts.placements = {works(1, 10, 1)};
    facts.done = {done(1, "2026-04", 30), done(1, "2026-04", 8, ExecutionStage::validated, HourNature::training)};
    const auto found = domain::lot_progress(facts, reference(), day("2026-11-21"));
    CHECK(found.standings[0].progress.validated == Committed::whole(38));
    CHECK(found.standings[1].progress.validated == Committed::whole(8));
    CHECK(found.standings[1].due.amount == Committed::whole(20));
    CHECK(found.whole.due == Committed::whole(200));
}

TEST_CASE("without a commitment hours are told all the same, and nothing is settled") {
    LotFacts facts;
    facts.lot.notified_on = day("2026-03-01");
    facts.placements = {works(1, 10, 1)};
    facts.done = {done(1, "2026-04", 30)};
    const auto found = domain::lot_progress(facts, reference(), day("2026-11-21"));
    CHECK(found.whole.validated == Committed::whole(30));
    CHECK(found.state.state == domain::ExecutionState::awarded);
}

TEST_CASE("a lot is dropped from its day on, certified by a final certificate, amended by an amendment that holds") {
    LotFacts facts;
    facts.lot.notified_on = day("2026-03-01");
    facts.commitments = {owes(1, 100)};
    facts.execution.dropped_on = day("2026-06-01");
    CHECK(domain::lot_progress(facts, reference(), day("2026-05-31")).state.state == domain::ExecutionState::awarded);
    CHECK(domain::lot_progress(facts, reference(), day("2026-06-01")).state.state == domain::ExecutionState::dropped);
    facts.execution.dropped_on = {};
    domain::Certificate interim;
    facts.certificates = {interim};
    CHECK(domain::lot_progress(facts, reference(), day("2026-06-01")).state.state == domain::ExecutionState::awarded);
    facts.certificates[0].final = true;
    CHECK(domain::lot_progress(facts, reference(), day("2026-06-01")).state.state == domain::ExecutionState::certified);
    auto amended = facts.commitments[0].versions[0];
    amended.rank = 2;
    amended.kind = domain::VersionKind::amended;
    amended.since = day("2026-05-01");
    facts.commitments[0].versions.push_back(amended);
    CHECK(domain::lot_progress(facts, reference(), day("2026-06-01")).state.modified);
    CHECK_FALSE(domain::lot_progress(facts, reference(), day("2026-04-01")).state.modified);
}
