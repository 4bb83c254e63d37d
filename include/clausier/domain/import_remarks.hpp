// The kinds of remark an import makes, each with its code, its severity and what it means.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "clausier/core/issue.hpp"

namespace clausier::domain {

enum class Remark : std::uint8_t {
    lost_accents,
    html,
    marker,
    marker_unusable,
    cell_error,
    cpv_zero,
    cpv_key,
    cpv_format,
    date_zone,
    date_time,
    date_unreadable,
    date_year,
    date_future,
    amount_unreadable,
    amount_several,
    amount_not_positive,
    amount_aberrant,
    amount_maximum,
    total_differs,
    unit_unexpected,
    number_unreadable,
    rate_doubtful,
    duration_unreadable,
    duration_doubtful,
    siret_format,
    siret_zero,
    siret_spaces,
    siret_key,
    scheme_unknown,
    scheme_absent,
    spelling,
    outside_list,
    value_decided,
    considerations_conflict,
    reference_derived,
    reference_damaged,
    reference_characters,
    lot_numbered,
    lot_number_twice,
    object_absent,
    holder_absent,
    flag_spelling,
    flag_unreadable,
    json_unreadable,
    modifications_unordered,
    modification_early,
    test_data,
    buyer_absent,
    row_incomplete,
};

struct RemarkInfo {
    Remark remark;
    std::string_view code;  // the code of the Issue
    core::Severity severity;
    std::string_view meaning;  // in French, for counts by kind
};

// Every kind, in the order of the enumeration; docs/IMPORT.md tells each.
std::span<const RemarkInfo> import_remarks();
const RemarkInfo& info(Remark remark);
// nullptr when no remark has that code.
const RemarkInfo* find_remark(std::string_view code);

}  // namespace clausier::domain
