// The shared strings of an xlsx workbook, held in one arena.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive.hpp"

namespace clausier::sheets {

// Undoes the "_xHHHH_" by which xlsx writes characters that XML cannot hold, in `text` from `from` on. "_x005F_" is the
// underscore; what stands for no character (a lone surrogate, NUL) is left as it is written.
void unescape(std::string& text, std::size_t from = 0);

class SharedStrings {
public:
    // No strings.
    SharedStrings() = default;
    // Throws Error(invalid) when the part is damaged, or its texts go over limits().shared_text.
    SharedStrings(Archive& archive, std::string_view entry);

    // The text of an item, its runs joined and its phonetic runs left out; empty optional when there is none of that
    // index. Valid as long as this object.
    [[nodiscard]] std::optional<std::string_view> at(std::uint64_t index) const {
        if (index >= ends_.size()) return std::nullopt;
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(texts_).substr(begin, ends_[index] - begin);
    }
    [[nodiscard]] std::size_t size() const { return ends_.size(); }

private:
    std::string texts_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace clausier::sheets
