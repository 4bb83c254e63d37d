// The texts of a document as every format writes them: clean, in French typography, escaped.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clausier/present/document.hpp"

namespace clausier::present {

// A stretch of one look within one line, or a line break (`line_break`, no text).
struct Piece {
    std::string text{};
    bool strong = false;
    bool emphasis = false;
    bool line_break = false;
};

// Well-formed UTF-8 whose every character an XML document may hold: what is malformed becomes U+FFFD; controls but line
// feeds, and marks that reverse the reading order, are dropped; a tab becomes a space.
std::string clean(std::string_view text);

// Clean, each run of plain spaces one space, none at the ends of a line; and a no-break space where French wants one:
// before : ; ? ! » % €, and after «, wherever a plain space stood, whatever the runs it is between.
std::vector<Piece> pieces(const Runs& runs);
std::vector<Piece> pieces(std::string_view text);

// The same as one text, line breaks as line feeds; and on one line, breaks as spaces.
std::string flat(const Runs& runs);
std::string flat(std::string_view text);
std::string one_line(const Runs& runs);

// Adds a clean text to XML, for contents and attributes alike.
void add_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

}  // namespace clausier::present
