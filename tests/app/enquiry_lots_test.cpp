// The lots of a dossier: replaced together, taken from a spreadsheet, and still once agreed.
#include <catch2/catch_test_macros.hpp>

#include "app/enquiry_world.hpp"

using namespace clausier;
using tests::EnquiryWorld;
using tests::refusal;

TEST_CASE("lots are replaced together, and come from a spreadsheet") {
    EnquiryWorld world;
    const auto sheet = world.create();
    domain::LotFigures figures;
    figures.title = "Étanchéité";
    figures.trade = "mot du fichier";
    figures.cpv = "45261420";
    figures.amount = core::Euros::whole(90'000);
    figures.maximum = true;
    domain::LotFigures other = figures;
    other.title = "Plâtrerie";
    const auto lots = domain::merged_lots({}, app::lots_of({figures, other}), true);
    CHECK(lots[0].number == "1");
    CHECK(lots[1].number == "2");
    CHECK(lots[0].estimate == core::Euros::whole(90'000));
    CHECK(lots[0].maximum);
    CHECK(lots[0].trade.empty());
    const auto saved =
        app::save_enquiry_lots(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, lots);
    CHECK(saved.lots.size() == 2);
    CHECK(saved.lots[0].title == "Étanchéité");
    CHECK(saved.enquiry.revision == sheet.enquiry.revision + 1);
    CHECK(world.journal().front().entry.action == "dossier.lots");
}

TEST_CASE("once the buyer has agreed, a lot can only be abandoned") {
    EnquiryWorld world;
    const auto sheet = world.move(world.recommended(), domain::EnquiryState::accepted);
    auto lots = sheet.lots;
    lots[1].abandoned = true;
    const auto saved =
        app::save_enquiry_lots(world.session, world.base, sheet.enquiry.id, sheet.enquiry.revision, lots);
    CHECK(saved.lots[1].abandoned);
    lots[0].estimate = core::Euros::whole(1);
    CHECK(refusal([&] {
              app::save_enquiry_lots(world.session, world.base, saved.enquiry.id, saved.enquiry.revision, lots);
          }).kind() == core::ErrorKind::conflict);
    CHECK(app::enquiry_sheet(world.base, sheet.enquiry.id).lots == saved.lots);
}
