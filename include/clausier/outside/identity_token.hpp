// Signed tokens of an identity provider (JWS): read, and believed only once all that they say has been checked.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/clock.hpp"
#include "clausier/core/issue.hpp"

namespace clausier::outside {

// How the client was registered to have its tokens signed; the token never chooses.
enum class SigningAlgorithm { rs256, es256 };
// "RS256", "ES256".
std::string_view code(SigningAlgorithm algorithm);

// The public keys of a provider (JWK Set, RFC 7517) that can check one of the two algorithms: RSA of 2048 to 8192 bits,
// and P-256. Others, and those for encryption, are left out.
class KeySet {
public:
    // Fault "oidc_cles" when the text is no key set, or holds no key of use.
    static core::Result<KeySet> parse(std::string_view json);
    // Whether a key of that name is there; without a name, any.
    [[nodiscard]] bool holds(std::string_view kid) const;
    // Whether one of the keys (only those named `kid`, unless it is "") made that signature.
    [[nodiscard]] bool verify(SigningAlgorithm algorithm, std::string_view kid, std::string_view text,
                              std::string_view signature) const;
    struct Key;

private:
    std::vector<std::shared_ptr<const Key>> keys_;
};

// What a token must say.
struct TokenExpectation {
    std::string issuer;
    std::string client;
    SigningAlgorithm algorithm = SigningAlgorithm::rs256;
    core::Instant now{};
};

// What was believed of a token.
struct Claims {
    std::string subject;
    std::string email;  // "" when it does not tell one
    bool email_verified = false;
};

// The name of the key that a token says it is signed with; "" when it does not say, or cannot be read.
std::string key_name(std::string_view token);

// An ID token (OpenID Connect Core 3.1.3.7), for a login begun with that nonce. The code of the fault says what is
// wrong: "oidc_jeton" (not a token), "oidc_alg", "oidc_signature", "oidc_iss", "oidc_aud", "oidc_azp", "oidc_exp",
// "oidc_iat", "oidc_nonce", "oidc_sub".
core::Result<Claims> verify_id_token(std::string_view token, const KeySet& keys, const TokenExpectation& expected,
                                     std::string_view nonce);

// What the provider says of `subject`, as a signed token: the same faults, but no nonce is asked for, and a time is
// checked only where it stands.
core::Result<Claims> verify_userinfo(std::string_view token, const KeySet& keys, const TokenExpectation& expected,
                                     std::string_view subject);

// The same as unsigned JSON, which only the connection vouches for.
core::Result<Claims> read_userinfo(std::string_view json, std::string_view subject);

}  // namespace clausier::outside
