// Base64 of URLs (RFC 4648 §5), without padding.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace clausier::outside {

// Nothing unless the text is the one way to write its bytes.
std::optional<std::string> from_base64url(std::string_view text);
std::string to_base64url(std::string_view bytes);

}  // namespace clausier::outside
