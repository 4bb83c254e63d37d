// The life of a dossier, from the request to the market, and every refusal on the way.
#include <catch2/catch_test_macros.hpp>

#include "app/enquiry_world.hpp"
#include "clausier/app/markets.hpp"
#include "clausier/store/calculations.hpp"
#include "clausier/store/lot_clauses.hpp"

using namespace clausier;
using core::ErrorKind;
using S = domain::EnquiryState;
using tests::EnquiryWorld;
using tests::refusal;

TEST_CASE("each step is an event and a row of the journal") {
    EnquiryWorld world;
    const auto sheet = world.recommended();
    CHECK(sheet.enquiry.state == S::recommended);
    REQUIRE(sheet.events.size() == 1);
    CHECK(sheet.events[0].from == S::requested);
    CHECK(sheet.events[0].to == S::recommended);
    CHECK(sheet.events[0].note == "Envoyé par courriel");
    CHECK(sheet.events[0].actor == "test");
    CHECK(world.journal().front().entry.action == "dossier.etape");
    CHECK(world.journal().front().entry.detail == "sollicite > preconise");
}

TEST_CASE("a step without its data is refused with everything that lacks, and nothing is written") {
    EnquiryWorld world;
    const auto sheet = world.create();
    const auto refused = refusal([&] { world.move(sheet, S::recommended); });
    CHECK(refused.kind() == ErrorKind::invalid);
    CHECK(refused.issues()[0].where == "scenario");
    CHECK(refusal([&] { world.move(sheet, S::in_consultation); }).kind() == ErrorKind::conflict);
    CHECK(refusal([&] { world.move(sheet, S::awarded); }).kind() == ErrorKind::invalid);
    CHECK(app::enquiry_sheet(world.base, sheet.enquiry.id).events.empty());
    CHECK(world.journal().size() == 1);
    auto late = sheet;
    late.enquiry.revision = 0;
    CHECK(refusal([&] { world.move(late, S::studied); }).kind() == ErrorKind::conflict);
}

TEST_CASE("a refusal keeps its reason, said before or with the step, and can be taken back") {
    EnquiryWorld world;
    auto sheet = world.recommended();
    CHECK(refusal([&] { world.move(sheet, S::refused); }).issues()[0].where == "motif_refus");
    sheet = world.move(sheet, S::refused, "Délais trop courts");
    CHECK(sheet.enquiry.refusal_reason == "Délais trop courts");
    CHECK(sheet.enquiry.recommended == sheet.scenarios[0].id);
    sheet = world.move(sheet, S::recommended);
    CHECK(world.move(sheet, S::accepted).enquiry.state == S::accepted);
}

