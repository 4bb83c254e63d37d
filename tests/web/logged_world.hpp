// A web door where one has to log in, and people of each role who have.
#pragma once
#include <map>
#include <string>
#include <utility>

#include "clausier/app/account_organisations.hpp"
#include "clausier/app/accounts.hpp"
#include "clausier/app/login.hpp"
#include "clausier/app/second_factor.hpp"
#include "clausier/core/one_time_code.hpp"
#include "clausier/domain/rights.hpp"
#include "web_world.hpp"

namespace clausier::testing {

inline constexpr std::string_view good_password = "quatre mots pris au hasard";

// Somebody who has logged in.
struct Person {
    domain::Id<domain::Account> account{};
    std::string email;
    std::string session;  // token of the cookie
    std::string secret;   // of the one-time codes; "" without a second factor
    std::vector<std::string> recovery_codes;
    [[nodiscard]] std::string cookie() const { return "clausier-session=" + session; }
};

class LoggedWorld : public WebWorld {
public:
    explicit LoggedWorld(const std::string& file = ":memory:") : WebWorld(file, true) {}

    // A new account of that role, active, with a second factor where its role asks for one, and logged in. Every
    // organisation but the admin's must be in the base.
    Person person(domain::Role role, domain::Id<domain::Organisation> organisation = {},
                  std::vector<std::string> departments = {}) {
        return person({{organisation, role, std::move(departments)}});
    }
    Person person(std::vector<domain::Membership> memberships) {
        Person out;
        out.email = "compte" + std::to_string(++count_) + "@clauses.example";
        domain::Account account;
        account.email = out.email;
        account.name = "Compte " + std::to_string(count_);
        account.memberships = std::move(memberships);
        const app::Session machine{fixed_day(), "cli"};
        const app::AccountLink link = app::invite(machine, base, account);
        const domain::Account made =
            app::accept_link(machine, base, link.token, {"", account.name, std::string(good_password)});
        out.account = made.id;
        if (domain::needs_second_factor(made.memberships)) enrol(out, made);
        out.session = app::open_session(machine, base, made.id, "127.0.0.1", "Firefox", true);
        return out;
    }
    // The organisation of that name, made when there is none, for somebody of that role.
    domain::Id<domain::Organisation> organisation(const std::string& name, domain::Role role = domain::Role::buyer) {
        return app::organisation_for_account({fixed_day(), "cli"}, base, name, role).id;
    }

    http::Response get_as(const Person& person, const std::string& target, http::Headers headers = {}) {
        headers.set("Cookie", person.cookie());
        return send("GET", target, std::move(headers), "");
    }
    // Posts a form as their browser does, with the cookies of the session and of the form.
    http::Response post_as(const Person& person, const std::string& target, http::Fields form) {
        const std::string& token = token_of(person);
        form.add("jeton", token);
        return send("POST", target,
                    {{"Cookie", person.cookie() + "; clausier-jeton=" + token},
                     {"Origin", "http://localhost:8080"},
                     {"Content-Type", "application/x-www-form-urlencoded"}},
                    http::encode_query(form));
    }
    // Posts a form without being logged in.
    http::Response post_anonymous(const std::string& target, const http::Fields& fields) {
        return post_as({}, target, fields);
    }
    // The token of that person's forms.
    const std::string& token_of(const Person& person) {
        std::string& token = tokens_[person.session];
        if (token.empty()) {
            const http::Response page = person.session.empty() ? get("/connexion") : get_as(person, "/mot-de-passe");
            token = cookie_of(page, "clausier-jeton");
        }
        return token;
    }
    // The value an answer gives a cookie, "" when it sets none of that name.
    static std::string cookie_of(const http::Response& answer, const std::string& name) {
        for (const http::Header& field : answer.headers) {
            if (field.name != "Set-Cookie" || !field.value.starts_with(name + "=")) continue;
            return field.value.substr(name.size() + 1, field.value.find(';') - name.size() - 1);
        }
        return "";
    }
    // The one-time code their telephone shows `steps` times 30 seconds from now; a code never serves twice.
    static std::string code_of(const Person& person, int steps = 0) {
        return core::one_time_code(person.secret, fixed_day().now() + std::chrono::seconds(30 * steps));
    }

private:
    void enrol(Person& person, const domain::Account& account) {
        const app::Session own{fixed_day(), "compte/" + std::to_string(account.id.value), account.viewer()};
        person.secret = app::begin_enrolment(own, base).secret;
        person.recovery_codes = app::confirm_enrolment(own, base, code_of(person));
    }

    int count_ = 0;
    std::map<std::string, std::string> tokens_;
};

}  // namespace clausier::testing
