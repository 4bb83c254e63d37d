// Writes the hours of a tender into a workbook.
#include "hours_workbook.hpp"

#include "clausier/present/hours_columns.hpp"
#include "clausier/sheets/write.hpp"

namespace clausier::web {

void write_hours(const std::filesystem::path& file, const domain::TenderHours& tender) {
    sheets::XlsxWriter writer(file);
    writer.sheet("Heures d’insertion", {8, 44, 16, 12, 10, 12, 12, 10, 50});
    present::HoursColumns columns(2);
    std::vector<sheets::OutCell> header{{std::string("Lot"), sheets::Style::header},
                                        {std::string("Intitulé"), sheets::Style::header}};
    for (sheets::OutCell& cell : columns.header()) header.push_back(std::move(cell));
    std::uint32_t row = writer.row(header);
    for (const domain::LotHours& lot : tender.lots) {
        std::vector<sheets::OutCell> cells{{lot.figures.number}, {lot.figures.title}};
        for (sheets::OutCell& cell : columns.lot(lot, row + 1)) cells.push_back(std::move(cell));
        row = writer.row(cells);
    }
    writer.row(columns.total(tender));
    writer.close();
}

}  // namespace clausier::web
