// Second factors set up, renewed and taken away.
#include "clausier/app/second_factor.hpp"

#include "account_entry.hpp"
#include "clausier/app/login.hpp"
#include "clausier/core/one_time_code.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/store/second_factors.hpp"
#include "clausier/store/settings.hpp"
#include "clausier/store/user_sessions.hpp"
#include "code_check.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Account;
using domain::Id;

constexpr int recovery_codes = 10;

// "a1b2-c3d4-…", eight groups: 128 bits, so that a keyed fingerprint is enough to keep it.
std::string recovery_code() {
    constexpr std::size_t group = 4;
    std::string out;
    for (const char digit : core::random_token(16)) {
        if (out.size() % (group + 1) == group) out += '-';
        out += digit;
    }
    return out;
}

std::vector<std::string> new_recovery_codes(store::Transaction& tx, const store::Database& base, Id<Account> account) {
    std::vector<std::string> codes, hashes;
    for (int i = 0; i < recovery_codes; ++i) {
        codes.push_back(recovery_code());
        hashes.push_back(recovery_hash(base, codes.back()));
    }
    store::SecondFactors(tx).set_recovery(account, hashes);
    return codes;
}

Enrolment enrolment_of(store::Transaction& tx, const Account& account, const std::string& secret) {
    const std::string issuer = store::Settings(tx).get("identite.nom").value_or("Clausier");
    return {secret, core::one_time_uri(secret, issuer, account.email)};
}

[[noreturn]] void refuse_not_begun() {
    throw Error(ErrorKind::not_found, "",
                "aucune double authentification n’attend son premier code\u00a0; commencez-la");
}

[[noreturn]] void refuse_code() {
    throw Error(ErrorKind::invalid,
                {{core::Severity::error, "code", "code",
                  "ce code n’est pas celui de ce moment, ou il a déjà servi\u00a0; attendez le suivant et tapez-le"}});
}

// Throws when the code is wrong, once its failure is counted.
void require_code(store::Transaction& tx, const store::Database& base, Id<Account> account, std::string_view code,
                  core::Instant now, bool recovery) {
    const CodeTrial trial = try_code(tx, base, account, code, now, recovery);
    if (trial.wait.count() > 0) throw Error(ErrorKind::unavailable, "", wait_sentence(trial.wait));
    if (trial.right) return;
    tx.commit();
    refuse_code();
}

}  // namespace

Enrolment begin_enrolment(Session session, store::Database& base) {
    const Id<Account> id = own_account(session);
    store::Transaction tx = base.write();
    const Account account = require_account(tx, id);
    store::SecondFactors factors(tx);
    const auto begun = factors.find(id);
    if (begun && begun->confirmed)
        throw Error(ErrorKind::conflict, "", "la double authentification est déjà en place\u00a0; retirez-la d’abord");
    const std::string secret = core::one_time_secret();
    factors.begin(id, sealed_secret(base, secret), session.clock.now());
    Enrolment out = enrolment_of(tx, account, secret);
    tx.commit();
    return out;
}

Enrolment pending_enrolment(Session session, store::Database& base) {
    const Id<Account> id = own_account(session);
    store::Transaction tx = base.read();
    const auto begun = store::SecondFactors(tx).find(id);
    if (!begun || begun->confirmed) refuse_not_begun();
    return enrolment_of(tx, require_account(tx, id), opened_secret(base, begun->sealed_secret));
}

std::vector<std::string> confirm_enrolment(Session session, store::Database& base, std::string_view code) {
    const Id<Account> id = own_account(session);
    const core::Instant now = session.clock.now();
    store::Transaction tx = base.write();
    store::SecondFactors factors(tx);
    const auto begun = factors.find(id);
    if (!begun || begun->confirmed) refuse_not_begun();
    const auto step = core::accepted_step(opened_secret(base, begun->sealed_secret), code, now, begun->last_step);
    if (!step || !factors.accept(id, *step)) refuse_code();
    factors.confirm(id, now);
    auto codes = new_recovery_codes(tx, base, id);
    tell(tx, session, "compte.double-authentification", id, "en place");
    tx.commit();
    return codes;
}

std::vector<std::string> renew_recovery_codes(Session session, store::Database& base, std::string_view code) {
    const Id<Account> id = own_account(session);
    store::Transaction tx = base.write();
    require_code(tx, base, id, code, session.clock.now(), false);
    auto codes = new_recovery_codes(tx, base, id);
    tell(tx, session, "compte.codes-de-secours", id);
    tx.commit();
    return codes;
}

std::size_t recovery_codes_left(store::Database& base, Id<Account> account) {
    store::Transaction tx = base.read();
    return store::SecondFactors(tx).recovery_left(account);
}

void remove_second_factor(Session session, store::Database& base, std::string_view code) {
    const Id<Account> id = own_account(session);
    store::Transaction tx = base.write();
    require_code(tx, base, id, code, session.clock.now(), true);
    store::SecondFactors(tx).remove(id);
    store::UserSessions(tx).end_all(id, session.clock.now());
    tell(tx, session, "compte.double-authentification", id, "retirée");
    tx.commit();
}

void reset_second_factor(Session session, store::Database& base, Id<Account> account) {
    require_manager(session);
    refuse_own(session, account);
    store::Transaction tx = base.write();
    static_cast<void>(require_account(tx, account));
    store::SecondFactors(tx).remove(account);
    store::UserSessions(tx).end_all(account, session.clock.now());
    tell(tx, session, "compte.double-authentification", account, "retirée");
    tx.commit();
}

}  // namespace clausier::app
