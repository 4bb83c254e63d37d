// What the index says of one market, gathered from the rows of its lots and their holders.
#pragma once
#include <array>
#include <set>
#include <string>

#include "clausier/domain/market_list.hpp"
#include "clausier/domain/sector.hpp"
#include "clausier/domain/social_state.hpp"
#include "clausier/store/statement.hpp"
#include "organisation_words.hpp"

namespace clausier::store {

// The columns that MarketIndexRow reads, by market, then lot, then holder: m, and l, h which may be absent.
inline constexpr std::string_view index_source = R"(
SELECT m.id, m.buyer_id, m.reference, m.notified_on, m.department, m.cpv, m.considerations, m.object,
       l.id, l.title, l.section, l.cpv, l.considerations, l.amount_cents, l.amount_estimated_cents, l.hours_centi,
       h.organisation_id
FROM markets m LEFT JOIN lots l ON l.market_id = m.id LEFT JOIN lot_holders h ON h.lot_id = l.id)";
inline constexpr std::string_view index_order = " ORDER BY m.id, l.number, h.rank";

class MarketIndexRow {
public:
    explicit MarketIndexRow(OrganisationWords& organisations) : organisations_(organisations) {}

    // Begins a market, from its first row.
    void begin(const Statement& row);
    // One row of it, the first included.
    void add(const Statement& row);
    // 0 before the first.
    [[nodiscard]] std::int64_t market() const { return market_; }

    // The parameters of an insertion into market_index; they are borrowed until it has run.
    void bind(Statement& statement);
    // What is searched, folded.
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void add_lot(const Statement& row);
    void say(std::string_view folded);
    [[nodiscard]] domain::SocialState social() const;

    OrganisationWords& organisations_;
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
    std::string social_;
    std::string text_;                           // of the market and its buyer, then each title and holder once
    std::set<std::string, std::less<>> titles_;  // said, other than the object
    std::set<std::int64_t> holders_;             // said
    std::array<bool, 3> sectors_{};
    std::array<std::int64_t, 3> lots_by_social_{};
    domain::LotTotals totals_;
    domain::Lot lot_;  // its figures alone
};

}  // namespace clausier::store
