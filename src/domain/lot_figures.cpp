// Takes the figures of lots.
#include "clausier/domain/lot_figures.hpp"

namespace clausier::domain {
namespace {

// What a Lot and a TenderRecord say in the same words.
template <class Source>
LotFigures common_figures(const Source& source) {
    LotFigures out;
    out.trade = source.trade;
    out.cpv = source.cpv;
    out.amount = source.amount ? source.amount : source.amount_estimated;
    out.maximum = source.amount && source.amount == source.amount_max;
    out.labour_share = source.labour_share;
    out.effort = source.effort;
    out.hourly_cost = source.hourly_cost;
    return out;
}

}  // namespace

LotFigures figures_of(const Lot& lot, const Market& market, const Organisation& buyer) {
    LotFigures out = common_figures(lot);
    out.buyer = buyer.label();
    out.market = market.reference_derived ? market.object : market.reference;
    out.number = lot.number;
    out.title = lot.title.empty() ? market.object : lot.title;
    return out;
}

LotFigures figures_of(const TenderRecord& record) {
    LotFigures out = common_figures(record);
    out.market = record.reference_derived ? "" : record.reference;
    out.number = record.lot_number;
    out.title = record.lot_title.empty() ? record.object : record.lot_title;
    return out;
}

}  // namespace clausier::domain
