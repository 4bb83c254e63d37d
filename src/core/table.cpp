// Implements the CSV reader, which hands out views of its input wherever no quote has to be undone, and the table.
#include "clausier/core/table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/french.hpp"

namespace clausier::core {
namespace {

// Line ends in a text: LF and CRLF, or CR where there is no LF.
std::uint64_t count_lines(std::string_view text) {
    const auto feeds = std::count(text.begin(), text.end(), '\n');
    return static_cast<std::uint64_t>(feeds != 0 ? feeds : std::count(text.begin(), text.end(), '\r'));
}

}  // namespace

CsvReader::CsvReader(char separator, RowSink& sink) : separator_(separator), sink_(sink) {
    for (const char c : {separator, '\n', '\r'}) special_[static_cast<unsigned char>(c)] = true;
}

bool CsvReader::feed(std::string_view bytes) {
    if (stopped_) return false;
    if (buffer_.empty()) {
        buffer_.assign(bytes.substr(scan(bytes)));
    } else {
        buffer_.append(bytes);
        buffer_.erase(0, scan(buffer_));
    }
    return !stopped_;
}

bool CsvReader::finish() {
    if (!stopped_ && state_ == State::quoted) reread_after_open_quote();
    if (!stopped_ && !buffer_.empty()) {
        if (state_ == State::field_start) field_ = {at_, at_, false, false};
        end_field();
        end_record(buffer_);
    }
    buffer_.clear();
    return !stopped_;
}

std::uint64_t CsvReader::pending_line() const {
    if (state_ != State::quoted) return line_;
    return line_ + count_lines(std::string_view(buffer_).substr(0, field_.begin));
}

// Gives the records that end in `text`, whose first byte is that of the record in progress; the bytes they take.
std::size_t CsvReader::scan(std::string_view text) {
    std::size_t taken = 0;
    while (!stopped_ && taken < text.size()) {
        if (after_cr_) {
            after_cr_ = false;
            if (text[taken] == '\n') {
                ++taken;
                continue;
            }
        }
        const auto rest = text.substr(taken);
        if (!reach_record_end(rest)) break;
        const std::size_t end = at_;
        after_cr_ = rest[end] == '\r';
        end_record(rest.substr(0, end));
        taken += end + 1;
    }
    return taken;
}

// Whether the record ends in `text`: `at_` then stands on its line end, and its last field is taken.
bool CsvReader::reach_record_end(std::string_view text) {
    while (at_ < text.size()) {
        switch (state_) {
            case State::field_start:
                field_ = {at_, at_, text[at_] == '"', false};
                state_ = field_.quoted ? State::quoted : State::plain;
                if (field_.quoted) ++at_;
                break;
            case State::plain:
                at_ = next_special(text, at_);
                if (at_ == text.size()) return false;
                end_field();
                if (text[at_] != separator_) return true;
                ++at_;
                break;
            case State::quoted:
                at_ = std::min(text.find('"', at_), text.size());
                if (at_ == text.size()) return false;
                ++at_;
                state_ = State::quote_in_quoted;
                break;
            case State::quote_in_quoted:
                field_.rebuild = field_.rebuild || !special_[static_cast<unsigned char>(text[at_])];
                state_ = text[at_] == '"' ? State::quoted : State::plain;
                if (state_ == State::quoted) ++at_;
                break;
        }
    }
    return false;
}

std::size_t CsvReader::next_special(std::string_view text, std::size_t from) const {
    const char* const data = text.data();
    const std::size_t size = text.size();
    while (from < size && !special_[static_cast<unsigned char>(data[from])]) ++from;
    return from;
}

void CsvReader::end_field() {
    field_.end = at_;
    fields_.push_back(field_);
    state_ = State::field_start;
}

void CsvReader::end_record(std::string_view record) {
    ++number_;
    bool quoted = false;
    cells_.clear();
    scratch_.clear();
    for (const Field& field : fields_) {
        quoted = quoted || field.quoted;
        if (field.rebuild) scratch_.reserve(record.size());
        cells_.push_back(cell(record, field));
    }
    line_ += 1 + (quoted ? count_lines(record) : 0);
    fields_.clear();
    at_ = 0;
    if (!record.empty()) stopped_ = !sink_.row(Row{number_, cells_});
}

Cell CsvReader::cell(std::string_view record, const Field& field) {
    const auto raw = record.substr(field.begin, field.end - field.begin);
    if (!field.quoted) return {raw.empty() ? CellKind::empty : CellKind::text, raw};
    return {CellKind::text, field.rebuild ? rebuilt(raw) : raw.substr(1, raw.size() - 2)};
}

// A quoted field with its quotes undone, kept in `scratch_`, which is large enough never to move.
std::string_view CsvReader::rebuilt(std::string_view raw) {
    const std::size_t begin = scratch_.size();
    bool inside = true;
    for (std::size_t i = 1; i < raw.size(); ++i) {
        const bool quote = inside && raw[i] == '"';
        const bool doubled = quote && i + 1 < raw.size() && raw[i + 1] == '"';
        inside = inside && (!quote || doubled);
        if (doubled) ++i;
        if (!quote || doubled) scratch_ += raw[i];
    }
    return std::string_view(scratch_).substr(begin);
}

void CsvReader::reread_after_open_quote() {
    open_quote_ = true;
    open_quote_line_ = pending_line();
    at_ = field_.begin + 1;
    field_ = {field_.begin, field_.begin, false, false};
    state_ = State::plain;
    buffer_.erase(0, scan(buffer_));
}

std::size_t Table::column(std::string_view name) const {
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end())
        throw Error(ErrorKind::invalid, "", fmt::format("la colonne « {} » manque ; ajoutez-la à l’en-tête", name));
    return static_cast<std::size_t>(found - columns.begin());
}

