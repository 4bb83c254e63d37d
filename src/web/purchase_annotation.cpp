// Writes annotated files of purchases.
#include "purchase_annotation.hpp"

#include "clausier/present/purchases.hpp"
#include "clausier/sheets/annotated_copy.hpp"
#include "clausier/sheets/annotated_csv.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::web {
namespace {

// Where the header is and how wide the file is.
class Shape final : public domain::PlainTable {
public:
    Shape() : PlainTable(domain::purchase_columns(), {}) {}

protected:
    void take(const core::Row&) override {}
};

struct Reading {
    sheets::Source source;
    std::optional<std::string> sheet;
    Shape shape;

    explicit Reading(const app::AnnotatedPurchases& annotated) {
        source.path = annotated.path;
        source.name = annotated.file.file_name;
        if (!annotated.file.sheet.empty()) sheet = annotated.file.sheet;
        try {
            give(shape);
            shape.finish();
        } catch (const core::Error&) {
            // Columns chosen by hand have no known title; the header is then the row above the first note.
            if (shape.columns().header_row == 0) throw;
        }
    }
    void give(core::RowSink& sink) const {
        sheets::read(source, sink, sheet ? std::optional<std::string_view>(*sheet) : std::nullopt);
    }
    [[nodiscard]] std::vector<std::string> beside(const app::AnnotatedPurchases& annotated, std::uint64_t line) const {
        if (line == shape.columns().header_row) return present::purchase_note_titles();
        const auto note = annotated.notes.find(line);
        return note == annotated.notes.end() ? std::vector<std::string>{} : present::purchase_note_cells(note->second);
    }
    // Columns chosen by hand stop the first reading before the widest row is known.
    [[nodiscard]] std::size_t width() const { return std::max(shape.width(), shape.columns().columns.size()); }
};

}  // namespace

std::string annotated_csv(const app::AnnotatedPurchases& annotated) {
    const Reading reading(annotated);
    const char separator = sheets::open(reading.source).separator;
    std::string out;
    sheets::AnnotatedCsv copy(
        separator ? separator : ';', reading.width(),
        [&](std::uint64_t line) { return reading.beside(annotated, line); },
        [&](std::string_view text) { out += text; });
    reading.give(copy);
    return out;
}

void write_annotated(const std::filesystem::path& to, const app::AnnotatedPurchases& annotated) {
    const Reading reading(annotated);
    const std::uint64_t header_row = reading.shape.columns().header_row;
    sheets::XlsxWriter writer(to);
    writer.sheet("Achats annotés", {}, static_cast<int>(header_row));
    sheets::AnnotatedCopy copy(writer, reading.width(), [&](std::uint64_t line, std::uint32_t) {
        std::vector<core::OutCell> cells;
        for (std::string& text : reading.beside(annotated, line))
            cells.push_back({std::move(text), line == header_row ? core::Style::header : core::Style::plain});
        return cells;
    });
    reading.give(copy);
    writer.close();
}

}  // namespace clausier::web
