// One row while a sheet's part is parsed: its cells by column, its own text, and what a row may cost.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive.hpp"
#include "clausier/core/rows.hpp"
#include "clausier/sheets/read.hpp"

namespace clausier::sheets {

class RowBuilder {
public:
    // The archive and the sheet's name are for messages.
    RowBuilder(Archive& archive, std::string sheet, const Limits& limits, core::RowSink& sink, Report& report)
        : archive_(archive), sheet_(std::move(sheet)), limits_(limits), sink_(sink), report_(report) {}

    // Bytes of text of this row. Throws Error(invalid) when the row goes over limits.row_bytes.
    void append(std::string_view piece) {
        weigh(piece.size());
        text_ += piece;
    }
    // The row's text so far. What stands after the last put() is the caller's to rewrite.
    [[nodiscard]] std::string& text() { return text_; }

    // Puts a cell whose text is `size` bytes of the row's text from `begin`. An empty text puts nothing. Throws
    // Error(invalid) naming the cell beyond limits.columns.
    void put(std::size_t column, core::CellKind kind, std::size_t begin, std::size_t size) {
        if (size == 0) return;
        Slot& slot = slot_at(column);
        slot = {nullptr, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(size), kind};
    }
    // Puts a cell whose text lives elsewhere until give().
    void put_outside(std::size_t column, core::CellKind kind, std::string_view text) {
        if (text.empty()) return;
        weigh(text.size());
        slot_at(column) = {text.data(), 0, static_cast<std::uint32_t>(text.size()), kind};
    }

    // Counts bytes that the row costs its reader without being held here.
    void weigh(std::size_t bytes) {
        weight_ += bytes;
        if (weight_ > limits_.row_bytes) refuse_weight();
    }

    [[nodiscard]] bool blank() const { return width_ == 0; }
    // Sets the number that the row has, for messages and for give().
    void number(std::uint64_t number) { number_ = number; }
    [[nodiscard]] std::uint64_t number() const { return number_; }
    // Gives the row, unless it is blank, `times` times under consecutive numbers. False when the sink asked to stop.
    // Throws Error(invalid) beyond limits.rows.
    bool give(std::uint64_t times = 1);
    // Forgets the row's cells and text.
    void clear();

    // A refusal that names the sheet, and the cell of this row.
    [[nodiscard]] core::Error refusal(std::string_view text) const;
    [[nodiscard]] core::Error refusal(std::string_view text, std::size_t column) const;
    [[nodiscard]] std::string where(std::size_t column) const;

private:
    struct Slot {
        const char* outside = nullptr;
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
        core::CellKind kind = core::CellKind::empty;
    };

    Slot& slot_at(std::size_t column) {
        if (column >= slots_.size()) grow(column);
        if (column >= width_) width_ = column + 1;
        return slots_[column];
    }
    void grow(std::size_t column);
    [[noreturn]] void refuse_weight() const;
    std::uint64_t lay_out();

    Archive& archive_;
    std::string sheet_;
    const Limits& limits_;
    core::RowSink& sink_;
    Report& report_;
    std::string text_;
    std::vector<Slot> slots_;
    std::vector<core::Cell> cells_;
    std::size_t width_ = 0;
    std::uint64_t weight_ = 0;
    std::uint64_t number_ = 1;
};

}  // namespace clausier::sheets
