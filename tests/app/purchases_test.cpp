// Files of purchases: kept for a buyer and a year, matched with structures, given back annotated, replaced and removed.
#include "clausier/app/purchases.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "app/market_world.hpp"
#include "clausier/app/structures.hpp"
#include "clausier/store/pieces.hpp"
#include "clausier/store/scratch.hpp"
#include "support/rows.hpp"

using namespace clausier;
using core::Euros;

namespace {

const std::string csv =
    "Raison sociale du Fournisseur;SIRET;Dépense achat (€);Catégorie d'achat (optionnelle);Entité acheteuse "
    "(optionnelle)\n"
    "Les Tilleuls;21990001000014;250,00;Espaces verts;Parcs\n"
    "Autre;21990001000022;750;Travaux;Parcs\n"
    "Sans;;1000;;\n"
    "Nul;21990001000022;0;;\n";

struct World {
    core::FixedClock clock{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value())};
    store::Scratch folder;
    store::Database base{folder.path() / "base.sqlite"};
    app::Session session{clock, "test"};
    std::filesystem::path file = folder.path() / "achats.csv";

    World() {
        domain::Structure site;
        site.kind = "ACI";
        site.name = "Les Tilleuls";
        site.siret = "21990001000014";
        app::add_structure(session, base, site);
    }
    static domain::PurchaseTable table() {
        domain::PurchaseTable out;
        tests::feed(out, csv);
        out.finish();
        return out;
    }
    static app::PurchaseDraft draft(int year = 2025) {
        app::PurchaseDraft out;
        out.buyer.name = "Commune de Valbrume";
        out.year = year;
        out.file_name = "achats.csv";
        return out;
    }
    domain::PurchaseSheet import(const app::PurchaseDraft& draft) {
        std::ofstream(file, std::ios::binary) << csv;
        return app::import_purchases(session, base, draft, table(), file);
    }
};

}  // namespace

TEST_CASE("a file of purchases gives the share of inclusive ones, with its rows all counted") {
    World world;
    const auto tried = app::try_purchases(world.session, world.base, World::draft(), World::table());
    CHECK(tried.share.inclusive.amount == Euros::whole(250));
    CHECK(app::list_purchases(world.base).empty());
    const auto sheet = world.import(World::draft());
    CHECK(sheet.year.file.rows_read == 4);
    CHECK(sheet.year.file.rows_kept == 3);
    CHECK(sheet.rejects.at(0).line == 5);
    CHECK(sheet.share.all.amount == Euros::whole(2000));
    CHECK(core::percent(domain::rate(sheet.share.inclusive, sheet.share.all).value()) == "12.50");
    CHECK(sheet.year.buyer.name == "Commune de Valbrume");
    CHECK(sheet.year.spending->from_purchases);
    const auto id = app::find_purchases(world.base, sheet.year.buyer.id, 2025);
    CHECK(app::purchase_sheet(world.session, world.base, id).share.insertion.lines == 1);
}

TEST_CASE("a second file of the year is refused unless it replaces the first") {
    World world;
    const auto first = world.import(World::draft());
    CHECK(tests::refusal([&] { world.import(World::draft()); }).kind() == core::ErrorKind::conflict);
    app::PurchaseDraft again = World::draft();
    again.replace = true;
    const auto second = world.import(again);
    CHECK(second.year.buyer.id == first.year.buyer.id);
    CHECK(app::list_purchases(world.base).size() == 1);
}

TEST_CASE("the user's file comes back with a note beside each line") {
    World world;
    const auto sheet = world.import(World::draft());
    const auto annotated = app::annotated_purchases(world.session, world.base, sheet.year.file.id);
    std::ifstream in(annotated.path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    CHECK(bytes == csv);
    CHECK(annotated.notes.at(2).inclusive == "OUI");
    CHECK(annotated.notes.at(2).approved == "réputée");
    CHECK(annotated.notes.at(3).inclusive == "NON");
    CHECK(annotated.notes.at(4).inclusive == "SIRET absent");
    CHECK(annotated.notes.at(5).inclusive.starts_with("ligne écartée"));
    const auto before = app::annotated_purchases(world.session, world.base, World::draft(), World::table(), world.file);
    CHECK(before.notes.size() == 4);
}

TEST_CASE("removing a file takes its lines and its original away") {
    World world;
    const auto id = world.import(World::draft()).year.file.id;
    const auto kept = app::annotated_purchases(world.session, world.base, id).path;
    app::remove_purchases(world.session, world.base, id);
    CHECK(app::list_purchases(world.base).empty());
    CHECK(tests::refusal([&] { app::purchase_sheet(world.session, world.base, id); }).kind() ==
          core::ErrorKind::not_found);
    auto tx = world.base.write();
    CHECK(store::Pieces(tx, world.base.pieces_folder()).list().empty());
}

TEST_CASE("what a buyer spends in a year is typed with its source, and wins over the file") {
    World world;
    const auto buyer = world.import(World::draft()).year.buyer;
    const domain::TenderParty party{{}, "COMMUNE DE VALBRUME"};
    CHECK(tests::refusal([&] {
              app::save_spending(world.session, world.base, party, 2025, {Euros::whole(0), "", false});
          })
              .issues()
              .size() == 2);
    const auto number = tests::refusal([&] {
        app::save_spending(world.session, world.base, {{}, "123"}, 2025, {Euros::whole(1), "s", false});
    });
    CHECK(number.issues().at(0).text == "«\u00a0123\u00a0» n’est ni un nom ni un SIRET\u00a0; un SIRET a 14 chiffres");
    app::save_spending(world.session, world.base, party, 2025, {Euros::whole(9000), "compte administratif", false});
    const auto year = app::list_purchases(world.base).at(0);
    CHECK(year.spending->mandated == Euros::whole(9000));
    app::remove_spending(world.session, world.base, buyer.id, 2025);
    CHECK(app::list_purchases(world.base).at(0).spending->from_purchases);
    CHECK(tests::refusal([&] { app::remove_spending(world.session, world.base, buyer.id, 2025); }).kind() ==
          core::ErrorKind::not_found);
    CHECK(tests::refusal([&] { world.import(World::draft(12)); }).issues().front().where == "annee");
}
