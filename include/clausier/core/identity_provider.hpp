// An identity provider (OpenID Connect) as the doors see it: where it sends people, and whom it says has come back.
#pragma once
#include <functional>
#include <string>

namespace clausier::core {

// One login, kept by the server while the person is at the provider's. The three secrets have at least 32 characters.
struct IdentityTrip {
    std::string state;
    std::string nonce;
    std::string verifier;  // PKCE
    std::string back;      // the whole address that the browser comes back to
};

// Where to send the browser, and what to keep until it comes back.
struct IdentityDeparture {
    std::string url;
    IdentityTrip trip;
};

// What the browser brings back in its address.
struct IdentityReturn {
    std::string code;
    std::string state;
    std::string issuer;  // RFC 9207; "" where the provider does not tell it
    std::string error;   // "access_denied"…, instead of a code
};

// A person as the provider vouches for them. `issuer` and `subject` together are their key, for ever; the address may
// change.
struct ExternalIdentity {
    std::string issuer;
    std::string subject;
    std::string email;  // in lower case; "" when the provider gives none
    bool email_verified = false;
    std::string id_token;  // the hint that ending their session there needs
};

// Functions that talk to the provider throw Error(unavailable) when it cannot be reached, and Error(forbidden) when
// something it says must not be believed; the code of the issue tells what ("oidc_state", "oidc_signature"…).
struct IdentityProvider {
    std::string label;  // « ProConnect », as the button says it
    // `back` is the whole address that the browser comes back to, as the provider knows it.
    std::function<IdentityDeparture(const std::string& back)> depart{};
    std::function<ExternalIdentity(const IdentityReturn& back, const IdentityTrip& trip)> arrive{};
    // Where to send the browser to end the session there, and then to `after`; "" when the provider has no such
    // address.
    std::function<std::string(const std::string& id_token, const std::string& after)> leave{};

    explicit operator bool() const { return static_cast<bool>(depart); }
};

}  // namespace clausier::core
