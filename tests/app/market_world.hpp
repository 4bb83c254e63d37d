// A base in memory with a clock that stands still, and markets of one lot put into it.
#pragma once
#include "clausier/app/app.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisations.hpp"
#include "support/refusal.hpp"

namespace clausier::tests {

struct MarketWorld {
    core::FixedClock clock{std::chrono::sys_days(core::parse_iso_date("2026-11-21").value())};
    store::Database base{":memory:"};
    app::Session session{clock, "test"};

    // A market of one lot, « Peinture intérieure », without an amount when it is 0.
    domain::Id<domain::Lot> add(const std::string& buyer, const std::string& reference, std::int64_t amount) {
        store::Transaction tx = base.write();
        store::Organisations organisations(tx);
        domain::Organisation owner;
        owner.name = buyer;
        owner.kind = domain::OrganisationKind::public_body;
        if (auto known = organisations.find_by_name(buyer))
            owner = *known;
        else
            owner = organisations.save(owner);
        domain::Market market;
        market.buyer = owner.id;
        market.reference = reference;
        market.object = "Peinture de l’école";
        market = store::Markets(tx).save(market);
        domain::Lot lot;
        lot.market = market.id;
        lot.title = "Peinture intérieure";
        if (amount > 0) lot.amount = core::Euros::whole(amount);
        lot = store::Markets(tx).save(lot);
        tx.commit();
        return lot.id;
    }
};

}  // namespace clausier::tests
