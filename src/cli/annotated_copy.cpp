// Copies a sheet row by row, with our columns beside it.
#include "annotated_copy.hpp"

#include "clausier/core/dates.hpp"

namespace clausier::cli {

using core::CellKind;

sheets::Value same_value(const core::Cell& cell) {
    if (cell.empty()) return {};
    if (cell.kind == CellKind::number) return sheets::Number{std::string(cell.text)};
    if (cell.kind == CellKind::boolean) return cell.text == "true";
    if (cell.kind == CellKind::date)
        if (const auto date = core::parse_iso_date(cell.text)) return *date;
    return std::string(cell.text);
}

AnnotatedCopy::AnnotatedCopy(sheets::XlsxWriter& writer, std::size_t columns, Beside beside)
    : writer_(writer), columns_(columns), beside_(std::move(beside)) {}

bool AnnotatedCopy::row(const core::Row& row) {
    while (last_ + 1 < row.number) last_ = writer_.row({});
    cells_.clear();
    for (const core::Cell& cell : row.cells) cells_.push_back({same_value(cell), sheets::Style::plain});
    cells_.resize(std::max(columns_, cells_.size()));
    for (sheets::OutCell& cell : beside_(row.number, last_ + 1)) cells_.push_back(std::move(cell));
    last_ = writer_.row(cells_);
    return true;
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + static_cast<char>((left - 1) % 26)));
    return letters;
}

}  // namespace clausier::cli
