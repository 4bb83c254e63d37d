// A document as its author thinks it, whatever format it leaves in: titles, paragraphs, lists, tables, figures.
#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "clausier/core/clock.hpp"

namespace clausier::present {

// A piece of text of one look. When it is written, control characters are dropped, a line feed is a line break, and the
// plain spaces that French wants unbroken (before : ; ? ! » % €, after «) become so.
struct Run {
    std::string text{};
    bool strong = false;
    bool emphasis = false;
    bool operator==(const Run&) const = default;
};
using Runs = std::vector<Run>;

// Level 1 to 4.
struct Title {
    int level = 1;
    Runs text{};
    bool operator==(const Title&) const = default;
};
// `note`: small print (a source, a caveat).
struct Paragraph {
    Runs text{};
    bool note = false;
    bool operator==(const Paragraph&) const = default;
};
// Items of one paragraph each, or with one list inside.
struct ListItem;
struct List {
    bool numbered = false;
    std::vector<ListItem> items;
    bool operator==(const List&) const;
};
struct ListItem {
    Runs text{};
    std::vector<List> inner{};
    bool operator==(const ListItem&) const = default;
};
inline bool List::operator==(const List& other) const { return numbered == other.numbered && items == other.items; }

enum class Align { left, right, centre };
// The first row is repeated on each page. `widths` are shares of the page's width, in their own proportion; empty: from
// the contents. `align`, one a column; empty: left. `row_headers`: the first cell of each row names it. `total`: the
// last row is a total.
struct DocTable {
    std::string caption{};
    std::vector<Runs> headers{};
    std::vector<std::vector<Runs>> rows{};
    std::vector<int> widths{};
    std::vector<Align> align{};
    bool row_headers = true;
    bool total = false;
    bool operator==(const DocTable&) const = default;
};
// A chart or a map (chart.hpp, map.hpp), and what it shows in words, which stands for it where it cannot be drawn.
struct Figure {
    boost::json::object chart{};
    std::string text{};
    std::string caption{};
    bool operator==(const Figure&) const = default;
};
struct PageBreak {
    bool operator==(const PageBreak&) const = default;
};

using Block = std::variant<Title, Paragraph, List, DocTable, Figure, PageBreak>;

// Always in French (fr-FR), A4. `made_at` stands in the file, so that the same document gives the same bytes.
struct Document {
    std::string title{};
    std::string author{};   // the instance or organisation
    std::string subject{};  // "" when none
    core::Instant made_at{};
    bool landscape = false;
    std::vector<Block> blocks{};
};

// An SVG as a PNG of about `width` pixels, for formats that hold no SVG; nothing when it cannot be made here.
using Rasteriser = std::function<std::optional<std::string>(std::string_view svg, int width)>;
// A whole HTML page as a PDF. Throws Error(unavailable) with what to do instead when it cannot be made.
using PdfPrinter = std::function<std::string(const std::string& html)>;
// What stands outside the process; either may be empty.
struct Engines {
    Rasteriser raster{};
    PdfPrinter pdf{};
};

// The blocks as the partial « document » draws them, under the name `document` of the page: one object a block: genre
// ("titre", "paragraphe"…) and what it holds. Level 1 becomes <h2>, since a page has its own <h1>.
boost::json::array document_view(const Document& document);
// A page of its own, with its print style in it (A4, page numbers), without anything from elsewhere: what is printed
// and what the PDF is made from.
std::string print_page(const Document& document);
// OOXML and OpenDocument, as the bytes of a file: heading styles, repeated header rows, captions, numbers on the right,
// page numbers, language fr-FR.
std::string docx(const Document& document, const Rasteriser& raster = {});
std::string odt(const Document& document, const Rasteriser& raster = {});
// For copying: paragraphs on lines of their own, cells separated by tabs.
std::string plain_text(const Document& document);

}  // namespace clausier::present
