// Logging in by an identity provider: OpenID Connect, authorization code with PKCE.
#pragma once
#include <string>

#include "clausier/core/clock.hpp"
#include "clausier/core/identity_provider.hpp"
#include "clausier/outside/identity_token.hpp"

namespace clausier::outside {

// How the installation is registered with its provider.
struct IdentitySettings {
    std::string label = "votre fournisseur d’identité";
    std::string issuer;  // "https://auth.exemple.fr": https, or http on this machine
    std::string client;
    std::string secret;
    SigningAlgorithm algorithm = SigningAlgorithm::rs256;
    bool signed_userinfo = true;     // what it says of people comes as a signed token; false: as JSON
    bool vouches_for_email = false;  // every address it gives is verified, though it does not say so
    std::string scope = "openid email";
};

// Whether an issuer can be asked: https, or http on this machine.
bool is_issuer(const std::string& address);

// Nothing is asked of the provider before somebody logs in. What it publishes of itself is kept for an hour; its keys
// are read again, at most once a minute, when a token names another. The clock must outlive the functions.
core::IdentityProvider identity_provider(IdentitySettings settings, const core::Clock& clock);

}  // namespace clausier::outside
