// Refusals keep every fault, and a conflict always says something.
#include "refusals.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"
#include "clausier/app/enquiries.hpp"
#include "clausier/app/follow_up.hpp"
#include "clausier/app/market_edits.hpp"
#include "clausier/app/schemes.hpp"
#include "clausier/app/settings.hpp"
#include "clausier/app/structures.hpp"

using namespace clausier;
using tests::refusal;

TEST_CASE("what is typed is refused with all its faults, or not at all") {
    CHECK_NOTHROW(app::require_sound({}));
    const auto refused = refusal([] { app::require_sound({core::fault("a", "un"), core::fault("b", "deux")}); });
    CHECK(refused.kind() == core::ErrorKind::invalid);
    CHECK(refused.issues().size() == 2);
}

TEST_CASE("a conflict in which nothing shown differs says to read again") {
    const auto refused = refusal([] { app::refuse_stale({}); });
    CHECK(refused.kind() == core::ErrorKind::conflict);
    CHECK(refused.issues().at(0).code == "modifie_entre_temps");
    CHECK(refusal([] { app::refuse_stale({core::fault("x", "y")}); }).issues().size() == 1);
}

namespace {

// An invented number: nobody is born in the month 99.
const std::string nir = "1859978006084" + std::to_string(97 - 1'859'978'006'084 % 97);

void refused_at(const std::string& field, const core::Error& error) {
    CHECK(error.kind() == core::ErrorKind::invalid);
    CHECK(error.issues().at(0).code == "nir");
    CHECK(error.issues().at(0).where == field);
    CHECK(std::string(error.what()).find("859978") == std::string::npos);
}

}  // namespace

TEST_CASE("a social security number is refused at its field and repeated nowhere; a reference like one is not") {
    refused_at("note", refusal([] { app::refuse_nir({{"objet", "Peinture"}, {"note", "rappeler " + nir}}); }));
    CHECK_NOTHROW(app::refuse_nir({{"marche", nir}, {"note", "rappeler le 01 99 00 12 34"}}));
}

TEST_CASE("it is refused by whatever takes free texts") {
    tests::MarketWorld world;
    const auto lot = world.add("Commune de Valbrume", "2026-01", 200000);
    domain::Market market;
    {
        store::Transaction tx = world.base.read();
        store::Markets markets(tx);
        market = markets.find(markets.find_lot(lot)->market).value();
    }
    const domain::Subject subject{domain::SubjectKind::market, market.id.value};
    domain::Task task;
    task.subject = subject;
    task.title = "Rappeler " + nir;
    refused_at("titre", refusal([&] { app::add(world.session, world.base, task); }));
    domain::Exchange exchange;
    exchange.subject = subject;
    exchange.on = world.clock.today();
    exchange.summary = "Appel";
    exchange.report = "Le numéro est 1 85 99 78 006 084 " + nir.substr(13);
    refused_at("compte_rendu", refusal([&] { app::add(world.session, world.base, exchange); }));
    domain::Contact contact;
    contact.subject = subject;
    contact.name = "Accueil";
    contact.note = nir;
    refused_at("note", refusal([&] { app::add(world.session, world.base, contact); }));
    market.object = "Peinture " + nir;
    refused_at("objet", refusal([&] { app::update_market(world.session, world.base, market); }));
    domain::Structure structure;
    structure.kind = "EI";
    structure.name = "Atelier " + nir;
    refused_at("nom", refusal([&] { app::add_structure(world.session, world.base, structure); }));
    app::EnquiryDraft draft;
    draft.buyer.name = "Commune de Valbrume";
    draft.enquiry.purchase.object = "Peinture";
    draft.enquiry.note = nir;
    refused_at("note", refusal([&] { app::create_enquiry(world.session, world.base, draft); }));
    domain::Scheme scheme;
    scheme.title = "Schéma";
    scheme.note = nir;
    refused_at("note", refusal([&] { app::save(world.session, world.base, scheme); }));
    refused_at("editeur", refusal([&] {
                   app::save_identity(world.session, world.base, {"Clausier", "Région " + nir, "", ""});
               }));
}
