// Writes runs and numbering fields of WordprocessingML.
#include "docx_runs.hpp"

namespace clausier::present {

void add_docx_runs(std::string& out, const std::vector<Piece>& pieces, int font) {
    for (const Piece& piece : pieces) {
        if (piece.line_break) {
            out += "<w:r><w:br/></w:r>";
            continue;
        }
        out += "<w:r>";
        if (piece.strong || piece.emphasis || font) {
            out += "<w:rPr>";
            if (piece.strong) out += "<w:b/><w:bCs/>";
            if (piece.emphasis) out += "<w:i/><w:iCs/>";
            if (font) {
                const std::string half_points = std::to_string(font / 5);
                out += "<w:sz w:val=\"" + half_points + "\"/><w:szCs w:val=\"" + half_points + "\"/>";
            }
            out += "</w:rPr>";
        }
        out += "<w:t xml:space=\"preserve\">";
        add_escaped(out, piece.text);
        out += "</w:t></w:r>";
    }
}

void add_docx_number(std::string& out, std::string_view name, int number) {
    // The long form of a field: some readers drop the text of the short one.
    out += "<w:r><w:t xml:space=\"preserve\">" + std::string(name) +
           "\u00a0</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
           "<w:r><w:instrText xml:space=\"preserve\"> SEQ " +
           std::string(name) +
           " \\* ARABIC </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>" +
           std::to_string(number) + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

}  // namespace clausier::present
