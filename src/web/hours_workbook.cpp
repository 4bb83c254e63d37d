// Writes the hours of a tender into a workbook.
#include "hours_workbook.hpp"

#include "clausier/present/hours_columns.hpp"
#include "clausier/sheets/write.hpp"

namespace clausier::web {
namespace {

// The looks of present are the styles of sheets, in the same order.
static_assert(int(present::CellLook::error) == int(sheets::Style::error));

// The value of a cell: each kind as it is, a formula with its value now.
struct Written {
    template <class T>
    sheets::Value operator()(T& value) const {
        return std::move(value);
    }
    sheets::Value operator()(present::FormulaText& formula) const {
        return std::visit([&](auto now) { return sheets::Formula{std::move(formula.text), now}; }, formula.value);
    }
};

std::vector<sheets::OutCell> out_cells(std::vector<present::HoursCell> cells) {
    std::vector<sheets::OutCell> out;
    for (present::HoursCell& cell : cells)
        out.push_back({std::visit(Written{}, cell.value), static_cast<sheets::Style>(cell.look)});
    return out;
}

}  // namespace

void write_hours(const std::filesystem::path& file, const domain::TenderHours& tender) {
    sheets::XlsxWriter writer(file);
    writer.sheet("Heures d’insertion", {8, 44, 16, 12, 10, 12, 12, 10, 50});
    present::HoursColumns columns(2);
    std::vector<sheets::OutCell> header{{std::string("Lot"), sheets::Style::header},
                                        {std::string("Intitulé"), sheets::Style::header}};
    for (sheets::OutCell& cell : out_cells(columns.header())) header.push_back(std::move(cell));
    std::uint32_t row = writer.row(header);
    for (const domain::LotHours& lot : tender.lots) {
        std::vector<sheets::OutCell> cells{{lot.figures.number}, {lot.figures.title}};
        for (sheets::OutCell& cell : out_cells(columns.lot(lot, row + 1))) cells.push_back(std::move(cell));
        row = writer.row(cells);
    }
    writer.row(out_cells(columns.total(tender)));
    writer.close();
}

}  // namespace clausier::web
