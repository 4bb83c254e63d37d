// The grid and the offers: sound, on lots of the dossier, and one kept a lot.
#include <catch2/catch_test_macros.hpp>

#include "app/enquiry_world.hpp"

using namespace clausier;
using core::ErrorKind;
using tests::EnquiryWorld;
using tests::refusal;

namespace {

domain::MarkingGrid grid() {
    return {
        core::Rate::of(1000),
        10,
        {{{}, "Heures", core::Rate::of(6000), "Au-delà du minimum"}, {{}, "Encadrement", core::Rate::of(4000), ""}}};
}

domain::EnquirySheet graded(EnquiryWorld& world) {
    const auto sheet = world.create();
    return app::save_grid(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, grid());
}

}  // namespace

TEST_CASE("offers are marked by the grid, and one is kept a lot") {
    EnquiryWorld world;
    auto sheet = graded(world);
    for (const char* company : {"Bâtisseurs du Haut-Val", "Menuiserie du Lac"}) {
        auto one = tests::offer(0, company);
        one.lot = sheet.lots[0].id;
        one.kept = true;
        one.marks = {{sheet.grid.criteria[0].id, 750, "Un tuteur"}, {sheet.grid.criteria[1].id, 500, ""}};
        sheet = app::save_offer(world.session, world.base, sheet.enquiry.id, one);
    }
    REQUIRE(sheet.offers.size() == 2);
    CHECK_FALSE(sheet.offers[0].kept);
    CHECK(sheet.offers[1].kept);
    CHECK(domain::scores(sheet.grid, sheet.offers)[0].mark == 650);
    CHECK(world.journal().front().entry.detail == "offre/2 nouvelle");
    sheet = app::remove_offer(world.session, world.base, sheet.offers[0].id);
    CHECK(sheet.offers.size() == 1);
    CHECK(refusal([&] { app::remove_offer(world.session, world.base, {1}); }).kind() == ErrorKind::not_found);
}

TEST_CASE("a grid or an offer with faults is refused, and so is what came too late") {
    EnquiryWorld world;
    auto sheet = graded(world);
    auto light = sheet.grid;
    light.criteria.pop_back();
    const auto faulty =
        refusal([&] { app::save_grid(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, light); });
    CHECK(faulty.issues()[0].where == "criteres.1.poids");
    auto changed = sheet.grid;
    changed.best = 20;
    const auto stale = refusal(
        [&] { app::save_grid(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision - 1, changed); });
    CHECK(stale.kind() == ErrorKind::conflict);
    CHECK(stale.issues()[0].where == "note_max");

    auto one = tests::offer(0, "Bâtisseurs du Haut-Val");
    one.lot = {99};
    CHECK(refusal([&] { app::save_offer(world.session, world.base, sheet.enquiry.id, one); }).kind() ==
          ErrorKind::not_found);
    one.lot = sheet.lots[0].id;
    one.marks = {{sheet.grid.criteria[0].id, 1100, ""}};
    CHECK(refusal([&] { app::save_offer(world.session, world.base, sheet.enquiry.id, one); }).issues()[0].where ==
          "notes.1");
    one.marks = {{sheet.grid.criteria[0].id, 1000, ""}};
    sheet = app::save_offer(world.session, world.base, sheet.enquiry.id, one);
    auto lower = sheet.grid;
    lower.best = 5;
    CHECK(refusal([&] { app::save_grid(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, lower); })
              .issues()[0]
              .where == "note_max");
    auto mine = sheet.offers[0];
    auto theirs = sheet.offers[0];
    theirs.amount = core::Euros::whole(1);
    mine.amount = core::Euros::whole(2);
    app::save_offer(world.session, world.base, sheet.enquiry.id, theirs);
    const auto late = refusal([&] { app::save_offer(world.session, world.base, sheet.enquiry.id, mine); });
    CHECK(late.kind() == ErrorKind::conflict);
    CHECK(late.issues()[0].where == "montant");
}

TEST_CASE("a grid with a mark keeps its weights and sub-criteria; its wording may change") {
    EnquiryWorld world;
    auto sheet = graded(world);
    auto one = tests::offer(0, "Bâtisseurs du Haut-Val");
    one.lot = sheet.lots[0].id;
    sheet = app::save_offer(world.session, world.base, sheet.enquiry.id, one);
    const auto save = [&](const domain::MarkingGrid& next) {
        return app::save_grid(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, next);
    };
    auto heavier = sheet.grid;
    heavier.weight = core::Rate::of(1500);
    sheet = save(heavier);
    auto marked = sheet.offers[0];
    marked.marks = {{sheet.grid.criteria[0].id, 700, "Deux tuteurs"}};
    sheet = app::save_offer(world.session, world.base, sheet.enquiry.id, marked);
    heavier.weight = core::Rate::of(2000);
    CHECK(refusal([&] { save(heavier); }).kind() == ErrorKind::conflict);
    auto moved = sheet.grid;
    moved.criteria[0].weight = core::Rate::of(5000);
    moved.criteria[1].weight = core::Rate::of(5000);
    CHECK(refusal([&] { save(moved); }).issues()[0].where == "criteres");
    auto renewed = sheet.grid;
    renewed.criteria[1].id = {};
    CHECK(refusal([&] { save(renewed); }).issues()[0].where == "criteres");
    auto worded = sheet.grid;
    worded.criteria[0].label = "Heures d’insertion";
    CHECK(save(worded).grid.criteria[0].label == "Heures d’insertion");
}

TEST_CASE("an offer below the minimum of its lot is noted, but not kept") {
    EnquiryWorld world;
    auto sheet = world.recommended();
    auto one = tests::offer(0, "Bâtisseurs du Haut-Val");
    one.lot = sheet.lots[0].id;
    one.hours = core::Hours::whole(198);
    sheet = app::save_offer(world.session, world.base, sheet.enquiry.id, one);
    auto kept = sheet.offers[0];
    kept.kept = true;
    const auto refused = refusal([&] { app::save_offer(world.session, world.base, sheet.enquiry.id, kept); });
    CHECK(refused.kind() == ErrorKind::invalid);
    CHECK(refused.issues()[0].where == "heures");
    CHECK(refused.issues()[0].code == "offre_sous_minimum");
    kept.hours = core::Hours::whole(199);
    CHECK(app::save_offer(world.session, world.base, sheet.enquiry.id, kept).offers[0].kept);
}
