// Text as people type it: white space, folding, HTML remains, near names.
#include "clausier/core/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace clausier::core {
namespace {

struct Point {
    std::uint32_t code = 0;
    std::size_t length = 0;  // bytes; 0 = malformed
};

// The code point at the head of `text`, refusing overlong forms and surrogates.
Point decode(std::string_view text) {
    const auto at = [&](std::size_t i) -> std::uint32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const std::uint32_t a = at(0);
    const auto tail = [&](std::size_t i) { return (at(i) & 0xC0U) == 0x80U; };
    if (a < 0x80) return {a, 1};
    if (a >= 0xC2 && a <= 0xDF && tail(1)) return {((a & 0x1FU) << 6U) | (at(1) & 0x3FU), 2};
    if ((a & 0xF0U) == 0xE0 && tail(1) && tail(2)) {
        const std::uint32_t code = ((a & 0x0FU) << 12U) | ((at(1) & 0x3FU) << 6U) | (at(2) & 0x3FU);
        if (code < 0x800 || (code >= 0xD800 && code <= 0xDFFF)) return {};
        return {code, 3};
    }
    if (a >= 0xF0 && a <= 0xF4 && tail(1) && tail(2) && tail(3)) {
        const std::uint32_t code =
            ((a & 0x07U) << 18U) | ((at(1) & 0x3FU) << 12U) | ((at(2) & 0x3FU) << 6U) | (at(3) & 0x3FU);
        if (code < 0x10000 || code > 0x10FFFF) return {};
        return {code, 4};
    }
    return {};
}

bool is_space(std::uint32_t code) {
    return code == ' ' || (code >= 9 && code <= 13) || code == 0x85 || code == 0xA0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F ||
           code == 0x2060 || code == 0x3000 || code == 0xFEFF;
}

// Latin letters with marks, as their bare lower-case letters; "" when the code point is none of them.
std::string_view bare_latin(std::uint32_t code) {
    // From U+00C0 to U+00FF, then the few letters of Latin Extended-A that French files hold.
    static constexpr std::array<std::string_view, 64> latin1 = {
        "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
        "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",
        "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",
        "d", "n", "o", "o", "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y"};
    if (code >= 0xC0 && code <= 0xFF) return latin1[code - 0xC0];
    switch (code) {
        case 0x152:
        case 0x153:
            return "oe";
        case 0x178:
            return "y";
        case 0x160:
        case 0x161:
            return "s";
        case 0x17D:
        case 0x17E:
            return "z";
        case 0x11E:
        case 0x11F:
            return "g";
        case 0x130:
        case 0x131:
            return "i";
        case 0x141:
        case 0x142:
            return "l";
        default:
            return "";
    }
}

bool is_combining(std::uint32_t code) { return code >= 0x300 && code <= 0x36F; }

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

// The text an entity ("&eacute;", "&#233;", "&#xE9;") stands for, and its length; length 0 when it is none.
std::pair<std::string, std::size_t> entity(std::string_view text) {
    const std::size_t end = text.substr(0, 12).find(';');
    if (text.empty() || text.front() != '&' || end == std::string_view::npos || end < 2) return {{}, 0};
    const std::string_view name = text.substr(1, end - 1);
    std::string out;
    if (name.front() == '#') {
        const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        std::uint32_t code = 0;
        const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
        if (digits.empty() || digits.size() > 6) return {{}, 0};
        for (const char c : digits) {
            const int value = c >= '0' && c <= '9'                  ? c - '0'
                              : hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : hexadecimal && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                                    : -1;
            if (value < 0) return {{}, 0};
            code = code * (hexadecimal ? 16U : 10U) + static_cast<std::uint32_t>(value);
        }
        if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {{}, 0};
        append_utf8(out, code);
        return {out, end + 1};
    }
    static constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},   {"nbsp", " "},
        {"eacute", "é"}, {"egrave", "è"}, {"ecirc", "ê"},  {"euml", "ë"},   {"agrave", "à"}, {"acirc", "â"},
        {"ccedil", "ç"}, {"icirc", "î"},  {"iuml", "ï"},   {"ocirc", "ô"},  {"ugrave", "ù"}, {"ucirc", "û"},
        {"Eacute", "É"}, {"Egrave", "È"}, {"Agrave", "À"}, {"Ccedil", "Ç"}, {"oelig", "œ"},  {"OElig", "Œ"},
        {"rsquo", "’"},  {"lsquo", "‘"},  {"laquo", "«"},  {"raquo", "»"},  {"ndash", "–"},  {"mdash", "—"},
        {"hellip", "…"}, {"euro", "€"},   {"deg", "°"},    {"sup2", "²"}};
    for (const auto& [key, value] : names)
        if (key == name) return {std::string(value), end + 1};
    return {{}, 0};
}

