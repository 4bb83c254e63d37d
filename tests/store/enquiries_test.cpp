// Dossiers come back as they were saved, part by part, and nobody writes over somebody else.
#include "clausier/store/enquiries.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/domain/enquiry_fields.hpp"
#include "store/tenders.hpp"
#include "support/enquiry_sheet.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Enquiry;
using domain::EnquirySheet;

namespace {

// Every field filled in, and a value that no other field has where it can be.
Enquiry full() {
    Enquiry e;
    domain::Purchase& p = e.purchase;
    p.object = "École d’application";
    p.cpv = "45214200";
    p.type = domain::PurchaseType::works;
    p.buyer_category = domain::BuyerCategory::authority;
    p.defence = true;
    p.department = "2A";
    p.estimated_need = core::Euros::of(540'400'001);
    p.duration_months = 18;
    p.consultation_on = tests::day("2026-12-01");
    p.insertion = {7, core::Euros::of(100)};
    p.disability = {3, core::Euros::of(200)};
    e.owner = "C. Facilitatrice";
    e.requested_on = tests::day("2026-11-02");
    e.question_due_on = tests::day("2026-11-12");
    e.publication_due_on = tests::day("2026-11-30");
    e.answers_due_on = tests::day("2027-01-15");
    e.publics = {"minimum_income", "qpv_resident"};
    e.modalities = {"cdd"};
    e.refusal_reason = "Refus";
    e.exception_reason = "Exception";
    e.note = "Note";
    return e;
}

struct World {
    store::Database base{":memory:"};
    store::Transaction tx = base.write();
    store::Enquiries enquiries{tx};

    Enquiry add(Enquiry e, const std::string& buyer = "Commune de Valbrume") {
        store::Organisations organisations(tx);
        domain::Organisation owner;
        owner.name = buyer;
        if (const auto known = organisations.find_by_name(buyer))
            owner = *known;
        else
            owner = organisations.save(owner);
        e.buyer = owner.id;
        return enquiries.save(e);
    }
    // The parts of a sheet saved under the dossier, their ids replaced by those given.
    EnquirySheet add(const EnquirySheet& sheet) {
        Enquiry e = sheet.enquiry;
        e.id = {};
        e.chosen.reset();
        e.recommended.reset();
        e = add(e);
        auto lots = sheet.lots;
        for (auto& lot : lots) lot.id = {};
        lots = enquiries.save_lots(e.id, lots);
        auto grid = sheet.grid;
        for (auto& criterion : grid.criteria) criterion.id = {};
        grid = enquiries.save_grid(e.id, grid);
        for (auto scenario : sheet.scenarios) {
            scenario.id = {};
            scenario.enquiry = e.id;
            for (auto& choice : scenario.lots) choice.lot = lots.at(0).id;
            enquiries.save(scenario);
        }
        for (auto offer : sheet.offers) {
            offer.id = {};
            offer.lot = lots.at(0).id;
            for (std::size_t i = 0; i < offer.marks.size(); ++i) offer.marks[i].criterion = grid.criteria.at(i).id;
            enquiries.save(offer);
        }
        return enquiries.sheet(e.id).value();
    }
    [[nodiscard]] std::int64_t count(const std::string& table) {
        return tx.value<std::int64_t>("SELECT count(*) FROM " + table);
    }
};

}  // namespace

TEST_CASE("a dossier comes back with every value") {
    World world;
    const Enquiry saved = world.add(full());
    CHECK(saved.revision == 1);
    const Enquiry found = world.enquiries.find(saved.id).value();
    CHECK(found.purchase == full().purchase);
    CHECK(domain::changed_fields(domain::enquiry_fields(saved), domain::enquiry_fields(found)).empty());
    CHECK(found.buyer == saved.buyer);
    CHECK(found.publics == full().publics);
    CHECK(found.revision == 1);
    Enquiry silent;
    silent.purchase.object = "Objet";
    silent.requested_on = tests::day("2026-11-02");
    const Enquiry bare = world.enquiries.find(world.add(silent).id).value();
    CHECK(bare.purchase == silent.purchase);
    CHECK(bare.publics.empty());
    CHECK_FALSE(bare.market.has_value());
    CHECK_FALSE(world.enquiries.find({99}).has_value());
}

