// The automatic styles of an ODT: how its paragraphs and tables differ from the styles that it names.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/present/document.hpp"

namespace clausier::present {

// How one paragraph differs from its style.
struct OdtLook {
    std::string_view style = "Text_20_body";
    Align align = Align::left;
    bool new_page = false;
    bool after_table = false;
    int font = 0;  // tenths of a point, 0: the style's
};

class OdtStyles {
public:
    // The style's own name when nothing differs, else that of an automatic style.
    std::string paragraph(const OdtLook& look);
    // The automatic style of a table, whose columns are its name with ".1", ".2"…; widths in hundredths of a
    // millimetre.
    std::string table(const std::vector<int>& widths, bool new_page);

    // Every automatic style asked for, in a fixed order.
    [[nodiscard]] std::string xml() const;

private:
    std::map<std::string, std::string> names_;  // by definition
    std::string paragraphs_;
    std::string tables_;
    int table_count_ = 0;
};

// "12.34mm" from hundredths of a millimetre.
std::string millimetres(int hundredths);

}  // namespace clausier::present
