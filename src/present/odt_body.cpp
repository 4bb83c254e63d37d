// Writes the blocks of a document in OpenDocument.
#include "odt_body.hpp"

#include <algorithm>
#include <utility>

#include "document_figure.hpp"
#include "document_text.hpp"
#include "odt_styles.hpp"
#include "table_widths.hpp"

namespace clausier::present {
namespace {

// Hundredths of a millimetre.
constexpr int kPortrait = 17'000;
constexpr int kLandscape = 25'700;
constexpr std::string_view kOpen =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3">)";
constexpr std::string_view kCounters =
    R"(<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Tableau"/><text:sequence-decl text:display-outline-level="0" text:name="Figure"/></text:sequence-decls>)";

class Body {
public:
    Body(const Document& document, const Rasteriser& raster) : document_(document), raster_(raster) {}

    OdtBody run() && {
        if (!document_.title.empty()) paragraph("Title", pieces(document_.title));
        if (!document_.subject.empty()) paragraph("Subtitle", pieces(document_.subject));
        for (const Block& block : document_.blocks) std::visit([&](const auto& one) { write(one); }, block);
        out_.xml = std::string(kOpen) + styles_.xml() + "<office:body><office:text>" + std::string(kCounters) + xml_ +
                   "</office:text></office:body></office:document-content>";
        return std::move(out_);
    }

private:
    std::string look(OdtLook one) {
        one.new_page = std::exchange(break_, false);
        one.after_table = std::exchange(after_table_, false);
        return styles_.paragraph(one);
    }

    void text(const std::vector<Piece>& all) {
        for (const Piece& piece : all) {
            if (piece.line_break) {
                xml_ += "<text:line-break/>";
                continue;
            }
            const char* style = piece.strong ? (piece.emphasis ? "Gras_20_italique" : "Strong_20_Emphasis")
                                             : (piece.emphasis ? "Emphasis" : nullptr);
            if (style) xml_ += "<text:span text:style-name=\"" + std::string(style) + "\">";
            add_escaped(xml_, piece.text);
            if (style) xml_ += "</text:span>";
        }
    }

    void paragraph(std::string_view style, const std::vector<Piece>& all) { paragraph(OdtLook{style}, all); }
    void paragraph(const OdtLook& one, const std::vector<Piece>& all) {
        xml_ += "<text:p text:style-name=\"" + look(one) + "\">";
        text(all);
        xml_ += "</text:p>";
    }

    void write(const Title& title) {
        const std::string level = std::to_string(std::clamp(title.level, 1, 4));
        const std::string style = "Heading_20_" + level;
        xml_ += "<text:h text:style-name=\"" + look({style}) + "\" text:outline-level=\"" + level + "\">";
        text(pieces(title.text));
        xml_ += "</text:h>";
    }
    void write(const Paragraph& one) { paragraph(one.note ? "Note" : "Text_20_body", pieces(one.text)); }
    void write(const PageBreak&) { break_ = true; }

    void write(const List& list) {
        if (list.items.empty()) return;
        xml_ += list.numbered ? "<text:list text:style-name=\"Numeros\">" : "<text:list text:style-name=\"Puces\">";
        for (const ListItem& item : list.items) {
            xml_ += "<text:list-item>";
            paragraph("Liste", pieces(item.text));
            for (const List& inner : item.inner) write(inner);
            xml_ += "</text:list-item>";
        }
        xml_ += "</text:list>";
    }

    // « Tableau 3 : le texte ».
    void caption(std::string_view style, const std::string& name, int number, const std::string& words) {
        const std::string digits = std::to_string(number);
        xml_ += "<text:p text:style-name=\"" + look({style}) + "\">" + name +
                "\u00a0<text:sequence text:ref-name=\"ref" + name + digits + "\" text:name=\"" + name +
                "\" text:formula=\"ooow:" + name + "+1\" style:num-format=\"1\">" + digits + "</text:sequence>";
        text(pieces("\u00a0: " + words));
        xml_ += "</text:p>";
    }

