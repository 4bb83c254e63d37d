// What a file is, told from its first bytes.
#pragma once
#include <string_view>

namespace clausier::sheets {

// `json` and `xml` may be essential data: xml names a contract, json may be anything.
enum class Kind { empty, zip, compound, text, json, xml, refused };

struct Sniffed {
    Kind kind;
    // When refused: what it is and what to do, in French.
    std::string_view refusal{};
};

// `head` is the beginning of the file, some thousands of bytes; empty only when the file is.
Sniffed sniff(std::string_view head);

}  // namespace clausier::sheets
