// Forms with rows: fields whose names end with the number of their row ("montant_2"), rows added and taken away by
// buttons that need no script.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/http/form.hpp"
#include "form_view.hpp"

namespace clausier::web {

// A table of such rows. The button that adds one is named "ajouter" and bears `name`; the one that takes row 2 away is
// named "retirer_<name>" and bears 2; the field "<name>s" says how many rows there are.
struct RowTable {
    std::string_view name;  // "lot"
    std::vector<std::string_view> columns;
    std::size_t limit = 100;
    std::size_t least = 1;
};

// What was sent, tidied: rows numbered from 1 after the buttons have done their work, empty values left out. That is
// what the address of the page should hold.
class RowForm {
public:
    // `others` names the fields that belong to no row, in the order of the address.
    RowForm(const http::Fields& sent, std::initializer_list<std::string_view> others,
            std::initializer_list<RowTable> tables);

    [[nodiscard]] const http::Fields& fields() const { return fields_; }
    // How many rows a table shows.
    [[nodiscard]] std::size_t rows(std::string_view table) const;
    // Whether every field of a row is empty.
    [[nodiscard]] bool blank(std::string_view table, std::size_t row) const;
    // The value of a field, "" when it is empty.
    [[nodiscard]] const std::string& value(std::string_view table, std::string_view column, std::size_t row) const;
    // The field to type in next, "" when no row was just added.
    [[nodiscard]] const std::string& focus() const { return focus_; }
    // Nothing was sent but buttons.
    [[nodiscard]] bool empty() const { return fields_.empty(); }
    // A table with more rows than it holds.
    [[nodiscard]] const std::vector<core::Issue>& issues() const { return issues_; }

    static std::string name(std::string_view column, std::size_t row);

private:
    struct Rows {
        RowTable table;
        std::vector<std::vector<std::string>> cells;  // by row, then by column
    };
    void place(std::string_view name, const std::string& value);
    void press(Rows& rows, const http::Fields& sent);
    void write(const Rows& rows);
    [[nodiscard]] const Rows& of(std::string_view table) const;

    std::vector<Rows> tables_;
    http::Fields fields_;
    std::string focus_;
    std::vector<core::Issue> issues_;
};

// Where a field of a row stands.
struct RowPlace {
    std::string_view table, column;
    std::size_t row;
};

// The field as the partial « cellule » shows it: what FormView::field gives, with its colonne, and a_saisir when one
// types there next. `figure` brings the keyboard of numbers.
boost::json::object row_cell(const RowForm& rows, const FormView& form, const RowPlace& place, std::string_view label,
                             bool figure);

}  // namespace clausier::web