// The length of an HTML tag of running text at the head ("<br />", "</p>", "<b>"); 0 when it is none.
std::size_t tag(std::string_view text) {
    const std::size_t end = text.substr(0, 64).find('>');
    if (text.empty() || text.front() != '<' || end == std::string_view::npos) return 0;
    std::string_view name = text.substr(1, end - 1);
    if (!name.empty() && name.front() == '/') name.remove_prefix(1);
    name = name.substr(0, name.find_first_of(" /"));
    for (const std::string_view known :
         {"br", "BR", "p", "P", "b", "B", "i", "u", "strong", "em", "span", "div", "li", "ul", "sup", "font"})
        if (name == known) return end + 1;
    return 0;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> now(b.size() + 1);
    std::iota(before.begin(), before.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j)
            now[j] = std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
        std::swap(before, now);
    }
    return before[b.size()];
}

}  // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const Point point = decode(text);
        if (point.length == 0 || !is_space(point.code)) break;
        text.remove_prefix(point.length);
    }
    while (!text.empty()) {
        std::size_t length = 1;
        while (length < 4 && length < text.size() &&
               (static_cast<unsigned char>(text[text.size() - length]) & 0xC0U) == 0x80U)
            ++length;
        const Point point = decode(text.substr(text.size() - length));
        if (point.length != length || !is_space(point.code)) break;
        text.remove_suffix(length);
    }
    return text;
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    const auto put = [&](std::string_view letters) {
        if (gap && !out.empty()) out += ' ';
        gap = false;
        out += letters;
    };
    while (!text.empty()) {
        const Point point = decode(text);
        const std::size_t length = point.length ? point.length : 1;
        const char c = text.front();
        if (point.length == 1) {
            const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9'))
                put({&lower, 1});
            else
                gap = true;
        } else if (const std::string_view bare = bare_latin(point.code); !bare.empty()) {
            put(bare);
        } else if (point.length == 0 || is_space(point.code) || (point.code >= 0x80 && point.code < 0xC0) ||
                   (point.code >= 0x2010 && point.code <= 0x20CF)) {
            gap = true;
        } else if (!is_combining(point.code)) {
            put(text.substr(0, length));
        }
        text.remove_prefix(length);
    }
    return out;
}

std::string collapse(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    while (!text.empty()) {
        const Point point = decode(text);
        const std::size_t length = point.length ? point.length : 1;
        if (point.length && is_space(point.code)) {
            gap = true;
        } else {
            if (gap && !out.empty()) out += ' ';
            gap = false;
            out += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = decode(text).length;
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

bool has_html(std::string_view text) {
    for (std::size_t i = text.find_first_of("&<"); i != std::string_view::npos; i = text.find_first_of("&<", i + 1))
        if (entity(text.substr(i)).second || tag(text.substr(i))) return true;
    return false;
}

std::string undo_html(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        if (const auto [value, length] = entity(text.substr(i)); length) {
            out += value;
            i += length;
        } else if (const std::size_t skipped = tag(text.substr(i))) {
            out += ' ';
            i += skipped;
        } else {
            out += text[i++];
        }
    }
    return out;
}

bool has_lost_characters(std::string_view text) { return text.find("\xEF\xBF\xBD") != std::string_view::npos; }

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    const std::string wanted = fold(word);
    const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
    std::size_t best = limit + 1;
    std::string_view found;
    for (const std::string_view candidate : candidates) {
        const std::size_t d = distance(wanted, fold(candidate));
        if (d < best) {
            best = d;
            found = candidate;
        }
    }
    return found;
}

}  // namespace clausier::core
