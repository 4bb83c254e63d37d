// The records of a BIFF stream (.xls), and the texts and numbers inside them. Nothing here trusts a length.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

// The record types that carry what a reader of values wants, by their number in the format.
namespace biff {
enum Type : std::uint16_t {
    formula = 0x06,
    end_of_part = 0x0A,
    epoch = 0x22,
    encrypted = 0x2F,
    continued = 0x3C,
    code_page = 0x42,
    sheet = 0x85,
    many_rk = 0xBD,
    rich_label = 0xD6,
    style = 0xE0,
    shared_texts = 0xFC,
    shared_label = 0xFD,
    number = 0x203,
    label = 0x204,
    boolean_or_error = 0x205,
    formula_text = 0x207,
    rk = 0x27E,
    number_format = 0x41E,
    begin_of_part = 0x809,
};
}  // namespace biff

struct BiffRecord {
    std::uint16_t type = 0;
    std::size_t at = 0;  // of the data, in the stream
    std::string_view data;
};

// The records from a place of the stream on.
class BiffRecords {
public:
    explicit BiffRecords(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}
    // False at the end of the stream, and where a record does not fit in it.
    bool next(BiffRecord& record);
    // The data of the record just given and of the records that continue it, which are passed over.
    std::vector<std::string_view> with_continuations(const BiffRecord& record);

private:
    std::string_view stream_;
    std::size_t at_;
};

// Texts that may run over several pieces, each continuation beginning with a byte that tells how it is written.
class BiffTexts {
public:
    // `bytes` is the encoding of texts in BIFF5, whose characters are single bytes; `unicode` is true for BIFF8.
    BiffTexts(std::vector<std::string_view> pieces, bool unicode, Encoding bytes)
        : pieces_(std::move(pieces)), unicode_(unicode), bytes_(bytes) {}

    void skip(std::size_t count);
    // The next text, whose length takes `width` bytes, appended to `out`. False, and nothing is to be kept, when the
    // pieces end first.
    bool append_text(std::size_t width, std::string& out);

private:
    std::uint64_t integer(std::size_t width);
    bool append_characters(std::size_t count, bool wide, std::string& out);
    [[nodiscard]] std::string_view rest() const;
    bool next_piece();

    std::vector<std::string_view> pieces_;
    bool unicode_;
    Encoding bytes_;
    std::size_t piece_ = 0;
    std::size_t at_ = 0;
    bool ended_ = false;
};

// The value of a compressed RK number.
double rk_value(std::uint32_t rk);

// The shortest text that reads back as the same double; whole numbers below 10^17 have no exponent and no point.
void append_number(std::string& out, double value);

// "#N/A" for 0x2A; an unknown code is "#ERR".
std::string_view error_text(std::uint8_t code);

}  // namespace clausier::sheets
