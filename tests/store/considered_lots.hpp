// Markets of one lot in a base in memory, with what their lots say of considerations.
#pragma once
#include "clausier/store/database.hpp"
#include "clausier/store/markets.hpp"
#include "clausier/store/organisations.hpp"

namespace clausier::tests {

struct ConsideredLots {
    store::Database base{":memory:"};
    store::Transaction tx = base.write();
    domain::Organisation buyer = [this] {
        domain::Organisation out;
        out.name = "Commune de Valbrume";
        out.kind = domain::OrganisationKind::public_body;
        return store::Organisations(tx).save(out);
    }();

    struct Made {
        domain::Id<domain::Market> market;
        domain::Id<domain::Lot> lot;
    };
    Made add(const std::string& reference, std::optional<std::string> words, std::string_view notified = "") {
        domain::Market market;
        market.buyer = buyer.id;
        market.reference = reference;
        market.object = "Peinture de l’école";
        market.cpv = "45442100";
        if (!notified.empty()) market.notified_on = core::parse_iso_date(notified).value();
        market = store::Markets(tx).save(market);
        domain::Lot lot;
        lot.market = market.id;
        lot.amount = core::Euros::whole(100'000);
        lot.considerations = std::move(words);
        return {market.id, store::Markets(tx).save(lot).id};
    }
};

}  // namespace clausier::tests
