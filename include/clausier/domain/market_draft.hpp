// A market as somebody types it, before it exists, and what must hold of a market or a lot for it to be kept.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/domain/lot_hours.hpp"
#include "clausier/domain/market.hpp"
#include "clausier/domain/tender_record.hpp"

namespace clausier::domain {

// What a market begins with. `market.buyer` is not read: the buyer is found by its identifier or name, or made.
struct MarketDraft {
    TenderParty buyer;
    OrganisationKind buyer_kind = OrganisationKind::unknown;  // of a buyer that is made
    Market market;                                            // reference "": one is derived
    std::vector<Lot> lots;
    LotHypotheses hypotheses;  // for the lots that leave figures out
};

// What stands in the way, each fault in the field it names: "acheteur", "objet", "cpv", "duree_mois", "besoin_estime",
// "lots"; for the lot of rank n, from 1, "lots.n.lot", "lots.n.montant"… with the names of faults(Lot).
std::vector<core::Issue> faults(const MarketDraft& draft);
// "marche" (the reference), "objet", "cpv", "duree_mois", "besoin_estime".
std::vector<core::Issue> faults(const Market& market);
// "cpv", "duree_mois", "montant", "montant_min", "montant_estime", "montant_max", "part_mo", "taux", "cout_horaire",
// "heures".
std::vector<core::Issue> faults(const Lot& lot);

// The reference for a market that has none: the same for the same buyer, object and year (of its notification, its
// consultation, else of `today`).
std::string derived_reference(const MarketDraft& draft, core::Date today);

}  // namespace clausier::domain
