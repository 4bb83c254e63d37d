// What the fuzzers of spreadsheets share: tight limits, and a sink that holds every cell to its contract.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "clausier/core/issue.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/core/text.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::fuzz {

inline constexpr sheets::Limits tight{.entries = 50,
                                      .inflated = 1 << 20,
                                      .ratio = 100,
                                      .ratio_from = 64 << 10,
                                      .shared_text = 1 << 18,
                                      .rows = 2'000,
                                      .columns = 200,
                                      .row_bytes = 1 << 16};

class StrictSink final : public core::RowSink {
public:
    bool row(const core::Row& row) override {
        require(row.number >= 1 && row.number <= tight.rows && row.cells.size() <= tight.columns);
        for (const auto& cell : row.cells) {
            require(core::is_utf8(cell.text));
            if (cell.kind == core::CellKind::date)
                require(cell.text.find_first_not_of("0123456789-T:") == std::string_view::npos);
            if (cell.kind == core::CellKind::number)
                require(cell.text.find_first_not_of("0123456789+-.eE") == std::string_view::npos);
            if (cell.kind == core::CellKind::boolean) require(cell.text == "true" || cell.text == "false");
        }
        return true;
    }

private:
    static void require(bool held) {
        if (!held) __builtin_trap();
    }
};

// Reads the bytes as any file. A refusal is an answer; anything else thrown is a finding.
inline void read_bytes(std::string_view bytes) {
    sheets::Source source;
    source.name = "fuzz";
    source.bytes = bytes;
    source.limits = tight;
    StrictSink sink;
    try {
        sheets::read(source, sink);
    } catch (const core::Error&) {
    }
}

}  // namespace clausier::fuzz
