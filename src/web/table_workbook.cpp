// Writes tables through the workbook writer.
#include "table_workbook.hpp"

#include "clausier/sheets/write.hpp"

namespace clausier::web {

void write_table(const present::TypedTable& table, std::string_view sheet, const std::filesystem::path& file) {
    sheets::XlsxWriter writer(file);
    writer.sheet(sheet, table.widths);
    std::vector<sheets::OutCell> cells;
    for (const std::string& title : table.titles) cells.push_back({title, sheets::Style::header});
    writer.row(cells);
    for (const auto& row : table.rows) {
        cells.clear();
        for (const present::TypedCell& cell : row) cells.push_back({sheets::same_value(cell.cell())});
        writer.row(cells);
    }
    writer.close();
}

void write_table(const present::Answer& answer, const std::filesystem::path& file) {
    write_table(present::typed_table(answer), answer.title.empty() ? "Clausier" : answer.title, file);
}

}  // namespace clausier::web
