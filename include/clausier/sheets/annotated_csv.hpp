// A copy of the user's rows as CSV, with texts of ours beside them: the same columns, in the same order.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "clausier/core/rows.hpp"

namespace clausier::sheets {

// Gives each row of the file, then what `beside` says of its line in the columns after the widest one (`columns`, from
// a first reading), to `write` as one line of CSV that no spreadsheet takes for a formula. Begins with a BOM.
class AnnotatedCsv final : public core::RowSink {
public:
    using Beside = std::function<std::vector<std::string>(std::uint64_t line)>;
    using Write = std::function<void(std::string_view text)>;
    AnnotatedCsv(char separator, std::size_t columns, Beside beside, Write write);
    bool row(const core::Row& row) override;

private:
    char separator_;
    std::size_t columns_;
    Beside beside_;
    Write write_;
    bool begun_ = false;
};

}  // namespace clausier::sheets
