// One sheet of an .xls workbook: its records found once, put in order, and given as rows.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "biff.hpp"
#include "clausier/core/progress.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"
#include "xls.hpp"

namespace clausier::sheets {

class XlsSheet {
public:
    // `where` names the file and the sheet in messages. Throws Error(invalid) when the records do not end as they must.
    XlsSheet(std::string_view stream, std::size_t begin, const XlsGlobals& globals, std::string where,
             const Limits& limits);
    void give(core::RowSink& sink, Report& report, const core::Progress& progress);

private:
    // Where a cell's value stands: `at` is its style in the stream, or the record of a formula's text.
    struct Place {
        std::uint16_t row, column, type;
        std::uint32_t at;
    };
    // A cell of the row being given; `begin` and `size` are in `text_`.
    struct Piece {
        core::CellKind kind = core::CellKind::empty;
        std::size_t begin = 0, size = 0;
    };

    void find_places(std::size_t begin);
    void take(const BiffRecord& record);
    void take_formula(const BiffRecord& record);
    void add(std::uint16_t row, std::uint16_t column, std::uint16_t type, std::size_t at);
    void put(const Place& place);
    core::CellKind append_value(const Place& place);
    core::CellKind append_number_of(const Place& place, double value);
    core::CellKind append_result(std::string_view result);
    core::CellKind append_shared(std::uint32_t index);
    core::CellKind append_text_at(std::size_t at, std::size_t skipped);
    bool give_row(std::uint64_t number, core::RowSink& sink, Report& report);
    [[noreturn]] void refuse(std::string_view text) const;
    [[noreturn]] void refuse_damaged() const;

    std::string_view stream_;
    const XlsGlobals& globals_;
    std::string where_;
    const Limits& limits_;
    std::vector<Place> places_;
    bool awaits_text_ = false;  // a formula whose text is in a record to come
    Place awaiting_{};
    std::uint64_t without_text_ = 0;
    std::string first_without_text_;
    std::vector<Piece> pieces_;
    std::vector<core::Cell> cells_;
    std::string text_;
};

}  // namespace clausier::sheets
