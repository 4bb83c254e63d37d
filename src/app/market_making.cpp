// Checks a draft and saves what it holds.
#include "market_making.hpp"

#include "clausier/domain/market_fields.hpp"
#include "clausier/store/markets.hpp"
#include "organisation_entry.hpp"
#include "refusals.hpp"

namespace clausier::app {

void refuse_reference(bool derived) {
    throw core::Error(core::ErrorKind::conflict, "marche",
                      derived
                          ? "cet acheteur a déjà un marché du même objet cette année\u00a0; donnez une référence à "
                            "celui-ci, ou ouvrez l’autre"
                          : "cet acheteur a déjà un marché de cette référence\u00a0; changez-la, ou ouvrez l’autre");
}

domain::MarketSheet make_market(store::Transaction& tx, const Session& session, domain::MarketDraft draft) {
    require_sound(domain::faults(draft));
    refuse_nir({{"acheteur", draft.buyer.name}});
    refuse_nir_in(domain::field_texts(draft.market));
    for (std::size_t i = 0; i < draft.lots.size(); ++i)
        refuse_nir({{"lots." + std::to_string(i + 1) + ".intitule", draft.lots[i].title}});
    draft.market.id = {};
    if (draft.market.reference.empty()) {
        draft.market.reference = domain::derived_reference(draft, session.clock.today());
        draft.market.reference_derived = true;
    }
    store::Markets markets(tx);
    domain::MarketSheet made;
    made.buyer = organisation_of(tx, draft.buyer, draft.buyer_kind);
    draft.market.buyer = made.buyer.id;
    if (markets.find_by_key(made.buyer.id, draft.market.reference)) refuse_reference(draft.market.reference_derived);
    made.market = markets.save(draft.market);
    for (domain::Lot& lot : draft.lots) {
        lot.id = {};
        lot.market = made.market.id;
        made.lots.push_back(markets.save(lot));
    }
    return made;
}

}  // namespace clausier::app
