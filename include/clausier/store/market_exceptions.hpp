// Why markets do without the mandatory social condition, and the markets that the law may bind.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/market_condition.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

using domain::KeptException;

// Which markets; everything left empty lets all through. The year is that of notification, of the consultation while
// there is none.
struct ConditionScope {
    std::vector<domain::Id<domain::Organisation>> buyers{};
    std::optional<int> first_year{};
    std::optional<int> last_year{};
    std::string text{};  // words of the object, the reference, the buyer, the lots
};

class MarketExceptions {
public:
    explicit MarketExceptions(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<KeptException> of(domain::Id<domain::Market> market);
    // The market is written too, from the revision that was read: throws Error(conflict) when somebody else has since.
    void set(domain::Id<domain::Market> market, std::int64_t revision, const KeptException& kept);
    // The same without the exception.
    void remove(domain::Id<domain::Market> market, std::int64_t revision);

    // The markets of a scope whose dates do not settle that the law comes after them, with what the law looks at (no
    // holders, considerations without the detail of clauses), one by one, by id.
    void each_candidate(const ConditionScope& scope, core::Date since,
                        const std::function<void(domain::MarketSheet, std::optional<domain::RecordedException>)>& take);
    // How many markets and lots their dates alone settle.
    struct Settled {
        std::int64_t markets = 0;
        std::int64_t lots = 0;
    };
    [[nodiscard]] Settled settled(const ConditionScope& scope, core::Date since);

private:
    void write_market(domain::Id<domain::Market> market, std::int64_t revision);
    Transaction& tx_;
};

}  // namespace clausier::store
