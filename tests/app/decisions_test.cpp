// Decisions are kept all or none, listed with who took them, and forgotten.
#include "clausier/app/decisions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/journal.hpp"

using namespace clausier;
using domain::Field;
using domain::Ruling;

namespace {

struct World {
    core::FixedClock clock{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value())};
    store::Database base{":memory:"};
    app::Session session{clock, "compte/7"};
};

}  // namespace

TEST_CASE("decisions are kept with their author and their day, and journalled once") {
    World world;
    app::save_decisions(world.session, world.base,
                        {{Field::procedure, "MAPA 2", Ruling::replace, "procedure adaptee", {}, {}},
                         {Field::trade, "Toit", Ruling::ignore, "", {}, {}}});
    app::save_decisions(world.session, world.base, {});
    const auto kept = app::list_decisions(world.base);
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].meaning == "Procédure adaptée");
    CHECK(kept[0].actor == "compte/7");
    CHECK(kept[0].at == world.clock.now());
    auto tx = world.base.read();
    CHECK(store::Journal(tx).list(10).size() == 1);
}

TEST_CASE("one decision that is refused keeps none, each fault with its place") {
    World world;
    try {
        app::save_decisions(world.session, world.base,
                            {{Field::procedure, "MAPA 2", Ruling::replace, "Procédure adaptée", {}, {}},
                             {Field::procedure, "Troc", Ruling::replace, "Échange", {}, {}},
                             {Field::amount, "5", Ruling::ignore, "", {}, {}}});
        FAIL("two of them are wrong");
    } catch (const core::Error& error) {
        REQUIRE(error.issues().size() == 2);
        CHECK(error.issues()[0].where == "procédure « Troc »");
        CHECK(error.issues()[1].code == "champ_non_decidable");
    }
    CHECK(app::list_decisions(world.base).empty());
}

TEST_CASE("a forgotten decision is asked again; one that was never taken cannot be forgotten") {
    World world;
    app::save_decisions(world.session, world.base, {{Field::trade, "Toit", Ruling::ignore, "", {}, {}}});
    app::forget_decision(world.session, world.base, Field::trade, "TOIT");
    CHECK(app::list_decisions(world.base).empty());
    CHECK_THROWS_AS(app::forget_decision(world.session, world.base, Field::trade, "Toit"), core::Error);
}
