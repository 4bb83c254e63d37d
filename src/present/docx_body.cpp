// Writes the blocks of a document in WordprocessingML.
#include "docx_body.hpp"

#include <algorithm>
#include <utility>

#include "document_figure.hpp"
#include "docx_runs.hpp"
#include "table_widths.hpp"

namespace clausier::present {
namespace {

constexpr int kDeepest = 8;       // levels of lists count from 0
constexpr int kPixel = 9525;      // in EMU, at 96 an inch
constexpr int kFirstImage = 5;    // relationships 1 to 4 are the other parts
constexpr int kAfterTable = 200;  // twips before what follows a table
constexpr std::string_view kOpen =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"><w:body>)";

// How one paragraph differs from its style.
struct Look {
    std::string_view style = "Normal";
    Align align = Align::left;
    int list = 0;   // number of numbering.xml, 0: none
    int level = 0;  // of the list
    int font = 0;   // tenths of a point, 0: the style's
};

class Body {
public:
    Body(const Document& document, const Rasteriser& raster) : document_(document), raster_(raster) {}

    DocxBody run() && {
        xml() = kOpen;
        if (!document_.title.empty()) paragraph({"Title"}, pieces(document_.title));
        if (!document_.subject.empty()) paragraph({"Subtitle"}, pieces(document_.subject));
        for (const Block& block : document_.blocks) std::visit([&](const auto& one) { write(one); }, block);
        // A body never ends with a table.
        if (after_table_) paragraph({"AfterTable"}, {});
        section();
        return std::move(out_);
    }

private:
    std::string& xml() { return out_.xml; }

    void open(const Look& look) {
        xml() += "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(look.style) + "\"/>";
        if (std::exchange(break_, false)) xml() += "<w:pageBreakBefore/>";
        if (look.list)
            xml() += "<w:numPr><w:ilvl w:val=\"" + std::to_string(look.level) + "\"/><w:numId w:val=\"" +
                     std::to_string(look.list) + "\"/></w:numPr>";
        if (std::exchange(after_table_, false))
            xml() += "<w:spacing w:before=\"" + std::to_string(kAfterTable) + "\"/>";
        if (look.align != Align::left)
            xml() += look.align == Align::right ? "<w:jc w:val=\"right\"/>" : "<w:jc w:val=\"center\"/>";
        xml() += "</w:pPr>";
    }
    void close() { xml() += "</w:p>"; }

    void paragraph(const Look& look, const std::vector<Piece>& text) {
        open(look);
        add_docx_runs(xml(), text, look.font);
        close();
    }

    void write(const Title& title) {
        const std::string style = "Heading" + std::to_string(std::clamp(title.level, 1, 4));
        paragraph({style}, pieces(title.text));
    }
    void write(const Paragraph& one) { paragraph({one.note ? "Note" : "Normal"}, pieces(one.text)); }
    void write(const PageBreak&) { break_ = true; }
    void write(const List& list) { items(list, 0); }

    void items(const List& list, int depth) {
        const int level = std::min(depth, kDeepest);
        int number = 1;
        if (list.numbered) {
            out_.numbered.push_back(level);
            number = 1 + static_cast<int>(out_.numbered.size());
        }
        for (const ListItem& item : list.items) {
            paragraph({list.numbered ? "ListNumber" : "ListBullet", Align::left, number, level}, pieces(item.text));
            for (const List& inner : item.inner) items(inner, depth + 1);
        }
    }

    // « Tableau 3 : le texte ».
    void caption(std::string_view style, std::string_view name, int number, const std::string& text) {
        open({style});
        add_docx_number(xml(), name, number);
        add_docx_runs(xml(), pieces("\u00a0: " + text));
        close();
    }

    void write(const DocTable& table) {
        const std::size_t columns = column_count(table);
        if (columns == 0) return;
        if (!table.caption.empty()) {
            caption("Caption", "Tableau", ++tables_, table.caption);
        } else if (break_ || after_table_) {
            // Word would melt two tables into one.
            after_table_ = false;
            paragraph({"AfterTable"}, {});
        }
        const std::vector<int> widths = column_widths(table, docx_width(document_), document_.landscape);
        const int usual = table_font(table, document_.landscape);
        const int font = usual == kTableFont ? 0 : usual;
        open_table(table, widths);
        if (!table.headers.empty()) row(table, table.headers, widths, "TableHeader", font);
        for (const std::vector<Runs>& cells : table.rows) {
            const bool total = table.total && &cells == &table.rows.back();
            row(table, cells, widths, total ? "TableTotal" : "TableText", font);
        }
        xml() += "</w:tbl>";
        after_table_ = true;
    }

