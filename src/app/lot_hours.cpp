// Reads one lot, explains its hours, keeps them.
#include "clausier/app/lot_hours.hpp"

#include "calculation_record.hpp"
#include "clausier/store/calculations.hpp"
#include "clausier/store/enquiries.hpp"
#include "clausier/store/journal.hpp"
#include "clausier/store/markets.hpp"
#include "summary_rules.hpp"

namespace clausier::app {
namespace {

domain::LotSheet require(store::Transaction& tx, domain::Id<domain::Lot> id) {
    auto sheet = store::Markets(tx).find_lot_sheet(id);
    if (!sheet)
        throw core::Error(core::ErrorKind::not_found, "lot n° " + std::to_string(id.value),
                          "ce lot n’existe pas ; voyez la liste des marchés");
    if (!sheet->clauses.empty())
        sheet->summary = domain::summary_of(sheet->clauses, summary_rules(tx, sheet->market.nature));
    return *std::move(sheet);
}

// Of the hours due, when a dossier made the market.
std::optional<domain::HoursOrigin> origin(store::Transaction& tx, const domain::LotSheet& sheet,
                                          const domain::Reference& reference, core::Date today) {
    if (!sheet.lot.hours) return std::nullopt;
    store::Enquiries enquiries(tx);
    store::EnquiryFilter of_market;
    of_market.market = sheet.market.id;
    for (const domain::EnquiryLine& line : enquiries.list(of_market).lines)
        if (const auto dossier = enquiries.sheet(line.enquiry.id))
            if (auto found = domain::origin_of(sheet.lot, *dossier, reference, today)) return found;
    return std::nullopt;
}

domain::LotExplained explained(store::Transaction& tx, const Session& session, domain::Id<domain::Lot> id,
                               const domain::LotHypotheses& hypotheses, const domain::Reference& reference) {
    const core::Date today = session.clock.today();
    domain::LotExplained out =
        domain::explain(require(tx, id), store::Calculations(tx).of_lot(id), hypotheses, reference, today);
    out.origin = origin(tx, out.sheet, reference, today);
    return out;
}

}  // namespace

domain::LotSheet lot_sheet(store::Database& base, domain::Id<domain::Lot> id) {
    store::Transaction tx = base.read();
    return require(tx, id);
}

domain::LotExplained lot_hours(Session session, store::Database& base, domain::Id<domain::Lot> id,
                               const domain::LotHypotheses& hypotheses, const domain::Reference& reference) {
    store::Transaction tx = base.read();
    return explained(tx, session, id, hypotheses, reference);
}

domain::LotExplained save_lot_hours(Session session, store::Database& base, domain::Id<domain::Lot> id,
                                    const domain::LotHypotheses& hypotheses, const domain::Reference& reference) {
    store::Transaction tx = base.write();
    const domain::LotExplained found = explained(tx, session, id, hypotheses, reference);
    if (!found.hours.result) {
        core::Issue issue = found.hours.issue.value();
        if (issue.where.empty()) issue.where = "lot n° " + std::to_string(id.value);
        throw core::Error(core::ErrorKind::invalid, {issue});
    }
    save_calculation(tx, session, id, found.hours, found.reference_digest);
    store::Journal(tx).append({session.clock.now(), session.actor, "calcul.enregistrer",
                               "lot/" + std::to_string(id.value),
                               core::decimal(found.hours.result->estimate.hours) + " h"});
    domain::LotExplained kept = explained(tx, session, id, hypotheses, reference);
    tx.commit();
    return kept;
}

}  // namespace clausier::app
