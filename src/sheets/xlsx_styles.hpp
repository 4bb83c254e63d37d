// The styles of an xlsx workbook, kept for one thing: what shape the numbers of each style have.
#pragma once
#include <string_view>
#include <vector>

#include "archive.hpp"
#include "number_format.hpp"

namespace clausier::sheets {

// The shape of every cell format ("xf") by its index, as cells name it. Throws Error(invalid) when the part is damaged.
std::vector<NumberShape> read_styles(Archive& archive, std::string_view entry);

}  // namespace clausier::sheets
