// The journal is kept as long as it must be, and no longer.
#include "clausier/app/journal.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/journal.hpp"
#include "market_world.hpp"

using namespace clausier;

namespace {

void add_row(store::Database& base, std::string_view day) {
    store::Transaction tx = base.write();
    store::Journal(tx).append(
        {std::chrono::sys_days(core::parse_iso_date(day).value()), "compte/1", "marche.modifier", "marche/1", ""});
    tx.commit();
}

}  // namespace

TEST_CASE("rows older than the months of retention.logs go, a row tells it, and the chain still holds") {
    tests::MarketWorld world;  // 2026-11-21
    CHECK(app::journal_kept_from(world.base, world.clock) == core::parse_iso_date("2025-11-21").value());
    for (const auto* day : {"2025-11-01", "2025-11-20", "2025-11-21", "2026-11-01"}) add_row(world.base, day);
    CHECK(app::purge_journal(world.session, world.base, core::parse_iso_date("2025-11-21").value()) == 2);
    const auto page = app::list_journal(world.base, {});
    REQUIRE(page.total == 3);
    CHECK(page.rows.front().entry.action == "journal.purger");
    CHECK(page.rows.front().entry.detail == "avant=2025-11-21 lignes=2");
    const auto check = app::check_journal(world.base);
    CHECK(check.holds());
    CHECK(check.purged == 2);
    CHECK(app::purge_journal(world.session, world.base, core::parse_iso_date("2025-11-21").value()) == 0);
    CHECK(app::list_journal(world.base, {}).total == 3);
}

TEST_CASE("a day to come is refused, and so is the purge of a broken chain, which it would hide") {
    tests::MarketWorld world;
    for (const auto* day : {"2025-01-01", "2025-02-01", "2026-11-01"}) add_row(world.base, day);
    const auto purge = [&](std::string_view day) {
        return tests::refusal(
            [&] { app::purge_journal(world.session, world.base, core::parse_iso_date(day).value()); });
    };
    CHECK(purge("2026-11-22").issues().front().where == "avant");
    {
        store::Transaction tx = world.base.write();
        tx.script("UPDATE journal SET actor = 'compte/2' WHERE id = 1");
        tx.commit();
    }
    const auto refused = purge("2026-01-01");
    CHECK(refused.kind() == core::ErrorKind::conflict);
    CHECK(refused.issues().front().where == "journal, ligne 1");
    CHECK(app::list_journal(world.base, {}).total == 3);
}

TEST_CASE("an export is told with who took it") {
    tests::MarketWorld world;
    app::record_export(world.session, world.base, "/marches", "csv lignes=3");
    const auto row = app::list_journal(world.base, {.action = "donnees.exporter"}).rows.at(0);
    CHECK(row.entry.actor == "test");
    CHECK(row.entry.subject == "/marches");
    CHECK(app::journal_actions(world.base) == std::vector<std::string>{"donnees.exporter"});
}
