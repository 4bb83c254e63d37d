// Settings are kept, replaced and forgotten by key.
#include "clausier/store/settings.hpp"

#include <catch2/catch_test_macros.hpp>

#include "clausier/store/database.hpp"

using namespace clausier;

TEST_CASE("a setting is what was last said, and nothing once unset") {
    store::Database database(":memory:");
    auto tx = database.write();
    store::Settings settings(tx);
    CHECK_FALSE(settings.get("arrondi").has_value());
    settings.set("arrondi", "bas");
    settings.set("arrondi", "proche");
    settings.set("couleur", "");
    CHECK(settings.get("arrondi") == "proche");
    CHECK(settings.all() == std::map<std::string, std::string>{{"arrondi", "proche"}, {"couleur", ""}});
    settings.unset("arrondi");
    CHECK_FALSE(settings.get("arrondi").has_value());
}
