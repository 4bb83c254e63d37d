// A whole import is undone to the last value, or what stands in the way is named.
#include "clausier/store/import_undo.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/calculations.hpp"
#include "clausier/store/enquiries.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/markets.hpp"
#include "store/tenders.hpp"

using namespace clausier;
using core::ErrorKind;

namespace {

void undo(store::Database& database, std::int64_t id) {
    auto tx = database.write();
    store::ImportUndo(tx).undo({id}, tests::noon(22), "compte/1");
    tx.commit();
}

// "code: place" of each obstacle, after checking that undoing is refused for them and changes nothing.
std::vector<std::string> obstacles(store::Database& database, std::int64_t id) {
    const auto before = tests::dump(database);
    const auto error = tests::refusal([&] { undo(database, id); });
    CHECK(error.kind() == ErrorKind::conflict);
    CHECK(tests::dump(database) == before);
    std::vector<std::string> out;
    for (const auto& issue : error.issues()) out.push_back(issue.code + ": " + issue.where);
    return out;
}

void edit_lot(store::Database& database, std::int64_t id) {
    auto tx = database.write();
    auto lot = *store::Markets(tx).find_lot({id});
    lot.trade = "painting";
    store::Markets(tx).save(lot);
    tx.commit();
}

void compute(store::Database& database, std::int64_t lot) {
    auto tx = database.write();
    store::Calculation calculation;
    calculation.lot = domain::Id<domain::Lot>{lot};
    calculation.at = tests::noon(21);
    calculation.method = "montant";
    store::Calculations(tx).add(calculation);
    tx.commit();
}

domain::TenderRecord changed_a() {
    auto a = tests::record(2, "A");
    a.object = "Autre objet";
    a.place_code = "Londres";
    a.amount = core::Euros::whole(1);
    a.considerations = "Clause sociale";
    a.operation = "Lycée des Brumes";
    a.holders = {{{}, "Peintres"}, {{}, "Plâtriers"}};
    return a;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the first import undone leaves nothing, organisations included") {
    store::Database database(":memory:");
    tests::import(database, {changed_a(), tests::record(3, "B")});
    undo(database, 1);
    CHECK(tests::dump(database).empty());
    auto tx = database.read();
    CHECK(store::Imports(tx).find({1}).undone_at == tests::noon(22));
    CHECK(store::Journal(tx).list(1).front().entry.action == "import.annuler");
    CHECK(tests::refusal([&] { static_cast<void>(store::ImportUndo(tx).obstacles({9})); }).kind() ==
          ErrorKind::not_found);
}

TEST_CASE("an import that added and changed is undone to what there was before it") {
    store::Database database(":memory:");
    auto nameless = tests::record(3, "B");
    nameless.holders = {{{"SIRET", "99900002000018"}, ""}};
    tests::import(database, {tests::record(2, "A"), nameless});
    const auto before = tests::dump(database);
    auto named = nameless;
    named.holders.front().name = "Peintres de Valbrume";
    tests::import(database, {changed_a(), named, tests::record(4, "A", "2"), tests::record(5, "C")});
    CHECK(tests::dump(database) != before);
    undo(database, 2);
    CHECK(tests::dump(database) == before);
    CHECK(database.integrity().empty());
}

TEST_CASE("the file can be imported again after it was undone") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    undo(database, 1);
    const auto again = tests::import(database, {tests::record(2, "A")});
    CHECK(again.difference.markets_new == 1);
    CHECK(tests::refusal([&] { undo(database, 1); }).kind() == ErrorKind::conflict);
    undo(database, again.id.value);
    CHECK(tests::dump(database).empty());
}

TEST_CASE("an organisation that something else uses by now stays") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    auto other = tests::record(3, "B");
    other.holders.clear();
    tests::import(database, {other});
    undo(database, 1);
    auto tx = database.read();
    CHECK(tests::rows(tx, "SELECT name FROM organisations", 1) == Lines{"Commune de Valbrume"});
}

TEST_CASE("what a later import changed is named with that import; undone in turn, the way is free") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A"), tests::record(3, "B")});
    tests::import(database, {changed_a()});
    CHECK(obstacles(database, 1) == Lines{"marche_modifie_par_import: marché A de Commune de Valbrume",
                                          "lot_modifie_par_import: lot 1 du marché A de Commune de Valbrume"});
    undo(database, 2);
    undo(database, 1);
    CHECK(tests::dump(database).empty());
}

