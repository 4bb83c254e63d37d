// What Excel demands of the texts and names written in a workbook.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace clausier::sheets {

struct XlsxText {
    std::string text;
    bool cut = false;
};

// Well-formed UTF-8 without the control characters that XML forbids (U+FFFD stands for them), line ends as LF, and at
// most 32 767 UTF-16 units: beyond, the text is cut and ends with "…". What would read as an escape (_x0041_) is
// escaped.
XlsxText xlsx_text(std::string_view text);

// A sheet's name: at most 31 units, none of []:*?/\, no apostrophe at the ends, not "History", "Feuille" when nothing
// is left, and followed by a number when one of `taken` is the same but for the case.
std::string xlsx_sheet_name(std::string_view name, const std::vector<std::string>& taken);

}  // namespace clausier::sheets
