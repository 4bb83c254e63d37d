// Implements the xlsx writer over libxlsxwriter in constant memory.
#include "clausier/sheets/write.hpp"

#include <xlsxwriter.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "clausier/core/issue.hpp"
#include "partial_file.hpp"
#include "xlsx_text.hpp"

namespace clausier::sheets {
namespace {

using core::Error;
using core::ErrorKind;

// How a cell shows its value.
enum class Shown { general, euros, hours, rate, date };

const char* number_format(Shown shown) {
    switch (shown) {
        case Shown::euros:
            return "#,##0.00 \"€\"";
        case Shown::hours:
            return "#,##0.00";
        case Shown::rate:
            return "0.00%";
        case Shown::date:
            return "dd/mm/yyyy";
        case Shown::general:
            break;
    }
    return nullptr;
}

void dress(lxw_format* format, Style style) {
    constexpr lxw_color_t pale_blue = 0xDCE6F1, pale_yellow = 0xFFF9DB, orange = 0xFFE5C2, pink = 0xF9D0D0;
    const auto fill = [format](lxw_color_t color) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, color);
    };
    switch (style) {
        case Style::plain:
            break;
        case Style::header:
            format_set_bold(format);
            format_set_text_wrap(format);
            format_set_bottom(format, LXW_BORDER_THIN);
            fill(pale_blue);
            break;
        case Style::total:
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
            break;
        case Style::input:
            fill(pale_yellow);
            break;
        case Style::warning:
            fill(orange);
            break;
        case Style::error:
            fill(pink);
            break;
    }
}

// A value as the file stores it: spreadsheets hold binary doubles, exact to 15 digits.
struct Stored {
    std::int64_t parts;
    std::int64_t scale;
    Shown shown;

    [[nodiscard]] bool exact() const { return parts > -1'000'000'000'000'000 && parts < 1'000'000'000'000'000; }
    [[nodiscard]] double number() const { return static_cast<double>(parts) / static_cast<double>(scale); }
};

Stored stored(std::int64_t value) { return {value, 1, Shown::general}; }
Stored stored(core::Euros value) { return {value.parts(), core::Euros::scale, Shown::euros}; }
Stored stored(core::Hours value) { return {value.parts(), core::Hours::scale, Shown::hours}; }
Stored stored(core::Rate value) { return {value.parts(), core::Rate::scale, Shown::rate}; }

Stored stored(bool) = delete;  // no number

std::string as_text(const Stored& value) {
    if (value.scale == 1) return std::to_string(value.parts);
    return core::decimal(value.parts, value.scale, value.scale == core::Rate::scale ? 4 : 2);
}

}  // namespace

Value same_value(const core::Cell& cell) {
    if (cell.empty()) return {};
    if (cell.kind == core::CellKind::number) return Number{std::string(cell.text)};
    if (cell.kind == core::CellKind::boolean) return cell.text == "true";
    if (cell.kind == core::CellKind::date)
        if (const auto date = core::parse_iso_date(cell.text)) return *date;
    return std::string(cell.text);
}

struct XlsxWriter::State {
    explicit State(const std::filesystem::path& path)
        : name(path.filename().string()), file(path), folder(file.path().parent_path().string()) {
        if (folder.empty()) folder = ".";
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder.data();
        options.use_zip64 = LXW_TRUE;
        book = workbook_new_opt(file.path().c_str(), &options);
        if (book == nullptr) refuse();
    }
    ~State() {
        if (book != nullptr) lxw_workbook_free(book);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[noreturn]] void refuse() const {
        throw Error(
            ErrorKind::unavailable, name,
            "le classeur n’a pas pu être écrit, le disque est sans doute plein ; libérez de la place et recommencez");
    }
    lxw_format* format(Style style, Shown shown);
    void write(lxw_col_t column, const OutCell& cell);
    void write_value(lxw_col_t column, std::monostate, Style style);
    void write_value(lxw_col_t column, const std::string& text, Style style);
    void write_value(lxw_col_t column, const Stored& value, Style style);
    void write_value(lxw_col_t column, bool value, Style style);
    void write_value(lxw_col_t column, const Number& number, Style style);
    void write_value(lxw_col_t column, core::Date date, Style style);
    void write_value(lxw_col_t column, const Formula& formula, Style style);

    std::string name;
    PartialFile file;
    std::string folder;
    lxw_workbook* book = nullptr;
    lxw_worksheet* current = nullptr;
    std::vector<lxw_worksheet*> all;
    std::vector<std::string> sheet_names;
    std::map<std::pair<Style, Shown>, lxw_format*> formats;
    lxw_row_t next_row = 0;
    std::uint64_t cut = 0;
};

// The workbook owns its formats.
lxw_format* XlsxWriter::State::format(Style style, Shown shown) {
    if (style == Style::plain && shown == Shown::general) return nullptr;
    lxw_format*& made = formats[{style, shown}];
    if (made == nullptr) {
        made = workbook_add_format(book);
        dress(made, style);
        if (const char* code = number_format(shown)) format_set_num_format(made, code);
    }
    return made;
}

