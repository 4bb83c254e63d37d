// Accounts by commands: made by a link, given roles, taken out of use, without a secret on the command line.
#include <boost/json/array.hpp>
#include <catch2/catch_test_macros.hpp>

#include "clausier/app/accounts.hpp"
#include "clausier/app/login.hpp"
#include "clausier/cli/usage.hpp"
#include "command_world.hpp"

using namespace clausier;

namespace {

struct World : tests::BaseCommandWorld {
    // The token at the end of a link.
    static std::string token(const boost::json::value& document) {
        const std::string link(document.at("lien").as_string());
        return link.substr(link.rfind('/') + 1);
    }
    void accept(const boost::json::value& document) {
        const auto opened = app::open_base(file, false);
        app::accept_link({clock, "anonyme", {}}, *opened, token(document),
                         {"alix@valbrume.example", "Alix", "un cheval de trait gris"});
    }
    boost::json::value buyer() {
        return document("comptes creer", {{"--email", {"Achats@valbrume.example"}},
                                          {"--nom", {"Service achats"}},
                                          {"--role", {"acheteur"}},
                                          {"--organisation", {"Commune de Valbrume"}}});
    }
    boost::json::value one(std::string_view path, std::map<std::string, std::vector<std::string>, std::less<>> options,
                           const std::string& account) {
        return document(path, std::move(options), {account}).at("comptes").at(0);
    }
};

}  // namespace

TEST_CASE("the first admin has a link, on a base that does not exist yet too; once there, no other first one") {
    World world;
    const auto made =
        world.run("comptes creer", {{"--base", {(world.folder / "neuve.sqlite").string()}}, {"--admin", {""}}});
    CHECK(made.answer.document.at("compte_id").is_null());
    const auto link = world.document("comptes creer", {{"--admin", {""}}, {"--adresse", {"https://clauses.example/"}}});
    CHECK(link.at("lien").as_string().starts_with("https://clauses.example/invitation/"));
    world.accept(link);
    CHECK(world.document("comptes liste", {}).at("comptes").at(0).at("etat").as_string() == "actif");
    CHECK_THROWS_AS(world.document("comptes creer", {{"--admin", {""}}}), core::Error);
}

TEST_CASE("an account is invited, found by its address, given a role and taken one back") {
    World world;
    const auto link = world.buyer();
    CHECK(link.at("courriel").as_string() == "achats@valbrume.example");
    CHECK(link.at("expire_le").as_string() == "2026-11-28T00:00:00Z");
    const auto granted = world.one("comptes habiliter",
                                   {{"--role", {"facilitateur"}}, {"--organisation", {"1"}}, {"--departement", {"73"}}},
                                   "achats@valbrume.example");
    CHECK(granted.at("habilitations").as_array().size() == 2);
    CHECK(granted.at("habilitations").at(1).at("departements").at(0).as_string() == "73");
    const auto left = world.one("comptes retirer", {{"--role", {"acheteur"}}, {"--organisation", {"1"}}}, "1");
    CHECK(left.at("habilitations").as_array().size() == 1);
    CHECK_THROWS_AS(world.one("comptes retirer", {{"--role", {"acheteur"}}, {"--organisation", {"1"}}}, "1"),
                    core::Error);
}

TEST_CASE("disabled, an account is given no link; enabled, its link is new") {
    World world;
    const std::string before = World::token(world.buyer());
    CHECK(world.one("comptes desactiver", {}, "1").at("etat").as_string() == "desactive");
    CHECK_THROWS_AS(world.document("comptes lien", {}, {"1"}), core::Error);
    CHECK(world.one("comptes reactiver", {}, "1").at("etat").as_string() == "invite");
    CHECK(World::token(world.document("comptes lien", {}, {"1"})) != before);
}

TEST_CASE("sessions are listed and closed; a lost telephone is forgotten once confirmed") {
    World world;
    world.accept(world.buyer());
    {
        const auto opened = app::open_base(world.file, false);
        app::open_session({world.clock, "anonyme", {}}, *opened, {1}, "203.0.113.7", "curl/7");
    }
    const auto sessions = world.document("comptes sessions", {}, {"1"});
    CHECK(sessions.at("sessions").at(0).at("adresse").as_string() == "203.0.113.x");
    CHECK(world.document("comptes sessions", {{"--fermer", {""}}}, {"1"}).at("sessions").as_array().empty());
    CHECK_THROWS_AS(world.document("comptes sans-code", {}, {"1"}), cli::UsageError);
    CHECK(world.one("comptes sans-code", {{"--oui", {""}}}, "1").at("double_authentification").as_bool() == false);
}

TEST_CASE("what is wrong names its option, and nothing is made") {
    World world;
    const auto place = [&](std::map<std::string, std::vector<std::string>, std::less<>> options) {
        try {
            world.document("comptes creer", std::move(options));
        } catch (const core::Error& error) {
            return error.issues().front().where;
        }
        return std::string("rien");
    };
    CHECK(place({{"--email", {"achats"}}, {"--nom", {"A"}}, {"--admin", {""}}}) == "option --email");
    CHECK(place({{"--email", {"a@b.example"}}, {"--nom", {"A"}}}) == "option --role");
    CHECK(place({{"--email", {"a@b.example"}}, {"--nom", {"A"}}, {"--role", {"acheteur"}}}) == "option --organisation");
    CHECK(place({{"--email", {"a@b.example"}}, {"--admin", {""}}}) == "option --nom");
    CHECK(place({{"--email", {"a@b.example"}},
                 {"--nom", {"A"}},
                 {"--role", {"facilitateur"}},
                 {"--organisation", {"1"}},
                 {"--departement", {"Ain"}}}) == "option --departement");
    CHECK_THROWS_AS(world.one("comptes desactiver", {}, "personne"), cli::UsageError);
    CHECK(world.document("comptes liste", {}).at("comptes").as_array().empty());
}
