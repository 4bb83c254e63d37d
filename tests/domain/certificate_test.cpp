// Certificates: they state the past, once, and close only what is done.
#include "clausier/domain/certificate.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/execution.hpp"

using namespace clausier;
using namespace clausier::domain;
using tests::codes_of;
using tests::date_of;

namespace {

const core::Date today = date_of("2026-11-21");

ExecutionFacts done(std::int64_t validated, std::int64_t pending) {
    ExecutionFacts f;
    f.whole.due = Committed::whole(1'000);
    f.whole.validated = Committed::whole(validated);
    f.whole.pending = Committed::whole(pending);
    return f;
}

Certificate certificate(bool final) {
    Certificate c;
    c.final = final;
    c.until = date_of("2026-10-31");
    c.issued_on = today;
    return c;
}

}  // namespace

TEST_CASE("an interim certificate states where a lot stands") {
    CHECK(faults(certificate(false), done(300, 50), {}, today).empty());
    CHECK(codes_of(faults(certificate(false), done(300, 0), date_of("2026-10-31"), today)) == "deja_atteste");
    Certificate ahead = certificate(false);
    ahead.until = date_of("2026-11-22");
    ahead.issued_on = ahead.until;
    CHECK(codes_of(faults(ahead, done(300, 0), {}, today)) == "date_future date_future");
    CHECK(codes_of(faults(Certificate{}, done(300, 0), {}, today)) == "date_absente date_absente");
}

TEST_CASE("a final one closes what is done, or says why it closes what is not") {
    CHECK(faults(certificate(true), done(1'000, 0), {}, today).empty());
    CHECK(codes_of(faults(certificate(true), done(1'000, 20), {}, today)) == "en_attente");
    CHECK(codes_of(faults(certificate(true), done(900, 0), {}, today)) == "engagement_ouvert");
    Certificate said = certificate(true);
    said.note = "marché résilié le 15 octobre";
    CHECK(faults(said, done(900, 0), {}, today).empty());
    ExecutionFacts open_goal = done(1'000, 0);
    open_goal.sub_goals.push_back(done(10, 0).whole);
    CHECK(codes_of(faults(certificate(true), open_goal, {}, today)) == "engagement_ouvert");
}