    void open_table(const DocTable& table, const std::vector<int>& widths) {
        xml() += "<w:tbl><w:tblPr><w:tblStyle w:val=\"Tableau\"/><w:tblW w:w=\"" +
                 std::to_string(docx_width(document_)) +
                 "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0000\" w:firstRow=\"" +
                 (table.headers.empty() ? "0" : "1") + "\" w:lastRow=\"" + (table.total ? "1" : "0") +
                 "\" w:firstColumn=\"" + (table.row_headers ? "1" : "0") +
                 "\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>";
        if (!table.caption.empty()) xml() += "<w:tblCaption w:val=\"" + escaped(flat(table.caption)) + "\"/>";
        xml() += "</w:tblPr><w:tblGrid>";
        for (const int width : widths) xml() += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
        xml() += "</w:tblGrid>";
    }

    void row(const DocTable& table, const std::vector<Runs>& cells, const std::vector<int>& widths,
             std::string_view style, int font) {
        const bool header = style == "TableHeader";
        const bool total = style == "TableTotal";
        xml() +=
            header ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (std::size_t c = 0; c < widths.size(); ++c) {
            xml() += "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(widths[c]) + "\" w:type=\"dxa\"/>";
            if (total)
                xml() += R"(<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="1F4E5F"/></w:tcBorders>)";
            if (header) xml() += R"(<w:shd w:val="clear" w:color="auto" w:fill="E9EEF1"/>)";
            if (header) xml() += "<w:vAlign w:val=\"bottom\"/>";
            xml() += "</w:tcPr>";
            paragraph({style, alignment(table, c), 0, 0, font},
                      c < cells.size() ? pieces(cells[c]) : std::vector<Piece>{});
            xml() += "</w:tc>";
        }
        xml() += "</w:tr>";
    }

    void write(const Figure& figure) {
        const std::optional<Picture> drawn =
            raster_ ? picture(figure, document_.landscape, raster_) : std::optional<Picture>();
        ++figures_;
        if (!drawn || drawn->png.empty()) {
            // Word shows an SVG only beside a PNG: without it, the figure is told.
            if (!figure.caption.empty()) caption("Caption", "Figure", figures_, figure.caption);
            return paragraph({"Normal"}, pieces(figure.text));
        }
        open({figure.caption.empty() ? "Normal" : "Figure"});
        drawing(*drawn, escaped(flat(figure.text)));
        close();
        if (!figure.caption.empty()) caption("FigureCaption", "Figure", figures_, figure.caption);
    }

    std::string image(std::string_view extension, const std::string& bytes) {
        const auto count = static_cast<int>(out_.images.size());
        const std::string id = "rId" + std::to_string(kFirstImage + count);
        out_.images.push_back({id, "image" + std::to_string(count + 1) + "." + std::string(extension), bytes});
        return id;
    }

    void drawing(const Picture& drawn, const std::string& words) {
        const std::string number = std::to_string(figures_);
        const std::string size =
            "cx=\"" + std::to_string(drawn.width * kPixel) + "\" cy=\"" + std::to_string(drawn.height * kPixel) + "\"";
        const std::string png = image("png", drawn.png);
        const std::string svg = image("svg", drawn.svg);
        const std::string named = " id=\"" + number + "\" name=\"Figure " + number + "\" descr=\"" + words + "\"/>";
        xml() += "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size +
                 "/><wp:docPr" + named +
                 "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
                 "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
                 "<pic:pic><pic:nvPicPr><pic:cNvPr" +
                 named + "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" + png +
                 "\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip r:embed=\"" + svg +
                 "\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                 "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " +
                 size +
                 "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
                 "</a:graphic></wp:inline></w:drawing></w:r>";
    }

    void section() {
        xml() += R"(<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>)";
        xml() += document_.landscape ? R"(<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>)"
                                     : R"(<w:pgSz w:w="11906" w:h="16838"/>)";
        xml() +=
            R"(<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>)";
    }

    const Document& document_;
    const Rasteriser& raster_;
    DocxBody out_;
    bool break_ = false;        // the next paragraph begins a page
    bool after_table_ = false;  // the last block was a table
    int tables_ = 0;
    int figures_ = 0;
};

}  // namespace

int docx_width(const Document& document) { return (document.landscape ? 16838 : 11906) - 2 * 1134; }

DocxBody docx_body(const Document& document, const Rasteriser& raster) { return Body(document, raster).run(); }

}  // namespace clausier::present
