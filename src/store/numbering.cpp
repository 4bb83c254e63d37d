// An open-addressed table over the texts.
#include "numbering.hpp"

#include <functional>

namespace clausier::store {

Numbering::Numbering() : table_(1024) {}

std::string_view Numbering::text(std::uint32_t number) const {
    const std::size_t begin = number == 1 ? 0 : ends_[number - 2];
    return std::string_view(texts_).substr(begin, ends_[number - 1] - begin);
}

std::size_t Numbering::place(std::string_view wanted, std::size_t hash) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash & mask;
    while (table_[at] != 0 && text(table_[at]) != wanted) at = (at + 1) & mask;
    return at;
}

std::uint32_t Numbering::number(std::string_view wanted) {
    const std::size_t hash = std::hash<std::string_view>{}(wanted);
    std::size_t at = place(wanted, hash);
    if (table_[at] != 0) return table_[at];
    if ((ends_.size() + 1) * 2 > table_.size()) {
        grow();
        at = place(wanted, hash);
    }
    texts_ += wanted;
    ends_.push_back(texts_.size());
    return table_[at] = size();
}

void Numbering::grow() {
    table_.assign(table_.size() * 2, 0);
    const std::size_t mask = table_.size() - 1;
    for (std::uint32_t number = 1; number <= size(); ++number) {
        std::size_t at = std::hash<std::string_view>{}(text(number)) & mask;
        while (table_[at] != 0) at = (at + 1) & mask;
        table_[at] = number;
    }
}

}  // namespace clausier::store