TEST_CASE("an award makes a market of the dossier: nothing is typed twice") {
    EnquiryWorld world;
    const auto before = world.ready();
    const auto sheet = app::award(world.session, world.base, before.enquiry.id, before.enquiry.revision,
                                  {"2027-003", tests::day("2027-02-01"), "CAO du 28"}, world.national);
    CHECK(sheet.enquiry.state == S::awarded);
    REQUIRE(sheet.enquiry.market.has_value());
    const auto made = app::market_sheet(world.base, *sheet.enquiry.market);
    CHECK(made.market.reference == "2027-003");
    CHECK(made.market.object == "Lycée des Tilleuls");
    CHECK(made.market.notified_on == tests::day("2027-02-01"));
    CHECK(made.buyer.id == sheet.buyer.id);
    REQUIRE(made.lots.size() == 2);
    CHECK(made.lots[0].hours == core::Hours::whole(250));
    CHECK(made.lots[0].amount == core::Euros::whole(187'000));
    CHECK(made.lots[0].holders.at(0).name == "Bâtisseurs du Haut-Val");
    CHECK(made.lots[0].holders.at(0).identifier.text == "99900001000019");
    CHECK_FALSE(made.lots[1].hours.has_value());
    CHECK(made.lots[1].considerations == "Pas de considération sociale");
    CHECK(sheet.events.back().note == "CAO du 28");
    CHECK(world.journal().front().entry.action == "dossier.attribuer");
    CHECK(world.journal().front().entry.detail == "marche/1 lots=2 calculs=1");
    store::Transaction tx = world.base.read();
    CHECK(store::LotClauses(tx).of(made.lots[0].id) == domain::parse_lot_clauses("insertion").value());
    CHECK(store::LotClauses(tx).of(made.lots[1].id) == std::vector<domain::LotClause>{domain::no_clause()});
    CHECK(store::Calculations(tx).of_lot(made.lots[0].id).at(0).hours == core::Hours::whole(199));
    CHECK(store::Calculations(tx).of_lot(made.lots[1].id).empty());
    CHECK_FALSE(store::Journal(tx).verify().has_value());
}

TEST_CASE("an award that cannot be leaves no market, no company, no step") {
    EnquiryWorld world;
    auto sheet = world.ready();
    const auto award = [&](const std::string& reference) {
        return app::award(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, {reference, {}, ""},
                          world.national);
    };
    world.add("Région des Hautes-Terres", "R1", 0);
    const auto taken = refusal([&] { award("R1"); });
    CHECK(taken.kind() == ErrorKind::conflict);
    CHECK(taken.issues()[0].where == "marche");
    CHECK(app::enquiry_sheet(world.base, sheet.enquiry.id).enquiry.state == S::accepted);
    CHECK(app::list_markets(world.base, {}).markets == 1);
    {
        store::Transaction tx = world.base.read();
        CHECK(store::Organisations(tx).list("Propreté").empty());
    }
    const auto first = sheet.offers[0];
    sheet = app::remove_offer(world.session, world.base, first.id);
    const auto refused = refusal([&] { award("R2"); });
    CHECK(refused.kind() == ErrorKind::invalid);
    CHECK(refused.issues()[0].where == "lots.1.offre_retenue");
    auto again = first;
    again.id = {};
    sheet = app::save_offer(world.session, world.base, sheet.enquiry.id, again);
    auto lots = sheet.lots;
    lots[1].abandoned = true;
    sheet = app::save_enquiry_lots(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, lots);
    sheet = award("R2");
    CHECK(app::market_sheet(world.base, *sheet.enquiry.market).lots.size() == 1);
}

TEST_CASE("an awarded dossier does not change any more, nor go anywhere") {
    EnquiryWorld world;
    auto sheet = world.ready();
    sheet =
        app::award(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, {"", {}, ""}, world.national);
    CHECK(app::market_sheet(world.base, *sheet.enquiry.market).market.reference_derived);
    CHECK(refusal([&] { world.move(sheet, S::accepted); }).kind() == ErrorKind::conflict);
    CHECK(refusal([&] { world.save(sheet, sheet.scenarios[0]); }).kind() == ErrorKind::conflict);
    CHECK(refusal([&] { app::remove_offer(world.session, world.base, sheet.offers[0].id); }).kind() ==
          ErrorKind::conflict);
    CHECK(refusal([&] {
              app::save_enquiry_lots(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, {});
          }).kind() == ErrorKind::conflict);
    CHECK(refusal([&] {
              app::award(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, {"R9", {}, ""},
                         world.national);
          }).kind() == ErrorKind::conflict);
    auto note = sheet.enquiry;
    note.note = "Réunion de lancement le 12";
    CHECK(app::update_enquiry(world.session, world.base, note).enquiry.note == "Réunion de lancement le 12");
}

TEST_CASE("a buyer who gives up before the study is refused with a reason alone, and nothing was recommended") {
    EnquiryWorld world;
    auto sheet = world.create();
    sheet = world.save(sheet, EnquiryWorld::scenario(sheet, "5 %"));
    sheet = app::choose_scenario(world.session, world.base, sheet.scenarios[0].id);
    CHECK(refusal([&] { world.move(sheet, S::refused); }).issues()[0].where == "motif_refus");
    sheet = world.move(sheet, S::refused, "Projet abandonné");
    CHECK(sheet.enquiry.state == S::refused);
    CHECK_FALSE(sheet.enquiry.recommended.has_value());
    const auto ratio = app::enquiry_ratios(world.base).at(0);
    CHECK(ratio.studied == 0);
    CHECK(ratio.refused == 1);
    CHECK(world.move(sheet, S::recommended).enquiry.recommended == sheet.scenarios[0].id);
}

TEST_CASE("the mandatory condition without a clause waits for the reason of the exception") {
    EnquiryWorld world;
    auto sheet = world.create();
    sheet = world.save(sheet, EnquiryWorld::scenario(sheet, "Sans", "none"));
    sheet = app::choose_scenario(world.session, world.base, sheet.scenarios[0].id);
    auto purchase = sheet.enquiry;
    purchase.purchase.type = domain::PurchaseType::works;
    purchase.purchase.consultation_on = tests::day("2026-11-16");
    purchase.purchase.estimated_need = core::Euros::whole(9'000'000);
    sheet = app::update_enquiry(world.session, world.base, purchase);
    CHECK(refusal([&] { world.move(sheet, S::recommended); }).issues()[0].where == "motif_exception");
    purchase = sheet.enquiry;
    purchase.exception_reason = "Aucun lien avec l’objet";
    sheet = app::update_enquiry(world.session, world.base, purchase);
    CHECK(world.move(sheet, S::recommended).enquiry.state == S::recommended);
}

TEST_CASE("a lot without clause becomes a lot of the market without holder, an abandoned one does not") {
    EnquiryWorld world;
    auto sheet = world.ready();
    sheet = app::remove_offer(world.session, world.base, sheet.offers[1].id);
    sheet = app::award(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, {"2027-004", {}, ""},
                       world.national);
    const auto made = app::market_sheet(world.base, *sheet.enquiry.market);
    REQUIRE(made.lots.size() == 2);
    CHECK(made.lots[1].holders.empty());
    CHECK(made.lots[1].title == "Nettoyage de fin de chantier");
    CHECK_FALSE(made.lots[1].amount.has_value());
}
