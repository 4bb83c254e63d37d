// Reads the rows of a form and numbers them again.
#include "row_form.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "clausier/core/text.hpp"

namespace clausier::web {
namespace {

// The number at the end of a text, 0 when there is none.
std::size_t number_of(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

bool is_blank(const std::vector<std::string>& row) {
    return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); });
}

}  // namespace

std::string RowForm::name(std::string_view column, std::size_t row) {
    return std::string(column) + "_" + std::to_string(row);
}

RowForm::RowForm(const http::Fields& sent, std::initializer_list<std::string_view> others,
                 std::initializer_list<RowTable> tables) {
    for (const RowTable& table : tables) tables_.push_back({table, {}});
    for (const std::string_view other : others)
        if (const std::string_view value = core::trim(sent.get(other).value_or("")); !value.empty())
            fields_.add(std::string(other), std::string(value));
    for (const http::Header& field : sent)
        if (const std::string_view value = core::trim(field.value); !value.empty())
            place(field.name, std::string(value));
    for (Rows& rows : tables_) {
        press(rows, sent);
        write(rows);
    }
}

void RowForm::place(std::string_view name, const std::string& value) {
    const std::size_t end = name.rfind('_');
    if (end == std::string_view::npos) return;
    const std::size_t row = number_of(name.substr(end + 1));
    if (row == 0) return;
    for (Rows& rows : tables_) {
        const auto& columns = rows.table.columns;
        const auto column = std::find(columns.begin(), columns.end(), name.substr(0, end));
        if (column == columns.end()) continue;
        if (row > rows.table.limit) {
            if (issues_.empty())
                issues_.push_back(
                    core::fault("trop_de_lignes", "cette page tient " + std::to_string(rows.table.limit) +
                                                      " lignes au plus\u00a0; calculez les autres à part"));
            return;
        }
        if (rows.cells.size() < row) rows.cells.resize(row, std::vector<std::string>(columns.size()));
        rows.cells[row - 1][static_cast<std::size_t>(column - columns.begin())] = value;
        return;
    }
}

// Rows asked for, then a row less, then a row more.
void RowForm::press(Rows& rows, const http::Fields& sent) {
    const RowTable& table = rows.table;
    const std::vector<std::string> none(table.columns.size());
    const std::string name(table.name);
    const std::size_t wanted = std::min(number_of(core::trim(sent.get(name + "s").value_or(""))), table.limit);
    rows.cells.resize(std::max({rows.cells.size(), wanted, table.least}), none);
    const std::size_t removed = number_of(core::trim(sent.get("retirer_" + name).value_or("")));
    if (removed > 0 && removed <= rows.cells.size())
        rows.cells.erase(rows.cells.begin() + static_cast<std::ptrdiff_t>(removed) - 1);
    rows.cells.resize(std::max(rows.cells.size(), table.least), none);
    if (sent.get("ajouter").value_or("") != name) return;
    if (rows.cells.size() < table.limit) rows.cells.push_back(none);
    focus_ = RowForm::name(table.columns.front(), rows.cells.size());
}

void RowForm::write(const Rows& rows) {
    for (std::size_t row = 0; row < rows.cells.size(); ++row)
        for (std::size_t column = 0; column < rows.table.columns.size(); ++column)
            if (!rows.cells[row][column].empty())
                fields_.add(name(rows.table.columns[column], row + 1), rows.cells[row][column]);
    if (rows.cells.size() > rows.table.least && is_blank(rows.cells.back()))
        fields_.add(std::string(rows.table.name) + "s", std::to_string(rows.cells.size()));
}

const RowForm::Rows& RowForm::of(std::string_view table) const {
    for (const Rows& rows : tables_)
        if (rows.table.name == table) return rows;
    throw std::logic_error("no table " + std::string(table));
}

std::size_t RowForm::rows(std::string_view table) const { return of(table).cells.size(); }

bool RowForm::blank(std::string_view table, std::size_t row) const { return is_blank(of(table).cells.at(row - 1)); }

const std::string& RowForm::value(std::string_view table, std::string_view column, std::size_t row) const {
    const Rows& rows = of(table);
    const auto& columns = rows.table.columns;
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) throw std::logic_error("no column " + std::string(column));
    return rows.cells.at(row - 1).at(static_cast<std::size_t>(found - columns.begin()));
}

boost::json::object row_cell(const RowForm& rows, const FormView& form, const RowPlace& place, std::string_view label,
                             bool figure) {
    const std::string name = RowForm::name(place.column, place.row);
    boost::json::object out =
        form.field({name, label, {}, figure ? "decimal" : ""}, rows.value(place.table, place.column, place.row));
    out["colonne"] = place.column;
    out["a_saisir"] = rows.focus() == name;
    return out;
}

}  // namespace clausier::web
