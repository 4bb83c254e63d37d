// Finds the account of a person whom an identity provider vouches for.
#include "clausier/app/external_login.hpp"

#include "account_entry.hpp"
#include "clausier/app/login.hpp"
#include "clausier/core/secret.hpp"
#include "clausier/store/accounts.hpp"
#include "clausier/store/identities.hpp"

namespace clausier::app {
namespace {

using core::Error;
using core::ErrorKind;
using domain::Account;
using domain::Id;

constexpr std::chrono::minutes login_life{10};
// Anybody may begin a login: what that writes is bounded.
constexpr std::int64_t most_begun = 10'000;

[[noreturn]] void refuse(std::string_view code, std::string text) {
    throw Error(ErrorKind::forbidden, {{core::Severity::error, std::string(code), "", std::move(text)}});
}

// A refusal is told in the journal: by the account when it is known, never by what the provider says.
[[noreturn]] void refuse_person(store::Transaction& tx, const Session& session, Id<Account> account,
                                std::string_view code, std::string text) {
    tell(tx, session, "connexion.refuser", account, "fournisseur d’identité");
    tx.commit();
    refuse(code, std::move(text));
}

Id<Account> linked_account(const Session& session, store::Database& base, const core::IdentityProvider& provider,
                           const core::ExternalIdentity& person) {
    store::Transaction tx = base.write();
    store::Identities identities(tx);
    if (const auto known = identities.account(person.issuer, person.subject)) {
        if (require_account(tx, *known).state == domain::AccountState::disabled)
            refuse_person(tx, session, *known, "compte_desactive",
                          "ce compte est désactivé\u00a0; adressez-vous à un administrateur");
        return *known;
    }
    if (person.email.empty() || !person.email_verified)
        refuse_person(tx, session, {}, "oidc_courriel",
                      provider.label +
                          " ne dit pas que votre adresse de courriel est vérifiée\u00a0; faites-la "
                          "vérifier, ou connectez-vous avec un mot de passe");
    const auto address = domain::parse_email(person.email);
    const auto account = address ? store::Accounts(tx).find(std::string_view(*address)) : std::nullopt;
    if (!account || account->state == domain::AccountState::disabled)
        refuse_person(tx, session, account ? account->id : Id<Account>{}, "oidc_inconnu",
                      "aucun compte n’est ouvert ici à l’adresse que donne " + provider.label +
                          "\u00a0; demandez une invitation à un administrateur");
    if (identities.linked(account->id, person.issuer))
        refuse_person(tx, session, account->id, "oidc_autre",
                      "le compte de cette adresse appartient à une autre personne chez " + provider.label +
                          "\u00a0; adressez-vous à un administrateur");
    identities.link(person.issuer, person.subject, account->id, session.clock.now());
    tell_own(tx, session, "compte.relier", account->id, "fournisseur d’identité");
    tx.commit();
    return account->id;
}

}  // namespace

ExternalDeparture begin_external_login(const Session& session, store::Database& base,
                                       const core::IdentityProvider& provider, const std::string& back,
                                       const std::string& return_path) {
    core::IdentityDeparture departure = provider.depart(back);
    ExternalDeparture out{std::move(departure.url), core::random_token(32)};
    const core::Instant now = session.clock.now();
    store::Transaction tx = base.write();
    store::Identities identities(tx);
    identities.begin(token_hash(out.browser), {std::move(departure.trip), return_path}, now, now + login_life);
    if (identities.begun() > most_begun)
        throw Error(ErrorKind::unavailable, "", "trop de connexions sont en cours\u00a0; réessayez dans dix minutes");
    tx.commit();
    return out;
}

ExternalArrival end_external_login(const Session& session, store::Database& base,
                                   const core::IdentityProvider& provider, std::string_view browser,
                                   const core::IdentityReturn& back, std::string_view peer, std::string_view agent) {
    std::optional<store::BegunLogin> login;
    {
        store::Transaction tx = base.write();
        login = store::Identities(tx).take(token_hash(browser), session.clock.now());
        tx.commit();
    }
    if (!login)
        refuse("oidc_state",
               "ce retour n’est pas celui d’une connexion commencée dans ce navigateur, ou elle a duré plus de dix "
               "minutes\u00a0; recommencez depuis la page de connexion");
    const core::ExternalIdentity person = provider.arrive(back, login->trip);
    const Id<Account> account = linked_account(session, base, provider, person);
    activate(session, base, account);
    ExternalArrival out{open_session(session, base, account, peer, agent), login->return_path};
    if (const auto opened = session_of(base, out.token, session.clock)) {
        store::Transaction tx = base.write();
        store::Identities(tx).keep_hint(opened->session, person.id_token);
        tx.commit();
    }
    return out;
}

std::string end_external_session(store::Database& base, const core::IdentityProvider& provider,
                                 domain::Id<domain::UserSession> id, const std::string& after) {
    if (!provider) return {};
    std::optional<std::string> hint;
    {
        store::Transaction tx = base.write();
        hint = store::Identities(tx).take_hint(id);
        tx.commit();
    }
    if (!hint) return {};
    try {
        return provider.leave(*hint, after);
    } catch (const core::Error&) {
        return {};  // the session ends here all the same
    }
}

}  // namespace clausier::app
