// The sealed secrets of one-time codes, and the fingerprints of recovery codes.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/domain/account.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

struct SecondFactor {
    std::string sealed_secret;
    bool confirmed = false;
    std::int64_t last_step = 0;  // of the last code accepted
};

class SecondFactors {
public:
    explicit SecondFactors(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<SecondFactor> find(domain::Id<domain::Account> account);
    // In the place of one not confirmed.
    void begin(domain::Id<domain::Account> account, std::string_view sealed_secret, core::Instant now);
    void confirm(domain::Id<domain::Account> account, core::Instant now);
    // Whether that step is later than the last one accepted; it then is the last one.
    bool accept(domain::Id<domain::Account> account, std::int64_t step);
    // With its recovery codes.
    void remove(domain::Id<domain::Account> account);

    // Fingerprints, in the place of those before.
    void set_recovery(domain::Id<domain::Account> account, const std::vector<std::string>& hashes);
    // Whether that code was there and had not been used; it now is.
    bool use_recovery(domain::Id<domain::Account> account, std::string_view hash, core::Instant now);
    [[nodiscard]] std::size_t recovery_left(domain::Id<domain::Account> account);

private:
    Transaction& tx_;
};

}  // namespace clausier::store
