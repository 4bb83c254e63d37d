// Small .xls workbooks made byte by byte for tests: records, streams, and the compound file around them.
#pragma once
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clausier::tests {

inline std::string le(std::uint64_t value, std::size_t width) {
    std::string out;
    for (std::size_t i = 0; i < width; ++i) out += static_cast<char>(i < 8 ? (value >> (8 * i)) & 0xFFU : 0);
    return out;
}
inline std::string le_double(double value) { return le(std::bit_cast<std::uint64_t>(value), 8); }

inline std::string record(std::uint64_t type, const std::string& data = {}) {
    return le(type, 2) + le(data.size(), 2) + data;
}
// The row, the column and the style that a cell's record begins with.
inline std::string at(std::uint64_t row, std::uint64_t column, std::uint64_t style = 0) {
    return le(row, 2) + le(column, 2) + le(style, 2);
}
// A text of single-byte characters, whose length takes `width` bytes.
inline std::string narrow(std::string_view text, std::size_t width = 2) {
    return le(text.size(), width) + le(0, 1) + std::string(text);
}
inline std::string wide(std::u16string_view text, std::size_t width = 2) {
    std::string out = le(text.size(), width) + le(1, 1);
    for (const char16_t unit : text) out += le(unit, 2);
    return out;
}
inline std::string bof(std::uint64_t part, std::uint64_t version = 0x600) {
    return record(0x809, le(version, 2) + le(part, 2) + le(0, 12));
}
inline std::string eof() { return record(0x0A); }

struct XlsPart {
    std::string name;     // as a record holds it: narrow(…, 1), or a length and bytes in BIFF5
    std::string records;  // between the beginning and the end of the sheet
    std::uint64_t hidden = 0;
    std::uint64_t kind = 0;  // 0 a sheet, 2 a chart
};

// The stream of a workbook: these records of the globals, then the sheets.
inline std::string workbook_stream(const std::string& globals, const std::vector<XlsPart>& parts,
                                   std::uint64_t version = 0x600) {
    std::size_t begin = bof(5, version).size() + globals.size() + eof().size();
    for (const auto& part : parts) begin += record(0x85, le(0, 6) + part.name).size();
    std::string head = bof(5, version) + globals;
    std::string tail;
    for (const auto& part : parts) {
        head += record(0x85, le(begin + tail.size(), 4) + le(part.hidden, 1) + le(part.kind, 1) + part.name);
        tail += bof(part.kind == 2 ? 0x20 : 0x10, version) + part.records + eof();
    }
    return head + eof() + tail;
}

// One sheet "Lots" of a BIFF8 workbook.
inline std::string lots_stream(const std::string& records, const std::string& globals = {}) {
    return workbook_stream(globals, {{narrow("Lots", 1), records}});
}

// A directory entry of a compound file: kind 2 is a stream, 5 the root.
inline std::string directory_entry(std::string_view name, std::uint64_t kind, std::uint64_t next, std::uint64_t child,
                                   std::uint64_t first, std::uint64_t size) {
    std::string out;
    for (const char c : name) out += le(static_cast<unsigned char>(c), 2);
    out.resize(64);
    out += le((name.size() + 1) * 2, 2) + le(kind, 1) + le(1, 1) + le(0xFFFFFFFF, 4) + le(next, 4) + le(child, 4);
    out.resize(116);
    return out + le(first, 4) + le(size, 8);
}

// A compound file of these streams at its root; those under 4 096 bytes go to the small sectors.
inline std::string compound_file(const std::vector<std::pair<std::string, std::string>>& streams) {
    constexpr std::uint64_t free = 0xFFFFFFFF, end = 0xFFFFFFFE, table = 0xFFFFFFFD;
    std::vector<std::uint64_t> next;
    std::string sectors;
    const auto store = [&](std::string bytes) {
        if (bytes.empty()) return end;
        bytes.resize((bytes.size() + 511) / 512 * 512);
        const std::uint64_t first = next.size();
        for (std::size_t i = 0; i < bytes.size() / 512; ++i) next.push_back(first + i + 1);
        next.back() = end;
        sectors += bytes;
        return first;
    };
    std::string mini, mini_next, entries;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        const auto& [name, bytes] = streams[i];
        std::uint64_t first = mini.size() / 64;
        if (bytes.size() >= 4096) {
            first = store(bytes);
        } else {
            const std::size_t count = (bytes.size() + 63) / 64;
            for (std::size_t k = 0; k < count; ++k) mini_next += le(k + 1 == count ? end : first + k + 1, 4);
            mini += bytes;
            mini.resize((mini.size() + 63) / 64 * 64);
        }
        entries += directory_entry(name, 2, i + 1 == streams.size() ? free : i + 2, free, first, bytes.size());
    }
    const std::uint64_t mini_first = store(mini);
    const std::uint64_t mini_table = store(mini_next);
    const std::uint64_t directory =
        store(directory_entry("Root Entry", 5, free, streams.empty() ? free : 1, mini_first, mini.size()) + entries);
    const std::uint64_t tables = (next.size() + 128) / 127;
    const std::uint64_t first_table = next.size();
    next.insert(next.end(), tables, table);
    next.resize(tables * 128, free);
    for (const auto id : next) sectors += le(id, 4);

    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    header.resize(24);
    header += le(0x3E, 2) + le(3, 2) + le(0xFFFE, 2) + le(9, 2) + le(6, 2) + le(0, 10) + le(tables, 4);
    header += le(directory, 4) + le(0, 4) + le(4096, 4) + le(mini_table, 4) + le(1, 4) + le(end, 4) + le(0, 4);
    for (std::uint64_t i = 0; i < 109; ++i) header += le(i < tables ? first_table + i : free, 4);
    return header + sectors;
}

// A whole .xls of that workbook stream.
inline std::string xls(const std::string& stream) { return compound_file({{"Workbook", stream}}); }

}  // namespace clausier::tests
