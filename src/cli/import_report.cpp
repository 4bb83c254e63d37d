// Writes the annotated copy of an imported file.
#include "import_report.hpp"

#include "clausier/present/import_drafts.hpp"
#include "clausier/sheets/annotated_copy.hpp"

namespace clausier::cli {

void write_import_report(const std::string& file, const sheets::Source& source, std::optional<std::string_view> sheet,
                         const std::map<std::uint64_t, domain::LineRemarks>& remarks, std::uint64_t header_row,
                         std::size_t columns) {
    using sheets::Style;
    sheets::XlsxWriter writer(file);
    writer.sheet("Lignes annotées", {}, static_cast<int>(header_row));
    sheets::AnnotatedCopy copy(writer, columns, [&](std::uint64_t line, std::uint32_t) -> std::vector<sheets::OutCell> {
        if (line == header_row)
            return {{std::string("Sort de la ligne"), Style::header},
                    {std::string("Erreurs et remarques"), Style::header}};
        const auto found = remarks.find(line);
        const present::LineNote note = present::line_note(found == remarks.end() ? nullptr : &found->second);
        if (note.text.empty()) return {{note.outcome, Style::plain}};
        return {{note.outcome, note.rejected ? Style::error : Style::plain},
                {note.text, note.rejected ? Style::error : Style::warning}};
    });
    sheets::read(source, copy, sheet);
    writer.close();
}

}  // namespace clausier::cli
