// Looks for social security numbers in the cells of free text.
#include "nir_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/issue.hpp"
#include "clausier/domain/nir.hpp"

namespace clausier::app {
namespace {

constexpr std::size_t siret_digits = 14;

bool free_text(domain::Field field) {
    using domain::Field;
    using domain::ValueKind;
    if (field == Field::ignored) return true;
    if (field == Field::reference || field == Field::framework_reference || field == Field::record) return false;
    const ValueKind kind = domain::info(field).kind;
    return kind == ValueKind::text || kind == ValueKind::name;
}

bool begins_with_siret(const core::Row& row, std::string_view text) {
    return text.size() == siret_digits + 1 &&
           std::any_of(row.cells.begin(), row.cells.end(),
                       [&](const core::Cell& cell) { return cell.text == text.substr(0, siret_digits); });
}

}  // namespace

NirCheck::NirCheck(const domain::Mapping& mapping) {
    for (const domain::Column& column : mapping.columns) {
        if (column.index >= left_out_.size()) left_out_.resize(column.index + 1, false);
        left_out_[column.index] = !free_text(column.field);
    }
}

void NirCheck::operator()(const core::Row& row) const {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i < left_out_.size() && left_out_[i]) continue;
        const std::string_view text = row.cells[i].text;
        if (text.size() <= siret_digits || !domain::holds_nir(text) || begins_with_siret(row, text)) continue;
        core::Issue issue = core::fault("nir", std::string(domain::nir_refusal) + " du fichier, qui n’est pas importé");
        issue.where = fmt::format("ligne {}, colonne {}", row.number, core::column_letters(i));
        throw core::Error(core::ErrorKind::invalid, {std::move(issue)});
    }
}

}  // namespace clausier::app
