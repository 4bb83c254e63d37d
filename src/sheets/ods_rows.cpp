// Implements the reading of a table of content.xml.
#include "ods_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <string>

#include "cell_values.hpp"
#include "ods_text.hpp"
#include "row_builder.hpp"
#include "xml.hpp"

namespace clausier::sheets {
namespace {

using core::CellKind;

// What one more repetition of a cell weighs besides its text: about the tags that the file leaves out.
constexpr std::uint64_t repeated_cell_bytes = 64;

enum class Level : std::uint8_t { outside, table, row, cell, paragraph };
enum class ValueType : std::uint8_t { none, number, date, time, boolean, text };

ValueType value_type(std::string_view name) {
    if (name == "float" || name == "percentage" || name == "currency") return ValueType::number;
    if (name == "date") return ValueType::date;
    if (name == "time") return ValueType::time;
    if (name == "boolean") return ValueType::boolean;
    return ValueType::text;
}

// A number of repetitions: at least 1, and never so many that sums overflow.
std::uint64_t repetitions(std::string_view text) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    std::uint64_t count = 1;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    if (read.ec == std::errc::result_out_of_range) return most;
    return std::clamp<std::uint64_t>(read.ec == std::errc() ? count : 1, 1, most);
}

// Elements that stand in a paragraph but are no part of the cell's text.
bool beside_text(std::string_view name) {
    return name == "annotation" || name == "annotation-end" || name == "note" || name == "ruby-text" ||
           name == "frame" || name == "custom-shape";
}

class RowsReader final : public XmlHandler {
public:
    RowsReader(Archive& archive, std::size_t sheet_index, const Limits& limits, core::RowSink& sink, Report& report)
        : archive_(archive), wanted_(sheet_index), limits_(limits), sink_(sink), report_(report) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (skipped_ != 0) {
            ++skipped_;
            return;
        }
        switch (level_) {
            case Level::outside:
                return start_outside(name, attributes);
            case Level::table:
                return start_in_table(name, attributes);
            case Level::row:
                if (name != "table-cell" && name != "covered-table-cell") return skip();
                return start_cell(attributes);
            case Level::cell:
                if (name != "p" && name != "h") return skip();
                text_->start_paragraph();
                level_ = Level::paragraph;
                return;
            case Level::paragraph:
                if (beside_text(name)) return skip();
                ++inside_;
                text_->element(name, attributes);
        }
    }

    void end(std::string_view name) override {
        if (skipped_ != 0) {
            --skipped_;
            return;
        }
        switch (level_) {
            case Level::outside:
                if (in_spreadsheet_ && depth_-- == 0) in_spreadsheet_ = false;
                return;
            case Level::table:
                if (name == "table") stop();
                return;
            case Level::row:
                return end_row();
            case Level::cell:
                return end_cell();
            case Level::paragraph:
                if (inside_ == 0) level_ = Level::cell;
                inside_ -= inside_ == 0 ? 0 : 1;
        }
    }

    void text(std::string_view piece) override {
        if (level_ == Level::paragraph && skipped_ == 0) text_->text(piece);
    }

    std::uint64_t unvalued = 0;
    std::string first_unvalued;

private:
    void skip() { skipped_ = 1; }

    void start_outside(std::string_view name, const XmlAttributes& attributes) {
        if (!in_spreadsheet_) {
            in_spreadsheet_ = name == "spreadsheet";
            depth_ = 0;
            return;
        }
        if (depth_++ != 0 || name != "table" || seen_++ != wanted_) return;
        row_.emplace(archive_, std::string(attributes.get("name")), limits_, sink_, report_);
        text_.emplace(*row_);
        level_ = Level::table;
    }

    void start_in_table(std::string_view name, const XmlAttributes& attributes) {
        if (name == "table-row") {
            row_repeat_ = repetitions(attributes.get("number-rows-repeated"));
            column_ = 0;
            level_ = Level::row;
        } else if (name != "table-rows" && name != "table-header-rows" && name != "table-row-group") {
            skip();
        }
    }

