// Accounts for who manages them: list, invitation, memberships, disabling.
#include <catch2/catch_test_macros.hpp>

#include "logged_world.hpp"

using namespace clausier;
using domain::Role;
using testing::has;
using testing::LoggedWorld;
using testing::Person;

namespace {

http::Fields buyer_form(const std::string& organisation = "Commune de Valbrume") {
    return {{"nom", "Camille Essai"},
            {"courriel", "camille@clauses.example"},
            {"role", "acheteur"},
            {"organisation", organisation}};
}

}  // namespace

TEST_CASE("without mail an invitation is a link to hand over, shown once") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    CHECK(has(world.get_as(admin, "/comptes/inviter"), "Un lien vous sera montré"));
    const http::Response made = world.post_as(admin, "/comptes", buyer_form());
    REQUIRE(made.status == 200);
    const std::size_t at = made.body.find("http://localhost:8080/invitation/");
    REQUIRE(at != std::string::npos);
    const std::size_t from = at + std::string_view("http://localhost:8080").size();
    CHECK(world.get(made.body.substr(from, made.body.find('<', from) - from)).status == 200);
    const http::Response list = world.get_as(admin, "/comptes");
    CHECK(has(list, "Camille Essai"));
    CHECK(has(list, "acheteur – Commune de Valbrume"));
    CHECK(has(list, "invité"));
}

TEST_CASE("with mail the link leaves in the transaction that makes it, and is shown to nobody") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    std::vector<core::Mail> sent;
    world.app.config.post = [&](store::Transaction&, const core::Mail& mail) { sent.push_back(mail); };
    const http::Response made = world.post_as(admin, "/comptes", buyer_form());
    CHECK(made.status == 303);
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].to == "camille@clauses.example");
    CHECK(sent[0].text.find("http://localhost:8080/invitation/") != std::string::npos);
}

TEST_CASE("a faulty invitation comes back with every fault, and makes neither account nor organisation") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    const http::Response no_role = world.post_as(
        admin, "/comptes", {{"nom", "A"}, {"courriel", "a@b.example"}, {"role", "roi"}, {"organisation", "X"}});
    CHECK(no_role.status == 422);
    CHECK(has(no_role, "href=\"#role\""));
    const http::Response no_organisation = world.post_as(admin, "/comptes", buyer_form(""));
    CHECK(no_organisation.status == 422);
    CHECK(has(no_organisation, "href=\"#organisation\""));
    CHECK(has(no_organisation, "value=\"camille@clauses.example\""));
    http::Fields departments = buyer_form("Ville inventée");
    departments.add("departements", "54");
    CHECK(world.post_as(admin, "/comptes", departments).status == 422);
    CHECK_FALSE(has(world.get_as(admin, "/comptes/inviter"), "Ville inventée"));
    CHECK(testing::json_of(world.get_as(admin, "/comptes.json")).at("comptes").as_array().size() == 1);
}

TEST_CASE("the list is filtered, and exported") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const auto count = [&](const std::string& query) {
        return testing::json_of(world.get_as(admin, "/comptes.json?" + query)).at("comptes").as_array().size();
    };
    CHECK(count("") == 2);
    CHECK(count("texte=valbrume") == 1);
    CHECK(count("role=administrateur") == 1);
    CHECK(count("etat=desactive") == 0);
    CHECK(has(world.get_as(admin, "/comptes?texte=zzz"), "Effacer les filtres"));
    CHECK(has(world.get_as(admin, "/comptes.csv"), admin.email));
}

TEST_CASE("a membership given or taken closes the sessions of the account") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const std::string sheet = "/comptes/" + std::to_string(buyer.account.value);
    const http::Response given = world.post_as(admin, sheet + "/habilitations",
                                               {{"role", "acheteur"}, {"organisation", "Région Hautes-Terres"}});
    CHECK(given.headers.get("location") == sheet + "?fait=habilitation-donnee");
    CHECK(has(world.get_as(admin, sheet), "Région Hautes-Terres"));
    CHECK(world.get_as(buyer, "/marches").status == 303);
    const std::string number = std::to_string(world.organisation("Région Hautes-Terres").value);
    CHECK(world.post_as(admin, sheet + "/habilitations/retirer", {{"role", "acheteur"}, {"organisation", number}})
              .status == 303);
    CHECK_FALSE(has(world.get_as(admin, sheet + ".json"), "Région Hautes-Terres"));
}

TEST_CASE("disabling ends sessions at once; the last administrator stays") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    const std::string sheet = "/comptes/" + std::to_string(buyer.account.value);
    CHECK(world.post_as(admin, sheet + "/desactiver", {}).status == 303);
    CHECK(world.get_as(buyer, "/marches").status == 303);
    CHECK(has(world.get_as(admin, sheet), "Réactiver le compte"));
    CHECK(world.post_as(admin, sheet + "/reactiver", {}).status == 303);
    const std::string own = "/comptes/" + std::to_string(admin.account.value);
    CHECK(world.post_as(admin, own + "/habilitations/retirer", {{"role", "administrateur"}, {"organisation", "0"}})
              .status == 409);
    CHECK(world.post_as(admin, own + "/desactiver", {}).status == 409);
    CHECK(world.get_as(admin, "/comptes").status == 200);
}

TEST_CASE("only who manages accounts sees them, and an unknown one is not found") {
    LoggedWorld world;
    const Person admin = world.person(Role::admin);
    const Person buyer = world.person(Role::buyer, world.organisation("Commune de Valbrume"));
    for (const char* target : {"/comptes", "/comptes.json", "/comptes/inviter", "/comptes/1"}) {
        CAPTURE(target);
        CHECK(world.get_as(buyer, target).status == 403);
    }
    CHECK(world.post_as(buyer, "/comptes", buyer_form()).status == 403);
    CHECK(world.get_as(admin, "/comptes/999999").status == 404);
}
