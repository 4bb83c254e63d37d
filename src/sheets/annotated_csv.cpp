// Writes annotated rows as CSV.
#include "clausier/sheets/annotated_csv.hpp"

#include "clausier/core/table.hpp"

namespace clausier::sheets {

AnnotatedCsv::AnnotatedCsv(char separator, std::size_t columns, Beside beside, Write write)
    : separator_(separator), columns_(columns), beside_(std::move(beside)), write_(std::move(write)) {}

bool AnnotatedCsv::row(const core::Row& row) {
    std::string line = begun_ ? "" : "\xEF\xBB\xBF";
    begun_ = true;
    for (std::size_t i = 0; i < columns_; ++i) {
        if (i > 0) line += separator_;
        line += core::csv_field(row.cell(i).text, separator_, core::CsvSafety::guarded);
    }
    for (const std::string& text : beside_(row.number))
        line += separator_ + core::csv_field(text, separator_, core::CsvSafety::guarded);
    write_(line + "\r\n");
    return true;
}

}  // namespace clausier::sheets
