// A CSV of data/: its rows by column name, its faults collected with file, line and column.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/dates.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/table.hpp"

namespace clausier::domain {

class DataFile {
public:
    // Throws Error(invalid) when the text is no table or lacks one of the columns.
    DataFile(std::string_view csv, std::string_view file, const std::vector<std::string_view>& columns);

    [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
    // "data/codes/regions.csv, ligne 3, colonne « code »"
    [[nodiscard]] std::string place(std::size_t row, std::string_view column) const;
    [[nodiscard]] const std::string& text(std::size_t row, std::string_view column) const;
    // The text, an issue when it is empty.
    const std::string& required(std::size_t row, std::string_view column);
    // The text, an issue when it is empty or another row has it.
    const std::string& unique(std::size_t row, std::string_view column);
    // The text, an issue when it is none of these.
    const std::string& one_of(std::size_t row, std::string_view column, const std::vector<std::string_view>& words);
    // "yes" or "no", an issue otherwise.
    bool yes(std::size_t row, std::string_view column);
    // An ISO date, or nothing when the cell is empty or, with an issue, unreadable.
    std::optional<core::Date> date(std::size_t row, std::string_view column);
    // The texts between bars: "a|b".
    [[nodiscard]] std::vector<std::string> list(std::size_t row, std::string_view column) const;

    void fault(std::size_t row, std::string_view column, std::string_view code, std::string text);
    std::vector<core::Issue>& issues() { return issues_; }
    // Throws Error(invalid) with every issue collected, if there is one.
    void finish() const;

private:
    std::string file_;
    core::Table table_;
    std::vector<core::Issue> issues_;
};

}  // namespace clausier::domain
