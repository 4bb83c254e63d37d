// What the tests of reading share: a text read as a file cut in pieces, its rows kept by the names of columns.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/decp/columns.hpp"
#include "clausier/decp/read.hpp"

namespace clausier::tests {

struct ReadRows : core::RowSink {
    bool row(const core::Row& row) override {
        numbers.push_back(row.number);
        std::map<std::string, std::string, std::less<>> cells;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            if (!row.cells[i].empty()) cells[std::string(decp::columns()[i])] = row.cells[i].text;
        if (row.number > 1) rows.push_back(std::move(cells));
        return rows.size() < most;
    }
    // The cell of a data row, from 0; "" when it is empty.
    [[nodiscard]] std::string cell(std::size_t row, std::string_view column) const {
        const auto found = rows.at(row).find(column);
        return found == rows.at(row).end() ? std::string() : found->second;
    }
    [[nodiscard]] std::vector<std::string> all(std::string_view column) const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(cell(i, column));
        return out;
    }
    // Whether a remark of that code was made, and on that place.
    [[nodiscard]] std::string said(std::string_view code, std::string_view where = {}) const {
        for (const core::Issue& issue : report.issues)
            if (issue.code == code && issue.where.find(where) != std::string::npos) return issue.text;
        return {};
    }
    std::size_t most = static_cast<std::size_t>(-1);
    std::vector<std::uint64_t> numbers;
    std::vector<std::map<std::string, std::string, std::less<>>> rows;
    decp::ReadReport report;
};

using Reader = decp::ReadReport (*)(const decp::Pieces&, const decp::ReadOptions&, core::RowSink&);

// `piece` is the size of the pieces that the text comes in.
inline void read_into(ReadRows& out, Reader reader, std::string_view text, decp::ReadOptions options = {},
                      std::size_t piece = 1'000) {
    if (options.name.empty()) options.name = "f";
    std::size_t at = 0;
    const auto pieces = [&]() -> std::string_view {
        const auto next = text.substr(std::min(at, text.size()), piece);
        at += next.size();
        return next;
    };
    out.report = reader(pieces, options, out);
}

inline ReadRows read_rows(Reader reader, std::string_view text, decp::ReadOptions options = {},
                          std::size_t piece = 1'000) {
    ReadRows out;
    read_into(out, reader, text, std::move(options), piece);
    return out;
}

}  // namespace clausier::tests
