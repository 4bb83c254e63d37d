// The register of processing as the data protection officer keeps it.
#include "clausier/app/processing_register.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/market_world.hpp"

using namespace clausier;
using core::ErrorKind;
using tests::refusal;

TEST_CASE("an activity is changed, added, and given back its own text") {
    tests::MarketWorld world;
    const auto all = app::processing_register(world.session, world.base);
    auto one = app::find_activity(world.session, world.base, "rqth");
    const std::string own = one.purpose;
    one.purpose = "  Une autre finalité ";
    one = app::save_activity(world.session, world.base, one);
    CHECK(app::find_activity(world.session, world.base, "rqth").purpose == "Une autre finalité");
    CHECK(app::find_activity(world.session, world.base, "rqth").changed);
    auto stale = one;
    stale.revision = 0;
    CHECK(refusal([&] { app::save_activity(world.session, world.base, stale); }).kind() == ErrorKind::conflict);
    domain::ProcessingActivity added;
    added.name = "Vidéosurveillance des locaux";
    CHECK(app::save_activity(world.session, world.base, added).code == "activite-1");
    CHECK(app::processing_register(world.session, world.base).size() == all.size() + 1);
    app::reset_activity(world.session, world.base, "rqth");
    CHECK(app::find_activity(world.session, world.base, "rqth").purpose == own);
    app::reset_activity(world.session, world.base, "activite-1");
    CHECK(app::processing_register(world.session, world.base).size() == all.size());
    CHECK(refusal([&] { app::reset_activity(world.session, world.base, "activite-1"); }).kind() ==
          ErrorKind::not_found);
    CHECK(refusal([&] { app::save_activity(world.session, world.base, {}); }).issues().front().where == "nom");
}