namespace {

// Collects rows into a table, all as wide as the first.
class TableSink : public RowSink {
public:
    TableSink(Table& table, std::string_view where) : table_(table), where_(where) {}
    bool row(const Row& row) override {
        std::vector<std::string> texts;
        texts.reserve(row.cells.size());
        for (const Cell& cell : row.cells) texts.emplace_back(cell.text);
        if (!named_) {
            table_.columns = std::move(texts);
            named_ = true;
            return true;
        }
        if (texts.size() != table_.columns.size())
            throw Error(ErrorKind::invalid, fmt::format("{}, ligne {}", where_, row.number),
                        fmt::format("{} au lieu de {} ; ajoutez ou retirez des séparateurs",
                                    french::count(texts.size(), "cellule"), table_.columns.size()));
        table_.rows.push_back(std::move(texts));
        return true;
    }

private:
    Table& table_;
    std::string_view where_;
    bool named_ = false;
};

void append_record(std::string& out, const std::vector<std::string>& texts, char separator, CsvSafety safety) {
    // A record of one empty field would be a blank line, which readers pass over.
    if (texts.size() == 1 && texts.front().empty()) out += "\"\"";
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i != 0) out += separator;
        out += csv_field(texts[i], separator, safety);
    }
    out += "\r\n";
}

}  // namespace

Table parse_csv(std::string_view text, std::string_view where, char separator) {
    constexpr std::string_view bom = "\xEF\xBB\xBF";
    if (text.substr(0, bom.size()) == bom) text.remove_prefix(bom.size());
    Table table;
    TableSink sink(table, where);
    CsvReader reader(separator, sink);
    reader.feed(text);
    reader.finish();
    if (reader.open_quote())
        throw Error(ErrorKind::invalid, fmt::format("{}, ligne {}", where, reader.open_quote_line()),
                    "un guillemet ouvert n’est jamais refermé ; fermez-le, ou doublez-le s’il fait partie du texte");
    return table;
}

bool looks_like_formula(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
    if (text.front() != '+' && text.front() != '-') return true;
    std::string_view rest = text.substr(1);
    const std::size_t mantissa = rest.find_first_not_of("0123456789., \xC2\xA0\xE2\x80\xAF");
    if (rest.substr(0, mantissa).find_first_of(digits) == std::string_view::npos) return true;
    if (mantissa == std::string_view::npos) return false;
    rest.remove_prefix(mantissa);
    if (rest.front() != 'e' && rest.front() != 'E') return true;
    rest.remove_prefix(1);
    if (!rest.empty() && (rest.front() == '+' || rest.front() == '-')) rest.remove_prefix(1);
    return rest.empty() || rest.find_first_not_of(digits) != std::string_view::npos;
}

std::string csv_field(std::string_view text, char separator, CsvSafety safety) {
    const char special[] = {separator, '"', '\n', '\r'};
    const bool quoted = text.find_first_of(std::string_view(special, sizeof special)) != std::string_view::npos;
    std::string out;
    out.reserve(text.size() + 3);
    if (quoted) out += '"';
    if (safety == CsvSafety::guarded && looks_like_formula(text)) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
    return out;
}

std::string to_csv(const Table& table, char separator, CsvSafety safety) {
    std::string out;
    append_record(out, table.columns, separator, safety);
    for (const auto& row : table.rows) append_record(out, row, separator, safety);
    return out;
}

}  // namespace clausier::core
