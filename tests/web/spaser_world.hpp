// A base with contracts of two buyers over three years, for the SPASER pages.
#pragma once
#include <string>

#include "clausier/app/market_edits.hpp"
#include "clausier/app/references.hpp"
#include "clausier/domain/tender.hpp"
#include "web_world.hpp"

namespace clausier::testing {

// What a contract of the world says; "" or 0: nothing.
struct SomeContract {
    std::string buyer = "Commune de Valbrume";
    std::string reference;
    std::string cpv = "45000000";
    int year = 2026;
    std::int64_t euros = 100'000;
    std::string social{};
    std::string environmental{};
    std::string place = "57";
};

inline void add_contract(WebWorld& world, const SomeContract& what) {
    domain::MarketDraft draft;
    draft.buyer = domain::parse_buyer(what.buyer);
    draft.market.reference = what.reference;
    draft.market.object = "Contrat " + what.reference;
    draft.market.cpv = what.cpv;
    draft.market.place_code = what.place;
    draft.market.place_type = "Code département";
    if (what.year > 0)
        draft.market.notified_on = core::Date(std::chrono::year(what.year), std::chrono::March, std::chrono::day(2));
    if (!what.social.empty()) draft.market.considerations = what.social;
    if (!what.environmental.empty()) draft.market.environmental = what.environmental;
    domain::Lot lot;
    lot.number = "1";
    lot.title = "Lot de " + what.reference;
    if (what.euros > 0) lot.amount = core::Euros::whole(what.euros);
    draft.lots = {lot};
    app::create_market({fixed_day(), "essai"}, world.base, draft, app::reference(world.base));
}

// Valbrume: one contract in 2024, four in 2026 (two with a social consideration, one without, one that says nothing)
// and one without a date; the Lorne: two in 2026, one with a clause.
inline void add_contracts(WebWorld& world) {
    add_contract(world, {.reference = "24-1", .year = 2024, .social = "Pas de considération sociale"});
    add_contract(world, {.reference = "26-1",
                         .euros = 200'000,
                         .social = "Clause sociale",
                         .environmental = "Clause environnementale"});
    add_contract(world,
                 {.reference = "26-2", .cpv = "79000000", .euros = 50'000, .social = "Clause sociale, Critère social"});
    add_contract(world, {.reference = "26-3", .cpv = "15000000", .social = "Pas de considération sociale"});
    add_contract(world, {.reference = "26-4", .euros = 50'000});
    add_contract(world, {.reference = "sans-date", .year = 0});
    add_contract(world, {.buyer = "Département de la Lorne", .reference = "L-1", .social = "Clause sociale"});
    add_contract(world, {.buyer = "Département de la Lorne", .reference = "L-2"});
}

}  // namespace clausier::testing
