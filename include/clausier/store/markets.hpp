// Markets and their lots: found, listed with what their lots sum to, and saved.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/market_list.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

enum class MarketSort { notified_on, reference, buyer, object, amount, hours };

// Which markets, in which order. Every condition left empty lets all through.
struct MarketFilter {
    std::string text;  // in the object or the reference, accents and case passed over
    std::optional<domain::Id<domain::Organisation>> buyer;
    std::optional<int> year;  // of notification
    std::string department;   // of the place of execution
    MarketSort sort = MarketSort::notified_on;
    bool descending = true;
    std::int64_t limit = 100;
    std::int64_t offset = 0;
};

using domain::LotTotals;
using domain::MarketLine;
using domain::MarketPage;

class Markets {
public:
    explicit Markets(Transaction& tx) : tx_(tx) {}

    [[nodiscard]] std::optional<domain::Market> find(domain::Id<domain::Market> id);
    [[nodiscard]] std::optional<domain::Market> find_by_key(domain::Id<domain::Organisation> buyer,
                                                            const std::string& reference);
    [[nodiscard]] MarketPage list(const MarketFilter& filter);
    [[nodiscard]] std::optional<domain::Lot> find_lot(domain::Id<domain::Lot> id);
    // With their holders, in the order of their numbers ("2" before "10").
    [[nodiscard]] std::vector<domain::Lot> lots(domain::Id<domain::Market> market);

    // Add when the id is empty, else replace; give back the row with its id and revision. Throw Error(conflict) when
    // the market's (buyer, reference) or the lot's number is another's, or when somebody else saved since it was read.
    domain::Market save(domain::Market market);
    domain::Lot save(domain::Lot lot);

private:
    void save_holders(const domain::Lot& lot);
    void load_holders(domain::Lot& lot);
    Transaction& tx_;
};

}  // namespace clausier::store
