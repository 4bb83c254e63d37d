// How spreadsheets name columns.
#include "clausier/core/rows.hpp"

namespace clausier::core {

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + static_cast<char>((left - 1) % 26)));
    return letters;
}

}  // namespace clausier::core
