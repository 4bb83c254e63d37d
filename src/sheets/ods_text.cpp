// Implements the text of OpenDocument cells.
#include "ods_text.hpp"

#include <algorithm>
#include <charconv>

namespace clausier::sheets {
namespace {

constexpr std::string_view white = " \t\r\n";
constexpr std::uint64_t most_spaces = std::uint64_t{1} << 32;  // more than any row may weigh

}  // namespace

void OdsText::start_paragraph() {
    if (paragraphs_++ != 0) row_.append("\n");
    at_start_ = true;
    space_pending_ = false;
}

void OdsText::element(std::string_view name, const XmlAttributes& attributes) {
    std::uint64_t count = 1;
    char what = '\n';
    if (name == "s") {
        what = ' ';
        const auto c = attributes.get("c");
        std::from_chars(c.data(), c.data() + c.size(), count);
        count = std::min(count, most_spaces);
    } else if (name == "tab") {
        what = '\t';
    } else if (name != "line-break") {
        return;
    }
    flush_space();
    at_start_ = false;
    row_.weigh(count);
    row_.text().append(static_cast<std::size_t>(count), what);
}

void OdsText::text(std::string_view piece) {
    while (!piece.empty()) {
        const auto begin = std::min(piece.find_first_not_of(white), piece.size());
        if (begin != 0 && !at_start_) space_pending_ = true;
        piece.remove_prefix(begin);
        if (piece.empty()) return;
        flush_space();
        at_start_ = false;
        const auto end = std::min(piece.find_first_of(white), piece.size());
        row_.append(piece.substr(0, end));
        piece.remove_prefix(end);
    }
}

void OdsText::flush_space() {
    if (space_pending_) row_.append(" ");
    space_pending_ = false;
}

}  // namespace clausier::sheets
