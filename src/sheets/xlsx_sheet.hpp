// The rows of one xlsx sheet, parsed as its part inflates.
#pragma once
#include <string_view>
#include <vector>

#include "archive.hpp"
#include "number_format.hpp"
#include "row_builder.hpp"
#include "xlsx_strings.hpp"

namespace clausier::sheets {

// What the cells of every sheet of a workbook refer to.
struct CellContext {
    const SharedStrings& strings;
    const std::vector<NumberShape>& shapes;  // by style
    bool epoch_1904 = false;
};

// Gives every row of the part to the builder's sink, until its end or until the sink stops; `report` gets the warnings.
void read_xlsx_sheet(Archive& archive, std::string_view entry, const CellContext& context, RowBuilder& row,
                     Report& report);

}  // namespace clausier::sheets
