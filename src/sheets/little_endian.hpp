// Integers and doubles as Microsoft's binary formats store them, read without trusting the length.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clausier::sheets {

// The unsigned integer of `width` bytes at `at`; bytes beyond the end count as zero.
inline std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}
inline std::uint8_t u8(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(little_endian(bytes, at, 1));
}
inline std::uint16_t u16(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint16_t>(little_endian(bytes, at, 2));
}
inline std::uint32_t u32(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(little_endian(bytes, at, 4));
}
inline double f64(std::string_view bytes, std::size_t at) { return std::bit_cast<double>(little_endian(bytes, at, 8)); }

}  // namespace clausier::sheets
