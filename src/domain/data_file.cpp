// A CSV of data/ read strictly: whatever is wrong in it is a fault with a place.
#include "data_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/text.hpp"

namespace clausier::domain {

DataFile::DataFile(std::string_view csv, std::string_view file, const std::vector<std::string_view>& columns)
    : file_(file), table_(core::parse_csv(csv, file)) {
    for (const auto column : columns) {
        if (std::find(table_.columns.begin(), table_.columns.end(), column) == table_.columns.end())
            throw core::Error(core::ErrorKind::invalid, file,
                              fmt::format("la colonne « {} » manque ; ajoutez-la à l’en-tête.", column));
    }
}

std::string DataFile::place(std::size_t row, std::string_view column) const {
    return fmt::format("{}, ligne {}, colonne « {} »", file_, row + 2, column);
}

const std::string& DataFile::text(std::size_t row, std::string_view column) const {
    return table_.rows[row][table_.column(column)];
}

const std::string& DataFile::required(std::size_t row, std::string_view column) {
    const auto& found = text(row, column);
    if (found.empty()) fault(row, column, "donnee_absente", "la cellule est vide ; donnez une valeur.");
    return found;
}

const std::string& DataFile::unique(std::size_t row, std::string_view column) {
    const auto& found = required(row, column);
    const auto index = table_.column(column);
    const auto here = table_.rows.begin() + static_cast<std::ptrdiff_t>(row);
    if (std::any_of(table_.rows.begin(), here, [&](const auto& other) { return other[index] == found; }))
        fault(row, column, "donnee_double", fmt::format("« {} » est déjà donné plus haut ; gardez une ligne.", found));
    return found;
}

const std::string& DataFile::one_of(std::size_t row, std::string_view column,
                                    const std::vector<std::string_view>& words) {
    const auto& found = text(row, column);
    if (std::find(words.begin(), words.end(), found) == words.end())
        fault(row, column, "donnee_hors_liste",
              fmt::format("« {} » n’est pas dans la liste ; écrivez {}.", found, fmt::join(words, ", ")));
    return found;
}

bool DataFile::yes(std::size_t row, std::string_view column) { return one_of(row, column, {"yes", "no"}) == "yes"; }

std::optional<core::Date> DataFile::date(std::size_t row, std::string_view column) {
    const auto& found = text(row, column);
    if (found.empty()) return std::nullopt;
    const auto date = core::parse_iso_date(found);
    if (!date) {
        fault(row, column, date.error().code, date.error().text);
        return std::nullopt;
    }
    return *date;
}

std::vector<std::string> DataFile::list(std::size_t row, std::string_view column) const {
    const auto& found = text(row, column);
    if (found.empty()) return {};
    const auto parts = core::split(found, '|');
    return {parts.begin(), parts.end()};
}

void DataFile::fault(std::size_t row, std::string_view column, std::string_view code, std::string text) {
    issues_.push_back({core::Severity::error, std::string(code), place(row, column), std::move(text)});
}

void DataFile::finish() const {
    if (!issues_.empty()) throw core::Error(core::ErrorKind::invalid, issues_);
}

}  // namespace clausier::domain
