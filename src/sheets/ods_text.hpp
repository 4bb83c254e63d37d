// The text of an OpenDocument cell: paragraphs joined by line ends, white space collapsed as the format asks.
#pragma once
#include <cstdint>
#include <string_view>

#include "row_builder.hpp"
#include "xml.hpp"

namespace clausier::sheets {

// Appends to the row's text what the paragraphs of one cell show. Elements are those inside the paragraph; the caller
// leaves out what a paragraph only carries (annotations, notes, ruby, frames).
class OdsText {
public:
    explicit OdsText(RowBuilder& row) : row_(row) {}

    void start_cell() { paragraphs_ = 0; }
    [[nodiscard]] bool any_paragraph() const { return paragraphs_ != 0; }
    void start_paragraph();
    // text:s, text:tab, text:line-break; nothing for the others. Throws as RowBuilder::append().
    void element(std::string_view name, const XmlAttributes& attributes);
    void text(std::string_view piece);

private:
    void flush_space();

    RowBuilder& row_;
    std::uint64_t paragraphs_ = 0;
    bool at_start_ = true;        // white space is dropped here
    bool space_pending_ = false;  // a run of white space was seen and is one space if something follows
};

}  // namespace clausier::sheets
