// Markets and their lots: found, listed with what their lots sum to, and saved.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "clausier/domain/market_list.hpp"
#include "clausier/domain/sector.hpp"
#include "clausier/domain/social_state.hpp"
#include "clausier/store/transaction.hpp"

namespace clausier::store {

enum class MarketSort { notified_on, reference, buyer, object, amount, hours };

// Which markets, in which order. Every condition left empty lets all through.
struct MarketFilter {
    // Words that all stand in the object, the reference, the buyer's name or identifier, the titles of lots or their
    // holders, accents and case passed over.
    std::string text{};
    std::optional<domain::Id<domain::Organisation>> buyer{};
    std::optional<domain::Id<domain::Organisation>> holder{};  // of a lot
    std::optional<int> year{};                                 // of notification
    std::string department{};                                  // of the place of execution
    std::string cpv{};                                         // the first digits of the market's or a lot's
    std::optional<domain::Sector> sector{};                    // of a lot
    std::optional<domain::SocialState> social{};
    std::optional<core::Euros> amount_from{};  // of the awarded amounts of its lots, bounds included
    std::optional<core::Euros> amount_to{};
    std::optional<bool> has_hours{};  // whether some lot has hours due
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
    // Those of that reference, whoever buys, by number.
    [[nodiscard]] std::vector<domain::Market> find_by_reference(const std::string& reference);
    // Throws Error(invalid) when the text has more words than a search takes.
    [[nodiscard]] MarketPage list(const MarketFilter& filter);
    [[nodiscard]] std::optional<domain::Lot> find_lot(domain::Id<domain::Lot> id);
    // The lot with its market, buyer and holders, by two queries.
    [[nodiscard]] std::optional<domain::LotSheet> find_lot_sheet(domain::Id<domain::Lot> id);
    // With their holders, in the order of their numbers ("2" before "10").
    [[nodiscard]] std::vector<domain::Lot> lots(domain::Id<domain::Market> market);

    // Add when the id is empty, else replace; give back the row with its id and revision. Throw Error(conflict) when
    // the market's (buyer, reference) or the lot's number is another's, or when somebody else saved since it was read.
    domain::Market save(domain::Market market);
    domain::Lot save(domain::Lot lot);

private:
    void save_holders(const domain::Lot& lot);
    void load_holders(domain::Lot& lot);
    void load(domain::MarketLine& line);
    void add_calculated(MarketPage& page);
    Transaction& tx_;
};

}  // namespace clausier::store
