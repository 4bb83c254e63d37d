// Writes typed tables.
#include "clausier/present/data_table.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "clausier/core/dates.hpp"
#include "clausier/core/table.hpp"

namespace clausier::present {
namespace {

namespace json = boost::json;

// The name of a type here, in a Table Schema, and how many characters its column needs.
struct TypeWords {
    std::string_view name;
    std::string_view frictionless;
    int width;
};
constexpr std::array<TypeWords, 7> type_words{{{"texte", "string", 0},
                                               {"entier", "integer", 12},
                                               {"decimal", "number", 12},
                                               {"pourcentage", "number", 12},
                                               {"euros", "number", 18},
                                               {"date", "date", 12},
                                               {"booleen", "boolean", 10}}};
constexpr int narrowest = 8;
constexpr int widest = 60;
constexpr std::size_t rows_looked_at = 200;

const TypeWords& words(DataType type) { return type_words.at(static_cast<std::size_t>(type)); }

DataType type_of(std::string_view name) {
    for (std::size_t i = 0; i < type_words.size(); ++i)
        if (type_words[i].name == name) return static_cast<DataType>(i);
    throw core::Error(core::ErrorKind::invalid, "colonnes", "le type « " + std::string(name) + " » n’existe pas");
}

core::Value typed_value(DataType type, const std::string& text) {
    if (text.empty()) return {};
    switch (type) {
        case DataType::text:
            break;
        case DataType::integer:
            if (const auto value = core::parse_scaled(text, 1)) return *value;
            break;
        case DataType::decimal:
            return core::Number{text};
        case DataType::percent:
            if (const auto value = core::parse_percent(text, true)) return *value;
            break;
        case DataType::euros:
            if (const auto value = core::parse_euros(text, true)) return *value;
            break;
        case DataType::date:
            if (const auto value = core::parse_iso_date(text)) return *value;
            break;
        case DataType::boolean:
            return text == "true";
    }
    return text;
}

int characters(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

int width_of(const DataTable& table, std::size_t column) {
    constexpr int margin = 2;
    int out = std::max(words(table.columns[column].type).width, characters(table.columns[column].title) + margin);
    for (std::size_t row = 0; row < std::min(rows_looked_at, table.rows.size()); ++row)
        out = std::max(out, characters(table.rows[row].at(column)) + margin);
    return std::clamp(out, narrowest, widest);
}

}  // namespace

std::string csv(const DataTable& table) {
    core::Table out;
    for (const DataColumn& column : table.columns) out.columns.push_back(column.key);
    out.rows = table.rows;
    return core::to_csv(out);
}

json::object table_schema(const DataTable& table) {
    json::array fields;
    for (const DataColumn& column : table.columns)
        fields.push_back({{"name", column.key}, {"title", column.title}, {"type", words(column.type).frictionless}});
    return {{"name", table.name},
            {"title", table.title},
            {"fields", std::move(fields)},
            {"missingValues", json::array{""}}};
}

core::OutSheet out_sheet(const DataTable& table) {
    core::OutSheet out;
    out.name = table.title;
    std::vector<core::OutCell> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        out.widths.push_back(width_of(table, i));
        cells.push_back({table.columns[i].title, core::Style::header});
    }
    out.rows.push_back(std::move(cells));
    for (const auto& row : table.rows) {
        cells.clear();
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            cells.push_back({typed_value(table.columns[i].type, row.at(i))});
        out.rows.push_back(std::move(cells));
    }
    return out;
}

json::object data_json(const DataTable& table) {
    json::array columns;
    for (const DataColumn& column : table.columns)
        columns.push_back({{"cle", column.key}, {"titre", column.title}, {"type", words(column.type).name}});
    json::array rows;
    rows.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        json::array cells;
        cells.reserve(row.size());
        for (const std::string& cell : row) cells.emplace_back(cell);
        rows.emplace_back(std::move(cells));
    }
    return {{"nom", table.name}, {"titre", table.title}, {"colonnes", std::move(columns)}, {"lignes", std::move(rows)}};
}

DataTable read_data(const json::value& value) try {
    DataTable out;
    out.name = std::string(value.at("nom").as_string());
    out.title = std::string(value.at("titre").as_string());
    for (const json::value& column : value.at("colonnes").as_array())
        out.columns.push_back({std::string(column.at("cle").as_string()), std::string(column.at("titre").as_string()),
                               type_of(column.at("type").as_string())});
    for (const json::value& row : value.at("lignes").as_array()) {
        std::vector<std::string> cells;
        for (const json::value& cell : row.as_array()) cells.emplace_back(cell.as_string());
        cells.resize(out.columns.size());
        out.rows.push_back(std::move(cells));
    }
    return out;
} catch (const core::Error&) {
    throw;
} catch (const std::exception&) {
    throw core::Error(core::ErrorKind::invalid, "", "ce contenu n’est pas celui d’un tableau publié");
}

}  // namespace clausier::present
