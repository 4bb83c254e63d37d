// The lists of columns, and the SQL written from them.
#include "tender_columns.hpp"

#include <fmt/format.h>

#include <array>

namespace clausier::store {
namespace {

constexpr std::string_view text_type = "TEXT NOT NULL";
constexpr std::string_view place_given = "s.place_code <> ''";

constexpr std::array<TenderColumn, 15> market{{
    {"object", text_type, "s.object <> ''"},
    {"nature", text_type, "s.nature <> ''"},
    {"procedure", text_type, "s.procedure <> ''"},
    {"cpv", text_type, "s.cpv <> ''"},
    {"place_code", text_type, place_given},
    {"place_type", text_type, place_given},
    {"department", "TEXT", place_given},
    {"notified_on", "TEXT", "s.notified_on IS NOT NULL"},
    {"published_on", "TEXT", "s.published_on IS NOT NULL"},
    {"consultation_on", "TEXT", "s.consultation_on IS NOT NULL"},
    {"estimated_need_cents", "INTEGER", "s.estimated_need_cents IS NOT NULL"},
    {"duration_months", "INTEGER", "s.duration_months IS NOT NULL"},
    {"considerations", "TEXT", "s.considerations IS NOT NULL"},
    {"environmental", "TEXT", "s.environmental IS NOT NULL"},
    {"operation_id", text_type, "s.operation <> ''", "operation",
     "(SELECT min(p.id) FROM operations p WHERE p.name = s.operation)",
     "(SELECT p.name FROM operations p WHERE p.id = m.operation_id)"},
}};

constexpr std::array<TenderColumn, 20> lot{{
    {"title", text_type, "s.title <> ''"},
    {"section", text_type, "s.section <> ''"},
    {"bracket", text_type, "s.bracket <> ''"},
    {"cpv", text_type, "s.cpv <> ''"},
    {"trade", text_type, "s.trade <> ''"},
    {"place_code", text_type, place_given},
    {"place_type", text_type, place_given},
    {"department", "TEXT", place_given},
    {"notified_on", "TEXT", "s.notified_on IS NOT NULL"},
    {"duration_months", "INTEGER", "s.duration_months IS NOT NULL"},
    {"considerations", "TEXT", "s.considerations IS NOT NULL"},
    {"environmental", "TEXT", "s.environmental IS NOT NULL"},
    {"amount_cents", "INTEGER", "s.amount_cents IS NOT NULL"},
    {"amount_min_cents", "INTEGER", "s.amount_min_cents IS NOT NULL"},
    {"amount_estimated_cents", "INTEGER", "s.amount_estimated_cents IS NOT NULL"},
    {"amount_max_cents", "INTEGER", "s.amount_max_cents IS NOT NULL"},
    {"labour_share_bp", "INTEGER", "s.labour_share_bp IS NOT NULL"},
    {"effort_bp", "INTEGER", "s.effort_bp IS NOT NULL"},
    {"hourly_cost_cents", "INTEGER", "s.hourly_cost_cents IS NOT NULL"},
    {"hours_centi", "INTEGER", "s.hours_centi IS NOT NULL"},
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
