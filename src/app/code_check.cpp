// Checks codes against the sealed secret and the recovery codes.
#include "code_check.hpp"

#include "attempts.hpp"
#include "clausier/app/installation_key.hpp"
#include "clausier/core/one_time_code.hpp"
#include "clausier/core/sealed.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/store/second_factors.hpp"

namespace clausier::app {

using domain::Account;
using domain::Id;

CodeTrial try_code(store::Transaction& tx, const store::Database& base, Id<Account> account, std::string_view code,
                   core::Instant now, bool recovery) {
    const Attempt tried = attempt(base, store::AttemptKind::code, std::to_string(account.value));
    CodeTrial out;
    out.wait = count_attempt(tx, {tried}, now);
    if (out.wait.count() > 0) return out;
    store::SecondFactors factors(tx);
    const auto factor = factors.find(account);
    if (!factor || !factor->confirmed) return out;
    const auto step = core::accepted_step(opened_secret(base, factor->sealed_secret), code, now, factor->last_step);
    out.right = step && factors.accept(account, *step);
    if (!out.right && recovery)
        out.right = out.recovery = factors.use_recovery(account, recovery_hash(base, code), now);
    if (out.right) store::LoginAttempts(tx).forgive(tried.kind, tried.tag);
    return out;
}

std::string opened_secret(const store::Database& base, std::string_view sealed) {
    if (auto secret = core::unseal(sealed, installation_key(base, "codes"))) return *std::move(secret);
    throw core::Error(
        core::ErrorKind::unavailable, "",
        "la clé de cette installation n’est plus celle qui gardait ce secret\u00a0; remettez le fichier « .cle » "
        "de votre sauvegarde, ou retirez la double authentification (« clausier comptes sans-code »)");
}

std::string sealed_secret(const store::Database& base, std::string_view secret) {
    return core::seal(secret, installation_key(base, "codes"));
}

std::string recovery_hash(const store::Database& base, std::string_view code) {
    std::string digits;
    for (const char c : code)
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))
            digits += c;
        else if (c >= 'A' && c <= 'F')
            digits += static_cast<char>(c - 'A' + 'a');
    return core::keyed_tag(digits, installation_key(base, "secours"));
}

}  // namespace clausier::app
