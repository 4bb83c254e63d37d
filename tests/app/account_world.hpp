// A base in memory whose accounts come in by their links, and a clock that moves.
#pragma once
#include <string>

#include "clausier/app/accounts.hpp"
#include "clausier/app/login.hpp"
#include "clausier/app/second_factor.hpp"
#include "clausier/core/one_time_code.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/organisations.hpp"
#include "support/refusal.hpp"

namespace clausier::tests {

class MovingClock final : public core::Clock {
public:
    [[nodiscard]] core::Instant now() const override { return instant; }
    core::Instant instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2} + std::chrono::hours(8)};
};

struct AccountWorld {
    static constexpr const char* password = "un cheval de trait gris";
    MovingClock clock;
    store::Database base{":memory:"};
    app::Session terminal{clock, "cli"};
    app::Session stranger{clock, "anonyme", {}};

    domain::Id<domain::Organisation> organisation(std::string name) {
        store::Transaction tx = base.write();
        domain::Organisation out;
        out.name = std::move(name);
        out = store::Organisations(tx).save(out);
        tx.commit();
        return out.id;
    }
    app::AccountLink invite(const std::string& name, domain::Membership membership) {
        domain::Account account;
        account.email = name + "@valbrume.example";
        account.name = name;
        account.memberships = {std::move(membership)};
        return app::invite(terminal, base, account);
    }
    // An account that has chosen its password.
    domain::Account member(const std::string& name, domain::Membership membership) {
        return app::accept_link(stranger, base, invite(name, std::move(membership)).token, {"", name, password});
    }
    domain::Account admin(const std::string& name = "alix") { return member(name, {{}, domain::Role::admin, {}}); }
    domain::Account buyer(const std::string& name = "camille") {
        return member(name, {organisation("Commune de " + name), domain::Role::buyer, {}});
    }
    // Whoever has that account acts.
    app::Session as(domain::Id<domain::Account> id) {
        const auto account = app::find_account(terminal, base, id);
        return {clock, "compte/" + std::to_string(id.value), account.viewer()};
    }
    // Its second factor set up: gives the secret.
    std::string enrol(domain::Id<domain::Account> id) {
        const auto enrolment = app::begin_enrolment(as(id), base);
        app::confirm_enrolment(as(id), base, core::one_time_code(enrolment.secret, clock.now()));
        clock.instant += std::chrono::seconds(30);
        return enrolment.secret;
    }
    app::LoginAnswer log_in(const std::string& name, std::string_view typed = password,
                            std::string_view peer = "203.0.113.7") {
        return app::log_in(stranger, base, name + "@valbrume.example", typed, peer, "curl/7.88.1");
    }
    std::optional<app::SignedIn> seen(const std::string& token) { return app::session_of(base, token, clock); }
    // Everything the journal holds, as one text.
    std::string journal() {
        store::Transaction tx = base.read();
        std::string out;
        for (const auto& row : store::Journal(tx).list(1000))
            out += row.entry.actor + " " + row.entry.action + " " + row.entry.subject + " " + row.entry.detail + "\n";
        return out;
    }
};

}  // namespace clausier::tests
