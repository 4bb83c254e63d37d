// A one-time or recovery code tried, once.
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include "clausier/app/app.hpp"
#include "clausier/domain/account.hpp"

namespace clausier::app {

struct CodeTrial {
    bool right = false;
    bool recovery = false;  // it was a recovery code, now spent
    std::chrono::seconds wait{0};
};

// Tries a code of an account, counting failures; to be committed whatever it answers. `recovery`: a recovery code will
// do. Throws Error(unavailable) when the key of the installation is not the one that sealed the secret.
CodeTrial try_code(store::Transaction& tx, const store::Database& base, domain::Id<domain::Account> account,
                   std::string_view code, core::Instant now, bool recovery);

// The secret of a sealed text; throws as try_code().
std::string opened_secret(const store::Database& base, std::string_view sealed);
std::string sealed_secret(const store::Database& base, std::string_view secret);

// What is kept of a recovery code, however it is typed.
std::string recovery_hash(const store::Database& base, std::string_view code);

}  // namespace clausier::app
