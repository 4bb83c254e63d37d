// The outbox: states without texts, and what an administrator does of a mail that waits.
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/outbox.hpp"
#include "logged_world.hpp"

using namespace clausier;
using domain::Role;
using testing::has;
using testing::LoggedWorld;

namespace {

struct MailWorld : LoggedWorld {
    MailWorld() {
        app.config.post = [this](store::Transaction& tx, const core::Mail& mail) {
            app::post_mail(tx, base, mail, app.clock.now());
        };
    }
    void invite(const testing::Person& admin) {
        const http::Response made = post_as(admin, "/comptes",
                                            {{"nom", "Camille Essai"},
                                             {"courriel", "camille@clauses.example"},
                                             {"role", "acheteur"},
                                             {"organisation", "Commune de Valbrume"}});
        REQUIRE(made.status == 303);
    }
};

}  // namespace

TEST_CASE("a mail that waits is shown without its link, then hurried or discarded") {
    MailWorld world;
    const auto admin = world.person(Role::admin);
    CHECK(has(world.get_as(admin, "/boite-envoi"), "Aucun courriel n’attend"));
    world.invite(admin);
    const http::Response page = world.get_as(admin, "/boite-envoi");
    CHECK(has(page, "camille@clauses.example"));
    CHECK(has(page, "en attente"));
    CHECK_FALSE(has(page, "/invitation/"));
    CHECK_FALSE(has(page, "scelle:"));
    CHECK(page.headers.get("cache-control") == "no-store");
    CHECK_FALSE(has(world.get_as(admin, "/boite-envoi.json"), "invitation/"));
    CHECK(world.post_as(admin, "/boite-envoi/1/relancer", {}).status == 303);
    CHECK(world.post_as(admin, "/boite-envoi/1/ecarter", {}).status == 303);
    const http::Response after = world.get_as(admin, "/boite-envoi");
    CHECK(has(after, "écarté par un administrateur"));
    CHECK_FALSE(has(after, "/ecarter"));
    CHECK(world.post_as(admin, "/boite-envoi/1/ecarter", {}).status == 404);
    CHECK(has(world.get_as(admin, "/journal"), "courriel.ecarter"));
}

TEST_CASE("without a mail server the page says that links are handed over") {
    LoggedWorld world;
    CHECK(has(world.get_as(world.person(Role::admin), "/boite-envoi"), "Ce serveur n’envoie pas de courrier"));
}
