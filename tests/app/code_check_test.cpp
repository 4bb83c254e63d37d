// Codes are right once, counted when they are wrong, and useless under another key.
#include "code_check.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/account_world.hpp"
#include "clausier/core/sealed.hpp"
#include "clausier/core/secret.hpp"

using namespace clausier;
using namespace std::chrono_literals;
using tests::AccountWorld;
using tests::refusal;

TEST_CASE("a code is right once; wrong ones add up; an account without a second factor has no right code") {
    AccountWorld world;
    const auto admin = world.admin();
    const auto buyer = world.buyer();
    const std::string secret = world.enrol(admin.id);
    const std::string code = core::one_time_code(secret, world.clock.now());
    store::Transaction tx = world.base.write();
    const auto trial = [&](domain::Id<domain::Account> id, std::string_view typed) {
        return app::try_code(tx, world.base, id, typed, world.clock.now(), true);
    };
    CHECK_FALSE(trial(buyer.id, code).right);
    CHECK(trial(admin.id, code).right);
    CHECK_FALSE(trial(admin.id, code).right);
    for (int i = 0; i < 9; ++i) CHECK(trial(admin.id, "").wait == 0s);
    CHECK(trial(admin.id, "").wait == 30s);
}

TEST_CASE("a secret sealed under another key is told as such, not taken for a wrong code") {
    AccountWorld world;
    const std::string sealed = app::sealed_secret(world.base, "GEZDGNBVGY3TQOJQ");
    CHECK(app::opened_secret(world.base, sealed) == "GEZDGNBVGY3TQOJQ");
    const std::string elsewhere = core::seal("GEZDGNBVGY3TQOJQ", core::random_token(32));
    const auto error = refusal([&] { static_cast<void>(app::opened_secret(world.base, elsewhere)); });
    CHECK(error.kind() == core::ErrorKind::unavailable);
    CHECK(error.issues().front().text.find(".cle") != std::string::npos);
}

TEST_CASE("a recovery code is the same however it is typed") {
    AccountWorld world;
    CHECK(app::recovery_hash(world.base, "a1b2-c3d4-e5f6") == app::recovery_hash(world.base, " A1B2 C3D4E5F6"));
    CHECK(app::recovery_hash(world.base, "a1b2-c3d4-e5f6") != app::recovery_hash(world.base, "a1b2-c3d4-e5f7"));
}
