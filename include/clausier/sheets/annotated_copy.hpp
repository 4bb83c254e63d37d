// A copy of the user's sheet with columns of ours beside it: the same rows, the same values, and what we say of each.
#pragma once
#include <functional>
#include <vector>

#include "clausier/core/rows.hpp"
#include "clausier/sheets/write.hpp"

namespace clausier::sheets {

// Writes each row of the file into `writer` at its own number (blank rows kept, so that numbers agree with the
// original), followed by the cells that `beside` gives for it, in the columns after the widest one (`columns`, from a
// first reading).
class AnnotatedCopy final : public core::RowSink {
public:
    // `beside(line, row)`: our cells for that line of the file, written at row `row` of the copy.
    using Beside = std::function<std::vector<OutCell>(std::uint64_t line, std::uint32_t row)>;
    AnnotatedCopy(XlsxWriter& writer, std::size_t columns, Beside beside);
    bool row(const core::Row& row) override;
    // The number of the last row written.
    [[nodiscard]] std::uint32_t last() const { return last_; }

private:
    XlsxWriter& writer_;
    std::size_t columns_;
    Beside beside_;
    std::uint32_t last_ = 0;
    std::vector<OutCell> cells_;
};

}  // namespace clausier::sheets
