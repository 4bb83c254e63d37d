// Turns the hours of a lot into a stored calculation.
#include "calculation_record.hpp"

#include "clausier/store/calculations.hpp"

namespace clausier::app {

void save_calculation(store::Transaction& tx, const Session& session, domain::Id<domain::Lot> lot,
                      const domain::LotHours& hours, const std::string& digest) {
    const domain::AmountResult& r = *hours.result;
    store::Calculation calculation;
    calculation.lot = lot;
    calculation.at = session.clock.now();
    calculation.actor = session.actor;
    calculation.method = "montant";
    calculation.inputs = {{"montant", core::decimal(r.amount)},
                          {"part_mo", core::percent(r.labour_share)},
                          {"taux", core::percent(r.effort)},
                          {"cout_horaire", core::decimal(r.hourly_cost)}};
    calculation.hours = r.estimate.hours;
    calculation.raw = r.estimate.raw;
    calculation.rounding = r.estimate.rounding.name();
    calculation.steps = r.estimate.steps;
    calculation.reference_digest = digest;
    store::Calculations(tx).add(std::move(calculation));
}

}  // namespace clausier::app
