// The steps of a login by an identity provider.
#include "clausier/outside/identity.hpp"

#include <sodium.h>

#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "base64url.hpp"
#include "clausier/core/secret.hpp"
#include "identity_metadata.hpp"
#include "web_client.hpp"

namespace clausier::outside {
namespace {

namespace json = boost::json;

constexpr std::size_t secret_bytes = 32;  // 64 digits

std::string challenge_of(std::string_view verifier) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
    return to_base64url({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string with_query(const std::string& address, const Pairs& fields) {
    return address + (address.find('?') == std::string::npos ? "?" : "&") + form_text(fields);
}

std::string member(const json::object& object, std::string_view name) {
    const json::value* const found = object.if_contains(name);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

[[noreturn]] void no_answer(std::string_view code) {
    refuse_identity(code, "il n’a pas confirmé cette connexion\u00a0; recommencez depuis la page de connexion");
}

struct Tokens {
    std::string id;
    std::string access;
};

// What a login shares between its steps.
struct Login {
    IdentitySettings settings;
    const core::Clock& clock;
    Provider provider;

    core::IdentityDeparture depart(const std::string& back);
    core::ExternalIdentity arrive(const core::IdentityReturn& back, const core::IdentityTrip& trip);
    std::string leave(const std::string& id_token, const std::string& after);

private:
    Tokens exchange(const Metadata& metadata, const std::string& code, const core::IdentityTrip& trip);
    Claims person(const Metadata& metadata, const std::string& access, const std::string& subject);
    [[nodiscard]] TokenExpectation expectation() const {
        return {settings.issuer, settings.client, settings.algorithm, clock.now()};
    }
};

// The claims, or the refusal that the fault makes.
Claims believed(core::Result<Claims> read) {
    if (!read) throw core::Error(core::ErrorKind::forbidden, {read.error()});
    return std::move(*read);
}

core::IdentityDeparture Login::depart(const std::string& back) {
    core::IdentityDeparture out;
    out.trip = {core::random_token(secret_bytes), core::random_token(secret_bytes), core::random_token(secret_bytes),
                back};
    out.url = with_query(provider.metadata()->authorization, {{"response_type", "code"},
                                                              {"client_id", settings.client},
                                                              {"redirect_uri", back},
                                                              {"scope", settings.scope},
                                                              {"state", out.trip.state},
                                                              {"nonce", out.trip.nonce},
                                                              {"code_challenge", challenge_of(out.trip.verifier)},
                                                              {"code_challenge_method", "S256"}});
    return out;
}

Tokens Login::exchange(const Metadata& metadata, const std::string& code, const core::IdentityTrip& trip) {
    WebRequest request;
    request.url = metadata.token;
    request.headers = {"Accept: application/json"};
    request.form = Pairs{{"grant_type", "authorization_code"},
                         {"code", code},
                         {"redirect_uri", trip.back},
                         {"code_verifier", trip.verifier}};
    if (metadata.secret_in_form) {
        request.form->emplace_back("client_id", settings.client);
        request.form->emplace_back("client_secret", settings.secret);
    } else {
        request.user = url_encode(settings.client);
        request.password = url_encode(settings.secret);
    }
    const WebAnswer answer = fetch(request, provider_place);
    boost::system::error_code error;
    const json::value parsed = json::parse(answer.body, error);
    const json::object* const said = parsed.if_object();
    if (answer.status != 200 || error || !said) {
        const std::string why = said ? member(*said, "error") : std::string();
        if (why == "invalid_client")
            refuse_identity("oidc_client",
                            "il ne reconnaît pas ce site\u00a0; vérifiez l’identifiant et le secret dans les options "
                            "du serveur");
        no_answer("oidc_code");
    }
    Tokens out{member(*said, "id_token"), member(*said, "access_token")};
    if (out.id.empty() || out.access.empty()) no_answer("oidc_code");
    return out;
}

Claims Login::person(const Metadata& metadata, const std::string& access, const std::string& subject) {
    const std::string type = settings.signed_userinfo ? "application/jwt" : "application/json";
    const WebAnswer answer =
        fetch({metadata.userinfo, {}, {}, {}, {"Accept: " + type, "Authorization: Bearer " + access}}, provider_place);
    if (answer.status != 200) no_answer("oidc_userinfo");
    if (answer.type != type)
        refuse_identity("oidc_userinfo", "il ne parle pas des personnes comme convenu (" + type +
                                             ")\u00a0; accordez l’option oidc-infos à ce qui est enregistré chez lui");
    if (!settings.signed_userinfo) return believed(read_userinfo(answer.body, subject));
    const auto keys = provider.keys(key_name(answer.body));
    return believed(verify_userinfo(answer.body, *keys, expectation(), subject));
}

core::ExternalIdentity Login::arrive(const core::IdentityReturn& back, const core::IdentityTrip& trip) {
    if (trip.state.empty() || !core::same_secret(back.state, trip.state))
        refuse_identity("oidc_state",
                        "ce retour n’est pas celui d’une connexion commencée ici\u00a0; recommencez depuis la page de "
                        "connexion");
    const auto metadata = provider.metadata();
    if (back.issuer.empty() ? metadata->tells_issuer : back.issuer != settings.issuer)
        refuse_identity("oidc_iss",
                        "ce retour vient d’un autre que lui\u00a0; recommencez depuis la page de connexion");
    if (!back.error.empty() || back.code.empty()) no_answer("oidc_refus");

    const Tokens tokens = exchange(*metadata, back.code, trip);
    const auto keys = provider.keys(key_name(tokens.id));
    const Claims proven = believed(verify_id_token(tokens.id, *keys, expectation(), trip.nonce));
    Claims told = person(*metadata, tokens.access, proven.subject);
    if (told.email.empty()) told = proven;
    return {settings.issuer, proven.subject, told.email,
            !told.email.empty() && (told.email_verified || settings.vouches_for_email), tokens.id};
}

std::string Login::leave(const std::string& id_token, const std::string& after) {
    const std::string address = provider.metadata()->end_session;
    if (address.empty()) return {};
    Pairs fields{{"client_id", settings.client},
                 {"post_logout_redirect_uri", after},
                 {"state", core::random_token(secret_bytes)}};
    if (!id_token.empty()) fields.emplace_back("id_token_hint", id_token);
    return with_query(address, fields);
}

}  // namespace

bool is_issuer(const std::string& address) {
    return is_safe_address(address) && address.find_first_of("?#") == std::string::npos;
}

core::IdentityProvider identity_provider(IdentitySettings settings, const core::Clock& clock) {
    const std::string issuer = settings.issuer;
    const std::string label = settings.label;
    const auto login = std::shared_ptr<Login>(new Login{std::move(settings), clock, Provider(issuer)});
    return {
        label, [login](const std::string& back) { return login->depart(back); },
        [login](const core::IdentityReturn& back, const core::IdentityTrip& trip) { return login->arrive(back, trip); },
        [login](const std::string& id_token, const std::string& after) { return login->leave(id_token, after); }};
}

}  // namespace clausier::outside
