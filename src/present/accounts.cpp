// Tells accounts, sessions and links.
#include "clausier/present/accounts.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "clausier/core/french.hpp"
#include "clausier/domain/rights.hpp"
#include "json_values.hpp"
#include "lot_words.hpp"

namespace clausier::present {
namespace {

json::array departments_of(const domain::Membership& membership) {
    json::array out;
    for (const std::string& code : membership.departments) out.push_back(json::value(code));
    return out;
}

std::string words(const domain::Membership& membership, const domain::Organisation& organisation) {
    std::string out(domain::role_label(membership.role));
    if (!membership.organisation.empty()) out += " (" + organisation.label() + ")";
    for (std::size_t i = 0; i < membership.departments.size(); ++i)
        out += (i == 0 ? " " : ", ") + membership.departments[i];
    return out;
}

}  // namespace

Answer accounts_answer(const std::vector<domain::AccountSheet>& accounts) {
    Answer out;
    out.rows = "comptes";
    out.title = core::french::count(accounts.size(), "compte");
    out.table.columns = {"N°", "Courriel", "Nom", "État", "Habilitations", "Code", "Sessions"};
    out.numeric = {true, false, false, false, false, false, true};
    json::array rows;
    for (const auto& [account, organisations, sessions, link_expires] : accounts) {
        json::array memberships;
        std::string roles;
        for (std::size_t i = 0; i < account.memberships.size(); ++i) {
            const domain::Membership& one = account.memberships[i];
            const bool somewhere = !one.organisation.empty();
            memberships.push_back(
                {{"role", domain::role_code(one.role)},
                 {"organisation_id", somewhere ? json::value(one.organisation.value) : json::value(nullptr)},
                 {"organisation", somewhere ? json::value(organisations[i].label()) : json::value(nullptr)},
                 {"departements", departments_of(one)}});
            roles += (roles.empty() ? "" : ", ") + words(one, organisations[i]);
        }
        rows.push_back(
            {{"id", account.id.value},
             {"courriel", account.email},
             {"nom", account.name},
             {"etat", domain::code(account.state)},
             {"cree_le", instant_text(account.created)},
             {"double_authentification", account.second_factor},
             {"habilitations", std::move(memberships)},
             {"sessions", sessions},
             {"lien_expire_le", link_expires ? json::value(instant_text(*link_expires)) : json::value(nullptr)},
             {"revision", account.revision}});
        out.table.rows.push_back({std::to_string(account.id.value), account.email, account.name,
                                  std::string(domain::label(account.state)), roles,
                                  account.second_factor ? "oui" : "non", std::to_string(sessions)});
    }
    out.document = json::object{{"comptes", std::move(rows)}};
    return out;
}

Answer user_sessions_answer(const std::vector<domain::UserSession>& sessions) {
    Answer out;
    out.rows = "sessions";
    out.title = core::french::count(sessions.size(), "session ouverte", "sessions ouvertes");
    out.table.columns = {"N°", "Ouverte", "Vue", "Adresse", "Navigateur"};
    out.numeric = {true, false, false, false, false};
    json::array rows;
    for (const domain::UserSession& one : sessions) {
        rows.push_back({{"id", one.id.value},
                        {"ouverte_le", instant_text(one.created)},
                        {"vue_le", instant_text(one.seen)},
                        {"adresse", one.peer},
                        {"navigateur", one.agent},
                        {"attend_le_code", one.awaiting_code}});
        out.table.rows.push_back(
            {std::to_string(one.id.value), instant_text(one.created), instant_text(one.seen), one.peer, one.agent});
    }
    out.document = json::object{{"sessions", std::move(rows)}};
    return out;
}

Answer account_link_answer(const std::string& link, core::Instant expires, const domain::Account* account) {
    Answer out;
    out.document = json::object{{"lien", link},
                                {"expire_le", instant_text(expires)},
                                {"compte_id", account ? json::value(account->id.value) : json::value(nullptr)},
                                {"courriel", account ? json::value(account->email) : json::value(nullptr)}};
    out.lines = {"Lien à usage unique\u00a0: " + link, "Il expire le " + instant_text(expires) + "."};
    return out;
}

}  // namespace clausier::present
