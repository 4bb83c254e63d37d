// Tender tables for tests: rows written as CSV, and all that reading them gives.
#pragma once
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/table.hpp"
#include "clausier/domain/mapping.hpp"
#include "clausier/domain/tender.hpp"

namespace clausier::tests {

// Rows kept in memory.
class Rows final : public core::RowSink {
public:
    static Rows csv(std::string_view text, char separator = ';') {
        Rows rows;
        core::CsvReader reader(separator, rows);
        reader.feed(text);
        reader.finish();
        return rows;
    }
    bool row(const core::Row& row) override {
        std::vector<core::Cell>& cells = cells_.emplace_back();
        for (const core::Cell& cell : row.cells) cells.push_back({cell.kind, texts_.emplace_back(cell.text)});
        numbers_.push_back(row.number);
        return true;
    }
    // Makes one cell a spreadsheet's number, date or error.
    void kind(std::size_t row, std::size_t column, core::CellKind kind) { cells_[row][column].kind = kind; }
    [[nodiscard]] std::size_t size() const { return cells_.size(); }
    [[nodiscard]] core::Row operator[](std::size_t i) const { return {numbers_[i], cells_[i]}; }
    [[nodiscard]] domain::Head head() const {
        domain::Head head;
        for (std::size_t i = 0; i < size() && i < domain::Head::wanted; ++i) head.add((*this)[i]);
        return head;
    }

private:
    std::deque<std::string> texts_;
    std::deque<std::vector<core::Cell>> cells_;
    std::vector<std::uint64_t> numbers_;
};

// What became of a whole table.
struct TenderResult {
    std::vector<domain::TenderRecord> records;
    std::vector<core::Issue> issues;
    std::map<std::string, int> codes;    // remarks by code
    std::map<std::string, int> reasons;  // rows not kept, by reason
    domain::RowCounts counts;

    // "code=2 other=1": the remarks by code.
    [[nodiscard]] std::string faults() const {
        std::string text;
        for (const auto& [code, count] : codes) text += (text.empty() ? "" : " ") + code + "=" + std::to_string(count);
        return text;
    }
    [[nodiscard]] const core::Issue& first(std::string_view code) const {
        for (const core::Issue& issue : issues)
            if (issue.code == code) return issue;
        FAIL("no remark " << code);
        return issues.front();
    }
};

inline TenderResult read_tenders(const Rows& rows, const domain::Mapping& mapping, domain::TenderOptions options = {}) {
    TenderResult result;
    domain::TenderReader reader(mapping, std::move(options));
    const auto note = [&](std::span<const core::Issue> issues) {
        for (const core::Issue& issue : issues) {
            ++result.codes[issue.code];
            result.issues.push_back(issue);
        }
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const domain::RowReading& reading = reader.read(rows[i]);
        result.records.insert(result.records.end(), reading.records.begin(), reading.records.end());
        if (!reading.reason.empty()) ++result.reasons[std::string(reading.reason)];
        note(reading.issues);
    }
    note(reader.finish());
    result.counts = reader.counts();
    return result;
}

// The same, recognised first.
inline TenderResult read_tenders(std::string_view csv, domain::TenderOptions options = {},
                                 std::string_view profile = {}) {
    const Rows rows = Rows::csv(csv);
    return read_tenders(rows, domain::recognise(rows.head(), profile), std::move(options));
}

inline domain::TenderOptions for_buyer(std::string_view buyer) {
    domain::TenderOptions options;
    options.buyer = domain::parse_buyer(buyer);
    return options;
}

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A file of the shared real data; the test is skipped, with the reason, where the folder is absent.
inline std::string real_file(std::string_view name) {
    const char* shared = std::getenv("CLAUSIER_SHARED");
    const std::filesystem::path root =
        shared ? std::filesystem::path(shared) : std::filesystem::path(CLAUSIER_SOURCE_DIR) / ".." / "shared";
    const std::filesystem::path path = root / "data" / name;
    if (!std::filesystem::exists(path)) SKIP("real file absent: " << path.string());
    return file_text(path);
}

}  // namespace clausier::tests
