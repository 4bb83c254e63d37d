// Gathers, and binds what was gathered.
#include "market_index_row.hpp"

#include "clausier/core/text.hpp"

namespace clausier::store {

using Text = std::optional<std::string>;

void MarketIndexRow::begin(const Statement& row) {
    *this = {};
    market_ = row.integer(0);
    buyer_ = row.integer(1);
    reference_ = row.text(2);
    notified_on_ = row.get<Text>(3);
    department_ = row.get<Text>(4);
    cpv_ = row.text(5);
    if (!cpv_.empty()) cpvs_ = " " + cpv_;
    considerations_ = row.get<Text>(6);
    object_ = row.text(7);
    // The object first: the text is also what objects are sorted by.
    words_ = object_ + " " + reference_ + " " + row.text(8) + " " + row.text(9);
    if (row.is_null(10)) ++lots_by_social_[static_cast<std::size_t>(domain::social_state_of(considerations_))];
}

void MarketIndexRow::add(const Statement& row) {
    if (row.is_null(10)) return;
    if (const std::int64_t lot = row.integer(10); lot != last_lot_) {
        last_lot_ = lot;
        add_lot(row);
    }
    if (row.is_null(18)) return;
    std::string holder = row.text(18) + " " + row.text(19);
    if (!said_.contains(holder)) {
        words_ += " " + holder;
        said_.insert(std::move(holder));
    }
}

void MarketIndexRow::add_lot(const Statement& row) {
    if (std::string title = row.text(11); !title.empty() && title != object_ && !said_.contains(title)) {
        words_ += " " + title;
        said_.insert(std::move(title));
    }
    const std::string cpv = row.text(13);
    if (!cpv.empty() && cpv != cpv_ && cpvs_.find(cpv) == std::string::npos) cpvs_ += " " + cpv;
    if (const auto sector = domain::sector_of(row.text(12), cpv.empty() ? cpv_ : cpv))
        sectors_[static_cast<std::size_t>(*sector)] = true;
    // A lot that says nothing stands as its market says.
    const Text said = row.get<Text>(14);
    const auto state = domain::social_state_of(said && !said->empty() ? said : considerations_);
    ++lots_by_social_[static_cast<std::size_t>(state)];
    domain::Lot figures;
    figures.amount = row.get<std::optional<core::Euros>>(15);
    figures.amount_estimated = row.get<std::optional<core::Euros>>(16);
    figures.hours = row.get<std::optional<core::Hours>>(17);
    domain::add(totals_, figures);
}

domain::SocialState MarketIndexRow::social() const {
    const auto lots = [&](domain::SocialState state) { return lots_by_social_[static_cast<std::size_t>(state)]; };
    if (lots(domain::SocialState::some) > 0) return domain::SocialState::some;
    return lots(domain::SocialState::not_filled) > 0 ? domain::SocialState::not_filled : domain::SocialState::none;
}

void MarketIndexRow::bind(Statement& statement) const {
    statement.bind_all(market_, buyer_, reference_, notified_on_, department_, cpvs_,
                       sectors_[static_cast<std::size_t>(domain::Sector::works)],
                       sectors_[static_cast<std::size_t>(domain::Sector::supplies)],
                       sectors_[static_cast<std::size_t>(domain::Sector::services)], social(), totals_.lots,
                       totals_.amount, totals_.lots_with_amount, totals_.hours, totals_.lots_with_hours,
                       totals_.estimated, totals_.lots_estimated);
}

std::string MarketIndexRow::text() const { return core::fold(words_); }

}  // namespace clausier::store
