// Secrets that prove where something comes from: random tokens, keyed tags, comparison in constant time.
#pragma once
#include <string>
#include <string_view>

namespace clausier::core {

// `bytes` random bytes as hexadecimal digits; 16 is beyond guessing.
std::string random_token(std::size_t bytes = 16);

// 64 hexadecimal digits that only who has the key can make of the text. The key is any text.
std::string keyed_tag(std::string_view text, std::string_view key);

// Whether two texts are the same, in a time that does not tell where they differ.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace clausier::core
