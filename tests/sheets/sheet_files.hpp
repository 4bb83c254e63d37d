// Small workbooks and documents written by hand for tests, and a sink that shows what was read.
#pragma once
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "archive.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"
#include "make_zip.hpp"

namespace clausier::tests {

// One letter for the kind and the text: "t abc", "n 1.5", "d 2026-03-01", "b true", "e #N/A", "-" when empty.
inline std::string show(const core::Cell& cell) {
    if (cell.empty()) return "-";
    constexpr std::string_view letters = "-tndbe";
    return std::string(1, letters[static_cast<std::size_t>(cell.kind)]) + " " + std::string(cell.text);
}

// Keeps every row as "3: t abc | n 1.5".
class Shown final : public core::RowSink {
public:
    explicit Shown(std::size_t at_most = 1'000'000) : at_most_(at_most) {}
    bool row(const core::Row& row) override {
        std::string line = std::to_string(row.number) + ":";
        for (std::size_t i = 0; i < row.cells.size(); ++i) line += (i == 0 ? " " : " | ") + show(row.cells[i]);
        rows.push_back(std::move(line));
        return rows.size() < at_most_;
    }
    std::vector<std::string> rows;

private:
    std::size_t at_most_;
};

// A sink that only lets rows go by.
class Counted final : public core::RowSink {
public:
    bool row(const core::Row&) override {
        ++rows;
        return true;
    }
    std::uint64_t rows = 0;
};

inline sheets::Source source_of(std::string_view bytes, const sheets::Limits& limits = {}) {
    sheets::Source source;
    source.name = "essai.xlsx";
    source.bytes = bytes;
    source.limits = limits;
    return source;
}

// What a refusal says, "place : sentence"; "accepté" when nothing is refused.
template <class F>
std::string refusal_of(F&& action) {
    try {
        action();
    } catch (const core::Error& error) {
        return error.what();
    }
    return "accepté";
}

inline bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// The parts of an xlsx with one sheet, each of which a test may set.
struct XlsxParts {
    std::string rows;
    std::string strings{};      // the items of the shared strings
    std::string styles{};       // the content of styleSheet
    std::string workbook_pr{};  // the attributes of workbookPr
    std::string sheet_part = "xl/worksheets/sheet1.xml";
};

inline std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"" + std::string(id) +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + std::string(type) +
           "\" Target=\"" + std::string(target) + "\"/>";
}

inline std::vector<ZipEntry> xlsx_entries(const XlsxParts& parts) {
    return {
        {"[Content_Types].xml",
         "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"},
        {"_rels/.rels",
         "<Relationships>" + relationship("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns:r=\"urn:r\"><workbookPr " + parts.workbook_pr +
                                "/><sheets><sheet name=\"Lots\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels", "<Relationships>" + relationship("r1", "worksheet", "/" + parts.sheet_part) +
                                           relationship("r2", "sharedStrings", "sharedStrings.xml") +
                                           relationship("r3", "styles", "styles.xml") + "</Relationships>"},
        {"xl/sharedStrings.xml", "<sst>" + parts.strings + "</sst>"},
        {"xl/styles.xml", "<styleSheet>" + parts.styles + "</styleSheet>"},
        {parts.sheet_part, "<worksheet><sheetData>" + parts.rows + "</sheetData></worksheet>"},
    };
}

inline std::string xlsx(const XlsxParts& parts) { return make_zip(xlsx_entries(parts)); }

inline constexpr std::string_view ods_mimetype = "application/vnd.oasis.opendocument.spreadsheet";

// An ods of this content of office:spreadsheet, after these automatic styles.
inline std::string ods(const std::string& tables, const std::string& styles = {}) {
    return make_zip({{"mimetype", std::string(ods_mimetype), false},
                     {"content.xml",
                      "<office:document-content xmlns:office=\"urn:o\" xmlns:table=\"urn:t\" xmlns:text=\"urn:x\" "
                      "xmlns:style=\"urn:s\" xmlns:calcext=\"urn:c\"><office:automatic-styles>" +
                          styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables +
                          "</office:spreadsheet></office:body></office:document-content>"}});
}

inline std::string ods_table(const std::string& rows) {
    return ods("<table:table table:name=\"Lots\">" + rows + "</table:table>");
}

// The folder of real files, or an empty path after skipping the test with its reason.
inline std::filesystem::path real_files() {
    const char* set = std::getenv("CLAUSIER_SHARED");
    const std::filesystem::path folder =
        (set != nullptr ? std::filesystem::path(set) : std::filesystem::path(CLAUSIER_SOURCE_DIR) / ".." / "shared") /
        "data";
    if (!std::filesystem::exists(folder)) SKIP("no real files: " << folder.lexically_normal().string() << " is absent");
    return folder;
}

}  // namespace clausier::tests
