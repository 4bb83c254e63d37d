// Shares a page's width between columns.
#include "table_widths.hpp"

#include <algorithm>
#include <numeric>

#include "document_text.hpp"

namespace clausier::present {
namespace {

// In characters of a table's usual font; a column also has margins.
constexpr std::size_t kPortrait = 96;
constexpr std::size_t kLandscape = 146;
constexpr std::size_t kMargin = 3;
constexpr std::size_t kLongest = 48;  // what a column of long texts asks for
constexpr std::size_t kWord = 24;     // beyond, a word may be cut

struct Need {
    std::size_t least = 4;   // its longest word
    std::size_t wanted = 4;  // its longest text
};

void measure(Need& need, const Runs& cell) {
    std::size_t word = 0;
    std::size_t whole = 0;
    for (const char c : one_line(cell)) {
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80) continue;
        ++whole;
        word = c == ' ' ? 0 : word + 1;
        need.least = std::max(need.least, std::min(word, kWord));
    }
    need.wanted = std::max({need.wanted, need.least, std::min(whole, kLongest)});
}

std::vector<Need> needs(const DocTable& table) {
    std::vector<Need> out(column_count(table));
    for (std::size_t c = 0; c < table.headers.size(); ++c) measure(out[c], table.headers[c]);
    for (const std::vector<Runs>& row : table.rows)
        for (std::size_t c = 0; c < row.size(); ++c) measure(out[c], row[c]);
    return out;
}

std::vector<std::size_t> shares(const DocTable& table, std::size_t room) {
    const std::vector<Need> all = needs(table);
    std::size_t least = 0;
    std::size_t more = 0;
    for (const Need& need : all) {
        least += need.least + kMargin;
        more += need.wanted - need.least;
    }
    // What is left once every column holds its longest word goes to those whose texts are longer.
    const std::size_t rest = room > least ? std::min(room - least, more) : 0;
    std::vector<std::size_t> out;
    for (const Need& need : all)
        out.push_back(need.least + kMargin + (more ? (need.wanted - need.least) * rest / more : 0));
    return out;
}

}  // namespace

std::size_t column_count(const DocTable& table) {
    std::size_t out = table.headers.size();
    for (const std::vector<Runs>& row : table.rows) out = std::max(out, row.size());
    return out;
}

int table_font(const DocTable& table, bool landscape) {
    const std::size_t columns = column_count(table) * 2 / (landscape ? 3 : 2);
    return columns <= 7 ? kTableFont : columns <= 10 ? 80 : 70;
}

std::vector<int> column_widths(const DocTable& table, int total, bool landscape) {
    const std::size_t count = column_count(table);
    std::vector<std::size_t> share;
    for (const int width : table.widths) share.push_back(static_cast<std::size_t>(std::clamp(width, 1, 10'000)));
    if (share.size() != count) {
        const std::size_t room = landscape ? kLandscape : kPortrait;
        share = shares(table, room * kTableFont / static_cast<std::size_t>(table_font(table, landscape)));
    }
    const std::size_t sum = std::accumulate(share.begin(), share.end(), std::size_t{0});
    std::vector<int> out;
    // Each boundary is rounded, not each width: the whole is exact.
    std::size_t before = 0;
    for (const std::size_t one : share) {
        const auto at = [&](std::size_t units) { return units * static_cast<std::size_t>(total) / sum; };
        out.push_back(static_cast<int>(at(before + one) - at(before)));
        before += one;
    }
    return out;
}

Align alignment(const DocTable& table, std::size_t column) {
    return column < table.align.size() ? table.align[column] : Align::left;
}

}  // namespace clausier::present
