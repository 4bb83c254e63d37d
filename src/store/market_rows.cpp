// Columns read one after the other, in the order of the lists.
#include "market_rows.hpp"

#include "column_reader.hpp"

namespace clausier::store {

domain::Market read_market(const Statement& row, int first) {
    domain::Market m;
    ColumnReader(row, first) >> m.id >> m.buyer >> m.operation >> m.reference >> m.reference_derived >> m.object >>
        m.nature >> m.procedure >> m.cpv >> m.place_code >> m.place_type >> m.notified_on >> m.published_on >>
        m.consultation_on >> m.estimated_need >> m.duration_months >> m.considerations >> m.environmental >> m.revision;
    return m;
}

domain::Lot read_lot(const Statement& row) {
    domain::Lot l;
    ColumnReader reader(row);
    reader >> l.id >> l.market >> l.number >> l.title >> l.section >> l.bracket >> l.cpv >> l.trade >> l.place_code >>
        l.place_type >> l.notified_on >> l.duration_months >> l.considerations >> l.environmental >> l.amount >>
        l.amount_min >> l.amount_estimated >> l.amount_max >> l.labour_share >> l.effort >> l.hourly_cost >> l.hours >>
        l.revision;
    domain::each_value(l.essential, [&](auto& value) { reader >> value; });
    return l;
}

}  // namespace clausier::store
