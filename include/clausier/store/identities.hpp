// People of an identity provider: logins begun, the account each is, and what ends their session there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "clausier/core/clock.hpp"
#include "clausier/core/identity_provider.hpp"
#include "clausier/domain/account.hpp"
#include "clausier/domain/user_session.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

// A login begun by a browser, and the page it asked for.
struct BegunLogin {
    core::IdentityTrip trip;
    std::string return_path;
};

class Identities {
public:
    explicit Identities(Transaction& tx) : tx_(tx) {}

    // Keeps a login until it expires; those expired at `now` are forgotten.
    void begin(std::string_view browser_hash, const BegunLogin& login, core::Instant now, core::Instant expires);
    // Logins begun and not come back yet.
    [[nodiscard]] std::int64_t begun();
    // The login of that browser, given once.
    std::optional<BegunLogin> take(std::string_view browser_hash, core::Instant now);

    [[nodiscard]] std::optional<domain::Id<domain::Account>> account(std::string_view issuer, std::string_view subject);
    // Whether the account is somebody of that provider already.
    [[nodiscard]] bool linked(domain::Id<domain::Account> account, std::string_view issuer);
    void link(std::string_view issuer, std::string_view subject, domain::Id<domain::Account> account,
              core::Instant now);

    // What ending that session at the provider's needs; taken once.
    void keep_hint(domain::Id<domain::UserSession> session, std::string_view id_token);
    std::optional<std::string> take_hint(domain::Id<domain::UserSession> session);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
