// What Markdown needs besides its parser: the lines of a text, the cells of a row, runs that grow, values kept as
// texts.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/present/document.hpp"

struct cmark_node;

namespace clausier::present {

// A text and where its lines begin.
class MarkdownText {
public:
    explicit MarkdownText(std::string_view text);
    // The byte where a node begins; 0 when it does not tell.
    [[nodiscard]] std::size_t offset(cmark_node* node) const;
    // A line by its number from 1, without its end; "" when there is none.
    [[nodiscard]] std::string_view line(int number) const;
    // The byte there, '\0' after the end.
    [[nodiscard]] char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

// How many cells a row of a table has, as it was written.
std::size_t cells_of(std::string_view line);
// What stands after « Tableau : », or nothing when the runs do not begin so.
std::optional<std::string> caption_of(const Runs& runs);
// Whether the first cell that is not empty begins with « Total ».
bool is_total(const std::vector<Runs>& row);

// Adds a text in a look, to the last run when it has the same.
void append(Runs& runs, std::string_view text, const Run& look);
// Adds runs on a line of their own.
void append_line(Runs& runs, Runs more);
// Takes away the blanks at both ends, and what is then empty.
void trim(Runs& runs);
// A text without the marks that escape_markdown() puts around values.
std::string without_marks(std::string_view text);

}  // namespace clausier::present
