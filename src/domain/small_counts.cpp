// Masks small cells, then their complements.
#include "clausier/domain/small_counts.hpp"

#include <numeric>

namespace clausier::domain {
namespace {

bool small(std::int64_t count) { return count > 0 && count < smallest_shown; }

// Cells of one line that share a sum, by where they stand elsewhere.
struct Line {
    std::vector<std::int64_t> counts;
    std::vector<bool> masked;
    bool open_total = true;  // the sum is shown
};

// Whether the sum tells something of the masked cells: there is one, they are fewer than five people, or each must be
// one person.
bool gives_away(const Line& line) {
    std::int64_t cells = 0;
    std::int64_t people = 0;
    for (std::size_t i = 0; i < line.counts.size(); ++i)
        if (line.masked[i]) {
            ++cells;
            people += line.counts[i];
        }
    return line.open_total && cells > 0 && (cells == 1 || people < smallest_shown || people == cells);
}

// The smallest cell shown that holds somebody; the size of the line when there is none.
std::size_t complement(const Line& line) {
    std::size_t best = line.counts.size();
    for (std::size_t i = 0; i < line.counts.size(); ++i)
        if (!line.masked[i] && line.counts[i] > 0 && (best == line.counts.size() || line.counts[i] < line.counts[best]))
            best = i;
    return best;
}

ShownCount shown(std::int64_t count, bool masked) { return masked ? std::nullopt : ShownCount(count); }

// A table being masked: `masked` grows until nothing gives a cell away.
class Mask {
public:
    explicit Mask(const std::vector<std::vector<std::int64_t>>& table)
        : table_(table), width_(table.empty() ? 0 : table.front().size()) {
        for (const auto& row : table) {
            std::vector<bool>& line = masked_.emplace_back();
            for (const std::int64_t count : row) line.push_back(small(count));
        }
        for (std::size_t r = 0; r < table.size(); ++r) row_open_.push_back(!small(sum(row(r))));
        for (std::size_t c = 0; c < width_; ++c) column_open_.push_back(!small(sum(column(c))));
    }

    // One more cell, or one total, masked; false when nothing is given away any more.
    bool step() {
        for (std::size_t r = 0; r < table_.size(); ++r)
            if (const Line line = row(r); gives_away(line)) {
                const std::size_t c = complement(line);
                if (c < width_)
                    masked_[r][c] = true;
                else
                    row_open_[r] = false;
                return true;
            }
        for (std::size_t c = 0; c < width_; ++c)
            if (const Line line = column(c); gives_away(line)) {
                const std::size_t r = complement(line);
                if (r < table_.size())
                    masked_[r][c] = true;
                else
                    column_open_[c] = false;
                return true;
            }
        return hide_totals();
    }

    [[nodiscard]] ShownTable result() const {
        ShownTable out;
        std::int64_t total = 0;
        for (std::size_t r = 0; r < table_.size(); ++r) {
            std::vector<ShownCount>& line = out.cells.emplace_back();
            for (std::size_t c = 0; c < width_; ++c) line.push_back(shown(table_[r][c], masked_[r][c]));
            total += sum(row(r));
            out.rows.push_back(shown(sum(row(r)), !row_open_[r]));
        }
        for (std::size_t c = 0; c < width_; ++c) out.columns.push_back(shown(sum(column(c)), !column_open_[c]));
        out.total = shown(total, small(total));
        return out;
    }

private:
    // Totals of rows, and of columns, are lines of their own under the grand total.
    bool hide_totals() {
        for (std::vector<bool>* open : {&row_open_, &column_open_}) {
            Line line;
            const bool rows = open == &row_open_;
            for (std::size_t i = 0; i < open->size(); ++i) {
                line.counts.push_back(sum(rows ? row(i) : column(i)));
                line.masked.push_back(!(*open)[i]);
            }
            line.open_total = !small(sum(line));
            if (!gives_away(line)) continue;
            const std::size_t at = complement(line);
            if (at == open->size()) continue;
            (*open)[at] = false;
            return true;
        }
        return false;
    }
    static std::int64_t sum(const Line& line) {
        return std::accumulate(line.counts.begin(), line.counts.end(), std::int64_t{0});
    }
    [[nodiscard]] Line row(std::size_t r) const {
        return {table_[r], masked_[r], r >= row_open_.size() || row_open_[r]};
    }
    [[nodiscard]] Line column(std::size_t c) const {
        Line out;
        for (std::size_t r = 0; r < table_.size(); ++r) {
            out.counts.push_back(table_[r][c]);
            out.masked.push_back(masked_[r][c]);
        }
        out.open_total = c >= column_open_.size() || column_open_[c];
        return out;
    }
    const std::vector<std::vector<std::int64_t>>& table_;
    std::size_t width_;
    std::vector<std::vector<bool>> masked_;
    std::vector<bool> row_open_;
    std::vector<bool> column_open_;
};

}  // namespace

ShownCounts mask_small(std::span<const std::int64_t> cells) {
    Line line{{cells.begin(), cells.end()}, {}, true};
    for (const std::int64_t count : cells) line.masked.push_back(small(count));
    const std::int64_t total = std::accumulate(cells.begin(), cells.end(), std::int64_t{0});
    line.open_total = !small(total);
    while (gives_away(line)) {
        const std::size_t at = complement(line);
        if (at < cells.size())
            line.masked[at] = true;
        else
            line.open_total = false;
    }
    ShownCounts out;
    for (std::size_t i = 0; i < cells.size(); ++i) out.cells.push_back(shown(cells[i], line.masked[i]));
    out.total = shown(total, !line.open_total);
    return out;
}

ShownTable mask_small(const std::vector<std::vector<std::int64_t>>& table) {
    Mask mask(table);
    while (mask.step()) {
    }
    return mask.result();
}

}  // namespace clausier::domain
