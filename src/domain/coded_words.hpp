// The code and the words of each value of an enumeration, as a table.
#pragma once
#include <optional>
#include <string_view>

namespace clausier::domain {

template <class Value>
struct CodedWord {
    Value value;
    std::string_view code;   // in files, addresses and the database
    std::string_view label;  // in French
};

// The row of a value; the first one for a value that the table leaves out.
template <class Table, class Value>
constexpr const auto& word_of(const Table& table, Value value) {
    for (const auto& row : table)
        if (row.value == value) return row;
    return table.front();
}

// The value of a code; nothing when no row has it.
template <class Table>
constexpr auto value_of_code(const Table& table, std::string_view code) {
    std::optional<decltype(table.front().value)> out;
    for (const auto& row : table)
        if (!out && row.code == code) out = row.value;
    return out;
}

}  // namespace clausier::domain
