// Reads the files of imports, writes their annotated copies and the template.
#include "import_files.hpp"

#include "clausier/present/import_drafts.hpp"
#include "clausier/sheets/annotated_copy.hpp"
#include "clausier/sheets/read.hpp"
#include "table_workbook.hpp"

namespace clausier::web {
namespace {

sheets::Source source_of(const app::SheetFile& file) {
    sheets::Source out;
    out.path = file.path;
    out.name = file.name;
    out.keep_before_fault = file.keep_before_fault;
    return out;
}

std::optional<std::string_view> sheet_of(const app::SheetFile& file) {
    return file.sheet.empty() ? std::nullopt : std::optional<std::string_view>(file.sheet);
}

}  // namespace

app::SheetReader sheet_reader() {
    app::SheetReader out;
    out.sheets = [](const app::SheetFile& file) {
        std::vector<std::string> names;
        for (const sheets::SheetInfo& sheet : sheets::open(source_of(file)).sheets)
            if (!sheet.hidden) names.push_back(sheet.name);
        return names;
    };
    out.rows = [](const app::SheetFile& file, core::RowSink& sink, const core::Progress& progress) {
        return sheets::read(source_of(file), sink, sheet_of(file), progress).issues;
    };
    return out;
}

void write_annotated(const std::filesystem::path& to, const app::AnnotatedFile& annotated) {
    sheets::XlsxWriter writer(to);
    writer.sheet("Lignes annotées", {}, static_cast<int>(annotated.header_row));
    sheets::AnnotatedCopy copy(writer, annotated.columns, [&](std::uint64_t line, std::uint32_t) {
        return present::line_cells(line, annotated.header_row, annotated.remarks);
    });
    sheets::read(source_of(annotated.file), copy, sheet_of(annotated.file));
    writer.close();
}

void write_import_template(const std::filesystem::path& to) { write_table(present::import_template(), "Lots", to); }

}  // namespace clausier::web
