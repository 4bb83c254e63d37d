// A structure is judged on a day: approved, deemed so, or neither.
#include "clausier/domain/structure.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Approval;
using domain::ApprovalKind;
using domain::Structure;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }

Structure site(const std::string& kind) {
    Structure out;
    out.kind = kind;
    out.name = "Chantier des Tilleuls";
    out.siret = "21990001000014";
    out.sirets = {{out.siret, std::nullopt, std::nullopt}};
    return out;
}

Approval convention(const char* from, const char* to) { return {ApprovalKind::convention, day(from), day(to), ""}; }

const core::Date today = day("2026-11-21");

}  // namespace

TEST_CASE(
    "an approval holds from its first day to its last, both included, and without limit where a bound is absent") {
    const Approval both = convention("2025-01-01", "2025-12-31");
    CHECK(domain::holds_on(both, day("2025-01-01")));
    CHECK(domain::holds_on(both, day("2025-12-31")));
    CHECK_FALSE(domain::holds_on(both, day("2026-01-01")));
    CHECK(domain::holds_on({ApprovalKind::esus, day("2025-01-01"), std::nullopt, ""}, day("2040-01-01")));
}

TEST_CASE("a dated convention approves on its days; it deems approved before only while it holds today") {
    Structure s = site("ACI");
    s.approvals = {convention("2025-01-01", "2027-12-31")};
    CHECK(domain::standing_of(s, day("2025-06-01"), today).approved);
    const auto before = domain::standing_of(s, day("2024-06-01"), today);
    CHECK_FALSE(before.approved);
    CHECK(before.deemed);
    CHECK(before.family == "insertion");
    CHECK(domain::is_inclusive(before));
    s.approvals = {convention("2020-01-01", "2022-12-31")};
    const auto over = domain::standing_of(s, day("2024-06-01"), today);
    CHECK_FALSE(over.approved);
    CHECK_FALSE(over.deemed);
    CHECK_FALSE(domain::is_inclusive(over));
}

TEST_CASE("a structure without dates is deemed approved while it is listed, and no longer once it has closed") {
    Structure s = site("EA");
    CHECK(domain::standing_of(s, day("2023-01-01"), today).deemed);
    CHECK(domain::standing_of(s, std::nullopt, today).family == "handicap");
    s.closed_on = day("2025-06-30");
    CHECK_FALSE(domain::standing_of(s, day("2023-01-01"), today).deemed);
    s.approvals = {convention("2020-01-01", "2026-12-31")};
    CHECK(domain::standing_of(s, day("2025-06-29"), today).approved);
    CHECK_FALSE(domain::standing_of(s, day("2025-06-30"), today).approved);
}

TEST_CASE("a kind that does not exist that day makes nobody approved") {
    Structure s = site("EITI");
    s.approvals = {convention("2026-01-01", "2028-12-31")};
    CHECK(domain::standing_of(s, day("2026-12-22"), today).approved);
    const auto after = domain::standing_of(s, day("2026-12-23"), day("2027-01-15"));
    CHECK_FALSE(after.approved);
    CHECK_FALSE(after.deemed);
    CHECK(after.family == "insertion");
}

TEST_CASE("an ESUS approval counts when its end comes after the day, the latest one when there are several") {
    Structure s = site("SCIC");
    CHECK(domain::standing_of(s, today, today).ess);
    CHECK_FALSE(domain::standing_of(s, today, today).esus);
    s.approvals = {{ApprovalKind::esus, day("2018-01-01"), day("2022-12-31"), ""},
                   {ApprovalKind::esus, day("2023-01-01"), day("2025-12-31"), ""}};
    CHECK(domain::standing_of(s, day("2025-12-30"), today).esus);
    CHECK_FALSE(domain::standing_of(s, day("2025-12-31"), today).esus);
    CHECK_FALSE(domain::is_inclusive(domain::standing_of(s, today, today)));
    CHECK(domain::standing_of(site("ESUS"), today, today).esus);
}

TEST_CASE("an ACI approved ESUS is of the ESS; one that is not is said to be nothing of it") {
    Structure s = site("ACI");
    CHECK_FALSE(domain::standing_of(s, today, today).ess);
    s.approvals = {{ApprovalKind::esus, std::nullopt, std::nullopt, ""}};
    CHECK(domain::standing_of(s, today, today).ess);
}

TEST_CASE("what stands in the way of keeping a structure is told by field") {
    Structure s = site("XYZ");
    s.name = " ";
    s.siret = "123";
    s.department = "99";
    s.post_code = "5700";
    s.approvals = {convention("2025-01-01", "2024-01-01")};
    std::vector<std::string> fields;
    for (const core::Issue& issue : domain::faults(s)) fields.push_back(issue.where);
    CHECK(fields == std::vector<std::string>{"type", "nom", "siret", "departement", "code_postal", "agrements"});
    CHECK(domain::faults(site("ESAT")).empty());
}

TEST_CASE("another SIRET leaves the former one in the history until the day before") {
    const Structure moved = domain::with_siret(site("EI"), "21990001000022", day("2026-03-01"));
    CHECK(moved.siret == "21990001000022");
    REQUIRE(moved.sirets.size() == 2);
    CHECK(moved.sirets[0].to == day("2026-02-28"));
    CHECK(moved.sirets[1].from == day("2026-03-01"));
    const Structure back = domain::with_siret(moved, "21990001000014", day("2026-05-01"));
    REQUIRE(back.sirets.size() == 2);
    CHECK_FALSE(back.sirets[0].to.has_value());
    CHECK(back.sirets[1].to == day("2026-04-30"));
}
