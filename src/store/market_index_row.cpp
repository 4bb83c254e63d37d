// Gathers, and binds what was gathered.
#include "market_index_row.hpp"

#include "clausier/core/text.hpp"

namespace clausier::store {

namespace {

// As row.get<optional>(), into a text that keeps its memory.
void read(const Statement& row, int column, std::optional<std::string>& out) {
    if (row.is_null(column))
        out.reset();
    else if (out)
        out->assign(row.view(column));
    else
        out.emplace(row.view(column));
}

void bind(Statement& statement, int index, const std::optional<std::string>& text) {
    if (text)
        statement.bind_borrowed(index, *text);
    else
        statement.bind_null(index);
}

}  // namespace

void MarketIndexRow::begin(const Statement& row) {
    market_ = row.integer(0);
    buyer_ = row.integer(1);
    last_lot_ = 0;
    reference_ = row.view(2);
    read(row, 3, notified_on_);
    read(row, 4, department_);
    cpv_ = row.view(5);
    cpvs_.clear();
    if (!cpv_.empty()) (cpvs_ = ' ') += cpv_;
    read(row, 6, considerations_);
    object_ = row.view(7);
    titles_.clear();
    holders_.clear();
    sectors_ = {};
    lots_by_social_ = {};
    totals_ = {};
    text_.clear();
    // The object first: the text is also what objects are sorted by.
    say(core::fold(object_));
    say(core::fold(reference_));
    say(organisations_.of(buyer_));
    if (row.is_null(8)) ++lots_by_social_[static_cast<std::size_t>(domain::social_state_of(considerations_))];
}

void MarketIndexRow::say(std::string_view folded) {
    if (folded.empty()) return;
    if (!text_.empty()) text_ += ' ';
    text_ += folded;
}

void MarketIndexRow::add(const Statement& row) {
    if (row.is_null(8)) return;
    if (const std::int64_t lot = row.integer(8); lot != last_lot_) {
        last_lot_ = lot;
        add_lot(row);
    }
    if (row.is_null(16)) return;
    const std::int64_t holder = row.integer(16);
    if (holders_.insert(holder).second) say(organisations_.of(holder));
}

void MarketIndexRow::add_lot(const Statement& row) {
    if (const std::string_view title = row.view(9); !title.empty() && title != object_ && !titles_.contains(title)) {
        titles_.emplace(title);
        say(core::fold(title));
    }
    const std::string_view cpv = row.view(11);
    if (!cpv.empty() && cpv != cpv_ && cpvs_.find(cpv) == std::string::npos) (cpvs_ += ' ') += cpv;
    if (const auto sector = domain::sector_of(row.view(10), cpv.empty() ? cpv_ : cpv))
        sectors_[static_cast<std::size_t>(*sector)] = true;
    // A lot that says nothing stands as its market says.
    const bool says = !row.is_null(12) && !row.view(12).empty();
    const auto state = domain::social_state_of(says ? std::optional(row.text(12)) : considerations_);
    ++lots_by_social_[static_cast<std::size_t>(state)];
    lot_.amount = row.get<std::optional<core::Euros>>(13);
    lot_.amount_estimated = row.get<std::optional<core::Euros>>(14);
    lot_.hours = row.get<std::optional<core::Hours>>(15);
    domain::add(totals_, lot_);
}

domain::SocialState MarketIndexRow::social() const {
    const auto lots = [&](domain::SocialState state) { return lots_by_social_[static_cast<std::size_t>(state)]; };
    if (lots(domain::SocialState::some) > 0) return domain::SocialState::some;
    return lots(domain::SocialState::not_filled) > 0 ? domain::SocialState::not_filled : domain::SocialState::none;
}

void MarketIndexRow::bind(Statement& statement) {
    social_ = code(social());
    statement.bind_integer(1, market_);
    statement.bind_integer(2, buyer_);
    statement.bind_borrowed(3, reference_);
    store::bind(statement, 4, notified_on_);
    store::bind(statement, 5, department_);
    statement.bind_borrowed(6, cpvs_);
    int next = 7;
    for (const bool sector : sectors_) statement.bind_integer(next++, sector ? 1 : 0);
    statement.bind_borrowed(next++, social_);
    for (const std::int64_t figure :
         {totals_.lots, totals_.amount.parts(), totals_.lots_with_amount, totals_.hours.parts(),
          totals_.lots_with_hours, totals_.estimated.parts(), totals_.lots_estimated})
        statement.bind_integer(next++, figure);
}

}  // namespace clausier::store
