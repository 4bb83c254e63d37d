// What a token says, checked word by word.
#include "clausier/outside/identity_token.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cmath>
#include <optional>

#include "base64url.hpp"
#include "clausier/core/secret.hpp"

namespace clausier::outside {
namespace {

namespace json = boost::json;

constexpr std::size_t longest_token = 32 * 1024;
constexpr std::size_t longest_subject = 255;
// How far two clocks may be apart.
constexpr std::chrono::seconds leeway{60};
// An ID token is fresh from the exchange of its code.
constexpr std::chrono::minutes oldest{10};

core::Issue refused(std::string_view code, std::string_view why) {
    return core::fault(code, "la réponse du fournisseur d’identité " + std::string(why) +
                                 "\u00a0; recommencez la connexion, et prévenez l’administrateur si cela dure");
}

std::string member(const json::object& object, std::string_view name) {
    const json::value* const found = object.if_contains(name);
    const json::string* const text = found ? found->if_string() : nullptr;
    return text ? std::string(*text) : std::string();
}

std::optional<json::object> read_object(std::string_view text) {
    boost::system::error_code error;
    json::value parsed = json::parse(text, error);
    if (error || !parsed.is_object()) return std::nullopt;
    return std::move(parsed.get_object());
}

struct Parts {
    json::object header;
    json::object claims;
    std::string_view signed_text;
    std::string signature;
};

std::optional<Parts> split(std::string_view token) {
    const std::size_t first = token.find('.');
    const std::size_t second = first == token.npos ? token.npos : token.find('.', first + 1);
    if (token.size() > longest_token || second == token.npos || token.find('.', second + 1) != token.npos)
        return std::nullopt;
    const auto header = from_base64url(token.substr(0, first));
    const auto claims = from_base64url(token.substr(first + 1, second - first - 1));
    auto signature = from_base64url(token.substr(second + 1));
    if (!header || !claims || !signature) return std::nullopt;
    auto head = read_object(*header);
    auto said = read_object(*claims);
    if (!head || !said) return std::nullopt;
    return Parts{std::move(*head), std::move(*said), token.substr(0, second), std::move(*signature)};
}

// Seconds since 1970; whole or not, as the standard allows.
std::optional<core::Instant> time_of(const json::object& claims, std::string_view name) {
    const json::value* const found = claims.if_contains(name);
    if (!found || !found->is_number()) return std::nullopt;
    const double seconds = found->to_number<double>();
    constexpr double farthest = 1e11;
    if (!(std::abs(seconds) < farthest)) return std::nullopt;
    return core::Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

// "aud" is one name or several.
bool is_for(const json::object& claims, std::string_view client, std::size_t& names) {
    const json::value* const found = claims.if_contains("aud");
    names = 0;
    if (!found) return false;
    if (found->is_string()) return names = 1, found->get_string() == client;
    if (!found->is_array()) return false;
    names = found->get_array().size();
    return std::any_of(found->get_array().begin(), found->get_array().end(),
                       [&](const json::value& one) { return one.is_string() && one.get_string() == client; });
}

std::optional<core::Issue> unsigned_or_foreign(const Parts& parts, const KeySet& keys,
                                               const TokenExpectation& expected) {
    if (member(parts.header, "alg") != code(expected.algorithm))
        return refused("oidc_alg", "n’est pas signée comme convenu avec lui");
    // What "crit" names must be understood, and nothing of the kind is.
    if (parts.header.contains("crit")) return refused("oidc_jeton", "demande ce que clausier ne connaît pas");
    if (!keys.verify(expected.algorithm, member(parts.header, "kid"), parts.signed_text, parts.signature))
        return refused("oidc_signature", "n’a pas la signature attendue");
    if (member(parts.claims, "iss") != expected.issuer) return refused("oidc_iss", "vient d’un autre que lui");
    std::size_t names = 0;
    if (!is_for(parts.claims, expected.client, names)) return refused("oidc_aud", "est destinée à un autre site");
    const std::string party = member(parts.claims, "azp");
    if ((names > 1 || parts.claims.contains("azp")) && party != expected.client)
        return refused("oidc_azp", "a été demandée par un autre site");
    return std::nullopt;
}

// `required`: a token without these times is refused.
std::optional<core::Issue> out_of_time(const json::object& claims, core::Instant now, bool required) {
    const auto expiry = time_of(claims, "exp");
    if ((required || claims.contains("exp")) && (!expiry || now >= *expiry + leeway))
        return refused("oidc_exp", "est périmée");
    const auto issued = time_of(claims, "iat");
    if ((required || claims.contains("iat")) && (!issued || now + leeway < *issued || now - *issued > oldest + leeway))
        return refused("oidc_iat", "n’est pas de cette connexion (vérifiez l’heure du serveur)");
    if (claims.contains("nbf")) {
        const auto begins = time_of(claims, "nbf");
        if (!begins || now + leeway < *begins) return refused("oidc_iat", "n’est pas encore valable");
    }
    return std::nullopt;
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

core::Result<Claims> claims_of(const json::object& said) {
    Claims out;
    out.subject = member(said, "sub");
    if (out.subject.empty() || out.subject.size() > longest_subject)
        return refused("oidc_sub", "ne dit pas de qui elle parle");
    out.email = lower(member(said, "email"));
    const json::value* const verified = said.if_contains("email_verified");
    out.email_verified = verified && verified->is_bool() && verified->get_bool();
    return out;
}

core::Result<Claims> about(const json::object& said, std::string_view subject) {
    core::Result<Claims> out = claims_of(said);
    if (out && out->subject != subject) return refused("oidc_sub", "parle d’une autre personne");
    return out;
}

}  // namespace

std::string key_name(std::string_view token) {
    const auto parts = split(token);
    return parts ? member(parts->header, "kid") : std::string();
}

core::Result<Claims> verify_id_token(std::string_view token, const KeySet& keys, const TokenExpectation& expected,
                                     std::string_view nonce) {
    const auto parts = split(token);
    if (!parts) return refused("oidc_jeton", "ne se lit pas");
    if (auto fault = unsigned_or_foreign(*parts, keys, expected)) return *fault;
    if (auto fault = out_of_time(parts->claims, expected.now, true)) return *fault;
    if (nonce.empty() || !core::same_secret(member(parts->claims, "nonce"), nonce))
        return refused("oidc_nonce", "n’est pas celle de cette connexion");
    return claims_of(parts->claims);
}

core::Result<Claims> verify_userinfo(std::string_view token, const KeySet& keys, const TokenExpectation& expected,
                                     std::string_view subject) {
    const auto parts = split(token);
    if (!parts) return refused("oidc_jeton", "ne se lit pas");
    if (auto fault = unsigned_or_foreign(*parts, keys, expected)) return *fault;
    if (auto fault = out_of_time(parts->claims, expected.now, false)) return *fault;
    return about(parts->claims, subject);
}

core::Result<Claims> read_userinfo(std::string_view text, std::string_view subject) {
    const auto said = text.size() > longest_token ? std::nullopt : read_object(text);
    if (!said) return refused("oidc_jeton", "ne se lit pas");
    return about(*said, subject);
}

}  // namespace clausier::outside
