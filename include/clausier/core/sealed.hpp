// Small secrets kept sealed: unreadable and unchangeable without the key.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace clausier::core {

// `text` sealed by XChaCha20-Poly1305 as hexadecimal digits, other ones each time. The key is 64 hexadecimal digits;
// throws std::invalid_argument otherwise.
std::string seal(std::string_view text, std::string_view key);

// The text again; nothing when the key is another or the sealed text was altered.
std::optional<std::string> unseal(std::string_view sealed, std::string_view key);

}  // namespace clausier::core
