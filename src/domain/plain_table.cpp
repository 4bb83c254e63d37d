// Recognises the columns of plain lists and gives their rows.
#include "clausier/domain/plain_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "clausier/core/text.hpp"
#include "clausier/domain/nir.hpp"

namespace clausier::domain {
namespace {

constexpr std::size_t header_rows_searched = 10;
constexpr std::size_t samples_kept = 3;

bool blank(const core::Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const core::Cell& cell) { return core::trim(cell.text).empty(); });
}

std::vector<PlainColumn> columns_of(const Head& head, std::size_t header) {
    std::size_t width = 0;
    for (std::size_t i = header; i < head.size(); ++i) width = std::max(width, head.row(i).cells.size());
    std::vector<PlainColumn> out;
    for (std::size_t index = 0; index < width; ++index) {
        PlainColumn column{index, core::collapse(head.row(header).cell(index).text), "", {}};
        for (std::size_t i = header + 1; i < head.size() && column.samples.size() < samples_kept; ++i)
            if (std::string value = core::collapse(head.row(i).cell(index).text); !value.empty())
                column.samples.push_back(std::move(value));
        out.push_back(std::move(column));
    }
    return out;
}

// Gives each field to the column that bears its surest name.
void name_columns(std::vector<PlainColumn>& columns, std::span<const PlainField> fields) {
    std::vector<std::string> folded;
    for (const PlainColumn& column : columns) folded.push_back(core::fold(column.header));
    for (const PlainField& field : fields)
        for (const std::string_view name : field.names) {
            const auto found = std::find(folded.begin(), folded.end(), name);
            if (found == folded.end()) continue;
            PlainColumn& column = columns[static_cast<std::size_t>(found - folded.begin())];
            if (!column.field.empty()) continue;
            column.field = field.code;
            break;
        }
}

std::size_t named(const std::vector<PlainColumn>& columns) {
    return static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const PlainColumn& one) { return !one.field.empty(); }));
}

std::string headers_of(const std::vector<PlainColumn>& columns) {
    std::string out;
    for (const PlainColumn& column : columns)
        if (!column.header.empty()) out += fmt::format("{}«\u00a0{}\u00a0»", out.empty() ? "" : ", ", column.header);
    return out;
}

PlainColumn* chosen(std::vector<PlainColumn>& columns, const std::string& name) {
    const std::string wanted = core::fold(name);
    for (PlainColumn& column : columns)
        if (!wanted.empty() && core::fold(column.header) == wanted) return &column;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool is_number = error == std::errc() && end == name.data() + name.size();
    for (PlainColumn& column : columns)
        if ((is_number && column.index + 1 == number) || core::fold(core::column_letters(column.index)) == wanted)
            return &column;
    return nullptr;
}

void apply(std::vector<PlainColumn>& columns, std::span<const PlainChoice> choices) {
    for (const PlainChoice& choice : choices) {
        PlainColumn* column = chosen(columns, choice.column);
        if (!column)
            throw core::Error(core::ErrorKind::invalid, "colonnes",
                              fmt::format("le fichier n’a pas de colonne «\u00a0{}\u00a0»\u00a0; ses colonnes sont {}",
                                          choice.column, headers_of(columns)));
        for (PlainColumn& other : columns)
            if (!choice.field.empty() && other.field == choice.field) other.field.clear();
        column->field = choice.field;
    }
}

// In whatever column, since the file itself is kept.
void refuse_nir(const core::Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!holds_nir(row.cells[i].text)) continue;
        core::Issue issue = core::fault("nir", std::string(nir_refusal) + " du fichier, qui n’est pas importé");
        issue.where = fmt::format("ligne {}, colonne {}", row.number, core::column_letters(i));
        throw core::Error(core::ErrorKind::invalid, {std::move(issue)});
    }
}

}  // namespace

core::Result<PlainChoice> parse_plain_choice(std::string_view text, std::span<const PlainField> fields) {
    const std::size_t at = text.rfind('=');
    if (at == std::string_view::npos || at == 0)
        return core::fault("colonne_syntaxe", "écrivez « Libellé=champ », par exemple « Société=" +
                                                  std::string(fields.empty() ? "" : fields.front().code) + " »");
    const std::string_view field = core::trim(text.substr(at + 1));
    std::string known;
    for (const PlainField& one : fields) {
        if (one.code == field) return PlainChoice{std::string(core::trim(text.substr(0, at))), std::string(field)};
        known += (known.empty() ? "" : ", ") + std::string(one.code);
    }
    if (field.empty() || field == "ignorer") return PlainChoice{std::string(core::trim(text.substr(0, at))), ""};
    return core::fault("champ_inconnu",
                       fmt::format("« {} » n’est pas un champ ; les champs sont {}, ou « ignorer »", field, known));
}

const PlainColumn* PlainColumns::of(std::string_view field) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const PlainColumn& one) { return one.field == field; });
    return found == columns.end() ? nullptr : &*found;
}

PlainColumns find_columns(const Head& head, std::span<const PlainField> fields, std::span<const PlainChoice> choices) {
    if (head.size() == 0)
        throw core::Error(core::ErrorKind::invalid, "fichier",
                          "aucune ligne n’a été lue\u00a0; vérifiez le fichier ou choisissez une autre feuille");
    PlainColumns out;
    std::size_t most = 0;
    for (std::size_t i = 0; i < std::min(head.size(), header_rows_searched); ++i) {
        std::vector<PlainColumn> columns = columns_of(head, i);
        name_columns(columns, fields);
        if (const std::size_t count = named(columns); count > most || out.header_row == 0) {
            most = count;
            out.header_row = head.row(i).number;
            out.columns = std::move(columns);
        }
    }
    apply(out.columns, choices);
    return out;
}

void require_columns(const PlainColumns& columns, std::span<const PlainField> fields) {
    std::vector<core::Issue> missing;
    for (const PlainField& field : fields)
        if (field.required && !columns.of(field.code))
            missing.push_back(
                {core::Severity::error, "colonne_absente", "fichier",
                 fmt::format("aucune colonne ne donne «\u00a0{}\u00a0»\u00a0; les titres lus sont {}\u00a0: dites "
                             "laquelle la donne",
                             field.label, headers_of(columns.columns))});
    if (!missing.empty()) throw core::Error(core::ErrorKind::invalid, std::move(missing));
}

bool PlainTable::row(const core::Row& row) {
    refuse_nir(row);
    width_ = std::max(width_, row.cells.size());
    if (begun_) {
        pass(row);
    } else if (!blank(row)) {
        head_.add(row);
        if (head_.size() == Head::wanted) begin();
    }
    return true;
}

void PlainTable::finish() {
    if (!begun_) begin();
}

void PlainTable::begin() {
    columns_ = find_columns(head_, fields_, choices_);
    require_columns(columns_, fields_);
    begun_ = true;
    for (std::size_t i = 0; i < head_.size(); ++i) pass(head_.row(i));
}

void PlainTable::pass(const core::Row& row) {
    if (row.number > columns_.header_row && !blank(row)) take(row);
}

core::Cell PlainTable::cell(const core::Row& row, std::string_view field) const {
    const PlainColumn* column = columns_.of(field);
    return column ? row.cell(column->index) : core::Cell{};
}

std::string PlainTable::text(const core::Row& row, std::string_view field) const {
    return core::collapse(cell(row, field).text);
}

}  // namespace clausier::domain
