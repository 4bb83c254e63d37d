// Names and writes the automatic styles of an ODT.
#include "odt_styles.hpp"

#include <fmt/format.h>

#include <numeric>

namespace clausier::present {

std::string millimetres(int hundredths) { return fmt::format("{}.{:02}mm", hundredths / 100, hundredths % 100); }

std::string OdtStyles::paragraph(const OdtLook& look) {
    std::string properties;
    if (look.new_page) properties += " fo:break-before=\"page\"";
    if (look.after_table) properties += " fo:margin-top=\"4mm\"";
    if (look.align == Align::right) properties += " fo:text-align=\"end\"";
    if (look.align == Align::centre) properties += " fo:text-align=\"center\"";
    std::string definition;
    if (!properties.empty()) definition += "<style:paragraph-properties" + properties + "/>";
    if (look.font)
        definition += fmt::format("<style:text-properties fo:font-size=\"{}.{}pt\"/>", look.font / 10, look.font % 10);
    if (definition.empty()) return std::string(look.style);
    const std::string parent =
        " style:family=\"paragraph\" style:parent-style-name=\"" + std::string(look.style) + "\">";
    const auto [at, added] = names_.emplace(parent + definition, "P" + std::to_string(names_.size() + 1));
    if (added) paragraphs_ += "<style:style style:name=\"" + at->second + "\"" + parent + definition + "</style:style>";
    return at->second;
}

std::string OdtStyles::table(const std::vector<int>& widths, bool new_page) {
    const std::string name = "Tableau" + std::to_string(++table_count_);
    const int total = std::accumulate(widths.begin(), widths.end(), 0);
    tables_ += "<style:style style:name=\"" + name +
               "\" style:family=\"table\"><style:table-properties style:width=\"" + millimetres(total) +
               "\" table:align=\"left\" table:border-model=\"collapsing\" fo:margin-bottom=\"1mm\"" +
               (new_page ? " fo:break-before=\"page\"" : "") + "/></style:style>";
    for (std::size_t c = 0; c < widths.size(); ++c)
        tables_ += "<style:style style:name=\"" + name + "." + std::to_string(c + 1) +
                   "\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"" +
                   millimetres(widths[c]) + "\"/></style:style>";
    return name;
}

std::string OdtStyles::xml() const {
    static constexpr std::string_view fixed =
        R"(<style:style style:name="Ligne" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>)"
        R"(<style:style style:name="Cellule" style:family="table-cell"><style:table-cell-properties fo:padding-left="1.5mm" fo:padding-right="1.5mm" fo:padding-top="0.7mm" fo:padding-bottom="0.7mm" fo:border-bottom="0.5pt solid #c3ccd2" fo:border-left="none" fo:border-right="none" fo:border-top="none"/></style:style>)"
        R"(<style:style style:name="CelluleEntete" style:family="table-cell"><style:table-cell-properties style:vertical-align="bottom" fo:background-color="#e9eef1" fo:padding-left="1.5mm" fo:padding-right="1.5mm" fo:padding-top="0.7mm" fo:padding-bottom="0.7mm" fo:border-bottom="0.5pt solid #c3ccd2" fo:border-left="none" fo:border-right="none" fo:border-top="1pt solid #1f4e5f"/></style:style>)"
        R"(<style:style style:name="CelluleFin" style:family="table-cell"><style:table-cell-properties fo:padding-left="1.5mm" fo:padding-right="1.5mm" fo:padding-top="0.7mm" fo:padding-bottom="0.7mm" fo:border-bottom="1pt solid #1f4e5f" fo:border-left="none" fo:border-right="none" fo:border-top="none"/></style:style>)"
        R"(<style:style style:name="CelluleTotal" style:family="table-cell"><style:table-cell-properties fo:padding-left="1.5mm" fo:padding-right="1.5mm" fo:padding-top="0.7mm" fo:padding-bottom="0.7mm" fo:border-bottom="1pt solid #1f4e5f" fo:border-left="none" fo:border-right="none" fo:border-top="1pt solid #1f4e5f"/></style:style>)"
        R"(<style:style style:name="Dessin" style:family="graphic"><style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>)";
    return "<office:automatic-styles>" + std::string(fixed) + paragraphs_ + tables_ + "</office:automatic-styles>";
}

}  // namespace clausier::present
