// How a table fills the width of a page, the same in every format.
#pragma once
#include <vector>

#include "clausier/present/document.hpp"

namespace clausier::present {

// Columns of the widest row, headers included.
std::size_t column_count(const DocTable& table);

// The width of each column, the whole being `total`, in the caller's unit: the table's own shares, or shares drawn from
// the contents so that long texts get room and the longest words are not cut where the page allows.
std::vector<int> column_widths(const DocTable& table, int total, bool landscape);

// Tenths of a point: the usual one, or smaller for tables of many columns.
constexpr int kTableFont = 95;
int table_font(const DocTable& table, bool landscape);

Align alignment(const DocTable& table, std::size_t column);

}  // namespace clausier::present