TEST_CASE("saving then reading is the identity, for every part") {
    World world;
    EnquirySheet sheet = tests::sheet_of(domain::EnquiryState::offers_analysed,
                                         "montant clause:insertion_and_criterion heures publics grille offre notes");
    sheet.lots[0].maximum = true;
    sheet.lots[0].trade = "painting";
    sheet.scenarios[0].hypotheses.rounding = domain::HourRounding::parse("35").value();
    sheet.scenarios[0].lots[0].effort = core::Rate::of(700);
    sheet.scenarios[0].lots[0].labour_share = core::Rate::of(6500);
    sheet.scenarios[0].lots[0].hourly_cost = core::Euros::of(3'612);
    sheet.grid.criteria[0].expected = "Un tuteur par personne";
    sheet.offers[0].identifier = {"SIRET", "99900001000019"};
    sheet.offers[0].amount = core::Euros::of(18'700'001);
    sheet.offers[0].hours = core::Hours::of(25'050);
    sheet.offers[0].marks[0].justification = "Références jointes";
    const EnquirySheet kept = world.add(sheet);
    const EnquirySheet again = world.enquiries.sheet(kept.enquiry.id).value();
    CHECK(again.lots == kept.lots);
    CHECK(again.grid == kept.grid);
    auto expected = sheet.lots;
    expected[0].id = kept.lots[0].id;
    CHECK(kept.lots == expected);
    REQUIRE(kept.scenarios.size() == 2);
    auto choice = sheet.scenarios[0].lots[0];
    choice.lot = kept.lots[0].id;
    CHECK(kept.scenarios[0].lots == std::vector{choice});
    CHECK(kept.scenarios[0].hypotheses.rounding.name() == "35");
    REQUIRE(kept.offers.size() == 1);
    CHECK(domain::changed_fields(domain::enquiry_fields(sheet.grid), domain::enquiry_fields(kept.grid)).empty());
    CHECK(kept.offers[0].amount == sheet.offers[0].amount);
    CHECK(kept.offers[0].hours == sheet.offers[0].hours);
    CHECK(kept.offers[0].identifier == sheet.offers[0].identifier);
    CHECK(kept.offers[0].marks[0].justification == "Références jointes");
    CHECK(kept.offers[0].marks[1].hundredths == 650);
    CHECK(kept.buyer.name == "Commune de Valbrume");
}

TEST_CASE("who read an older revision cannot save, whichever the part") {
    World world;
    const EnquirySheet sheet = world.add(tests::sheet_of(domain::EnquiryState::studied, "clause:insertion offre"));
    world.enquiries.save(sheet.enquiry);
    world.enquiries.save(sheet.scenarios[0]);
    world.enquiries.save(sheet.offers[0]);
    CHECK(tests::refusal([&] { world.enquiries.save(sheet.enquiry); }).kind() == ErrorKind::conflict);
    CHECK(tests::refusal([&] { world.enquiries.save(sheet.scenarios[0]); }).kind() == ErrorKind::conflict);
    CHECK(tests::refusal([&] { world.enquiries.save(sheet.offers[0]); }).kind() == ErrorKind::conflict);
}

TEST_CASE("two scenarios of a dossier have two names, those of two dossiers may share one") {
    World world;
    const auto sheet = world.add(tests::sheet_of(domain::EnquiryState::studied, "clause:insertion"));
    domain::Scenario twin = sheet.scenarios[0];
    twin.id = {};
    const auto refused = tests::refusal([&] { world.enquiries.save(twin); });
    CHECK(refused.kind() == ErrorKind::conflict);
    CHECK(refused.issues()[0].where == "nom");
    CHECK_NOTHROW(world.add(tests::sheet_of(domain::EnquiryState::studied, "clause:insertion")));
}

TEST_CASE("a scenario or an offer that is removed takes its rows along, and names its dossier until then") {
    World world;
    const auto sheet = world.add(tests::sheet_of(domain::EnquiryState::studied, "clause:insertion grille offre notes"));
    CHECK(world.enquiries.of_scenario(sheet.scenarios[0].id) == sheet.enquiry.id);
    CHECK(world.enquiries.of_offer(sheet.offers[0].id) == sheet.enquiry.id);
    world.enquiries.remove(sheet.scenarios[0].id);
    world.enquiries.remove(sheet.offers[0].id);
    CHECK_FALSE(world.enquiries.of_scenario(sheet.scenarios[0].id).has_value());
    CHECK_FALSE(world.enquiries.of_offer(sheet.offers[0].id).has_value());
    CHECK(world.count("scenario_lots") == 1);
    CHECK(world.count("marks") == 0);
}

TEST_CASE("events are told oldest first") {
    World world;
    const Enquiry e = world.add(full());
    using S = domain::EnquiryState;
    world.enquiries.add_event(e.id, {tests::noon(3), "compte/1", S::requested, S::studied, "Appel"});
    world.enquiries.add_event(e.id, {tests::noon(4), "compte/2", S::studied, S::recommended, ""});
    const auto events = world.enquiries.sheet(e.id)->events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].at == tests::noon(3));
    CHECK(events[0].note == "Appel");
    CHECK(events[1].to == S::recommended);
    CHECK(events[1].actor == "compte/2");
}

