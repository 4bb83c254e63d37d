// A proof asked again: the password or the code of this moment, tried no oftener than at a login.
#include "own_proof.hpp"

#include <catch2/catch_test_macros.hpp>

#include "app/account_world.hpp"

using namespace clausier;
using core::ErrorKind;
using tests::AccountWorld;
using tests::refusal;

TEST_CASE("one's own password or one-time code is a proof, anything else is refused at its field") {
    AccountWorld world;
    const auto admin = world.admin();
    const auto other = world.buyer();
    CHECK_NOTHROW(app::require_proof(world.as(admin.id), world.base, AccountWorld::password));
    for (const char* wrong : {"", "123456", "un autre mot de passe", "un cheval de trait gri"}) {
        const auto refused = refusal([&] { app::require_proof(world.as(admin.id), world.base, wrong); });
        CHECK(refused.kind() == ErrorKind::invalid);
        CHECK(refused.issues().front().where == "preuve");
    }
    const std::string secret = world.enrol(admin.id);
    const std::string code = core::one_time_code(secret, world.clock.now());
    CHECK(refusal([&] { app::require_proof(world.as(other.id), world.base, code); }).kind() == ErrorKind::invalid);
    CHECK_NOTHROW(app::require_proof(world.as(admin.id), world.base, code));
    // A code serves once.
    CHECK(refusal([&] { app::require_proof(world.as(admin.id), world.base, code); }).kind() == ErrorKind::invalid);
    CHECK(refusal([&] { app::require_proof(world.stranger, world.base, code); }).kind() == ErrorKind::forbidden);
}

TEST_CASE("whoever tries many is made to wait, even with the right one") {
    AccountWorld world;
    const auto buyer = world.buyer();
    for (int i = 0; i < 10; ++i)
        CHECK(refusal([&] { app::require_proof(world.as(buyer.id), world.base, "pas le bon mot de passe"); }).kind() ==
              ErrorKind::invalid);
    CHECK(refusal([&] { app::require_proof(world.as(buyer.id), world.base, AccountWorld::password); }).kind() ==
          ErrorKind::unavailable);
}
