// The lists of columns, and the SQL written from them.
#include "tender_columns.hpp"

#include <fmt/format.h>

#include <array>

#include "clausier/domain/essential_data.hpp"

namespace clausier::store {
namespace {

using domain::Field;

constexpr std::string_view text_type = "TEXT NOT NULL";
constexpr std::string_view place_given = "s.place_code <> ''";

constexpr std::array<TenderColumn, 15> market{{
    {Field::object, "object", text_type, "s.object <> ''"},
    {Field::nature, "nature", text_type, "s.nature <> ''"},
    {Field::procedure, "procedure", text_type, "s.procedure <> ''"},
    {Field::cpv, "cpv", text_type, "s.cpv <> ''"},
    {Field::place_code, "place_code", text_type, place_given},
    {Field::place_type, "place_type", text_type, place_given},
    {Field::place_code, "department", "TEXT", place_given},
    {Field::notified_on, "notified_on", "TEXT", "s.notified_on IS NOT NULL"},
    {Field::published_on, "published_on", "TEXT", "s.published_on IS NOT NULL"},
    {Field::consultation_on, "consultation_on", "TEXT", "s.consultation_on IS NOT NULL"},
    {Field::estimated_need, "estimated_need_cents", "INTEGER", "s.estimated_need_cents IS NOT NULL"},
    {Field::duration_months, "duration_months", "INTEGER", "s.duration_months IS NOT NULL"},
    {Field::social, "considerations", "TEXT", "s.considerations IS NOT NULL"},
    {Field::environmental, "environmental", "TEXT", "s.environmental IS NOT NULL"},
    {Field::operation, "operation_id", text_type, "s.operation <> ''", "operation",
     "CASE WHEN s.operation <> '' THEN (SELECT min(p.id) FROM operations p WHERE p.name = s.operation) END",
     "(SELECT p.name FROM operations p WHERE p.id = m.operation_id)"},
}};

constexpr std::array<TenderColumn, 43> lot{{
    {Field::lot_title, "title", text_type, "s.title <> ''"},
    {Field::section, "section", text_type, "s.section <> ''"},
    {Field::bracket, "bracket", text_type, "s.bracket <> ''"},
    {Field::cpv, "cpv", text_type, "s.cpv <> ''"},
    {Field::trade, "trade", text_type, "s.trade <> ''"},
    {Field::place_code, "place_code", text_type, place_given},
    {Field::place_type, "place_type", text_type, place_given},
    {Field::place_code, "department", "TEXT", place_given},
    {Field::notified_on, "notified_on", "TEXT", "s.notified_on IS NOT NULL"},
    {Field::duration_months, "duration_months", "INTEGER", "s.duration_months IS NOT NULL"},
    {Field::social, "considerations", "TEXT", "s.considerations IS NOT NULL"},
    {Field::environmental, "environmental", "TEXT", "s.environmental IS NOT NULL"},
    {Field::amount, "amount_cents", "INTEGER", "s.amount_cents IS NOT NULL"},
    {Field::amount_min, "amount_min_cents", "INTEGER", "s.amount_min_cents IS NOT NULL"},
    {Field::amount_estimated, "amount_estimated_cents", "INTEGER", "s.amount_estimated_cents IS NOT NULL"},
    {Field::amount_max, "amount_max_cents", "INTEGER", "s.amount_max_cents IS NOT NULL"},
    {Field::labour_share, "labour_share_bp", "INTEGER", "s.labour_share_bp IS NOT NULL"},
    {Field::effort_rate, "effort_bp", "INTEGER", "s.effort_bp IS NOT NULL"},
    {Field::hourly_cost, "hourly_cost_cents", "INTEGER", "s.hourly_cost_cents IS NOT NULL"},
    {Field::hours, "hours_centi", "INTEGER", "s.hours_centi IS NOT NULL"},
    // The essential data, in the order of domain::each_value.
    {Field::technique, "techniques", text_type, "s.techniques <> ''"},
    {Field::execution_modes, "execution_modes", text_type, "s.execution_modes <> ''"},
    {Field::framework_reference, "framework_reference", text_type, "s.framework_reference <> ''"},
    {Field::innovative, "innovative", "INTEGER", "s.innovative IS NOT NULL"},
    {Field::advance, "advance", "INTEGER", "s.advance IS NOT NULL"},
    {Field::advance_rate, "advance_rate_bp", "INTEGER", "s.advance_rate_bp IS NOT NULL"},
    {Field::subcontracting, "subcontracting", "INTEGER", "s.subcontracting IS NOT NULL"},
    {Field::ccag, "ccag", text_type, "s.ccag <> ''"},
    {Field::offers, "offers", "INTEGER", "s.offers IS NOT NULL"},
    {Field::consortium, "consortium", text_type, "s.consortium <> ''"},
    {Field::price_form, "price_form", text_type, "s.price_form <> ''"},
    {Field::price_types, "price_types", text_type, "s.price_types <> ''"},
    {Field::origin_eu, "origin_eu_bp", "INTEGER", "s.origin_eu_bp IS NOT NULL"},
    {Field::origin_france, "origin_france_bp", "INTEGER", "s.origin_france_bp IS NOT NULL"},
    {Field::starts_on, "starts_on", "TEXT", "s.starts_on IS NOT NULL"},
    {Field::subsidy, "subsidy_cents", "INTEGER", "s.subsidy_cents IS NOT NULL"},
    {Field::holder_sme, "holder_sme", "INTEGER", "s.holder_sme IS NOT NULL"},
    {Field::holder_department, "holder_department", text_type, "s.holder_department <> ''"},
    {Field::buying_unit, "buying_unit", text_type, "s.buying_unit <> ''"},
    {Field::modifications, "modifications", text_type, "s.modifications <> ''"},
    {Field::subcontracts, "subcontracts", text_type, "s.subcontracts <> ''"},
    {Field::subcontract_changes, "subcontract_changes", text_type, "s.subcontract_changes <> ''"},
    {Field::execution_years, "execution_years", text_type, "s.execution_years <> ''"},
}};

std::string_view staged_name(const TenderColumn& column) { return column.staged.empty() ? column.name : column.staged; }

template <class Write>
std::string joined(std::span<const TenderColumn> columns, std::string_view separator, Write write) {
    std::string sql;
    for (const TenderColumn& column : columns) {
        if (!sql.empty()) sql += separator;
        sql += write(column);
    }
    return sql;
}

std::string staged_value(const TenderColumn& column) {
    return column.staged_value.empty() ? fmt::format("s.{}", staged_name(column)) : std::string(column.staged_value);
}

}  // namespace

std::span<const TenderColumn> market_columns() { return market; }
std::span<const TenderColumn> lot_columns() { return lot; }

std::span<const TenderColumn> essential_columns() { return lot_columns().last(domain::essential_values); }

domain::Field field_of(std::string_view column) {
    for (const std::span<const TenderColumn> columns : {market_columns(), lot_columns()})
        for (const TenderColumn& known : columns)
            if (known.name == column) return known.field;
    return Field::holder_name;
}

std::string column_list(std::span<const TenderColumn> columns, std::string_view alias) {
    return joined(columns, ", ", [&](const TenderColumn& c) {
        return alias.empty() ? std::string(c.name) : fmt::format("{}.{}", alias, c.name);
    });
}

std::string staged_list(std::span<const TenderColumn> columns) {
    return joined(columns, ", ", [](const TenderColumn& c) { return std::string(staged_name(c)); });
}

std::string staged_values(std::span<const TenderColumn> columns) { return joined(columns, ", ", staged_value); }

std::string staged_text(const TenderColumn& column) { return fmt::format("s.{}", staged_name(column)); }

std::string kept_text(const TenderColumn& column) {
    return column.kept_text.empty() ? fmt::format("m.{}", column.name) : std::string(column.kept_text);
}

std::string column_definitions(std::span<const TenderColumn> columns) {
    return joined(columns, ", ", [](const TenderColumn& c) { return fmt::format("{} {}", staged_name(c), c.type); });
}

std::string column_replacements(std::span<const TenderColumn> columns) {
    return joined(columns, ", ",
                  [](const TenderColumn& c) { return fmt::format("{0} = excluded.{0}", staged_name(c)); });
}

std::string columns_differ(std::span<const TenderColumn> columns) {
    return joined(columns, " OR ", [](const TenderColumn& c) {
        return fmt::format("({} AND {} IS DISTINCT FROM {})", c.given, staged_text(c), kept_text(c));
    });
}

std::string column_updates(std::span<const TenderColumn> columns) {
    return joined(columns, ", ", [](const TenderColumn& c) {
        return fmt::format("{0} = CASE WHEN k.changed = 1 AND {1} THEN {2} ELSE m.{0} END", c.name, c.given,
                           staged_value(c));
    });
}

std::string column_restores(std::span<const TenderColumn> columns) {
    return joined(columns, ", ", [](const TenderColumn& c) { return fmt::format("{0} = b.{0}", c.name); });
}

}  // namespace clausier::store
