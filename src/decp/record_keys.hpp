// What each key of a record is: the column it fills, or how what it holds is read.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clausier::decp {

enum class KeyUse : std::uint8_t {
    unknown,
    value,    // fills `column`, a list of words joined
    json,     // fills `column` with the JSON text
    inside,   // its keys are read as "key.inner"
    holders,  // one row each
};

struct Key {
    KeyUse use = KeyUse::unknown;
    std::size_t column = 0;
    int rank = 0;                   // of two keys that fill one column, the lower rank wins
    std::size_t scalar_column = 0;  // of `inside`, when it holds no object: a text there…
    std::size_t digits_column = 0;  // …or digits
};

// Keys are known whatever their case; those inside another are dotted: "acheteur.id".
Key find_key(std::string_view path);

// The place of a column that is sure to exist.
std::size_t place_of(std::string_view column);

}  // namespace clausier::decp
