// The right of a route: told in a sentence with who may, for people and for tokens.
#include "permission.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "clausier/domain/rights.hpp"
#include "logged_world.hpp"
#include "route.hpp"

using namespace clausier;
using domain::Action;
using domain::Role;

namespace {

web::Visitor buyer() {
    web::Visitor out;
    out.account = domain::Id<domain::Account>{4};
    out.viewer = {false, out.account, {{{1}, Role::buyer, {}}}};
    return out;
}

}  // namespace

TEST_CASE("who may lacks nothing") {
    CHECK(web::missing_right(buyer(), Action::market_write).empty());
    CHECK(web::missing_right(buyer(), Action::own_account).empty());
    CHECK(web::missing_right(web::Visitor::everything(), Action::journal_read).empty());
}

TEST_CASE("who is not said to be anybody may nothing but open pages") {
    CHECK(web::missing_right(web::Visitor{}, Action::open).empty());
    for (const domain::Grant& grant : domain::grants)
        if (grant.action != Action::open) CHECK_FALSE(web::missing_right(web::Visitor{}, grant.action).empty());
}

TEST_CASE("who may not is told what, and which roles may") {
    CHECK(web::missing_right(buyer(), Action::journal_read) ==
          "votre compte n’a pas le droit de «\u00a0consulter le journal\u00a0», que donnent ces rôles\u00a0: "
          "administrateur\u00a0; "
          "demandez-le à un administrateur");
}

TEST_CASE("a token has no more rights than its scope, nor than its account") {
    web::Visitor program = buyer();
    program.by_token = true;
    program.scope = domain::TokenScope{true, {}};
    CHECK(web::missing_right(program, Action::market_read).empty());
    CHECK(web::missing_right(program, Action::market_write) ==
          "ce jeton d’accès n’a pas le droit de «\u00a0créer et modifier des marchés\u00a0»\u00a0; créez-en un qui "
          "l’ait");
    program.scope = domain::TokenScope{false, {Action::purchase_write}};
    CHECK(web::missing_right(program, Action::purchase_write).empty());
    CHECK_FALSE(web::missing_right(program, Action::market_read).empty());
    CHECK_FALSE(web::missing_right(program, Action::account_manage).empty());
}

TEST_CASE("a form asks for a right that changes something, but to come in and to read what is journalled") {
    const std::set<std::string_view> others{"/connexion",
                                            "/connexion/code",
                                            "/deconnexion",
                                            "/mot-de-passe",
                                            "/mot-de-passe/{jeton_du_lien}",
                                            "/invitation/{jeton_du_lien}",
                                            "/personnes/{pseudonyme}/noms",
                                            "/personnes/{pseudonyme}/sante",
                                            "/personnes/{pseudonyme}/donnees"};
    for (const web::Route& route : web::routes()) {
        if (route.method != "POST") continue;
        INFO(route.pattern);
        CHECK(domain::grant(route.action).changes != others.contains(route.pattern));
    }
}

TEST_CASE("who is refused a right is told to the log, by number and by the pattern of the address") {
    testing::LoggedWorld world;
    std::string log;
    world.app.config.log = [&](std::string_view line) { log += std::string(line) + "\n"; };
    const auto person = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    CHECK(world.get_as(person, "/marches").status == 200);
    CHECK(log.empty());
    CHECK(world.get_as(person, "/comptes/1?texte=secret").status == 403);
    CHECK(log ==
          "droit refusé : compte/" + std::to_string(person.account.value) + " GET /comptes/{id} comptes.gerer\n");
}
