// Each role finds its own placements and hours, and learns who somebody is only where it must.
#include "execution_visibility.hpp"

#include <catch2/catch_test_macros.hpp>

#include "store/execution_world.hpp"

using namespace clausier;
using core::Hours;
using domain::Role;
using domain::Viewer;
using tests::ExecutionWorld;

namespace {

// P: on A1, employed by the garden. Q: on B1, employed by the workshop, a member of the network.
struct World : ExecutionWorld {
    domain::Placement p, q;
    World() {
        auto tx = whole.write();
        p = placement(tx, a1, garden, person);
        q = placement(tx, b1, workshop, stranger);
        statement(tx, p, "2026-03", 100, domain::StatementState::validated);
        statement(tx, q, "2026-03", 40);
        tx.commit();
    }
    // What a viewer finds: "P" and "Q", in lower case where it does not see who it is; a list, one by one and by the
    // statements, which must all agree.
    std::string seen(store::Database base) {
        auto tx = base.read();
        store::Placements placements(tx);
        store::HoursStatements statements(tx);
        std::string out;
        for (const auto& [id, name] : {std::pair{p.id, 'P'}, std::pair{q.id, 'Q'}}) {
            const auto found = placements.line(id);
            CHECK((statements.list({.placement = id}).total == 1) == found.has_value());
            if (!found) continue;
            const bool known = found->placement.participant.has_value();
            CHECK(known == !found->pseudonym.empty());
            CHECK(known == !found->placement.profile.sex.empty());
            CHECK(known == !found->placement.eligibility->because.empty());
            CHECK(statements.list({.placement = id}).entries.at(0).pseudonym == found->pseudonym);
            if (!known) CHECK(found->placement.criteria.empty());
            out += known ? name : static_cast<char>(name + ('a' - 'A'));
        }
        CHECK(placements.count({}) == std::ssize(out));
        CHECK(std::ssize(placements.list({})) == std::ssize(out));
        return out;
    }
    // Hours of A1 and B1 in the sums.
    std::string hours(store::Database base) {
        auto tx = base.read();
        std::string out;
        Hours lots, years;
        for (const auto& one : store::ExecutionHours(tx).by_year({})) years += one.total();
        for (const auto& one : store::ExecutionHours(tx).by_lot({})) {
            lots += one.total();
            out += (out.empty() ? "" : " ") + std::string(one.lot == a1 ? "A" : "B") + core::decimal(one.total());
        }
        CHECK(lots == years);
        return out;
    }
};

}  // namespace

TEST_CASE("the owner of the machine and a facilitator everywhere see all; nobody, a buyer and a prescriber, none") {
    World world;
    CHECK(world.seen(world.whole.as(Viewer::everything())) == "PQ");
    CHECK(world.seen(world.whole.as({false, {}, {{world.opcs, Role::facilitator, {}}}})) == "PQ");
    CHECK(world.seen(world.whole.as({})).empty());
    CHECK(world.seen(world.as(Role::buyer, world.town)).empty());
    CHECK(world.seen(world.as(Role::prescriber, world.mission)).empty());
}

TEST_CASE("a facilitator sees the placements on its lots and on lots that share one") {
    World world;
    CHECK(world.seen(world.as(Role::facilitator, world.opcs)) == "P");
    CHECK(world.seen(world.as(Role::facilitator, world.other_opcs)) == "Q");
    std::optional<store::Transaction> writing(world.whole.write());
    auto& tx = *writing;
    store::Placements(tx).set_globalisation({world.p.id,
                                             {{world.a1, core::Rate::of(5'000)}, {world.b1, core::Rate::of(5'000)}},
                                             tests::day(2026, 3, 2),
                                             "",
                                             domain::Month::parse("2026-04").value()});
    tx.commit();
    writing.reset();
    CHECK(world.seen(world.as(Role::facilitator, world.other_opcs)) == "PQ");
}

TEST_CASE("an employer sees its own people; a holder the work on its lots and not who does it, a network the same") {
    World world;
    CHECK(world.seen(world.as(Role::structure, world.garden)) == "P");
    CHECK(world.seen(world.as(Role::structure, world.workshop)) == "Q");
    CHECK(world.seen(world.as(Role::company, world.builders)) == "p");
    CHECK(world.seen(world.as(Role::company, world.painters)) == "q");
    CHECK(world.seen(world.as(Role::network, world.network)) == "q");
    // A filter by person finds nothing where one may not know who it is.
    auto base = world.as(Role::network, world.network);
    auto tx = base.read();
    CHECK(store::Placements(tx).count({.participant = world.stranger}) == 0);
}

TEST_CASE("an admin sees pseudonyms, and no criterion") {
    World world;
    auto base = world.whole.as({false, {}, {{{}, Role::admin, {}}}});
    auto tx = base.read();
    const auto found = store::Placements(tx).line(world.p.id);
    CHECK(found->pseudonym == "P-AAAA-01");
    CHECK(found->placement.criteria.empty());
}

TEST_CASE("one declares for what one employs or facilitates, and for nothing else") {
    World world;
    const auto declares = [&](Role role, ExecutionWorld::Org organisation) {
        auto base = world.as(role, organisation);
        auto tx = base.read();
        return store::Placements(tx).declarable(world.p.id);
    };
    CHECK(declares(Role::structure, world.garden));
    CHECK(declares(Role::facilitator, world.opcs));
    CHECK_FALSE(declares(Role::company, world.builders));
    CHECK_FALSE(declares(Role::structure, world.workshop));
    CHECK_FALSE(declares(Role::buyer, world.town));
    CHECK_FALSE(declares(Role::network, world.network));
    CHECK_FALSE(declares(Role::admin, {}));
}

TEST_CASE("a buyer has the sums of its lots, a structure those of its own hours, a network those of its members") {
    World world;
    CHECK(world.hours(world.whole.as(Viewer::everything())) == "A100.00 B40.00");
    CHECK(world.hours(world.as(Role::buyer, world.town)) == "A100.00");
    CHECK(world.hours(world.as(Role::facilitator, world.other_opcs)) == "B40.00");
    CHECK(world.hours(world.as(Role::company, world.builders)) == "A100.00");
    CHECK(world.hours(world.as(Role::structure, world.workshop)) == "B40.00");
    CHECK(world.hours(world.as(Role::network, world.network)) == "B40.00");
    CHECK(world.hours(world.as(Role::prescriber, world.mission)).empty());
    CHECK(world.hours(world.whole.as({})).empty());
}
