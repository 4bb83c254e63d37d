// The columns that a file can fill in, of markets and of lots: one list for staging, difference, import and undo.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "clausier/domain/field.hpp"

namespace clausier::store {

// A column of the database, and of the staging file when its name there is another; its type there; and the condition,
// on the staging row s, under which the file gives it. What a file does not give is left as it was.
struct TenderColumn {
    domain::Field field;  // what a column of a file that fills it in means
    std::string_view name;
    std::string_view type;
    std::string_view given;
    std::string_view staged = {};
    // What stands in the database for the value of the row s, and what stands in the row m as the file would give it.
    std::string_view staged_value = {};
    std::string_view kept_text = {};
};

std::span<const TenderColumn> market_columns();
std::span<const TenderColumn> lot_columns();
// The last of lot_columns(): the values of domain::EssentialData, in the order of domain::each_value.
std::span<const TenderColumn> essential_columns();
// The field of a column of the database; the holders' for "holders", which are a table of their own.
domain::Field field_of(std::string_view column);

// "a, b, c", or "s.a, s.b, s.c" with the alias "s".
std::string column_list(std::span<const TenderColumn> columns, std::string_view alias = {});
// The same as the staging file names them, and what the rows s of the staging file bring to the database.
std::string staged_list(std::span<const TenderColumn> columns);
std::string staged_values(std::span<const TenderColumn> columns);
// What the row s of the staging file says of one column, and what the row m of the database does, as the file would.
std::string staged_text(const TenderColumn& column);
std::string kept_text(const TenderColumn& column);
// "object TEXT NOT NULL, notified_on TEXT, …" for a table of the staging file.
std::string column_definitions(std::span<const TenderColumn> columns);
// "a = excluded.a, …" for a row of the staging file that a better one replaces.
std::string column_replacements(std::span<const TenderColumn> columns);
// True on the rows `s` (given) and `m` (kept) that differ by what the file gives.
std::string columns_differ(std::span<const TenderColumn> columns);
// "a = CASE WHEN k.changed = 1 AND s.a <> '' THEN s.a ELSE m.a END, …": what the file gives goes into the kept row `m`
// where the comparison `k` found it changed.
std::string column_updates(std::span<const TenderColumn> columns);
// "a = b.a, …": the before-image `b` comes back.
std::string column_restores(std::span<const TenderColumn> columns);

}  // namespace clausier::store
