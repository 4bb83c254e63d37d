// Implements the search for the separator: each candidate reads the same records, the most regular table wins.
#include "dialect.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "clausier/core/table.hpp"

namespace clausier::sheets {
namespace {

// Comma last: in French files it is first of all the decimal comma.
constexpr std::string_view candidates = ";\t|,";

// How many records have how many cells.
struct Widths : core::RowSink {
    bool row(const core::Row& row) override {
        ++of[row.cells.size()];
        return ++records < 200;
    }
    std::map<std::size_t, std::size_t> of;
    std::size_t records = 0;
};

struct Shape {
    double score = 0;
    bool cuts = false;  // whether any record has several cells
};

Shape shape_of(std::string_view text, bool whole, char separator) {
    Widths widths;
    core::CsvReader reader(separator, widths);
    if (reader.feed(text) && (whole || widths.records == 0)) reader.finish();
    std::size_t width = 1;
    std::size_t alike = 0;
    for (const auto& [cells, records] : widths.of) {
        if (cells > 1 && records >= alike) {
            width = cells;
            alike = records;
        }
    }
    if (alike == 0) return {};
    const double share = static_cast<double>(alike) / static_cast<double>(widths.records);
    // A sentence with a comma here and there is no table of two columns.
    if (share < 0.5 && width < 3) return {0, true};
    return {share * share * (1 - 1 / static_cast<double>(width)), true};
}

}  // namespace

std::optional<char> announced_separator(std::string_view text) {
    std::string line(text.substr(0, std::min(text.find_first_of("\r\n"), text.size())));
    if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    const bool announced = line.size() == 5 && (line[0] == 's' || line[0] == 'S') &&
                           (line[1] == 'e' || line[1] == 'E') && (line[2] == 'p' || line[2] == 'P') && line[3] == '=';
    if (!announced || line[4] == '"') return std::nullopt;
    return line[4];
}

char find_separator(std::string_view text, bool whole) {
    char best = 0;
    char uncut = 0;
    double best_score = 0;
    for (const char candidate : candidates) {
        const Shape shape = shape_of(text, whole, candidate);
        if (shape.score > best_score) {
            best = candidate;
            best_score = shape.score;
        }
        if (!shape.cuts && uncut == 0) uncut = candidate;
    }
    if (best != 0) return best;
    return uncut != 0 ? uncut : candidates.front();
}

}  // namespace clausier::sheets
