// Records, names and health in their own tables, and what hangs on them when they are merged.
#include "clausier/store/participants.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"
#include "clausier/store/organisations.hpp"
#include "support/refusal.hpp"

using namespace clausier;
using domain::Participant;
using domain::PersonalText;
using store::Participants;

namespace {

core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
const std::string tag(64, 'a');

struct World {
    store::Database database{":memory:"};
    domain::Id<domain::Organisation> opcs, other;
    World() {
        store::Transaction tx = database.write();
        domain::Organisation one;
        one.name = "OPCS du Nord inventé";
        opcs = store::Organisations(tx).save(one).id;
        one.name = "OPCS du Sud inventé";
        other = store::Organisations(tx).save(one).id;
        tx.commit();
    }
    Participant add(store::Transaction& tx, const char* pseudonym, const std::string& name_tag = tag) const {
        Participant one;
        one.pseudonym = pseudonym;
        one.opcs = one.declared_by = opcs;
        one.created_on = day("2026-01-05");
        one = Participants(tx).add(one);
        Participants(tx).set_names(one.id, {PersonalText("Personne"), PersonalText("Un"), day("1990-02-28")}, name_tag);
        return one;
    }
};

}  // namespace

TEST_CASE("a record is kept apart from its names and its health, and outlives both") {
    World world;
    store::Transaction tx = world.database.write();
    Participants store(tx);
    auto one = world.add(tx, "P-7F3K-29");
    store.set_disabled_worker(one.id, true);
    CHECK(store.find("P-7F3K-29")->id == one.id);
    CHECK(store.names(one.id)->given.reveal() == "Un");
    CHECK(store.disabled_worker(one.id) == true);
    store.set_disabled_worker(one.id, std::nullopt);
    CHECK_FALSE(store.disabled_worker(one.id).has_value());
    store.set_disabled_worker(one.id, false);
    one.path_ended_on = day("2026-10-31");
    one = store.save(one);
    CHECK(store.find(one.id)->path_ended_on == day("2026-10-31"));
    --one.revision;
    CHECK(tests::refusal([&] { store.save(one); }).kind() == core::ErrorKind::conflict);
    store.forget(one.id, domain::Gone::retention, day("2026-11-21"));
    CHECK_FALSE(store.names(one.id).has_value());
    CHECK_FALSE(store.disabled_worker(one.id).has_value());
    CHECK(store.tag(one.id).empty());
    const auto left = store.line(one.id, day("2026-11-21"));
    REQUIRE(left.has_value());
    CHECK(left->participant.gone_because == domain::Gone::retention);
    CHECK_FALSE(left->named);
    CHECK(store.taken("P-7F3K-29"));
    CHECK_FALSE(store.taken("P-2222-97"));
}

TEST_CASE("a merge gathers holds and health in the record that stays, and what was merged before follows") {
    World world;
    store::Transaction tx = world.database.write();
    Participants store(tx);
    const auto first = world.add(tx, "P-AAAA-01");
    const auto second = world.add(tx, "P-BBBB-02");
    const auto third = world.add(tx, "P-CCCC-03");
    store.set_disabled_worker(second.id, true);
    store.merge(first.id, second.id, day("2026-11-21"));
    store.merge(second.id, third.id, day("2026-11-21"));
    CHECK(store.find(first.id)->merged_into == third.id);
    CHECK(store.disabled_worker(third.id) == true);
    CHECK(store.count({}) == 1);
    CHECK(store.count({.merged = true}) == 3);
    const auto same = store.same_person(first.id);
    REQUIRE(same.size() == 3);
    CHECK(same[0].id == first.id);
}

TEST_CASE("lists by who follows, who declared, and a part of a pseudonym; the latest first") {
    World world;
    store::Transaction tx = world.database.write();
    Participants store(tx);
    const auto first = world.add(tx, "P-AAAA-01");
    world.add(tx, "P-BBBB-02", std::string(64, 'b'));
    store.transfer(first.id, world.other, std::chrono::sys_days(day("2026-11-21")), "compte/1");
    const core::Date today = day("2026-11-21");
    CHECK(store.list({}, today, 10).front().participant.pseudonym == "P-BBBB-02");
    CHECK(store.list({.opcs = world.other}, today, 10).size() == 1);
    CHECK(store.list({.declared_by = world.opcs}, today, 10).size() == 2);
    CHECK(store.list({.pseudonym = "BBB"}, today, 10).size() == 1);
    CHECK(store.list({}, today, 1, 1).front().participant.pseudonym == "P-AAAA-01");
    CHECK(store.transfers(first.id).at(0).into == "OPCS du Sud inventé");
}

TEST_CASE("no column holds a social security number") {
    World world;
    store::Transaction tx = world.database.read();
    CHECK(tx.value<std::int64_t>(R"(
SELECT count(*) FROM sqlite_schema s JOIN pragma_table_info(s.name) c
WHERE s.type = 'table' AND (c.name LIKE '%nir%' OR c.name LIKE '%social_security%' OR c.name LIKE '%insee%'))") == 0);
}
