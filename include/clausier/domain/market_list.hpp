// Markets in a list, with what their lots sum to, and how many there are of each kind.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "clausier/domain/lot_clauses.hpp"
#include "clausier/domain/market.hpp"

namespace clausier::domain {

// What lots sum to. Lots without an amount, or without hours, are counted and never taken for zero.
struct LotTotals {
    std::int64_t lots = 0;
    core::Euros amount;  // awarded
    std::int64_t lots_with_amount = 0;
    core::Hours hours;  // due
    std::int64_t lots_with_hours = 0;
    core::Euros estimated{};  // of the lots that have an estimate and no awarded amount
    std::int64_t lots_estimated = 0;
    // Of the lots without hours due, by the latest calculation stored for each; filled on the lines of a list alone.
    core::Hours calculated{};
    std::int64_t lots_calculated = 0;
    // A sum is greater than what can be counted: the greatest countable stands in its place.
    bool exceeded = false;
};

// Counts one more lot, what is calculated for it left aside.
void add(LotTotals& totals, const Lot& lot);

struct MarketLine {
    Market market;
    std::string buyer;  // name, else identifier
    LotTotals totals;
};

struct MarketPage {
    std::vector<MarketLine> lines;
    std::int64_t markets = 0;  // of the whole filtered set, as the totals
    LotTotals totals;
};

// How many markets have one value: a year, a buyer's number, a département's code, a code of Sector or SocialState.
// `code` is "" for the markets that have none.
struct FacetValue {
    std::string code;
    std::string name;  // of a buyer; "" elsewhere
    std::int64_t markets = 0;

    bool operator==(const FacetValue&) const = default;
};

// The markets of a filtered set by kind; each list passes over the filter of its own kind. A market whose lots are of
// two sectors counts in both.
struct MarketFacets {
    std::vector<FacetValue> years;        // the latest first
    std::vector<FacetValue> buyers;       // those with most markets, the one filtered by among them
    std::vector<FacetValue> departments;  // by code
    std::vector<FacetValue> sectors;
    std::vector<FacetValue> social;
    std::vector<FacetValue> hours;  // "oui": some lot has hours due; "non": none has
};

// One market with everything on it.
struct MarketSheet {
    Market market;
    Organisation buyer;
    std::vector<Lot> lots;
    // Of lots without hours due, by the latest calculation kept for each.
    std::map<Id<Lot>, core::Hours> calculated{};
};

// One lot with what it stands in.
struct LotSheet {
    Lot lot;
    Market market;
    Organisation buyer;
    std::vector<LotClause> clauses{};
    // The summary of its clauses, absent when it has none: what lot.considerations should say.
    std::optional<std::string> summary{};
};

}  // namespace clausier::domain
