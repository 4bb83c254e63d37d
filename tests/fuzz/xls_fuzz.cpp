// Any bytes as an .xls, as a whole file and as the workbook stream inside a sound compound file: nothing crashes, hangs
// or grows without bound, and every cell is UTF-8.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "clausier/core/text.hpp"
#include "clausier/sheets/read.hpp"
#include "sheets/xls_files.hpp"

namespace {

using namespace clausier;

struct Checked : core::RowSink {
    bool row(const core::Row& row) override {
        if (row.number <= last) std::abort();
        last = row.number;
        for (const auto& cell : row.cells)
            if (!core::is_utf8(cell.text)) std::abort();
        return true;
    }
    std::uint64_t last = 0;
};

void read_file(std::string_view bytes) {
    sheets::Source source;
    source.name = "essai.xls";
    source.bytes = bytes;
    try {
        const auto opened = sheets::open(source);
        if (opened.format != sheets::Format::xls) return;
        for (std::size_t i = 0; i < opened.sheets.size() && i < 8; ++i) {
            Checked sink;
            sheets::read(source, sink, opened.sheets[i].name);
        }
    } catch (const core::Error&) {  // refused, as it should be
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string_view content = bytes.substr(1);
    if (data[0] % 2 == 0)
        read_file(content);
    else
        read_file(tests::xls(data[0] % 4 == 1 ? std::string(content) : tests::lots_stream(std::string(content))));
    return 0;
}
