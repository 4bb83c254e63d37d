// What the fuzzers of essential data share: a sink that holds rows to their contract, and pieces of a size that the
// fuzzer chooses, which must change nothing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "clausier/core/interrupted.hpp"
#include "clausier/core/text.hpp"
#include "clausier/decp/columns.hpp"
#include "clausier/decp/read.hpp"

namespace clausier::fuzz {

inline void require(bool held) {
    if (!held) __builtin_trap();
}

class DecpSink final : public core::RowSink {
public:
    bool row(const core::Row& row) override {
        require(row.number == ++last && row.cells.size() == decp::columns().size());
        for (const core::Cell& cell : row.cells) {
            require(core::is_utf8(cell.text));
            if (cell.kind == core::CellKind::number)
                require(cell.text.find_first_not_of("0123456789+-.eE") == std::string_view::npos);
            if (cell.kind == core::CellKind::boolean) require(cell.text == "true" || cell.text == "false");
            all.append(cell.text).push_back('|');
        }
        return true;
    }
    std::uint64_t last = 0;
    std::string all;  // every cell
};

using DecpReader = decp::ReadReport (*)(const decp::Pieces&, const decp::ReadOptions&, core::RowSink&);

// Every cell that the reading gives. A refusal is an answer; anything else thrown is a finding.
inline std::string decp_cells(DecpReader reader, std::string_view text, std::size_t piece) {
    decp::ReadOptions options;
    options.name = "fuzz";
    options.record_bytes = 1 << 16;
    options.record_rows = 1 << 20;
    DecpSink sink;
    std::size_t at = 0;
    const auto pieces = [&]() -> std::string_view {
        const auto next = text.substr(at, piece);
        at += next.size();
        return next;
    };
    try {
        const auto report = reader(pieces, options, sink);
        require(report.rows == sink.last);
    } catch (const core::Interrupted& fault) {
        require(fault.complete() < sink.last || fault.complete() == 0);
    } catch (const core::Error&) {
    }
    return std::move(sink.all);
}

// The first byte is the size of the pieces.
inline void read_decp(DecpReader reader, const std::uint8_t* data, std::size_t size) {
    if (size == 0) return;
    const std::string text(data + 1, data + size);
    const std::string cut = decp_cells(reader, text, std::size_t{data[0]} % 64 + 1);
    require(cut == decp_cells(reader, text, text.size() + 1));
}

}  // namespace clausier::fuzz
