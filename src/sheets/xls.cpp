// Implements what the sheets of an .xls workbook share: texts, styles, names.
#include "xls.hpp"

#include <fmt/format.h>

#include <utility>

#include "little_endian.hpp"
#include "xls_sheet.hpp"

namespace clausier::sheets {
namespace {

constexpr std::uint64_t stream_limit = 256U << 20U;  // bytes; a full sheet of 65 536 × 256 numbers takes less

constexpr std::string_view damaged =
    "le classeur est tronqué ou abîmé ; ouvrez-le dans un tableur et enregistrez-le en xlsx";

}  // namespace

XlsWorkbook::XlsWorkbook(Compound& file, std::string name, const Limits& limits)
    : name_(std::move(name)),
      limits_(limits),
      stream_(file.read(file.has("Workbook") ? "Workbook" : "Book", stream_limit)) {
    read_globals();
}

void XlsWorkbook::read_globals() {
    BiffRecords records(stream_);
    BiffRecord record;
    if (!records.next(record) || record.type != biff::begin_of_part)
        throw core::Error(
            core::ErrorKind::invalid, name_,
            "le classeur date d’Excel 4 ou est abîmé ; ouvrez-le dans un tableur et enregistrez-le en xlsx");
    globals_.unicode = u16(record.data, 0) >= 0x600;
    std::unordered_map<std::uint32_t, NumberShape> formats;
    std::vector<std::uint32_t> styles;
    do {
        if (!records.next(record)) throw core::Error(core::ErrorKind::invalid, name_, damaged);
        if (record.type == biff::number_format) add_format(record.data, formats);
        if (record.type == biff::style) styles.push_back(u16(record.data, 2));
        if (record.type == biff::shared_texts) read_shared_texts(records.with_continuations(record));
        take(record);
    } while (record.type != biff::end_of_part);
    for (const auto id : styles) {
        const auto own = formats.find(id);
        globals_.styles.push_back(own != formats.end() ? own->second : built_in_shape(id));
    }
}

// What one record says on its own.
void XlsWorkbook::take(const BiffRecord& record) {
    const unsigned value = u16(record.data, 0);
    switch (record.type) {
        case biff::encrypted:
            throw core::Error(core::ErrorKind::invalid, name_,
                              "le classeur est protégé par un mot de passe ; enregistrez-le sans mot de passe");
        case biff::code_page:
            if (value == 10'000 || value == 32'768) globals_.bytes = Encoding::mac_roman;
            globals_.unknown_bytes = value != 10'000 && value != 32'768 && value != 1252 && value != 32'769;
            break;
        case biff::epoch:
            globals_.epoch_1904 = value == 1;
            break;
        case biff::sheet:
            add_sheet(record.data);
            break;
        default:
            break;
    }
}

void XlsWorkbook::add_format(std::string_view data, std::unordered_map<std::uint32_t, NumberShape>& formats) const {
    std::string code;
    BiffTexts text({data}, globals_.unicode, globals_.bytes);
    text.skip(2);
    if (text.append_text(globals_.unicode ? 2 : 1, code)) formats[u16(data, 0)] = shape_of_code(code);
}

void XlsWorkbook::add_sheet(std::string_view data) {
    constexpr unsigned worksheet = 0;
    if (u8(data, 5) != worksheet) return;
    SheetInfo info;
    BiffTexts text({data}, globals_.unicode, globals_.bytes);
    text.skip(6);
    if (!text.append_text(1, info.name)) throw core::Error(core::ErrorKind::invalid, name_, damaged);
    info.hidden = (u8(data, 4) & 3U) != 0;
    sheets_.push_back(std::move(info));
    begins_.push_back(u32(data, 0));
}

void XlsWorkbook::read_shared_texts(std::vector<std::string_view> pieces) {
    const std::uint32_t count = u32(pieces.front(), 4);
    BiffTexts texts(std::move(pieces), globals_.unicode, globals_.bytes);
    texts.skip(8);
    for (std::uint32_t i = 0; i < count; ++i) {
        // A wrong count is harmless until a cell asks for a text that is not there.
        if (!texts.append_text(2, globals_.texts)) break;
        if (globals_.texts.size() > limits_.shared_text)
            throw core::Error(core::ErrorKind::invalid, name_,
                              fmt::format("les textes du classeur dépassent {} Mio ; partagez-le en plusieurs fichiers",
                                          limits_.shared_text >> 20U));
        globals_.text_ends.push_back(globals_.texts.size());
    }
}

void XlsWorkbook::read(std::size_t sheet_index, core::RowSink& sink, Report& report,
                       const core::Progress& progress) const {
    XlsSheet sheet(stream_, begins_[sheet_index], globals_,
                   fmt::format("{}, feuille « {} »", name_, sheets_[sheet_index].name), limits_);
    sheet.give(sink, report, progress);
}

}  // namespace clausier::sheets
