// Conditions written from a filter.
#include "market_conditions.hpp"

#include <fmt/format.h>

#include "clausier/store/visibility.hpp"
#include "search_words.hpp"

namespace clausier::store {
namespace {

std::string_view sector_column(domain::Sector sector) {
    switch (sector) {
        case domain::Sector::works:
            return "i.works";
        case domain::Sector::supplies:
            return "i.supplies";
        case domain::Sector::services:
            break;
    }
    return "i.services";
}

}  // namespace

MarketConditions::MarketConditions(const MarketFilter& filter, const domain::Viewer& viewer) {
    others_ += also(visible_markets(viewer, "i.market_id"));
    if (filter.year)
        set(MarketKind::year,
            fmt::format("i.notified_on BETWEEN {} AND {}", parameter(fmt::format("{:04}-01-01", *filter.year)),
                        parameter(fmt::format("{:04}-12-31", *filter.year))));
    if (filter.buyer) set(MarketKind::buyer, fmt::format("i.buyer_id = {}", parameter(filter.buyer->value)));
    if (!filter.department.empty())
        set(MarketKind::department, fmt::format("i.department = {}", parameter(filter.department)));
    if (filter.sector) set(MarketKind::sector, fmt::format("{} = 1", sector_column(*filter.sector)));
    if (filter.social)
        set(MarketKind::social, fmt::format("i.social = {}", parameter(std::string(code(*filter.social)))));
    if (filter.has_hours) set(MarketKind::hours, fmt::format("i.lots_with_hours {} 0", *filter.has_hours ? ">" : "="));
    if (!filter.cpv.empty()) add(fmt::format("i.cpvs LIKE '% ' || {} || '%'", parameter(filter.cpv)));
    if (filter.amount_from || filter.amount_to) add("i.lots_with_amount > 0");
    if (filter.amount_from) add(fmt::format("i.amount_cents >= {}", parameter(filter.amount_from->parts())));
    if (filter.amount_to) add(fmt::format("i.amount_cents <= {}", parameter(filter.amount_to->parts())));
    if (filter.holder)
        add(
            fmt::format("i.market_id IN (SELECT l.market_id FROM lot_holders h JOIN lots l ON l.id = h.lot_id "
                        "WHERE h.organisation_id = {})",
                        parameter(filter.holder->value)));
    search(filter.text);
}

void MarketConditions::search(const std::string& text) {
    for (std::string& pattern : search_patterns(text)) {
        add(fmt::format("t.text LIKE {}", parameter(std::move(pattern))));
        searches_ = true;
    }
}

std::string MarketConditions::parameter(std::variant<std::int64_t, std::string> value) {
    values_.push_back(std::move(value));
    return fmt::format("?{}", values_.size());
}

std::string MarketConditions::from(bool with_texts) const {
    if (!searches_ && !with_texts) return "market_index i";
    return "(market_texts t CROSS JOIN market_index i ON i.market_id = t.market_id)";
}

std::string MarketConditions::all() const {
    std::string out = others_;
    for (const std::string& one : by_kind_)
        if (!one.empty()) out += " AND " + one;
    return out;
}

int MarketConditions::bind(Statement& statement) const {
    int index = 0;
    for (const auto& value : values_) {
        ++index;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            statement.bind_integer(index, *number);
        else
            statement.bind_text(index, std::get<std::string>(value));
    }
    return index + 1;
}

}  // namespace clausier::store
