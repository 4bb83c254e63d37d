// Runs of text in WordprocessingML.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "document_text.hpp"

namespace clausier::present {

// Adds the pieces as runs; `font` in tenths of a point, 0: the paragraph's own.
void add_docx_runs(std::string& out, const std::vector<Piece>& pieces, int font = 0);

// Adds « Tableau 3 » or « Figure 3 » as a field that Word counts again.
void add_docx_number(std::string& out, std::string_view name, int number);

}  // namespace clausier::present
