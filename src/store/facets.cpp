// All the counts of a filtered set in one pass over it.
#include "clausier/store/facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "clausier/store/organisations.hpp"
#include "market_conditions.hpp"

namespace clausier::store {
namespace {

using domain::FacetValue;

constexpr MarketKind kinds[] = {MarketKind::year,   MarketKind::buyer,  MarketKind::department,
                                MarketKind::sector, MarketKind::social, MarketKind::hours};
constexpr std::size_t most_buyers = 20;

constexpr unsigned bit(MarketKind kind) { return 1U << static_cast<unsigned>(kind); }

// The bits of the kinds whose filter a market does not pass.
std::string failures(const MarketConditions& conditions) {
    std::string out = "0";
    for (const MarketKind kind : kinds)
        if (conditions.filters(kind))
            out += fmt::format(" + CASE WHEN {} THEN 0 ELSE {} END", conditions.of(kind), bit(kind));
    return out;
}

struct Counts {
    std::map<std::int64_t, std::int64_t> years;
    std::unordered_map<std::int64_t, std::int64_t> buyers;
    std::map<std::string, std::int64_t> departments;
    std::map<std::int64_t, std::int64_t> sectors;  // by their bits together
    std::map<std::int64_t, std::int64_t> social;   // by rank
    std::map<std::int64_t, std::int64_t> hours;

    // A market counts for a kind when no other kind's filter stops it.
    void add(const Statement& row, unsigned failed) {
        const auto counts_for = [&](MarketKind kind) { return (failed & ~bit(kind)) == 0; };
        if (counts_for(MarketKind::year)) ++years[row.integer(1)];
        if (counts_for(MarketKind::buyer)) ++buyers[row.integer(2)];
        if (counts_for(MarketKind::department)) ++departments[row.text(3)];
        if (counts_for(MarketKind::sector)) ++sectors[row.integer(4)];
        if (counts_for(MarketKind::social)) ++social[row.integer(5)];
        if (counts_for(MarketKind::hours)) ++hours[row.integer(6)];
    }
};

std::vector<FacetValue> years_of(const Counts& counts) {
    std::vector<FacetValue> out;
    for (auto i = counts.years.rbegin(); i != counts.years.rend(); ++i)
        out.push_back({i->first == 0 ? "" : std::to_string(i->first), "", i->second});
    return out;
}

std::vector<FacetValue> sectors_of(const Counts& counts) {
    std::vector<FacetValue> out;
    for (const domain::Sector sector : domain::all_sectors) {
        std::int64_t markets = 0;
        for (const auto& [bits, count] : counts.sectors)
            if ((static_cast<unsigned>(bits) >> static_cast<unsigned>(sector) & 1U) != 0) markets += count;
        if (markets > 0) out.push_back({std::string(code(sector)), "", markets});
    }
    if (const auto none = counts.sectors.find(0); none != counts.sectors.end()) out.push_back({"", "", none->second});
    return out;
}

std::vector<FacetValue> buyers_of(Transaction& tx, const Counts& counts, const MarketFilter& filter) {
    std::vector<std::pair<std::int64_t, std::int64_t>> most(counts.buyers.begin(), counts.buyers.end());
    const auto more = [&](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    };
    std::sort(most.begin(), most.end(), more);
    const auto chosen = std::find_if(most.begin(), most.end(),
                                     [&](const auto& one) { return filter.buyer && one.first == filter.buyer->value; });
    if (chosen != most.end() && chosen - most.begin() >= static_cast<std::ptrdiff_t>(most_buyers))
        std::iter_swap(chosen, most.begin() + (most_buyers - 1));
    most.resize(std::min(most.size(), most_buyers));
    std::vector<FacetValue> out;
    for (const auto& [id, markets] : most)
        if (const auto buyer = Organisations(tx).find(domain::Id<domain::Organisation>{id}))
            out.push_back({std::to_string(id), buyer->label(), markets});
    return out;
}

}  // namespace

domain::MarketFacets Facets::count(const MarketFilter& filter) {
    const MarketConditions conditions(filter, tx_.viewer());
    Counts counts;
    {
        auto rows = tx_.query(fmt::format(R"(
SELECT {}, coalesce(CAST(substr(i.notified_on, 1, 4) AS INTEGER), 0), i.buyer_id, i.department,
       i.works + 2 * i.supplies + 4 * i.services, CASE i.social WHEN '{}' THEN 0 WHEN '{}' THEN 1 ELSE 2 END,
       i.lots_with_hours > 0
FROM {} WHERE {})",
                                          failures(conditions), code(domain::SocialState::some),
                                          code(domain::SocialState::none), conditions.from(), conditions.others()));
        conditions.bind(rows);
        while (rows.step()) {
            const auto failed = static_cast<unsigned>(rows.integer(0));
            if ((failed & (failed - 1)) == 0) counts.add(rows, failed);
        }
    }
    domain::MarketFacets out;
    out.years = years_of(counts);
    out.buyers = buyers_of(tx_, counts, filter);
    for (const auto& [department, markets] : counts.departments) out.departments.push_back({department, "", markets});
    out.sectors = sectors_of(counts);
    for (const auto& [rank, markets] : counts.social)
        out.social.push_back(
            {std::string(code(domain::all_social_states[static_cast<std::size_t>(rank)])), "", markets});
    for (const auto& [known, markets] : counts.hours) out.hours.push_back({known ? "oui" : "non", "", markets});
    return out;
}

}  // namespace clausier::store
