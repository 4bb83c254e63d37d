// Scenarios side by side: saved, copied, chosen before the buyer answers, and kept once recommended.
#include <catch2/catch_test_macros.hpp>

#include "app/enquiry_world.hpp"

using namespace clausier;
using core::ErrorKind;
using S = domain::EnquiryState;
using tests::EnquiryWorld;
using tests::refusal;

TEST_CASE("scenarios stand side by side, each with its hours today") {
    EnquiryWorld world;
    auto sheet = world.create();
    sheet = world.save(sheet, EnquiryWorld::scenario(sheet, "5 %"));
    sheet = app::copy_scenario(world.session, world.base, sheet.scenarios[0].id, "10 %");
    auto double_rate = sheet.scenarios.at(1);
    double_rate.hypotheses.effort = core::Rate::of(1000);
    sheet = world.save(sheet, double_rate);
    const auto studies = app::study_scenarios(world.session, sheet, world.national);
    REQUIRE(studies.size() == 2);
    CHECK(studies[0].hours == core::Hours::whole(199));
    CHECK(studies[1].hours == core::Hours::whole(398));
    CHECK(world.journal().front().entry.detail == "scenario/2 taux");
    CHECK(world.save(sheet, sheet.scenarios[1]).enquiry.revision == sheet.enquiry.revision);
    CHECK(world.journal().size() == 4);
}

TEST_CASE("a scenario with faults, of a name that is taken, or read before another's save, is refused") {
    EnquiryWorld world;
    auto sheet = world.create();
    sheet = world.save(sheet, EnquiryWorld::scenario(sheet, "5 %"));
    auto bad = EnquiryWorld::scenario(sheet, " ", "inconnue");
    CHECK(refusal([&] { world.save(sheet, bad); }).issues().size() == 2);
    CHECK(refusal([&] { world.save(sheet, EnquiryWorld::scenario(sheet, "5 %")); }).issues()[0].where == "nom");
    auto mine = sheet.scenarios[0];
    auto theirs = sheet.scenarios[0];
    theirs.lots[0].effort = core::Rate::of(700);
    mine.lots[0].effort = core::Rate::of(800);
    world.save(sheet, theirs);
    const auto refused = refusal([&] { world.save(sheet, mine); });
    CHECK(refused.kind() == ErrorKind::conflict);
    REQUIRE(refused.issues().size() == 1);
    CHECK(refused.issues()[0].where == "lots.1.taux");
    CHECK(refused.issues()[0].text.find("7\u00a0%") != std::string::npos);
    CHECK(refused.issues()[0].text.find("8\u00a0%") != std::string::npos);
    mine.id = {99};
    CHECK(refusal([&] { world.save(sheet, mine); }).kind() == ErrorKind::not_found);
    CHECK(refusal([&] { app::copy_scenario(world.session, world.base, {99}, "x"); }).kind() == ErrorKind::not_found);
}

TEST_CASE("what is recommended stays, what is not may go") {
    EnquiryWorld world;
    auto sheet = world.create();
    sheet = world.save(sheet, EnquiryWorld::scenario(sheet, "5 %"));
    sheet = world.save(sheet, EnquiryWorld::scenario(sheet, "7 %"));
    const auto first = sheet.scenarios[0].id;
    const auto second = sheet.scenarios[1].id;
    sheet = app::choose_scenario(world.session, world.base, second);
    sheet = app::remove_scenario(world.session, world.base, second);
    CHECK_FALSE(sheet.enquiry.chosen.has_value());
    sheet = app::choose_scenario(world.session, world.base, first);
    sheet = world.move(sheet, S::recommended);
    CHECK(sheet.enquiry.recommended == first);
    CHECK(refusal([&] { app::remove_scenario(world.session, world.base, first); }).kind() == ErrorKind::conflict);
    sheet = world.move(sheet, S::studied);
    CHECK_FALSE(sheet.enquiry.recommended.has_value());
    CHECK(app::remove_scenario(world.session, world.base, first).scenarios.empty());
}

TEST_CASE("the buyer keeps another scenario than the one recommended: modified, then no more choosing") {
    EnquiryWorld world;
    auto sheet = world.recommended();
    sheet = world.save(sheet, EnquiryWorld::scenario(sheet, "3 %"));
    sheet = app::choose_scenario(world.session, world.base, sheet.scenarios[1].id);
    CHECK(refusal([&] { world.move(sheet, S::accepted); }).issues()[0].where == "scenario");
    sheet = world.move(sheet, S::modified);
    CHECK(sheet.enquiry.recommended == sheet.scenarios[0].id);
    CHECK(sheet.enquiry.chosen == sheet.scenarios[1].id);
    CHECK(refusal([&] { app::choose_scenario(world.session, world.base, sheet.scenarios[0].id); }).kind() ==
          ErrorKind::conflict);
}

TEST_CASE("what the buyer has accepted does not change, and others may be added beside it") {
    EnquiryWorld world;
    auto sheet = world.move(world.recommended(), S::accepted);
    auto changed = sheet.scenarios[0];
    changed.hypotheses.effort = core::Rate::of(100);
    const auto refused = refusal([&] { world.save(sheet, changed); });
    CHECK(refused.kind() == ErrorKind::conflict);
    CHECK(refused.issues()[0].text.starts_with("ce que l’acheteur a accepté ne change plus"));
    CHECK(world.save(sheet, sheet.scenarios[0]).enquiry.revision == sheet.enquiry.revision);
    sheet = app::copy_scenario(world.session, world.base, sheet.scenarios[0].id, "10 %");
    auto beside = sheet.scenarios[1];
    beside.hypotheses.effort = core::Rate::of(1000);
    sheet = world.save(sheet, beside);
    CHECK(sheet.scenarios[1].hypotheses.effort == core::Rate::of(1000));
    auto lots = sheet.lots;
    lots[0].estimate = core::Euros::whole(1);
    const auto save = [&] {
        return app::save_enquiry_lots(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, lots);
    };
    CHECK(refusal(save).kind() == ErrorKind::conflict);
    CHECK(app::enquiry_sheet(world.base, sheet.enquiry.id).lots == sheet.lots);
    lots = sheet.lots;
    lots[1].abandoned = true;
    sheet = save();
    CHECK(sheet.lots[1].abandoned);
    sheet = world.move(sheet, S::recommended);
    CHECK(world.save(sheet, changed).scenarios[0].hypotheses.effort == core::Rate::of(100));
}

TEST_CASE("the modified scenario is the one that does not change") {
    EnquiryWorld world;
    auto sheet = world.recommended();
    sheet = world.save(sheet, EnquiryWorld::scenario(sheet, "3 %"));
    sheet = app::choose_scenario(world.session, world.base, sheet.scenarios[1].id);
    sheet = world.move(sheet, S::modified);
    auto kept = sheet.scenarios[1];
    kept.hypotheses.effort = core::Rate::of(100);
    CHECK(refusal([&] { world.save(sheet, kept); }).kind() == ErrorKind::conflict);
    auto other = sheet.scenarios[0];
    other.hypotheses.effort = core::Rate::of(100);
    CHECK(world.save(sheet, other).scenarios[0].hypotheses.effort == core::Rate::of(100));
}
