// Columns into a market and a lot.
#include "contract_row.hpp"

#include <fmt/format.h>

#include "clausier/core/text.hpp"
#include "column_reader.hpp"

namespace clausier::store {
namespace {

constexpr std::string_view by_hand = R"(
       (SELECT group_concat(k.kind || ':' || k.form) FROM lot_clauses k WHERE k.lot_id = l.id),
       EXISTS (SELECT 1 FROM market_exceptions e WHERE e.market_id = l.market_id))";

}  // namespace

std::string contract_source(bool untouched) {
    return fmt::format(R"(
SELECT l.id, l.market_id, m.buyer_id, b.kind, m.reference_derived, m.nature, m.procedure, m.cpv, m.place_code,
       m.place_type, m.notified_on, m.consultation_on, m.estimated_need_cents, m.duration_months, m.considerations,
       m.environmental, l.section, l.cpv, l.place_code, l.place_type, l.notified_on, l.considerations, l.environmental,
       l.amount_cents, l.techniques, l.execution_modes, l.framework_reference, l.innovative, l.advance, l.offers,
       l.holder_sme, l.holder_department, l.buying_unit, l.modifications, l.subcontracts, {}, h.rank, o.scheme,
       o.identifier
FROM lots l CROSS JOIN markets m ON m.id = l.market_id CROSS JOIN organisations b ON b.id = m.buyer_id
     LEFT JOIN lot_holders h ON h.lot_id = l.id LEFT JOIN organisations o ON o.id = h.organisation_id)",
                       untouched ? std::string_view("NULL, 0") : by_hand);
}

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
