// Writes the annotated copy of an imported file.
#include "import_report.hpp"

#include "clausier/present/import_drafts.hpp"
#include "clausier/sheets/annotated_copy.hpp"

namespace clausier::cli {

void write_import_report(const std::string& file, const sheets::Source& source, std::optional<std::string_view> sheet,
                         const std::map<std::uint64_t, domain::LineRemarks>& remarks, std::uint64_t header_row,
                         std::size_t columns) {
    sheets::XlsxWriter writer(file);
    writer.sheet("Lignes annotées", {}, static_cast<int>(header_row));
    sheets::AnnotatedCopy copy(writer, columns, [&](std::uint64_t line, std::uint32_t) {
        return present::line_cells(line, header_row, remarks);
    });
    sheets::read(source, copy, sheet);
    writer.close();
}

}  // namespace clausier::cli
