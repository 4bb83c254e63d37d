// Implements the row while a sheet's part is parsed.
#include "row_builder.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clausier::sheets {

void RowBuilder::grow(std::size_t column) {
    if (column >= limits_.columns)
        throw refusal(fmt::format("la feuille dépasse {} colonnes ; supprimez les colonnes inutiles", limits_.columns),
                      column);
    slots_.resize(column + 1);
}

void RowBuilder::refuse_weight() const {
    throw refusal(fmt::format("la ligne {} dépasse {} Mio ; partagez le texte de ses cellules", number_,
                              limits_.row_bytes >> 20));
}

// Fills cells_ from the slots; answers how many hold something.
std::uint64_t RowBuilder::lay_out() {
    cells_.resize(width_);
    std::uint64_t filled = 0;
    for (std::size_t i = 0; i < width_; ++i) {
        const Slot& slot = slots_[i];
        const char* data = slot.outside != nullptr ? slot.outside : text_.data() + slot.begin;
        cells_[i] = {slot.kind, {data, slot.size}};
        filled += slot.size != 0 ? 1 : 0;
    }
    return filled;
}

bool RowBuilder::give(std::uint64_t times) {
    if (blank()) return true;
    const std::uint64_t last = number_ + (times - 1);
    if (number_ > limits_.rows || times > limits_.rows || last > limits_.rows || report_.rows + times > limits_.rows)
        throw refusal(
            fmt::format("la ligne {} dépasse les {} lignes admises ; partagez la feuille en plusieurs fichiers",
                        std::max(number_, last), limits_.rows));
    const std::uint64_t filled = lay_out();
    for (std::uint64_t number = number_; number <= last; ++number) {
        ++report_.rows;
        report_.cells += filled;
        if (!sink_.row({number, {cells_.data(), cells_.size()}})) return false;
    }
    return true;
}

void RowBuilder::clear() {
    std::fill_n(slots_.begin(), width_, Slot{});
    width_ = 0;
    weight_ = 0;
    text_.clear();
}

core::Error RowBuilder::refusal(std::string_view text) const {
    return archive_.refusal(text, fmt::format("feuille « {} »", sheet_));
}

core::Error RowBuilder::refusal(std::string_view text, std::size_t column) const {
    return archive_.refusal(text, where(column));
}

std::string RowBuilder::where(std::size_t column) const {
    return fmt::format("feuille « {} », cellule {}{}", sheet_, core::column_letters(column), number_);
}

}  // namespace clausier::sheets
