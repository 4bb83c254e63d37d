// Markdown into blocks of a document: what the model can hold, and a reason for everything else.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/present/document.hpp"

namespace clausier::present {

// What cannot be taken, at a byte of the text.
struct MarkdownFault {
    std::size_t offset = 0;
    core::Severity severity = core::Severity::error;
    std::string text;  // what to write instead
};

struct MarkdownBlocks {
    std::vector<Block> blocks;
    std::vector<MarkdownFault> faults;
};

// CommonMark with the tables of GFM. Titles of level 1 to 4, paragraphs, lists of two levels, tables, small print
// (« > »), « --- » alone for a page break; **strong** and *emphasis*. The caption of a table is the paragraph just
// before it that begins with « Tableau : »; a last row that begins with « Total » is a total. HTML, links, pictures and
// code are faults.
MarkdownBlocks markdown_blocks(std::string_view text);

// A value as a text that no reader of Markdown takes for anything else, wherever it stands: no line end, no blank at
// either end, punctuation as numeric entities, and a character that is none on both sides, which markdown_blocks()
// takes away again.
void escape_markdown(std::string_view value, std::string& out);

}  // namespace clausier::present
