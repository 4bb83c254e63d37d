// Texts numbered in the order in which they are first met, in little memory.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clausier::store {

class Numbering {
public:
    Numbering();
    // The text's number, from 1; size() has grown when it is new. At most 2^31 texts.
    std::uint32_t number(std::string_view text);
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

private:
    [[nodiscard]] std::string_view text(std::uint32_t number) const;
    [[nodiscard]] std::size_t place(std::string_view text, std::size_t hash) const;
    void grow();

    std::string texts_;                 // end to end
    std::vector<std::size_t> ends_;     // of each text in texts_
    std::vector<std::uint32_t> table_;  // numbers at their hash or after it, 0 where free; a power of two, half empty
    std::vector<std::uint8_t> tags_;    // of each place, bits of the hash: most other texts need not be fetched
};

}  // namespace clausier::store
