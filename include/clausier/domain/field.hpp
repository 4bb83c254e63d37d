// What a column of a tender table can mean: the fields an import knows, their keys and their French labels.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "clausier/core/issue.hpp"

namespace clausier::domain {

enum class Field : std::uint8_t {
    ignored,
    buyer_id,
    buyer_scheme,
    buyer_name,
    reference,
    lot_number,
    lot_title,
    object,
    nature,
    technique,
    section,
    bracket,
    bracket_min,
    bracket_max,
    cpv,
    procedure,
    place_code,
    place_type,
    place_name,
    duration_months,
    notified_on,
    published_on,
    consultation_on,
    year,
    amount,
    amount_min,
    amount_max,
    amount_estimated,
    estimated_need,
    price_form,
    holder_id,
    holder_scheme,
    holder_name,
    holder_postcode,
    holder_sme,
    holder2_id,
    holder2_scheme,
    holder2_name,
    holder3_id,
    holder3_scheme,
    holder3_name,
    social,
    environmental,
    labour_share,
    effort_rate,
    hourly_cost,
    trade,
    hours,
    operation,
    source,
    execution_modes,
    framework_reference,
    innovative,
    advance,
    advance_rate,
    subcontracting,
    ccag,
    offers,
    consortium,
    price_types,
    origin_eu,
    origin_france,
    starts_on,
    subsidy,
    holder_department,
    buying_unit,
    modifications,
    subcontracts,
    subcontract_changes,
    execution_years,
    record,
    current,
    version,
    change_number,
    change_object,
    change_amount,
    change_months,
    change_notified_on,
    change_published_on,
    change_holder_id,
    change_holder_scheme,
    act_number,
    act_amount,
    act_months,
    act_notified_on,
    act_published_on,
    act_variation,
    subcontractor_id,
    subcontractor_scheme,
    act_change_number,
    act_change_amount,
    act_change_months,
    act_change_notified_on,
    act_change_published_on,
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::act_change_published_on) + 1;

// What the cells of a field look like; recognition compares it with the values a file really holds.
enum class ValueKind : std::uint8_t { text, name, identifier, date, amount, count, percent, hours, cpv, flag };

struct FieldInfo {
    Field field;
    std::string_view key;    // as profiles and the option --colonne name it: "montant"
    std::string_view label;  // as a reader sees it: "montant HT"
    ValueKind kind;
};

// Every field, in the order of the enumeration.
std::span<const FieldInfo> fields();
const FieldInfo& info(Field field);

// The field of that key or label, without regard to case or accents. Fault "champ_inconnu", with the nearest key.
core::Result<Field> parse_field(std::string_view text);

}  // namespace clausier::domain