    void start_cell(const XmlAttributes& attributes) {
        level_ = Level::cell;
        repeat_ = 1;
        type_ = ValueType::none;
        formula_ = error_ = false;
        begin_ = row_->text().size();
        text_->start_cell();
        value_.clear();
        string_value_.clear();
        attributes.each([this](XmlName name, std::string_view value) {
            const auto local = name.local;
            if (local == "value" || local == "date-value" || local == "time-value" || local == "boolean-value") {
                value_ = value;
            } else if (local == "value-type") {
                if (name.prefix != "calcext") type_ = value_type(value);
                error_ = error_ || value == "error";
            } else if (local == "string-value") {
                string_value_ = value;
            } else if (local == "number-columns-repeated") {
                repeat_ = repetitions(value);
            } else if (local == "formula") {
                formula_ = true;
            }
        });
    }

    void end_cell() {
        level_ = Level::row;
        if (formula_ && type_ == ValueType::none && !text_->any_paragraph() && unvalued++ == 0)
            first_unvalued = row_->where(static_cast<std::size_t>(column_));
        const CellKind kind = settle();
        const std::size_t size = row_->text().size() - begin_;
        if (size != 0) put(kind, size);
        column_ += repeat_;
    }

    // Leaves the cell's value in the row's text and answers its kind.
    CellKind settle() {
        std::string& text = row_->text();
        const bool stored = type_ != ValueType::none && type_ != ValueType::text && !value_.empty();
        if (error_ || !stored) {
            if (!error_ && !string_value_.empty()) replace_text(string_value_);
            return error_ ? CellKind::error : CellKind::text;
        }
        replace_text(value_);
        if (type_ == ValueType::number) return settle_number(text, begin_, NumberShape::number, false);
        if (type_ == ValueType::boolean) return settle_boolean(text, begin_);
        return type_ == ValueType::date ? settle_date(text, begin_) : settle_duration(text, begin_);
    }

    void replace_text(std::string_view value) {
        row_->text().resize(begin_);
        row_->append(value);
    }

    void put(CellKind kind, std::size_t size) {
        const auto last = static_cast<std::size_t>(column_ + repeat_ - 1);
        row_->put(last, kind, begin_, size);  // names the column beyond the limit before any repetition is made
        row_->weigh((repeat_ - 1) * (size + repeated_cell_bytes));
        for (auto column = static_cast<std::size_t>(column_); column < last; ++column)
            row_->put(column, kind, begin_, size);
        row_weight_ += repeat_ * (size + repeated_cell_bytes);
    }

    void end_row() {
        level_ = Level::table;
        row_->number(next_row_);
        if (!row_->blank()) {
            given_ += row_weight_ * row_repeat_;
            if (given_ > limits_.inflated)
                throw row_->refusal(
                    fmt::format("les répétitions de la ligne {} dépassent {} Mio ; partagez la feuille en "
                                "plusieurs fichiers",
                                next_row_, limits_.inflated >> 20));
            if (!row_->give(row_repeat_)) return stop();
        }
        row_->clear();
        row_weight_ = 0;
        next_row_ += row_repeat_;
        row_->number(next_row_);
    }

    Archive& archive_;
    const std::size_t wanted_;
    const Limits& limits_;
    core::RowSink& sink_;
    Report& report_;
    std::optional<RowBuilder> row_;
    std::optional<OdsText> text_;
    std::string value_;
    std::string string_value_;
    std::size_t seen_ = 0;
    std::size_t begin_ = 0;
    std::uint64_t next_row_ = 1;
    std::uint64_t column_ = 0;
    std::uint64_t repeat_ = 1;
    std::uint64_t row_repeat_ = 1;
    std::uint64_t row_weight_ = 0;
    std::uint64_t given_ = 0;
    int depth_ = 0;
    int skipped_ = 0;
    int inside_ = 0;
    Level level_ = Level::outside;
    ValueType type_ = ValueType::none;
    bool in_spreadsheet_ = false;
    bool formula_ = false;
    bool error_ = false;
};

}  // namespace

void read_ods_rows(Archive& archive, std::size_t sheet_index, const Limits& limits, core::RowSink& sink,
                   Report& report) {
    RowsReader reader(archive, sheet_index, limits, sink, report);
    parse_xml(archive, "content.xml", reader);
    if (reader.unvalued != 0) report.issues.push_back(unvalued_formulas(reader.unvalued, reader.first_unvalued));
}

}  // namespace clausier::sheets
