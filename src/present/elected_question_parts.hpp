// Sums and cells that the page and the document of a question share.
#pragma once
#include <string>
#include <vector>

#include "clausier/domain/indicator.hpp"
#include "clausier/present/data_table.hpp"

namespace clausier::present {

void add(domain::Counted& sum, const domain::Counted& one);
domain::Counted total_of(const std::vector<std::vector<domain::Counted>>& cells);
// A cell of the list of contracts as people read it.
std::string contract_cell(const DataColumn& column, const std::string& text);

}  // namespace clausier::present
