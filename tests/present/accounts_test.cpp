// Accounts are told with their roles, links with what they open.
#include "clausier/present/accounts.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace clausier;

namespace {

const core::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2} + std::chrono::hours(8)};

domain::AccountSheet facilitator() {
    domain::AccountSheet out;
    out.account.id = {3};
    out.account.email = "alix@haut-val.example";
    out.account.name = "Alix";
    out.account.state = domain::AccountState::active;
    out.account.created = now;
    out.account.memberships = {{{}, domain::Role::admin, {}}, {{12}, domain::Role::facilitator, {"01", "73"}}};
    out.organisations.resize(2);
    out.organisations[1].name = "Maison de l’emploi du Haut-Val";
    out.sessions = 2;
    out.link_expires = now + std::chrono::hours(1);
    return out;
}

}  // namespace

TEST_CASE("an account is told with its memberships, in the document and in the table") {
    const auto answer = present::accounts_answer({facilitator()});
    CHECK(boost::json::serialize(answer.document) ==
          R"({"comptes":[{"id":3,"courriel":"alix@haut-val.example","nom":"Alix","etat":"actif",)"
          R"("cree_le":"2026-11-02T08:00:00Z","double_authentification":false,"habilitations":[)"
          R"({"role":"administrateur","organisation_id":null,"organisation":null,"departements":[]},)"
          R"({"role":"facilitateur","organisation_id":12,"organisation":"Maison de l’emploi du Haut-Val",)"
          R"("departements":["01","73"]}],"sessions":2,"lien_expire_le":"2026-11-02T09:00:00Z","revision":0}]})");
    CHECK(answer.title == "1\u00a0compte");
    REQUIRE(answer.table.rows.size() == 1);
    CHECK(answer.table.rows[0][3] == "actif");
    CHECK(answer.table.rows[0][4] == "administrateur, facilitateur (Maison de l’emploi du Haut-Val) 01, 73");
}

TEST_CASE("sessions are told without what tells one machine") {
    const auto answer = present::user_sessions_answer({{{5}, {3}, false, now, now, "203.0.113.x", "Firefox, Linux"}});
    CHECK(answer.table.rows.at(0) == std::vector<std::string>{"5", "2026-11-02T08:00:00Z", "2026-11-02T08:00:00Z",
                                                              "203.0.113.x", "Firefox, Linux"});
    CHECK(answer.document.at("sessions").at(0).at("attend_le_code").as_bool() == false);
}

TEST_CASE("a link says when it expires, and whose it is when it is somebody's") {
    const auto sheet = facilitator();
    CHECK(present::account_link_answer("/invitation/x", now, &sheet.account).document.at("compte_id").as_int64() == 3);
    const auto first = present::account_link_answer("/invitation/x", now, nullptr);
    CHECK(first.document.at("compte_id").is_null());
    CHECK(first.lines.at(0).find("/invitation/x") != std::string::npos);
}
