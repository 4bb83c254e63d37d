// The classes of rows, decided from what is filled in and how it begins.
#include "tender_rows.hpp"

#include <algorithm>
#include <array>

#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

constexpr std::array<RowClassInfo, 7> classes = {{
    {"vide", "ligne vide"},
    {"titre", "titre ou note du tableau"},
    {"en_tete", "ligne d’en-tête répétée"},
    {"section", "ligne de section : elle vaut pour les lignes qui suivent"},
    {"total", "ligne de total : rien n’y est compté"},
    {"groupe", "ligne qui nomme les lots qui suivent : son total n’est pas compté deux fois"},
    {"", ""},
}};

constexpr std::size_t note_words = 4;  // in a column of numbers, so many words are a note: « Prix valeur juin 2026 »

bool filled(const core::Cell& cell) { return !cell.empty() && !core::trim(cell.text).empty(); }

// Whether a text alone on its row tells a bracket of amounts: « Tranche 2 : 50 000 à 89 999,99 € HT ».
bool tells_bracket(std::string_view text) {
    const std::string folded = core::fold(text);
    const bool has_digit = folded.find_first_of("0123456789") != std::string::npos;
    if (has_digit && ImportWords::embedded().begins_bracket(folded)) return true;
    return has_digit && text.find_first_of("0123456789") == 0 &&
           (folded.find(" a ") != std::string::npos || folded.find(" et plus") != std::string::npos);
}

// « TOTAL : 176 585,29 » → the amount after the word.
std::optional<core::Euros> amount_after_word(std::string_view text) {
    const std::size_t digit = text.find_first_of("0123456789-");
    if (digit == std::string_view::npos) return std::nullopt;
    const auto read = core::parse_euros(text.substr(digit));
    return read ? std::optional(*read) : std::nullopt;
}

}  // namespace

const RowClassInfo& info(RowClass row_class) { return classes[static_cast<std::size_t>(row_class)]; }

RowClassifier::RowClassifier(const Mapping& mapping) : mapping_(mapping) {
    for (const Column& column : mapping.columns)
        if (column.field != Field::ignored) named_.push_back(&column);
}

RowClass RowClassifier::classify(const core::Row& row) {
    const auto cells = row.cells;
    const auto first = std::find_if(cells.begin(), cells.end(), filled);
    if (first == cells.end()) return RowClass::blank;
    if (row.number < mapping_.header_row) {
        note_title(row);
        return RowClass::title;
    }
    if (repeats_header(row)) return RowClass::header;
    if (mapping_.profile.record == RecordKind::decp) return RowClass::data;
    const bool alone = std::find_if(first + 1, cells.end(), filled) == cells.end();
    if (alone && mapping_.profile.sections) return classify_alone(core::trim(first->text));
    if (const auto beside = beside_lots(row, *first, alone)) return *beside;
    const bool total = ImportWords::embedded().begins_total(core::fold(first->text));
    // The word « Total » may stand in the column of references: it is then no reference.
    const bool referred =
        !cell(row, Field::reference).empty() && !(total && core::trim(first->text) == cell(row, Field::reference));
    const bool describes = !cell(row, Field::holder_name).empty() || !cell(row, Field::holder_id).empty() ||
                           !cell(row, Field::notified_on).empty() || referred;
    if (describes) return RowClass::data;
    if (total) return RowClass::total;
    return read_group(row) ? RowClass::group : RowClass::data;
}

bool RowClassifier::repeats_header(const core::Row& row) const {
    if (named_.size() < 2) return false;
    return std::all_of(named_.begin(), named_.begin() + 2, [&](const Column* column) {
        return !column->header.empty() && core::trim(row.cell(column->index).text) == column->header;
    });
}

std::string_view RowClassifier::cell(const core::Row& row, Field field) const {
    const Column* column = mapping_.column(field);
    return column ? core::trim(row.cell(column->index).text) : std::string_view();
}

void RowClassifier::note_title(const core::Row& row) {
    for (const core::Cell& title : row.cells) {
        if (!filled(title)) continue;
        if (!titles_.empty()) titles_ += " — ";
        titles_ += core::collapse(title.text);
    }
}

RowClass RowClassifier::classify_alone(std::string_view text) {
    if (const auto rank = sections_.find(text)) {
        section_ = sections_.official(*rank);
        return RowClass::section;
    }
    if (tells_bracket(text)) {
        bracket_ = core::collapse(text);
        section_.clear();
        return RowClass::section;
    }
    const std::string folded = core::fold(text);
    return ImportWords::embedded().begins_total(folded) ? RowClass::total : RowClass::title;
}

std::optional<RowClass> RowClassifier::beside_lots(const core::Row& row, const core::Cell& first, bool alone) const {
    if (mapping_.profile.record != RecordKind::single_market) return std::nullopt;
    const ImportWords& words = ImportWords::embedded();
    if (words.begins_lot_total(core::fold(first.text)) ||
        words.begins_lot_total(core::fold(cell(row, Field::lot_title))))
        return RowClass::total;
    const std::string_view number = cell(row, Field::lot_number);
    const bool wordy = static_cast<std::size_t>(std::count(number.begin(), number.end(), ' ')) >= note_words - 1;
    const bool figureless = number.find_first_of("0123456789") == std::string_view::npos;
    if (alone && !number.empty() && (wordy || figureless)) return RowClass::title;
    return std::nullopt;
}

bool RowClassifier::read_group(const core::Row& row) {
    const Column* amount = mapping_.column(Field::amount);
    if (!amount || row.cell(amount->index).kind == core::CellKind::number) return false;
    const std::string_view text = cell(row, Field::amount);
    if (text.empty() || !ImportWords::embedded().begins_total(core::fold(text))) return false;
    group_ = {core::collapse(cell(row, Field::object)), amount_after_word(text)};
    return !group_.name.empty();
}

}  // namespace clausier::domain
