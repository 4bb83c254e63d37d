// Any bytes as a csv: nothing crashes, every cell is UTF-8, and what is read survives being written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/table.hpp"
#include "clausier/core/text.hpp"
#include "clausier/sheets/read.hpp"

namespace {

using namespace clausier;

void expect(bool holds) {
    if (!holds) std::abort();
}

struct Kept : core::RowSink {
    bool row(const core::Row& row) override {
        std::vector<std::string> texts;
        for (const auto& cell : row.cells) {
            expect(core::is_utf8(cell.text));
            texts.emplace_back(cell.text);
        }
        rows.push_back(std::move(texts));
        return true;
    }
    std::vector<std::vector<std::string>> rows;
};

// Pieces cut anywhere give what the whole gives.
void check_pieces(std::string_view text, char separator, std::size_t piece) {
    Kept whole, cut;
    core::CsvReader one(separator, whole), many(separator, cut);
    one.feed(text);
    one.finish();
    for (std::size_t at = 0; at < text.size(); at += piece) many.feed(text.substr(at, piece));
    many.finish();
    expect(whole.rows == cut.rows);
    expect(one.open_quote() == many.open_quote() && one.open_quote_line() == many.open_quote_line());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
    sheets::Source source;
    source.name = "essai.csv";
    source.bytes = bytes;
    source.encoding = static_cast<sheets::Encoding>(data[0] % 5);
    source.limits.row_bytes = 1 << 20;
    Kept kept;
    try {
        const auto report = sheets::read(source, kept);
        if (report.format != sheets::Format::csv) return 0;
        expect(report.rows == kept.rows.size());
    } catch (const core::Error&) {
        return 0;
    }
    std::string again;
    for (const auto& row : kept.rows) again += core::to_csv({row, {}});
    Kept second;
    core::CsvReader reader(',', second);
    reader.feed(again);
    reader.finish();
    expect(second.rows == kept.rows);
    if (core::is_utf8(bytes)) check_pieces(bytes, ";,\t|"[data[1] % 4], 1 + data[1] / 4U);
    return 0;
}
