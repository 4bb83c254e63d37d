// Rows once collected, and CSV as RFC 4180 writes it.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clausier/core/issue.hpp"
#include "clausier/core/rows.hpp"

namespace clausier::core {

// A CSV text taken as it comes, in pieces cut anywhere, and given as rows of text cells. Quotes, doubled quotes,
// separators and line ends inside quotes, LF, CRLF and CR as RFC 4180; a quote inside an unquoted field stays as it is,
// and text after a closing quote is added to its field. Blank lines are counted but not given. Empty cells are
// CellKind::empty, except a quoted "" which is an empty text.
class CsvReader {
public:
    // The sink lives longer than the reader.
    CsvReader(char separator, RowSink& sink);
    // Feeds UTF-8 bytes; false when the sink asked to stop.
    bool feed(std::string_view bytes);
    // Ends the text: the last record is given. False when the sink asked to stop. A quote that was never closed is then
    // taken as an ordinary character and the text after it read again, so that it swallows no record.
    bool finish();
    // After finish(): whether a quote was never closed, and the line of the text, from 1, where it stands.
    [[nodiscard]] bool open_quote() const { return open_quote_; }
    [[nodiscard]] std::uint64_t open_quote_line() const { return open_quote_line_; }
    // Bytes and fields held for the record in progress: the caller bounds them. Inside quotes, the line where the field
    // in progress begins; else that of the record.
    [[nodiscard]] std::size_t pending() const { return buffer_.size(); }
    [[nodiscard]] std::size_t pending_fields() const { return fields_.size(); }
    [[nodiscard]] std::uint64_t pending_line() const;

private:
    // A field's place in its record. `rebuild`: its quotes have to be undone by a copy.
    struct Field {
        std::size_t begin, end;
        bool quoted, rebuild;
    };
    enum class State { field_start, plain, quoted, quote_in_quoted };

    std::size_t scan(std::string_view text);
    bool reach_record_end(std::string_view text);
    [[nodiscard]] std::size_t next_special(std::string_view text, std::size_t from) const;
    void end_field();
    void end_record(std::string_view record);
    [[nodiscard]] Cell cell(std::string_view record, const Field& field);
    std::string_view rebuilt(std::string_view raw);
    void reread_after_open_quote();

    std::array<bool, 256> special_{};  // the bytes that end an unquoted field
    char separator_;
    RowSink& sink_;
    State state_ = State::field_start;
    std::string buffer_;  // the record in progress, from its first byte
    std::size_t at_ = 0;  // the next byte to look at, from the record's first
    Field field_{0, 0, false, false};
    bool after_cr_ = false;
    bool open_quote_ = false;
    bool stopped_ = false;
    std::uint64_t number_ = 0;
    std::uint64_t line_ = 1;  // the line where the record in progress begins
    std::uint64_t open_quote_line_ = 0;
    std::vector<Field> fields_;
    std::vector<Cell> cells_;
    std::string scratch_;  // the rebuilt fields of one record
};

// A table in memory: named columns and rows of text. For reference data, exports and listings.
struct Table {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;

    // The index of a column. Throws Error(invalid) naming the column when there is none.
    [[nodiscard]] std::size_t column(std::string_view name) const;
};

// The first record names the columns. Throws Error(invalid) naming `where` and the line when a record has another
// number of cells.
Table parse_csv(std::string_view text, std::string_view where, char separator = ',');

// How text is written as CSV. `raw` is exact; `guarded` puts an apostrophe before a text that a spreadsheet would take
// for a formula (= + - @ tab CR), numbers excepted.
enum class CsvSafety { raw, guarded };

// One field, quoted when it must be.
std::string csv_field(std::string_view text, char separator = ',', CsvSafety safety = CsvSafety::raw);
// The whole table, lines ended by CRLF as RFC 4180 has it.
std::string to_csv(const Table& table, char separator = ',', CsvSafety safety = CsvSafety::raw);

// Whether a spreadsheet would take this text for a formula: it begins with = + - @, a tab or a carriage return and is
// not a plain number.
bool looks_like_formula(std::string_view text);

}  // namespace clausier::core
