// Calculations as JSON documents and as tables to read.
#pragma once
#include "clausier/domain/calculation_amount.hpp"
#include "clausier/domain/calculation_fte.hpp"
#include "clausier/domain/calculation_spending.hpp"
#include "clausier/domain/calculation_takeover.hpp"
#include "clausier/domain/local_supply.hpp"
#include "clausier/domain/split.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// "etapes": one sentence a step.
boost::json::array steps_json(const std::vector<domain::Step>& steps);

// montant, part_mo, taux, cout_horaire, heures, heures_brutes, jours, semaines, etp, etp_reference, arrondi, etapes;
// and inconnue ("montant", "part_mo", "taux" or "cout_horaire") when it is not the hours that were sought.
Answer answer(const domain::AmountResult& result);
// heures_totales, taux, and the keys of an estimate as above.
Answer answer(const domain::EffortResult& result);
// potentiel, clause_recommandee, coefficient, and the keys of an estimate.
Answer answer(const domain::TakeoverResult& result);
// montant_facture, montant_compte, and the keys of an estimate.
Answer answer(const domain::InvoiceResult& result);
// grille, and the keys of an estimate.
Answer answer(const domain::GridResult& result);
// heures, or emplois_mois and emplois_an; estimation: true.
Answer answer(const domain::InclusiveResult& result);
// heures, reference, etp.
Answer answer(const domain::FteResult& result);
// heures_manquantes, penalite; simulation: true.
Answer answer(const domain::PenaltyResult& result);
// parts.
Answer answer(const domain::SplitResult& result);
// dependance_pct, recommandation.
Answer answer(const domain::SupplyResult& result);

}  // namespace clausier::present
