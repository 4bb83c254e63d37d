// Columns into a market and a lot.
#include "contract_row.hpp"

#include "clausier/core/text.hpp"
#include "column_reader.hpp"

namespace clausier::store {

void ContractRow::begin(const Statement& row) {
    market_ = {};
    lot_ = {};
    std::string kind;
    domain::EssentialData& data = lot_.essential;
    std::optional<std::string> clauses;
    ColumnReader(row) >> lot_.id >> market_.id >> market_.buyer >> kind >> market_.reference_derived >>
        market_.nature >> market_.procedure >> market_.cpv >> market_.place_code >> market_.place_type >>
        market_.notified_on >> market_.consultation_on >> market_.estimated_need >> market_.duration_months >>
        market_.considerations >> market_.environmental >> lot_.section >> lot_.cpv >> lot_.place_code >>
        lot_.place_type >> lot_.notified_on >> lot_.considerations >> lot_.environmental >> lot_.amount >>
        data.techniques >> data.execution_modes >> data.framework_reference >> data.innovative >> data.advance >>
        data.offers >> data.holder_sme >> data.holder_department >> data.buying_unit >> data.modifications >>
        data.subcontracts >> clauses >> excepted_;
    lot_.market = market_.id;
    buyer_kind_ = domain::organisation_kind(kind).value_or(domain::OrganisationKind::unknown);
    clauses_.clear();
    if (clauses)
        for (const std::string_view one : core::split(*clauses, ',')) {
            const std::size_t colon = one.find(':');
            clauses_.push_back({std::string(one.substr(0, colon)),
                                domain::clause_form(one.substr(colon + 1)).value_or(domain::ClauseForm::clause)});
        }
}

void ContractRow::add_holder(const Statement& row) {
    constexpr int rank = 37;
    if (row.is_null(rank)) return;
    domain::Holder holder;
    if (!row.is_null(rank + 2)) holder.identifier = {row.text(rank + 1), row.text(rank + 2)};
    lot_.holders.push_back(std::move(holder));
}

}  // namespace clausier::store
