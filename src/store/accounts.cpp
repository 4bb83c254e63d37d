// Queries on accounts and memberships.
#include "clausier/store/accounts.hpp"

#include <algorithm>

#include "clausier/core/text.hpp"
#include "clausier/domain/rights.hpp"
#include "stale.hpp"

namespace clausier::store {
namespace {

using domain::Account;
using domain::Id;
using domain::Membership;
using domain::Organisation;

Account read_account(const Statement& row) {
    Account out;
    out.id = row.get<Id<Account>>(0);
    out.email = row.text(1);
    out.name = row.text(2);
    out.state = domain::account_state(row.text(3)).value();
    out.created = row.get<core::Instant>(4);
    out.revision = row.integer(5);
    out.second_factor = row.get<bool>(6);
    return out;
}

std::string joined(std::vector<std::string> departments) {
    std::sort(departments.begin(), departments.end());
    std::string out;
    for (const std::string& code : departments) out += (out.empty() ? "" : ",") + code;
    return out;
}

// NULL for no organisation.
std::optional<Id<Organisation>> organisation_of(const Membership& membership) {
    if (membership.organisation.empty()) return std::nullopt;
    return membership.organisation;
}

}  // namespace

std::vector<Account> Accounts::list() {
    std::vector<Account> out;
    auto rows = tx_.query(R"(
SELECT a.id, a.email, a.name, a.state, a.created_at, a.revision, f.confirmed_at IS NOT NULL
FROM accounts a LEFT JOIN second_factors f ON f.account_id = a.id ORDER BY a.name, a.id)");
    while (rows.step()) out.push_back(read_account(rows));
    for (Account& account : out) account.memberships = memberships(account.id);
    return out;
}

std::optional<Account> Accounts::find(Id<Account> id) {
    auto rows = tx_.query(R"(
SELECT a.id, a.email, a.name, a.state, a.created_at, a.revision, f.confirmed_at IS NOT NULL
FROM accounts a LEFT JOIN second_factors f ON f.account_id = a.id WHERE a.id = ?)",
                          id);
    if (!rows.step()) return std::nullopt;
    Account out = read_account(rows);
    out.memberships = memberships(out.id);
    return out;
}

std::optional<Account> Accounts::find(std::string_view email) {
    const auto id = tx_.maybe<Id<Account>>("SELECT id FROM accounts WHERE email = ?", email);
    return id ? find(*id) : std::nullopt;
}

bool Accounts::any() { return tx_.maybe<std::int64_t>("SELECT 1 FROM accounts LIMIT 1").has_value(); }

std::int64_t Accounts::active_admins() {
    return tx_.value<std::int64_t>(R"(
SELECT count(*) FROM accounts a JOIN memberships m ON m.account_id = a.id
WHERE a.state = 'actif' AND m.role = 'administrateur')");
}

Account Accounts::save(Account a) {
    if (const auto same = tx_.maybe<Id<Account>>("SELECT id FROM accounts WHERE email = ?", a.email);
        same && *same != a.id)
        throw core::Error(core::ErrorKind::conflict, "courriel",
                          "un compte a déjà cette adresse\u00a0; ouvrez-le plutôt que d’en créer un autre");
    if (a.id.empty()) {
        a.id = tx_.value<Id<Account>>(R"(
INSERT INTO accounts (email, name, state, created_at) VALUES (?, ?, ?, ?) RETURNING id)",
                                      a.email, a.name, a.state, a.created);
        a.revision = 1;
        return a;
    }
    refuse_stale(tx_.run(R"(
UPDATE accounts SET email = ?, name = ?, state = ?, revision = revision + 1 WHERE id = ? AND revision = ?)",
                         a.email, a.name, a.state, a.id, a.revision));
    ++a.revision;
    return a;
}

std::optional<std::string> Accounts::password_hash(Id<Account> id) {
    return tx_.maybe<std::optional<std::string>>("SELECT password_hash FROM accounts WHERE id = ?", id)
        .value_or(std::nullopt);
}

void Accounts::set_password(Id<Account> id, std::string_view hash) {
    tx_.run("UPDATE accounts SET password_hash = ? WHERE id = ?", hash, id);
}

std::vector<Membership> Accounts::memberships(Id<Account> id) {
    std::vector<Membership> out;
    auto rows =
        tx_.query("SELECT organisation_id, role, departments FROM memberships WHERE account_id = ? ORDER BY id", id);
    while (rows.step()) {
        Membership one;
        one.organisation = rows.get<std::optional<Id<Organisation>>>(0).value_or(Id<Organisation>{});
        one.role = domain::role_of(rows.text(1)).value();
        const std::string departments = rows.text(2);
        if (!departments.empty())
            for (const std::string_view code : core::split(departments, ',')) one.departments.emplace_back(code);
        out.push_back(std::move(one));
    }
    return out;
}

void Accounts::grant(Id<Account> id, const Membership& membership) {
    tx_.run(R"(
INSERT INTO memberships (account_id, organisation_id, role, departments) VALUES (?, ?, ?, ?)
ON CONFLICT (account_id, role, coalesce(organisation_id, 0)) DO UPDATE SET departments = excluded.departments)",
            id, organisation_of(membership), domain::role_code(membership.role), joined(membership.departments));
}

bool Accounts::withdraw(Id<Account> id, const Membership& membership) {
    return tx_.run("DELETE FROM memberships WHERE account_id = ? AND role = ? AND coalesce(organisation_id, 0) = ?", id,
                   domain::role_code(membership.role), membership.organisation) > 0;
}

void Accounts::move(Id<Organisation> from, Id<Organisation> into) {
    tx_.run(R"(
INSERT INTO memberships (account_id, organisation_id, role, departments)
SELECT account_id, ?, role, departments FROM memberships WHERE organisation_id = ? ORDER BY id
ON CONFLICT (account_id, role, coalesce(organisation_id, 0)) DO NOTHING)",
            into, from);
    tx_.run("DELETE FROM memberships WHERE organisation_id = ?", from);
}

}  // namespace clausier::store
