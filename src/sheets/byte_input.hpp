// The bytes of a source, file or memory, read at any place and counted.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

// What messages call a source: its name, else its file's.
std::string source_name(const Source& source);

class ByteInput {
public:
    // Throws Error(not_found) when the file cannot be opened.
    explicit ByteInput(const Source& source);
    ~ByteInput();
    ByteInput(const ByteInput&) = delete;
    ByteInput& operator=(const ByteInput&) = delete;

    [[nodiscard]] std::uint64_t size() const { return size_; }
    // The bytes given by read() since the beginning; may be asked from another thread.
    [[nodiscard]] std::uint64_t given() const { return given_; }
    // Up to `count` bytes from `offset`; 0 at the end, negative when the file cannot be read.
    std::ptrdiff_t read(std::uint64_t offset, void* into, std::size_t count);

private:
    std::string_view bytes_;
    int file_ = -1;
    std::uint64_t size_ = 0;
    std::atomic<std::uint64_t> given_ = 0;
};

}  // namespace clausier::sheets
