// An organisation opened, with its markets and its dossiers, under its number or that of one merged into it.
#include "clausier/app/organisations.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/follow_up.hpp"
#include "clausier/app/markets.hpp"

using namespace clausier;

TEST_CASE("the sheet counts markets let and held, and holds the follow-up") {
    tests::MarketWorld world;
    world.add("Commune de Valbrume", "2026-01", 1'000);
    world.add("Commune de Valbrume", "2026-02", 1'000);
    domain::Task task;
    task.subject = {domain::SubjectKind::organisation, 1};
    task.title = "Rappeler";
    app::add(world.session, world.base, task);
    const auto sheet = app::organisation_sheet(world.base, {1});
    CHECK(sheet.organisation.name == "Commune de Valbrume");
    CHECK(sheet.markets.bought == 2);
    CHECK(sheet.markets.held == 0);
    CHECK(sheet.enquiries.total == 0);
    CHECK(sheet.follow_up.tasks.size() == 1);
    CHECK(tests::refusal([&] { app::organisation_sheet(world.base, {9}); }).kind() == core::ErrorKind::not_found);
}

TEST_CASE("one merged into another is the other") {
    tests::MarketWorld world;
    world.add("Commune de Valbrume", "2026-01", 1'000);
    world.add("Mairie de Valbrume", "2026-02", 1'000);
    app::merge_buyers(world.session, world.base, "Mairie de Valbrume", "Commune de Valbrume");
    const auto sheet = app::organisation_sheet(world.base, {2});
    CHECK(sheet.organisation.id.value == 1);
    CHECK(sheet.markets.bought == 2);
}