    void write(const DocTable& table) {
        if (column_count(table) == 0) return;
        if (!table.caption.empty())
            caption("Tableau", "Tableau", ++tables_, table.caption);
        else if (after_table_)
            paragraph("Apres_20_tableau", {});
        const std::vector<int> widths =
            column_widths(table, document_.landscape ? kLandscape : kPortrait, document_.landscape);
        const std::string name = styles_.table(widths, std::exchange(break_, false));
        xml_ += "<table:table table:name=\"" + name + "\" table:style-name=\"" + name + "\">";
        for (std::size_t c = 1; c <= widths.size(); ++c)
            xml_ += "<table:table-column table:style-name=\"" + name + "." + std::to_string(c) + "\"/>";
        rows(table, widths.size());
        xml_ += "</table:table>";
        after_table_ = true;
    }

    void rows(const DocTable& table, std::size_t columns) {
        if (!table.headers.empty()) {
            xml_ += "<table:table-header-rows>";
            row(table, table.headers, columns, "CelluleEntete", "Table_20_Heading");
            xml_ += "</table:table-header-rows>";
        }
        for (const std::vector<Runs>& cells : table.rows) {
            const bool last = &cells == &table.rows.back();
            const bool total = last && table.total;
            row(table, cells, columns,
                total  ? "CelluleTotal"
                : last ? "CelluleFin"
                       : "Cellule",
                total ? "Total_20_de_20_tableau" : "Table_20_Contents");
        }
    }

    void row(const DocTable& table, const std::vector<Runs>& cells, std::size_t columns, std::string_view cell_style,
             std::string_view style) {
        const int usual = table_font(table, document_.landscape);
        xml_ += "<table:table-row table:style-name=\"Ligne\">";
        for (std::size_t c = 0; c < columns; ++c) {
            xml_ +=
                "<table:table-cell table:style-name=\"" + std::string(cell_style) + "\" office:value-type=\"string\">";
            const OdtLook one{style, alignment(table, c), false, false, usual == kTableFont ? 0 : usual};
            paragraph(one, c < cells.size() ? pieces(cells[c]) : std::vector<Piece>{});
            xml_ += "</table:table-cell>";
        }
        xml_ += "</table:table-row>";
    }

    void write(const Figure& figure) {
        const std::optional<Picture> drawn = picture(figure, document_.landscape, raster_);
        ++figures_;
        if (!drawn) {
            if (!figure.caption.empty()) caption("Tableau", "Figure", figures_, figure.caption);
            return paragraph("Text_20_body", pieces(figure.text));
        }
        xml_ += "<text:p text:style-name=\"" + look({figure.caption.empty() ? "Text_20_body" : "Dessin"}) + "\">";
        drawing(*drawn, flat(figure.text));
        xml_ += "</text:p>";
        if (!figure.caption.empty()) caption("Legende_20_de_20_figure", "Figure", figures_, figure.caption);
    }

    void image(const char* extension, const char* type, const std::string& bytes) {
        const std::string name = "figure" + std::to_string(figures_) + extension;
        out_.images.push_back({name, type, bytes});
        xml_ += "<draw:image xlink:href=\"Pictures/" + name +
                "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"" + type +
                "\"/>";
    }

    void drawing(const Picture& drawn, const std::string& words) {
        // A pixel of 1/96 inch is 0.264583 mm.
        const auto size = [](int pixels) { return millimetres(pixels * 2540 / 96); };
        xml_ += "<draw:frame draw:style-name=\"Dessin\" draw:name=\"Figure " + std::to_string(figures_) +
                "\" text:anchor-type=\"as-char\" svg:width=\"" + size(drawn.width) + "\" svg:height=\"" +
                size(drawn.height) + "\">";
        // Readers take the first they can draw.
        image(".svg", "image/svg+xml", drawn.svg);
        if (!drawn.png.empty()) image(".png", "image/png", drawn.png);
        xml_ += "<svg:desc>";
        add_escaped(xml_, words);
        xml_ += "</svg:desc></draw:frame>";
    }

    const Document& document_;
    const Rasteriser& raster_;
    OdtBody out_;
    OdtStyles styles_;
    std::string xml_;
    bool break_ = false;        // the next paragraph or table begins a page
    bool after_table_ = false;  // the last block was a table
    int tables_ = 0;
    int figures_ = 0;
};

}  // namespace

OdtBody odt_body(const Document& document, const Rasteriser& raster) { return Body(document, raster).run(); }

}  // namespace clausier::present
