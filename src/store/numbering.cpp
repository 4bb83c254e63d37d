// An open-addressed table over the texts.
#include "numbering.hpp"

#include <functional>
#include <limits>

namespace clausier::store {
namespace {

// The bits that the place is least made of.
std::uint8_t tag_of(std::size_t hash) {
    return static_cast<std::uint8_t>(hash >> (std::numeric_limits<std::size_t>::digits - 8));
}

}  // namespace

Numbering::Numbering() : table_(1024), tags_(1024) {}

std::string_view Numbering::text(std::uint32_t number) const {
    const std::size_t begin = number == 1 ? 0 : ends_[number - 2];
    return std::string_view(texts_).substr(begin, ends_[number - 1] - begin);
}

std::size_t Numbering::place(std::string_view wanted, std::size_t hash) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t at = hash & mask;
    const std::uint8_t tag = tag_of(hash);
    while (table_[at] != 0 && (tags_[at] != tag || text(table_[at]) != wanted)) at = (at + 1) & mask;
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
    tags_[at] = tag_of(hash);
    return table_[at] = size();
}

void Numbering::grow() {
    table_.assign(table_.size() * 2, 0);
    tags_.assign(table_.size(), 0);
    const std::size_t mask = table_.size() - 1;
    for (std::uint32_t number = 1; number <= size(); ++number) {
        const std::size_t hash = std::hash<std::string_view>{}(text(number));
        std::size_t at = hash & mask;
        while (table_[at] != 0) at = (at + 1) & mask;
        table_[at] = number;
        tags_[at] = tag_of(hash);
    }
}

}  // namespace clausier::store
