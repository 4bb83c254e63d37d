// What the index says of one market, gathered from the rows of its lots and their holders.
#pragma once
#include <array>
#include <set>
#include <string>

#include "clausier/domain/market_list.hpp"
#include "clausier/domain/sector.hpp"
#include "clausier/domain/social_state.hpp"
#include "clausier/store/statement.hpp"

namespace clausier::store {

// The columns that MarketIndexRow reads, by market, then lot, then holder: m, its buyer b, and l, h, o which may be
// absent.
inline constexpr std::string_view index_source = R"(
SELECT m.id, m.buyer_id, m.reference, m.notified_on, m.department, m.cpv, m.considerations, m.object, b.name, b.identifier,
       l.id, l.title, l.section, l.cpv, l.considerations, l.amount_cents, l.amount_estimated_cents, l.hours_centi,
       o.name, o.identifier
FROM markets m JOIN organisations b ON b.id = m.buyer_id LEFT JOIN lots l ON l.market_id = m.id
     LEFT JOIN lot_holders h ON h.lot_id = l.id LEFT JOIN organisations o ON o.id = h.organisation_id)";
inline constexpr std::string_view index_order = " ORDER BY m.id, l.number, h.rank";

class MarketIndexRow {
public:
    // Begins a market, from its first row.
    void begin(const Statement& row);
    // One row of it, the first included.
    void add(const Statement& row);
    [[nodiscard]] std::int64_t market() const { return market_; }

    // The parameters of an insertion into market_index.
    void bind(Statement& statement) const;
    // What is searched, folded.
    [[nodiscard]] std::string text() const;

private:
    void add_lot(const Statement& row);
    [[nodiscard]] domain::SocialState social() const;

    std::int64_t market_ = 0;
    std::int64_t buyer_ = 0;
    std::int64_t last_lot_ = 0;
    std::string reference_;
    std::optional<std::string> notified_on_;
    std::optional<std::string> department_;
    std::string cpv_;
    std::string cpvs_;
    std::optional<std::string> considerations_;
    std::string object_;
    std::string words_;           // of the market and its buyer, then each title and holder once
    std::set<std::string> said_;  // titles and holders in words_
    std::array<bool, 3> sectors_{};
    std::array<std::int64_t, 3> lots_by_social_{};
    domain::LotTotals totals_;
};

}  // namespace clausier::store
