// A text as a picture that a telephone reads.
#pragma once
#include <string>
#include <string_view>

namespace clausier::web {

// The dark squares as one path of SVG, in units of a square, inside a margin of four.
struct QrCode {
    int side = 0;  // of the whole picture, margins included
    std::string path;
};

// Throws std::runtime_error when the text is too long for any.
QrCode qr_code(std::string_view text);

}  // namespace clausier::web
