// The columns of the tables of open data: their names, their types, what they hold.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "clausier/decp/export.hpp"

namespace clausier::decp {

// `type` is one of Table Schema. `holder` is the row's, from 0.
struct TableColumn {
    std::string_view name, type, title;
    bool required = false;
    std::string (*value)(const TakenLot& taken, std::size_t holder) = nullptr;
};
std::span<const TableColumn> table_columns();

struct LeftOutColumn {
    static constexpr std::string_view type = "string";
    static constexpr bool required = false;
    std::string_view name, title;
    std::string (*value)(const LeftOutLot& left_out, const core::Issue& fault) = nullptr;
};
std::span<const LeftOutColumn> left_out_columns();

}  // namespace clausier::decp
