// Columns read one after the other, in the order of the lists.
#include "enquiry_rows.hpp"

#include "clausier/core/text.hpp"
#include "column_reader.hpp"

namespace clausier::store {
namespace {

std::vector<std::string> codes(const std::string& joined) {
    std::vector<std::string> out;
    if (joined.empty()) return out;
    for (const std::string_view one : core::split(joined, ',')) out.emplace_back(one);
    return out;
}

}  // namespace

std::string joined_codes(const std::vector<std::string>& codes) {
    std::string out;
    for (const std::string& one : codes) out += (out.empty() ? "" : ",") + one;
    return out;
}

domain::Enquiry read_enquiry(const Statement& row) {
    domain::Enquiry e;
    domain::Purchase& p = e.purchase;
    ColumnReader read(row);
    read >> e.id >> e.buyer;
    e.state = domain::enquiry_state(read.text()).value();
    read >> p.object >> p.cpv;
    p.type = domain::purchase_type(read.text()).value();
    p.buyer_category = domain::buyer_category(read.text()).value();
    read >> p.defence >> p.department >> p.estimated_need >> p.duration_months >> p.consultation_on >>
        p.insertion.structures >> p.insertion.mean_turnover >> p.disability.structures >> p.disability.mean_turnover >>
        e.owner >> e.requested_on >> e.question_due_on >> e.publication_due_on >> e.answers_due_on;
    e.publics = codes(read.text());
    e.modalities = codes(read.text());
    read >> e.refusal_reason >> e.exception_reason >> e.note >> e.chosen >> e.recommended >> e.market >> e.opcs >>
        e.revision;
    return e;
}

domain::EnquiryLot read_enquiry_lot(const Statement& row) {
    domain::EnquiryLot l;
    ColumnReader(row) >> l.id >> l.number >> l.title >> l.trade >> l.cpv >> l.estimate >> l.maximum >> l.abandoned;
    return l;
}

domain::Scenario read_scenario(const Statement& row) {
    domain::Scenario s;
    domain::LotHypotheses& h = s.hypotheses;
    ColumnReader read(row);
    read >> s.id >> s.enquiry >> s.name >> h.labour_share >> h.effort >> h.hourly_cost;
    h.rounding = domain::HourRounding::parse(read.text()).value();
    read >> s.revision;
    return s;
}

domain::ScenarioLot read_scenario_lot(const Statement& row) {
    domain::ScenarioLot c;
    ColumnReader(row) >> c.lot >> c.clause_kind >> c.labour_share >> c.effort >> c.hourly_cost >> c.hours;
    return c;
}

domain::Offer read_offer(const Statement& row) {
    domain::Offer o;
    ColumnReader(row) >> o.id >> o.lot >> o.company >> o.identifier.scheme >> o.identifier.text >> o.amount >>
        o.hours >> o.kept >> o.revision;
    return o;
}

}  // namespace clausier::store