TEST_CASE("lots keep their ids and take their order; those left out go with all that is said of them") {
    World world;
    auto sheet = world.add(tests::sheet_of(domain::EnquiryState::studied, "clause:insertion grille offre notes"));
    const auto id = sheet.enquiry.id;
    domain::EnquiryLot fresh;
    fresh.number = "0";
    auto lots = world.enquiries.save_lots(id, {fresh, sheet.lots[0]});
    CHECK(world.enquiries.sheet(id)->lots == lots);
    CHECK(lots[1].id == sheet.lots[0].id);
    CHECK(world.count("marks") == 2);
    world.enquiries.save_lots(id, {lots[0]});
    CHECK(world.count("enquiry_lots") == 1);
    CHECK(world.count("scenario_lots") == 0);
    CHECK(world.count("offers") == 0);
    CHECK(world.count("marks") == 0);
    CHECK(tests::refusal([&] { world.enquiries.save_lots(id, {lots[1]}); }).kind() == ErrorKind::conflict);
}

TEST_CASE("a sub-criterion left out takes its marks along, the others keep theirs") {
    World world;
    const auto sheet = world.add(tests::sheet_of(domain::EnquiryState::studied, "grille offre notes"));
    auto grid = sheet.grid;
    grid.criteria.erase(grid.criteria.begin());
    grid.criteria.push_back({{}, "Formation", core::Rate::of(6000), ""});
    const auto saved = world.enquiries.save_grid(sheet.enquiry.id, grid);
    const auto again = world.enquiries.sheet(sheet.enquiry.id).value();
    CHECK(again.grid == saved);
    REQUIRE(again.offers[0].marks.size() == 1);
    CHECK(again.offers[0].marks[0].hundredths == 650);
    CHECK(tests::refusal([&] { world.enquiries.save_grid(sheet.enquiry.id, sheet.grid); }).kind() ==
          ErrorKind::conflict);
}

TEST_CASE("one offer at most is kept for a lot") {
    World world;
    auto words = tests::sheet_of(domain::EnquiryState::studied, "offre retenue");
    words.offers.push_back(tests::offer(2, "Menuiserie du Lac"));
    const auto sheet = world.add(words);
    auto second = sheet.offers[1];
    second.kept = true;
    world.enquiries.save(second);
    const auto offers = world.enquiries.sheet(sheet.enquiry.id)->offers;
    CHECK_FALSE(offers[0].kept);
    CHECK(offers[0].revision == 2);
    CHECK(offers[1].kept);
}
