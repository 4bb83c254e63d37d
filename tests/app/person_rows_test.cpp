// What every use case about a person begins and ends with: found as the viewer may, told without a name, forgotten
// whole.
#include "person_rows.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/person_world.hpp"
#include "clausier/store/retention_holds.hpp"
#include "sheets/scratch_folder.hpp"

using namespace clausier;
using core::ErrorKind;
using domain::Gone;
using domain::Role;
using tests::PersonWorld;
using tests::refusal;

TEST_CASE("a record is found by who may see it; for others there is none") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    auto house = world.as(Role::structure, world.house);
    auto garden = world.as(Role::structure, world.garden);
    const auto found = [&](store::Database& base) {
        store::Transaction tx = base.read();
        return app::require_person(tx, one.id).pseudonym;
    };
    CHECK(found(house.base) == one.pseudonym);
    auto admin = world.admin();
    CHECK(found(admin.base) == one.pseudonym);
    const core::Error hidden = refusal([&] { static_cast<void>(found(garden.base)); });
    CHECK(hidden.kind() == ErrorKind::not_found);
    store::Transaction tx = world.base.read();
    const core::Error absent = refusal([&] { static_cast<void>(app::require_person(tx, {9999})); });
    CHECK(absent.issues().front().text == hidden.issues().front().text);
}

TEST_CASE("names are refused to who sees the record alone, and not found once they are gone") {
    PersonWorld world;
    const auto one = world.declare("Un", world.north, world.house);
    auto admin = world.admin();
    const auto names = [&](store::Database& base) {
        store::Transaction tx = base.read();
        return app::require_names(tx, app::require_person(tx, one.id)).given.reveal();
    };
    CHECK(names(world.base) == "Un");
    CHECK(refusal([&] { static_cast<void>(names(admin.base)); }).kind() == ErrorKind::forbidden);
    app::erase_person(world.everybody(), world.base, one.id);
    const core::Error gone = refusal([&] { static_cast<void>(names(world.base)); });
    CHECK(gone.kind() == ErrorKind::not_found);
    CHECK(gone.issues().front().text.find(domain::label(Gone::erasure)) != std::string::npos);
    CHECK(refusal([&] { static_cast<void>(names(admin.base)); }).kind() == ErrorKind::not_found);
}

TEST_CASE("the journal is told of the record by its pseudonym, in the words of the actor") {
    PersonWorld world;
    const auto one = world.declare("Zqun", world.north, world.house);
    {
        store::Transaction tx = world.base.write();
        app::tell_person(tx, {world.clock, "compte/4"}, "essayer", one, "opcs/1");
        const auto row = store::Journal(tx).list(1).front().entry;
        CHECK(row.actor == "compte/4");
        CHECK(row.action == "personne.essayer");
        CHECK(row.subject == "personne/" + one.pseudonym);
        CHECK(row.detail == "opcs/1");
        tx.commit();
    }
    CHECK(world.journal(true).find("Zqun") == std::string::npos);
}

TEST_CASE("a tag is of the person, not of how the name is written, and of this installation") {
    const tests::ScratchFolder folder;
    PersonWorld world;
    PersonWorld filed(folder.path() / "region.sqlite");
    const std::string tag = app::name_tag(world.base, PersonWorld::named("Élise"));
    CHECK(tag.size() == 64);
    CHECK(app::name_tag(world.base, PersonWorld::named("ELISE")) == tag);
    CHECK(app::name_tag(world.base, PersonWorld::named("Élise", "1990-02-27")) != tag);
    CHECK(app::name_tag(world.base, PersonWorld::named("Alice")) != tag);
    CHECK(app::name_tag(filed.base, PersonWorld::named("Élise")) != tag);
}

TEST_CASE("who is forgotten leaves the list of erasures with every record that was merged into theirs") {
    PersonWorld world;
    const auto kept = world.declare("Un", world.north, world.house);
    const auto merged = world.declare("Hun", world.north, world.garden);
    const auto twin = world.declare("un", world.south, world.garden);
    app::merge_people(world.everybody(), world.base, merged.id, kept.id);
    {
        store::Transaction tx = world.base.write();
        const std::string tag = store::Participants(tx).tag(kept.id);
        app::forget_person(tx, world.everybody(), kept, Gone::erasure, tag);
        tx.commit();
    }
    const auto list = app::erasures(world.base);
    REQUIRE(list.size() == 2);
    CHECK(list[0].pseudonym == kept.pseudonym);
    CHECK_FALSE(list[0].name_tag.empty());
    CHECK(list[1].pseudonym == merged.pseudonym);
    CHECK(list[1].name_tag.empty());
    CHECK(refusal([&] { app::consult_names(world.everybody(), world.base, kept.id); }).kind() == ErrorKind::not_found);
    // Another OPCS has its own record of her.
    CHECK(app::consult_names(world.everybody(), world.base, twin.id).given.reveal() == "un");
}

TEST_CASE("what the law wants done everywhere is done as who may do everything") {
    PersonWorld world;
    const auto far = world.declare("Un", world.south, world.garden);
    auto north = world.as(Role::facilitator, world.north);
    store::Database whole = app::unscoped(north.base);
    store::Transaction tx = whole.read();
    CHECK(app::require_person(tx, far.id).pseudonym == far.pseudonym);
}
