// Implements the reading of number format codes.
#include "number_format.hpp"

#include <algorithm>

namespace clausier::sheets {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

// Whether the inside of a bracket is elapsed time: h, hh, mm, sss…
bool is_elapsed(std::string_view inside) {
    if (inside.empty()) return false;
    const char first = lower(inside.front());
    return (first == 'h' || first == 'm' || first == 's') &&
           std::all_of(inside.begin(), inside.end(), [first](char c) { return lower(c) == first; });
}

// Reads a code once and remembers which letters of dates it saw.
class CodeReader {
public:
    explicit CodeReader(std::string_view code) : rest_(code) {
        while (!rest_.empty()) rest_.remove_prefix(std::min(step(), rest_.size()));
    }

    [[nodiscard]] NumberShape shape() const {
        if (time_) return elapsed_ && !day_ ? NumberShape::elapsed : NumberShape::moment;
        return day_ || month_or_minute_ ? NumberShape::day : NumberShape::number;
    }

private:
    // The length of what stands first, once taken into account.
    std::size_t step() {
        const char c = lower(rest_.front());
        if (c == '"') return quoted();
        if (c == '[') return bracketed();
        if (c == '\\' || c == '_' || c == '*') return 2;
        for (const std::string_view word : {"general", "standard"})
            if (starts_with(rest_, word)) return word.size();
        if (c == 'e' && rest_.size() > 1 && (rest_[1] == '+' || rest_[1] == '-')) return 2;
        for (const std::string_view word : {"am/pm", "a/p"})
            if (starts_with(rest_, word)) return time_ = true, word.size();
        letter(c);
        return 1;
    }

    std::size_t quoted() const {
        const auto close = rest_.find('"', 1);
        return close == std::string_view::npos ? rest_.size() : close + 1;
    }

    std::size_t bracketed() {
        const auto close = rest_.find(']');
        if (close == std::string_view::npos) return rest_.size();
        if (is_elapsed(rest_.substr(1, close - 1))) time_ = elapsed_ = true;
        return close + 1;
    }

    void letter(char c) {
        if (c == 'y' || c == 'd' || c == 'e' || c == 'g' || c == 'b') day_ = true;
        if (c == 'h' || c == 's') time_ = true;
        if (c == 'm') month_or_minute_ = true;
    }

    std::string_view rest_;
    bool day_ = false;
    bool time_ = false;
    bool month_or_minute_ = false;
    bool elapsed_ = false;
};

}  // namespace

NumberShape built_in_shape(std::uint32_t id) {
    const auto in = [id](std::uint32_t first, std::uint32_t last) { return id >= first && id <= last; };
    if (id == 46) return NumberShape::elapsed;
    // 32 to 35, 55 and 56 show times in some East Asian versions and dates in others: a moment is either.
    if (in(18, 22) || in(32, 35) || in(45, 47) || in(55, 56)) return NumberShape::moment;
    return in(14, 17) || in(27, 36) || in(50, 58) ? NumberShape::day : NumberShape::number;
}

NumberShape shape_of_code(std::string_view code) { return CodeReader(code).shape(); }

}  // namespace clausier::sheets
