// The list of an answer as rows: CSV, and typed cells that a door hands to a spreadsheet.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/rows.hpp"
#include "clausier/present/answer.hpp"

namespace clausier::present {

// The objects of the document's list (Answer::rows), or the document itself when it has none. They live as long as the
// answer.
std::vector<const boost::json::object*> row_objects(const Answer& answer);

// RFC 4180, exact: keys of the document as columns, dot decimals, ISO dates.
std::string csv(const Answer& answer);
// For Excel in French: semicolons, decimal commas, a BOM, and no text that could be a formula.
std::string csv_fr(const Answer& answer);

// A cell of a spreadsheet, as core::Cell tells its kind and writes its text.
struct TypedCell {
    core::CellKind kind = core::CellKind::empty;
    std::string text{};

    [[nodiscard]] core::Cell cell() const { return {kind, text}; }
    friend bool operator==(const TypedCell&, const TypedCell&) = default;
};

// Rows for a spreadsheet: decimals are numbers, dates are dates, references and names stay texts whatever they look
// like. `titles` are in French, one a column.
struct TypedTable {
    std::vector<std::string> titles;
    std::vector<int> widths;  // in characters, what the column needs within 8 to 60
    std::vector<std::vector<TypedCell>> rows;
};
TypedTable typed_table(const Answer& answer);

// What people read for a key of a document: "date_notification" is "Notifié le".
std::string column_title(std::string_view key);

}  // namespace clausier::present
