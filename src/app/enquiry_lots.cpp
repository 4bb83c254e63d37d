// The lots of a dossier, typed or taken from a buyer's spreadsheet.
#include "clausier/app/enquiries.hpp"
#include "clausier/domain/code_lists.hpp"
#include "clausier/domain/enquiry_fields.hpp"
#include "enquiry_entry.hpp"
#include "refusals.hpp"

namespace clausier::app {
namespace {

// That a lot is abandoned is learnt after the buyer has answered.
bool same_but_abandoned(std::vector<domain::EnquiryLot> one, const std::vector<domain::EnquiryLot>& other) {
    for (std::size_t i = 0; i < one.size() && i < other.size(); ++i) one[i].abandoned = other[i].abandoned;
    return one == other;
}

}  // namespace

domain::EnquirySheet save_enquiry_lots(Session session, store::Database& base, domain::Id<domain::Enquiry> id,
                                       std::int64_t revision, std::vector<domain::EnquiryLot> lots) {
    store::Transaction tx = base.write();
    const domain::EnquirySheet sheet = require_open_enquiry(tx, id);
    require_sound(domain::faults(lots));
    refuse_nir_in(domain::enquiry_fields(lots));
    const auto before = domain::enquiry_fields(sheet.lots);
    const auto after = domain::enquiry_fields(lots);
    if (sheet.enquiry.revision != revision) refuse_stale(domain::conflict_issues(before, after));
    if (lots == sheet.lots) return sheet;
    if (!same_but_abandoned(lots, sheet.lots)) require_not_agreed(sheet);
    store::Enquiries enquiries(tx);
    const std::size_t count = enquiries.save_lots(id, std::move(lots)).size();
    enquiries.save(sheet.enquiry);
    return finish_enquiry(tx, session, "dossier.lots", id, "lots=" + std::to_string(count));
}

std::vector<domain::EnquiryLot> lots_of(const std::vector<domain::LotFigures>& figures) {
    std::vector<domain::EnquiryLot> out;
    for (const domain::LotFigures& one : figures) {
        domain::EnquiryLot lot;
        lot.number = one.number;
        lot.title = one.title;
        // A word of the file that is no trade is left to be found from the title, as when hours are computed.
        if (domain::CodeLists::embedded().trade(one.trade)) lot.trade = one.trade;
        lot.cpv = one.cpv;
        lot.estimate = one.amount;
        lot.maximum = one.maximum;
        out.push_back(std::move(lot));
    }
    return out;
}

}  // namespace clausier::app
