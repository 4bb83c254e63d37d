// Copies a sheet row by row, with our columns beside it.
#include "clausier/sheets/annotated_copy.hpp"

namespace clausier::sheets {

AnnotatedCopy::AnnotatedCopy(XlsxWriter& writer, std::size_t columns, Beside beside)
    : writer_(writer), columns_(columns), beside_(std::move(beside)) {}

bool AnnotatedCopy::row(const core::Row& row) {
    while (last_ + 1 < row.number) last_ = writer_.row({});
    cells_.clear();
    for (const core::Cell& cell : row.cells) cells_.push_back({same_value(cell), Style::plain});
    cells_.resize(std::max(columns_, cells_.size()));
    for (OutCell& cell : beside_(row.number, last_ + 1)) cells_.push_back(std::move(cell));
    last_ = writer_.row(cells_);
    return true;
}

}  // namespace clausier::sheets
