// Local values pass before national ones, and a wrong one changes nothing.
#include "clausier/app/references.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {
const core::FixedClock kClock{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value())};
std::string column_name(std::string_view column) { return std::string(column); }
}  // namespace

TEST_CASE("a local value wins from its first day on") {
    store::Database base(":memory:");
    domain::ReferenceTexts texts;
    texts.key = "hourly_cost.construction";
    texts.value = "36.50";
    texts.source = "délibération 2026-12";
    texts.valid_from = "2026-03-01";
    app::add_reference({kClock, "test"}, base, texts, column_name);
    const domain::Reference reference = app::reference(base);
    CHECK(reference.euros("hourly_cost.construction", kClock.today()).value == core::Euros::of(3650));
    CHECK(reference.euros("hourly_cost.construction", kClock.today()).citation.layer == domain::Layer::local);
    CHECK(reference.euros("hourly_cost.construction", core::parse_iso_date("2026-02-28").value()).value ==
          core::Euros::of(3520));
    CHECK(reference.digest() != domain::Reference::national().digest());
}

TEST_CASE("a wrong value is refused with every fault and nothing is kept") {
    store::Database base(":memory:");
    domain::ReferenceTexts texts;
    texts.key = "hourly_cost.construction";
    texts.value = "beaucoup";
    try {
        app::add_reference({kClock, "test"}, base, texts, column_name);
        FAIL("the value is no number and has no source");
    } catch (const core::Error& error) {
        CHECK(error.issues().size() >= 2);
    }
    CHECK(app::reference(base).digest() == domain::Reference::national().digest());
}

TEST_CASE("without a base the national values stand alone") {
    CHECK(app::reference(std::optional<std::filesystem::path>()).digest() == domain::Reference::national().digest());
    CHECK_THROWS_AS(app::reference(std::filesystem::path("nowhere.sqlite")), core::Error);
}
