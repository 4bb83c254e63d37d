// Templates keep every version; one that is withdrawn comes back with its next version.
#include "clausier/store/document_templates.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"

using namespace clausier;

namespace {

const core::Instant noon{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value()) + std::chrono::hours(12)};

}  // namespace

TEST_CASE("each save is a version of its own, the last one listed") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::DocumentTemplates templates(tx);
    CHECK_FALSE(templates.find("ccap"));
    CHECK(templates.save("ccap", "CCAP", "# Un", noon, "cli") == 1);
    CHECK(templates.save("ccap", "Notre CCAP", "# Deux", noon, "web") == 2);
    CHECK(templates.save("avis", "Avis", "# Avis", noon, "web") == 1);
    const auto list = templates.list();
    REQUIRE(list.size() == 2);
    CHECK(list[0].key == "avis");
    CHECK(list[1].name == "Notre CCAP");
    CHECK(list[1].version == 2);
    CHECK(list[1].actor == "web");
    const auto versions = templates.versions("ccap");
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].text == "# Deux");
    CHECK(versions[1].at == noon);
    CHECK(templates.version("ccap", 1)->text == "# Un");
    CHECK_FALSE(templates.version("ccap", 3));
}

TEST_CASE("what is withdrawn keeps its versions, and the next save takes it back") {
    store::Database base(":memory:");
    auto tx = base.write();
    store::DocumentTemplates templates(tx);
    CHECK_FALSE(templates.withdraw("ccap"));
    templates.save("ccap", "CCAP", "# Un", noon, "cli");
    CHECK(templates.withdraw("ccap"));
    CHECK_FALSE(templates.withdraw("ccap"));
    CHECK(templates.find("ccap")->withdrawn);
    CHECK(templates.versions("ccap").size() == 1);
    CHECK(templates.save("ccap", "CCAP", "# Deux", noon, "cli") == 2);
    CHECK_FALSE(templates.find("ccap")->withdrawn);
}
