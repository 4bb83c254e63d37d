// A compound file (OLE2), the small file system inside .xls and .doc files: the streams at its root.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "byte_input.hpp"
#include "clausier/core/issue.hpp"

namespace clausier::sheets {

class Compound {
public:
    // Reads the allocation table and the directory. `name` is how messages call the file; the input outlives the
    // object. Throws Error(invalid) when they are damaged.
    Compound(ByteInput& input, std::string name);

    // Streams and storages at the root, whatever the case of their ASCII letters.
    [[nodiscard]] bool has(std::string_view entry) const;
    // A stream, whole. Throws Error(invalid) when there is none, when it is damaged, or larger than `at_most` bytes.
    [[nodiscard]] std::string read(std::string_view stream, std::uint64_t at_most);
    // The refusal of this file: Error(invalid) that names it.
    [[nodiscard]] core::Error refusal(std::string_view text) const;

private:
    struct Entry {
        std::string name;  // in lower case, ASCII; other characters are "?"
        std::uint32_t first = 0;
        std::uint64_t size = 0;
        bool stream = false;
    };

    [[nodiscard]] std::uint32_t sector_limit() const;
    std::string sector(std::uint32_t id);
    std::string chain(std::uint32_t first, std::uint64_t at_most);
    std::string mini_chain(std::uint32_t first, std::uint64_t size);
    void load_table(std::string_view header);
    void load_directory(std::uint32_t first);
    void add_entries(std::string_view directory, std::uint32_t root_child);
    [[nodiscard]] const Entry* find(std::string_view entry) const;

    ByteInput& input_;
    std::string name_;
    std::size_t sector_size_ = 512;
    std::uint64_t mini_cutoff_ = 4096;
    std::vector<std::uint32_t> next_;       // of each sector
    std::vector<std::uint32_t> mini_next_;  // of each small sector
    std::string mini_;                      // the stream that holds the small sectors
    std::vector<Entry> entries_;
};

}  // namespace clausier::sheets
