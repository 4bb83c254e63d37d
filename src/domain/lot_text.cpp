// Takes apart the texts that name lots.
#include "lot_text.hpp"

#include <algorithm>

#include "clausier/core/text.hpp"

namespace clausier::domain {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (lower(text[i]) != word[i]) return false;
    return text.size() == word.size() || !is_letter(text[word.size()]);
}

// Removes one of these from the head, with the spaces before it.
bool skip_any(std::string_view& text, std::initializer_list<std::string_view> marks) {
    std::string_view rest = text;
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\t')) rest.remove_prefix(1);
    for (const std::string_view mark : marks) {
        const bool word = is_letter(mark.front()) && static_cast<unsigned char>(mark.front()) < 0x80;
        if (word ? starts_with_word(rest, mark) : rest.starts_with(mark)) {
            text = rest.substr(mark.size());
            return true;
        }
    }
    return false;
}

// "2", "2A", "01" at the head; "" when there is none. A letter only counts when nothing is glued to it.
std::string take_number(std::string_view& text) {
    std::string_view rest = text;
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    std::size_t size = 0;
    while (size < rest.size() && is_digit(rest[size])) ++size;
    if (size == 0 || size > 4) return {};
    if (size < rest.size() && is_letter(rest[size]) && (size + 1 == rest.size() || !is_letter(rest[size + 1])))
        ++size;
    else if (size < rest.size() && is_letter(rest[size]))
        return {};
    text = rest.substr(size);
    std::string_view number = rest.substr(0, size);
    while (number.size() > 1 && number.front() == '0' && is_digit(number[1])) number.remove_prefix(1);
    return std::string(number);
}

// The numbers after the word "lot" at the head of `text`, both removed; none when it does not begin so.
std::vector<std::string> take_lots(std::string_view& text) {
    std::string_view rest = text;
    if (!skip_any(rest, {"lots", "lot"})) return {};
    skip_any(rest, {"n°", "N°", "nº", "n", "no", "numero", "numéro"});
    std::vector<std::string> numbers;
    for (;;) {
        std::string_view next = rest;
        if (!numbers.empty() && !skip_any(next, {",", "et", "&", "+"})) break;
        skip_any(next, {"lots", "lot"});
        std::string number = take_number(next);
        if (number.empty()) break;
        numbers.push_back(std::move(number));
        rest = next;
    }
    if (!numbers.empty()) text = rest;
    return numbers;
}

// Without spaces, dashes, colons and dots at one end.
std::string_view without_marks(std::string_view text, bool at_front) {
    static constexpr std::string_view dashes[] = {"–", "—", "-", ":", ".", ",", "(", ")"};
    for (bool again = true; again;) {
        again = false;
        text = core::trim(text);
        for (const std::string_view mark : dashes) {
            if (at_front ? !text.starts_with(mark) || mark == "(" : !text.ends_with(mark) || mark == ")") continue;
            at_front ? text.remove_prefix(mark.size()) : text.remove_suffix(mark.size());
            again = true;
        }
    }
    return text;
}

}  // namespace

LotText find_lots(std::string_view text) {
    for (std::size_t i = 0; i + 3 < text.size(); ++i) {
        if (lower(text[i]) != 'l' || (i > 0 && (is_letter(text[i - 1]) || is_digit(text[i - 1])))) continue;
        std::string_view rest = text.substr(i);
        std::vector<std::string> numbers = take_lots(rest);
        if (numbers.empty()) continue;
        return {without_marks(text.substr(0, i), false), std::move(numbers), without_marks(rest, true)};
    }
    return {text, {}, {}};
}

std::vector<LotAmount> lot_amounts(std::string_view text) {
    std::vector<LotAmount> found;
    text = core::trim(text);
    while (!text.empty()) {
        const auto numbers = take_lots(text);
        if (numbers.size() != 1 || !skip_any(text, {":", "=", "-", "–"})) return {};
        const std::size_t end = text.find_first_of("\n\r;/");
        const auto amount = core::parse_euros(text.substr(0, end));
        if (!amount) return {};
        found.push_back({numbers.front(), *amount});
        text = end == std::string_view::npos ? std::string_view() : core::trim(text.substr(end + 1));
    }
    return found.size() > 1 ? found : std::vector<LotAmount>{};
}

bool holds_several_numbers(std::string_view text) {
    // Spaces (the bytes of the no-break ones too), dots and commas may stand inside one number.
    static constexpr std::string_view inner = " .,\xC2\xA0\xE2\x80\xAF";
    int numbers = 0;
    bool inside = false;
    for (const char c : text) {
        const bool digit = is_digit(c);
        if (digit && !inside) ++numbers;
        if (digit)
            inside = true;
        else if (inner.find(c) == std::string_view::npos)
            inside = false;
    }
    return numbers > 1;
}

}  // namespace clausier::domain
