// Invented awarded lots whose essential data is complete: a market, a market of two lots, a concession.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/domain/market_list.hpp"

namespace clausier::tests {

inline core::Date day(const char* text) { return core::parse_iso_date(text).value(); }
inline domain::Holder holder(const char* siret, const char* name) { return {{}, {"SIRET", siret}, name}; }

// Every field that the format of 2022 has for a market, with modifications and subcontracts.
inline domain::MarketSheet full_market() {
    domain::MarketSheet out;
    out.buyer.kind = domain::OrganisationKind::public_body;
    out.buyer.name = "Commune de Valbrume";
    out.buyer.identifier = {"SIRET", "21990001300015"};
    out.market.id = {7};
    out.market.reference = "2026_014";
    out.market.object = "École « Les Tilleuls » : gros œuvre & charpente <bois>";
    out.market.nature = "Marché";
    out.market.procedure = "Appel d'offres ouvert";
    out.market.cpv = "45214200";
    out.market.place_code = "99001";
    out.market.place_type = "Code commune";
    out.market.notified_on = day("2026-03-02");
    out.market.published_on = day("2026-04-01");
    out.market.duration_months = 18;
    out.market.considerations = "Clause sociale, Critère social";
    out.market.environmental = "Critère environnemental";
    domain::Lot lot;
    lot.id = {70};
    lot.amount = core::Euros::of(12'345'689);
    lot.holders = {holder("11111111100001", "Bâtisseurs de la Lorne"), holder("22222222200002", "Charpentes du Val")};
    domain::EssentialData& data = lot.essential;
    data.techniques = "Accord-cadre";
    data.execution_modes = "Tranches, Bons de commande";
    data.framework_reference = "AC2025-3";
    data.innovative = false;
    data.advance = true;
    data.advance_rate = core::Rate::of(500);
    data.subcontracting = true;
    data.ccag = "Travaux";
    data.offers = 4;
    data.consortium = "Solidaire";
    data.price_form = "Forfaitaire";
    data.price_types = "Définitif révisable";
    data.origin_eu = core::Rate::of(8000);
    data.origin_france = core::Rate::of(6050);
    data.modifications = domain::canonical(std::vector<domain::Modification>{
        {"1", day("2026-06-01"), day("2026-07-01"), 20, core::Euros::of(13'000'050), "", {}},
        {"2", day("2026-09-01"), day("2026-10-01"), {}, {}, "", {{"SIRET", "33333333300003"}}}});
    data.subcontracts = domain::canonical(std::vector<domain::Subcontract>{{"1",
                                                                            {"SIRET", "44444444400004"},
                                                                            6,
                                                                            day("2026-05-04"),
                                                                            day("2026-05-20"),
                                                                            core::Euros::of(2'000'000),
                                                                            "Ferme"}});
    data.subcontract_changes = domain::canonical(std::vector<domain::Subcontract>{
        {"1", {}, {}, day("2026-08-04"), day("2026-08-20"), core::Euros::of(2'500'000), ""}});
    out.lots = {std::move(lot)};
    return out;
}

// The same market in two lots.
inline domain::MarketSheet two_lots() {
    domain::MarketSheet out = full_market();
    out.market.reference = "2026-ECOLE";
    out.lots[0].number = "1";
    out.lots[0].title = "Gros œuvre";
    out.lots.push_back(out.lots[0]);
    out.lots[1].id = {71};
    out.lots[1].number = "2";
    out.lots[1].title = "Charpente";
    return out;
}

inline domain::MarketSheet full_concession() {
    domain::MarketSheet out = full_market();
    out.market.id = {8};
    out.market.reference = "DSP2026";
    out.market.object = "Chauffage urbain";
    out.market.nature = "Délégation de service public";
    out.market.procedure = "Procédure négociée ouverte";
    out.market.considerations = "Concession réservée";
    out.market.environmental = "Pas de considération environnementale";
    domain::Lot& lot = out.lots[0];
    lot.id = {80};
    lot.essential = {};
    lot.essential.starts_on = day("2026-05-01");
    lot.essential.subsidy = core::Euros::of(50);
    lot.essential.modifications = domain::canonical(std::vector<domain::Modification>{
        {"1", day("2026-06-01"), day("2026-07-01"), 120, core::Euros::of(99'000'000'00), "", {}}});
    lot.essential.execution_years = domain::canonical(std::vector<domain::ExecutionYear>{
        {day("2027-03-01"),
         core::Euros::of(1'000'010),
         {{"Abonnement", core::Euros::of(1'429)}, {"Kilowattheure", core::Euros::of(0)}}}});
    return out;
}

}  // namespace clausier::tests
