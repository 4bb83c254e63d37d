// Tables of typed columns, as CSV with their Table Schema, as a sheet of a workbook and as JSON that gives them back.
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "clausier/core/out_cells.hpp"

namespace clausier::present {

// How the texts of a column read: percent is "30.00" for 30 %, euros "1234.50", dates ISO, booleans "true" and "false".
enum class DataType { text, integer, decimal, percent, euros, date, boolean };

struct DataColumn {
    std::string key;
    std::string title;  // in French
    DataType type = DataType::text;
};

// `name`: of its file, letters and underscores. A cell is "" when not known.
struct DataTable {
    std::string name;
    std::string title;
    std::vector<DataColumn> columns;
    std::vector<std::vector<std::string>> rows;
};

// RFC 4180: keys as header, commas, raw values.
std::string csv(const DataTable& table);
// The Table Schema of that CSV.
boost::json::object table_schema(const DataTable& table);
// Titles, then numbers as numbers and dates as dates; a text that does not read as its type stays a text.
core::OutSheet out_sheet(const DataTable& table);

boost::json::object data_json(const DataTable& table);
// The table of data_json(). Throws Error(invalid) when it is none.
DataTable read_data(const boost::json::value& json);

}  // namespace clausier::present
