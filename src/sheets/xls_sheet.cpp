// Implements the rows of an .xls sheet.
#include "xls_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "cell_values.hpp"
#include "little_endian.hpp"
#include "row_builder.hpp"

namespace clausier::sheets {
namespace {

using core::CellKind;

constexpr std::size_t most_cells = std::size_t{65'536} * 256;
constexpr std::size_t rk_size = 6;  // a style and a value

// The least bytes of a record that holds one cell.
std::size_t least_size(std::uint16_t type) {
    switch (type) {
        case biff::formula:
        case biff::number:
            return 14;
        case biff::rk:
        case biff::shared_label:
            return 10;
        case biff::label:
        case biff::rich_label:
        case biff::boolean_or_error:
            return 8;
        default:
            return 0;
    }
}

// What a formula gives when it is no number, by the first byte of its result.
enum Result : std::uint8_t { text_result = 0, boolean_result = 1, error_result = 2 };

bool is_number_result(std::string_view result) { return u16(result, 6) != 0xFFFF; }

}  // namespace

XlsSheet::XlsSheet(std::string_view stream, std::size_t begin, const XlsGlobals& globals, std::string where,
                   const Limits& limits)
    : stream_(stream), globals_(globals), where_(std::move(where)), limits_(limits) {
    find_places(begin);
    const auto in_order = [](const Place& a, const Place& b) {
        return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    };
    if (!std::is_sorted(places_.begin(), places_.end(), in_order))
        std::stable_sort(places_.begin(), places_.end(), in_order);
}

void XlsSheet::find_places(std::size_t begin) {
    BiffRecords records(stream_, begin);
    BiffRecord record;
    if (!records.next(record) || record.type != biff::begin_of_part) refuse_damaged();
    // A chart inside the sheet has its own beginning and end.
    for (int depth = 1; depth > 0;) {
        if (!records.next(record)) refuse_damaged();
        if (record.type == biff::begin_of_part) ++depth;
        if (record.type == biff::end_of_part) --depth;
        if (depth == 1) take(record);
    }
    if (awaits_text_) ++without_text_;
}

void XlsSheet::take(const BiffRecord& record) {
    if (record.data.size() < least_size(record.type)) refuse_damaged();
    const std::uint16_t row = u16(record.data, 0);
    const std::uint16_t column = u16(record.data, 2);
    switch (record.type) {
        case biff::formula:
            take_formula(record);
            break;
        case biff::formula_text:
            if (awaits_text_) add(awaiting_.row, awaiting_.column, record.type, record.at);
            awaits_text_ = false;
            break;
        case biff::many_rk:
            for (std::size_t i = 0; 4 + (i + 1) * rk_size + 2 <= record.data.size(); ++i)
                add(row, static_cast<std::uint16_t>(column + i), biff::rk, record.at + 4 + i * rk_size);
            break;
        case biff::number:
        case biff::rk:
        case biff::label:
        case biff::rich_label:
        case biff::shared_label:
        case biff::boolean_or_error:
            add(row, column, record.type, record.at + 4);
            break;
        default:
            break;
    }
}

void XlsSheet::take_formula(const BiffRecord& record) {
    if (awaits_text_) ++without_text_;
    const std::uint16_t row = u16(record.data, 0);
    const std::uint16_t column = u16(record.data, 2);
    const auto result = record.data.substr(6, 8);
    awaits_text_ = !is_number_result(result) && u8(result, 0) == text_result;
    awaiting_ = {row, column, 0, 0};
    if (awaits_text_ && first_without_text_.empty())
        first_without_text_ = fmt::format("{}, cellule {}{}", where_, core::column_letters(column), row + 1);
    if (!awaits_text_) add(row, column, record.type, record.at + 4);
}

void XlsSheet::add(std::uint16_t row, std::uint16_t column, std::uint16_t type, std::size_t at) {
    if (places_.size() == most_cells) refuse_damaged();
    places_.push_back({row, column, type, static_cast<std::uint32_t>(at)});
}

void XlsSheet::give(core::RowSink& sink, Report& report, const core::Progress& progress) {
    if (globals_.unknown_bytes && !globals_.unicode)
        report.issues.push_back({core::Severity::warning, "page_de_codes", where_,
                                 "le classeur emploie un jeu de caractères ancien, lu comme du Windows-1252 ; vérifiez "
                                 "les accents"});
    if (without_text_ != 0) report.issues.push_back(unvalued_formulas(without_text_, first_without_text_));
    bool more = true;
    for (std::size_t i = 0; more && i < places_.size();) {
        const std::uint16_t row = places_[i].row;
        pieces_.clear();
        text_.clear();
        for (; i < places_.size() && places_[i].row == row; ++i) put(places_[i]);
        more = give_row(std::uint64_t{row} + 1, sink, report);
        if (progress && (report.rows % 256 == 0 || i == places_.size()) &&
            !progress(stream_.size() * i / places_.size(), stream_.size()))
            throw core::Error(core::ErrorKind::invalid, where_, "annulé");
    }
}

void XlsSheet::put(const Place& place) {
    if (place.column >= limits_.columns)
        refuse(fmt::format("la feuille dépasse {} colonnes ; supprimez les colonnes inutiles", limits_.columns));
    if (pieces_.size() <= place.column) pieces_.resize(std::size_t{place.column} + 1);
    const std::size_t begin = text_.size();
    const CellKind kind = append_value(place);
    pieces_[place.column] = {kind, begin, text_.size() - begin};
    if (text_.size() > limits_.row_bytes)
        refuse(
            fmt::format("la ligne {} dépasse {} Mio ; supprimez-y du texte", place.row + 1, limits_.row_bytes >> 20U));
}

CellKind XlsSheet::append_value(const Place& place) {
    const std::string_view value = stream_.substr(std::min<std::size_t>(place.at, stream_.size()));
    switch (place.type) {
        case biff::rk:
            return append_number_of(place, rk_value(u32(value, 2)));
        case biff::number:
            return append_number_of(place, f64(value, 2));
        case biff::shared_label:
            return append_shared(u32(value, 2));
        case biff::boolean_or_error:
            text_ += u8(value, 3) != 0 ? error_text(u8(value, 2)) : u8(value, 2) != 0 ? "true" : "false";
            return u8(value, 3) != 0 ? CellKind::error : CellKind::boolean;
        case biff::formula:
            return is_number_result(value.substr(2, 8)) ? append_number_of(place, f64(value, 2))
                                                        : append_result(value.substr(2, 8));
        case biff::formula_text:
            return append_text_at(place.at, 0);
        default:
            return append_text_at(place.at, 2);
    }
}

CellKind XlsSheet::append_number_of(const Place& place, double value) {
    const std::size_t begin = text_.size();
    append_number(text_, value);
    return settle_number(text_, begin, globals_.shape(u16(stream_, place.at)), globals_.epoch_1904);
}

CellKind XlsSheet::append_result(std::string_view result) {
    if (u8(result, 0) == boolean_result) {
        text_ += u8(result, 2) != 0 ? "true" : "false";
        return CellKind::boolean;
    }
    if (u8(result, 0) != error_result) return CellKind::empty;
    text_ += error_text(u8(result, 2));
    return CellKind::error;
}

CellKind XlsSheet::append_shared(std::uint32_t index) {
    if (index >= globals_.text_ends.size()) refuse_damaged();
    const std::size_t begin = index == 0 ? 0 : globals_.text_ends[index - 1];
    text_.append(globals_.texts, begin, globals_.text_ends[index] - begin);
    return CellKind::text;
}

// A text inside the record whose data holds `at`, after `skipped` bytes, perhaps continued.
CellKind XlsSheet::append_text_at(std::size_t at, std::size_t skipped) {
    const std::size_t before = skipped == 0 ? 0 : 4;  // a row and a column stand before the style
    BiffRecords records(stream_, at - before - 4);
    BiffRecord record;
    if (!records.next(record)) refuse_damaged();
    BiffTexts texts(records.with_continuations(record), globals_.unicode, globals_.bytes);
    texts.skip(before + skipped);
    if (!texts.append_text(2, text_)) refuse_damaged();
    return CellKind::text;
}

bool XlsSheet::give_row(std::uint64_t number, core::RowSink& sink, Report& report) {
    std::uint64_t filled = 0;
    cells_.clear();
    for (const Piece& piece : pieces_) {
        const auto text = std::string_view(text_).substr(piece.begin, piece.size);
        cells_.push_back(text.empty() ? core::Cell{} : core::Cell{piece.kind, text});
        if (!text.empty()) ++filled;
    }
    if (filled == 0) return true;
    if (++report.rows > limits_.rows)
        refuse(fmt::format("la feuille a plus de {} lignes ; partagez-la en plusieurs fichiers", limits_.rows));
    report.cells += filled;
    return sink.row(core::Row{number, cells_});
}

void XlsSheet::refuse(std::string_view text) const { throw core::Error(core::ErrorKind::invalid, where_, text); }

void XlsSheet::refuse_damaged() const {
    refuse("la feuille est tronquée ou abîmée ; ouvrez le classeur dans un tableur et enregistrez-le en xlsx");
}

}  // namespace clausier::sheets
