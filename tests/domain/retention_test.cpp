// Names go when the delay has passed, and the longest hold wins over it.
#include "clausier/domain/retention.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;
using domain::Hold;
using domain::HoldKind;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
const domain::RetentionRules rules{24, 12, 30};

Hold hold(HoldKind kind, const char* until, const char* lifted = nullptr) {
    Hold out;
    out.kind = kind;
    out.reason = "convention 2024-17";
    if (until) out.until = day(until);
    if (lifted) out.lifted_on = day(lifted);
    return out;
}

std::string removed(const char* ended, std::vector<Hold> holds, const char* today = "2026-11-21") {
    const auto out = domain::removal(ended ? std::optional(day(ended)) : std::nullopt, holds, rules, day(today));
    return (out.on ? core::iso(*out.on) : "jamais") +
           (out.because ? " " + std::string(domain::code(out.because->kind)) : "");
}

}  // namespace

TEST_CASE("the program's own rules are rows of the reference") {
    const auto own = domain::retention_rules(domain::Reference::national(), day("2026-11-21"));
    CHECK(own.name_months == 24);
    CHECK(own.log_months == 12);
    CHECK(own.copy_days == 30);
}

TEST_CASE("24 months after the end of the path, and never while it lasts") {
    CHECK(removed("2024-11-21", {}) == "2026-11-21");
    CHECK(removed("2024-02-29", {}) == "2026-02-28");
    CHECK(removed(nullptr, {}) == "jamais");
    const auto out = domain::removal(day("2024-11-21"), {}, rules, day("2026-11-20"));
    CHECK_FALSE(domain::due(out, day("2026-11-20")));
    CHECK(domain::due(out, day("2026-11-21")));
    CHECK_FALSE(domain::due(domain::removal({}, {}, rules, day("2099-01-01")), day("2099-01-01")));
}

TEST_CASE("the longest hold decides, until its last day included") {
    CHECK(removed("2024-11-21", {hold(HoldKind::funding, "2031-12-31")}) == "2032-01-01 financement");
    CHECK(removed("2024-11-21", {hold(HoldKind::funding, "2031-12-31"), hold(HoldKind::litigation, "2033-06-30")}) ==
          "2033-07-01 contentieux");
    CHECK(removed("2025-11-21", {hold(HoldKind::funding, "2027-01-31")}) == "2027-11-21");
    CHECK(removed("2024-11-21", {hold(HoldKind::funding, "2031-12-31"), hold(HoldKind::litigation, nullptr)}) ==
          "jamais contentieux");
    CHECK(removed(nullptr, {hold(HoldKind::funding, "2031-12-31")}) == "jamais");
}

TEST_CASE("a hold that is lifted or has passed holds nothing") {
    CHECK(removed("2024-11-21", {hold(HoldKind::litigation, nullptr, "2026-01-01")}) == "2026-11-21");
    CHECK(removed("2024-11-21", {hold(HoldKind::funding, "2026-11-20")}) == "2026-11-21");
    CHECK(domain::stands_on(hold(HoldKind::funding, "2026-11-21"), day("2026-11-21")));
}

TEST_CASE("a hold says why, in words that name nobody, until a day to come") {
    CHECK(domain::faults(hold(HoldKind::funding, "2031-12-31"), day("2026-11-21")).empty());
    Hold bad = hold(HoldKind::funding, "2026-11-20");
    bad.reason = " ";
    const auto issues = domain::faults(bad, day("2026-11-21"));
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].where == "motif");
    CHECK(issues[1].where == "jusqu_au");
    CHECK(domain::hold_kind("contentieux") == HoldKind::litigation);
    CHECK_FALSE(domain::hold_kind("autre").has_value());
}
