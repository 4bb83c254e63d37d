// How full a tender record is, and how it is emptied for the next row.
#include "clausier/domain/tender_record.hpp"

#include <initializer_list>

namespace clausier::domain {
namespace {

bool says(const std::string& text) { return !text.empty(); }
template <class T>
bool says(const std::optional<T>& value) {
    return value.has_value();
}
void forget(std::string& text) { text.clear(); }
template <class T>
void forget(std::optional<T>& value) {
    value.reset();
}

}  // namespace

void TenderRecord::clear() {
    for (std::string* text :
         {&buyer.identifier.scheme, &buyer.identifier.text, &buyer.name, &reference, &object, &nature, &procedure,
          &lot_number, &lot_title, &cpv, &trade, &place_code, &place_type, &section, &bracket, &operation})
        text->clear();
    line = 0;
    record.reset();
    buyer_kind = OrganisationKind::unknown;
    reference_derived = false;
    for (auto* date : {&consultation_on, &notified_on, &published_on}) date->reset();
    for (auto* euros : {&estimated_need, &amount, &amount_min, &amount_estimated, &amount_max, &hourly_cost})
        euros->reset();
    for (auto* rate : {&labour_share, &effort}) rate->reset();
    duration_months.reset();
    considerations.reset();
    environmental.reset();
    hours.reset();
    each_value(essential, [](auto& value) { forget(value); });
    for (std::string* text : {&added.modifications, &added.subcontracts, &added.subcontract_changes}) text->clear();
    amended = AmendedRow::no;
    holders.clear();
}

int completeness(const TenderRecord& record) {
    int filled = 0;
    for (const std::string* text :
         {&record.buyer.identifier.text, &record.buyer.name, &record.object, &record.nature, &record.procedure,
          &record.lot_title, &record.cpv, &record.trade, &record.place_code, &record.place_type, &record.section,
          &record.bracket, &record.operation})
        filled += text->empty() ? 0 : 1;
    for (const auto* date : {&record.consultation_on, &record.notified_on, &record.published_on})
        filled += date->has_value() ? 1 : 0;
    for (const auto* euros : {&record.estimated_need, &record.amount, &record.amount_min, &record.amount_estimated,
                              &record.amount_max, &record.hourly_cost})
        filled += euros->has_value() ? 1 : 0;
    for (const auto* rate : {&record.labour_share, &record.effort}) filled += rate->has_value() ? 1 : 0;
    filled += record.duration_months ? 1 : 0;
    filled += record.considerations ? 1 : 0;
    filled += record.environmental ? 1 : 0;
    filled += record.hours ? 1 : 0;
    each_value(record.essential, [&](const auto& value) { filled += says(value) ? 1 : 0; });
    return filled;
}

}  // namespace clausier::domain
