// Draws QR codes with libqrencode.
#include "qr_code.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <iterator>
#include <memory>
#include <stdexcept>

namespace clausier::web {

QrCode qr_code(std::string_view text) {
    constexpr int margin = 4;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::runtime_error("text too long for a QR code");
    QrCode out;
    out.side = code->width + 2 * margin;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1U) != 0)
                fmt::format_to(std::back_inserter(out.path), "M{} {}h1v1h-1z", x + margin, y + margin);
    return out;
}

}  // namespace clausier::web