TEST_CASE("a lot that a later import added to a market stands in the way") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A", "1")});
    tests::import(database, {tests::record(3, "A", "")});
    CHECK(obstacles(database, 1) == Lines{"lot_ajoute: lot unique du marché A de Commune de Valbrume"});
}

TEST_CASE("what was changed by hand since stands in the way, what was changed before does not") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A"), tests::record(3, "B")});
    edit_lot(database, 1);
    tests::import(database, {changed_a()});
    const auto error = tests::refusal([&] { undo(database, 1); });
    CHECK(error.kind() == ErrorKind::conflict);
    undo(database, 2);
    CHECK(obstacles(database, 1) == Lines{"lot_modifie: lot 1 du marché A de Commune de Valbrume"});
    {
        auto tx = database.write();
        auto market = *store::Markets(tx).find({2});
        market.nature = "Marché";
        store::Markets(tx).save(market);
        tx.commit();
    }
    CHECK(obstacles(database, 1) == Lines{"marche_modifie: marché B de Commune de Valbrume",
                                          "lot_modifie: lot 1 du marché A de Commune de Valbrume"});
}

TEST_CASE("a calculation made on what the import brought stands in the way, one made before does not") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    compute(database, 1);
    tests::import(database, {changed_a()});
    {
        auto tx = database.read();
        CHECK(store::ImportUndo(tx).obstacles({2}).empty());
    }
    compute(database, 1);
    CHECK(obstacles(database, 2) == Lines{"lot_calcule: lot 1 du marché A de Commune de Valbrume"});
    CHECK(obstacles(database, 1).back() == "lot_calcule: lot 1 du marché A de Commune de Valbrume");
}

TEST_CASE("a hundred obstacles are listed, the others counted") {
    store::Database database(":memory:");
    tests::Records first;
    for (std::uint64_t i = 0; i < 120; ++i) first.push_back(tests::record(i + 2, std::to_string(i)));
    tests::import(database, first);
    for (auto& record : first) record.object = "Autre objet";
    tests::import(database, first);
    auto tx = database.read();
    const auto found = store::ImportUndo(tx).obstacles({1});
    REQUIRE(found.size() == 101);
    CHECK(found.back().text == "et 20\u00a0autres dans le même cas");
}

TEST_CASE("undone after a merge, an import puts back the holder that is left") {
    store::Database database(":memory:");
    auto first = tests::record(2, "A");
    first.holders = {{{}, "Bâtisseurs"}, {{}, "Les Bâtisseurs"}};
    tests::import(database, {first});
    auto other = tests::record(2, "A");
    other.holders = {{{}, "Peintres"}};
    tests::import(database, {other});
    std::int64_t kept = 0;
    {
        auto tx = database.write();
        store::Organisations organisations(tx);
        kept = organisations.find_by_name("Les Bâtisseurs")->id.value;
        organisations.merge(organisations.find_by_name("Bâtisseurs")->id, {kept});
        tx.commit();
    }
    undo(database, 2);
    auto tx = database.read();
    CHECK(tests::rows(tx, "SELECT organisation_id FROM lot_holders", 1) ==
          std::vector<std::string>{std::to_string(kept)});
}

TEST_CASE("a market that a dossier became blocks the undo of its import, and the buyer of a dossier outlives it") {
    store::Database database(":memory:");
    tests::import(database, {tests::record(2, "A")});
    domain::Enquiry enquiry;
    {
        auto tx = database.write();
        enquiry.buyer = store::Markets(tx).find({1})->buyer;
        enquiry.purchase.object = "École";
        enquiry.requested_on = tests::day(2026, 11, 2);
        enquiry.market = domain::Id<domain::Market>{1};
        enquiry = store::Enquiries(tx).save(enquiry);
        tx.commit();
    }
    CHECK(obstacles(database, 1) == std::vector<std::string>{"marche_dossier: marché A de Commune de Valbrume"});
    {
        auto tx = database.write();
        enquiry.market.reset();
        store::Enquiries(tx).save(enquiry);
        tx.commit();
    }
    undo(database, 1);
    auto tx = database.read();
    CHECK_FALSE(store::Markets(tx).find({1}).has_value());
    CHECK(store::Organisations(tx).find(enquiry.buyer)->name == "Commune de Valbrume");
}