void XlsxWriter::State::write(lxw_col_t column, const OutCell& cell) {
    const auto put = [&](const auto& value) {
        if constexpr (requires { stored(value); })
            write_value(column, stored(value), cell.style);
        else
            write_value(column, value, cell.style);
    };
    std::visit(put, cell.value);
}

void XlsxWriter::State::write_value(lxw_col_t column, std::monostate, Style style) {
    if (style != Style::plain) worksheet_write_blank(current, next_row, column, format(style, Shown::general));
}

void XlsxWriter::State::write_value(lxw_col_t column, const std::string& text, Style style) {
    const auto clean = xlsx_text(text);
    if (clean.cut) ++cut;
    worksheet_write_string(current, next_row, column, clean.text.c_str(), format(style, Shown::general));
}

void XlsxWriter::State::write_value(lxw_col_t column, const Stored& value, Style style) {
    if (!value.exact()) return write_value(column, as_text(value), style);
    worksheet_write_number(current, next_row, column, value.number(), format(style, value.shown));
}

void XlsxWriter::State::write_value(lxw_col_t column, bool value, Style style) {
    worksheet_write_boolean(current, next_row, column, value ? 1 : 0, format(style, Shown::general));
}

void XlsxWriter::State::write_value(lxw_col_t column, const Number& number, Style style) {
    double value = 0;
    const char* const last = number.text.data() + number.text.size();
    const auto [end, fault] = std::from_chars(number.text.data(), last, value);
    if (fault != std::errc() || end != last || !std::isfinite(value)) return write_value(column, number.text, style);
    worksheet_write_number(current, next_row, column, value, format(style, Shown::general));
}

void XlsxWriter::State::write_value(lxw_col_t column, core::Date date, Style style) {
    using namespace std::chrono;
    // Before, spreadsheets disagree: Excel believes in a 29 February 1900.
    if (!date.ok() || date < year(1900) / March / 1) return write_value(column, core::iso(date), style);
    const auto serial = sys_days(date) - sys_days(year(1899) / December / 30);
    worksheet_write_number(current, next_row, column, static_cast<double>(serial.count()), format(style, Shown::date));
}

void XlsxWriter::State::write_value(lxw_col_t column, const Formula& formula, Style style) {
    const Stored value = std::visit([](auto number) { return stored(number); }, formula.value);
    worksheet_write_formula_num(current, next_row, column, ("=" + formula.text).c_str(), format(style, value.shown),
                                value.number());
}

XlsxWriter::XlsxWriter(const std::filesystem::path& path) : state_(std::make_unique<State>(path)) {}
XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::sheet(std::string_view name, const std::vector<int>& widths, int header_rows) {
    State& state = *state_;
    state.sheet_names.push_back(xlsx_sheet_name(name, state.sheet_names));
    state.current = workbook_add_worksheet(state.book, state.sheet_names.back().c_str());
    if (state.current == nullptr) state.refuse();
    state.all.push_back(state.current);
    state.next_row = 0;
    for (std::size_t i = 0; i < widths.size(); ++i)
        worksheet_set_column(state.current, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i], nullptr);
    if (header_rows > 0) worksheet_freeze_panes(state.current, static_cast<lxw_row_t>(header_rows), 0);
}

std::uint32_t XlsxWriter::row(const std::vector<OutCell>& cells) {
    State& state = *state_;
    if (state.current == nullptr) sheet("");
    if (state.next_row >= LXW_ROW_MAX || cells.size() > LXW_COL_MAX)
        throw Error(ErrorKind::invalid, state.name,
                    "un classeur ne tient que 1 048 576 lignes et 16 384 colonnes ; demandez l’export en CSV");
    for (std::size_t i = 0; i < cells.size(); ++i) state.write(static_cast<lxw_col_t>(i), cells[i]);
    return ++state.next_row;
}

std::uint64_t XlsxWriter::cut_texts() const { return state_->cut; }

void XlsxWriter::close() {
    State& state = *state_;
    if (state.current == nullptr) sheet("");
    // The library does not look at the writing of the rows, which wait in a file of their own.
    bool written = true;
    for (const auto* sheet : state.all)
        written = written && std::fflush(sheet->optimize_tmpfile) == 0 && std::ferror(sheet->optimize_tmpfile) == 0;
    if (!written) state.refuse();
    // The library dates the file with gmtime, whose result all threads share.
    static std::mutex dating;
    const std::lock_guard lock(dating);
    const auto fault = workbook_close(std::exchange(state.book, nullptr));
    if (fault != LXW_NO_ERROR) state.refuse();
    state.file.keep();
}

void write_workbook(const std::filesystem::path& path, const std::vector<core::OutSheet>& sheets) {
    XlsxWriter writer(path);
    for (const core::OutSheet& one : sheets) {
        writer.sheet(one.name, one.widths);
        for (const std::vector<OutCell>& cells : one.rows) writer.row(cells);
    }
    writer.close();
}

}  // namespace clausier::sheets
