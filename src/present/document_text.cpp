// Cleans, typesets and escapes texts.
#include "document_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace clausier::present {
namespace {

constexpr std::string_view kGap = "\u00a0";
constexpr std::string_view kOpening = "«";
constexpr std::string_view kLost = "\ufffd";
constexpr std::array<std::string_view, 7> kAfterGap = {":", ";", "?", "!", "»", "%", "€"};

struct Character {
    std::uint32_t code = 0;
    std::size_t length = 0;  // bytes; 0: malformed
};

// The character at the head of a text that is not empty, refusing overlong forms and surrogates.
Character first(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
    std::uint32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return {};
        code = (code << 6U) | (next & 0x3FU);
    }
    static constexpr std::array<std::uint32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    if (code < least.at(length) || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    return {code, length};
}

bool dropped(std::uint32_t code) {
    if (code < 0x20) return code != '\n';
    const bool control = code >= 0x7F && code <= 0x9F;
    const bool reordering = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return control || reordering || code == 0xFEFF || (code & 0xFFFEU) == 0xFFFE;
}

bool wants_gap_before(std::string_view text) {
    return std::any_of(kAfterGap.begin(), kAfterGap.end(),
                       [&](std::string_view sign) { return text.starts_with(sign); });
}

// The cleaned text of all the runs, and where each ends.
struct Line {
    std::string text;
    std::vector<std::size_t> ends;
};

Line joined(const Runs& runs) {
    Line out;
    for (const Run& run : runs) {
        out.text += clean(run.text);
        out.ends.push_back(out.text.size());
    }
    return out;
}

class Typesetter {
public:
    explicit Typesetter(const Runs& runs) : runs_(runs), line_(joined(runs)) {}

    std::vector<Piece> run() && {
        const std::string_view text = line_.text;
        for (std::size_t i = 0; i < text.size();) {
            if (text[i] == '\n') {
                out_.push_back({"", false, false, true});
                last_.clear();
                ++i;
            } else if (text[i] == ' ') {
                const std::size_t next = std::min(text.find_first_not_of(' ', i), text.size());
                space(i, text.substr(next));
                i = next;
            } else {
                const std::size_t length = first(text.substr(i)).length;
                add(i, text.substr(i, length));
                i += length;
            }
        }
        return std::move(out_);
    }

private:
    // A space at `at`, before `rest`.
    void space(std::size_t at, std::string_view rest) {
        if (last_.empty() || last_ == kGap || rest.empty() || rest.front() == '\n') return;
        add(at, last_ == kOpening || wants_gap_before(rest) ? kGap : " ");
    }

    void add(std::size_t at, std::string_view character) {
        while (at >= line_.ends[run_]) ++run_;
        if (out_.empty() || out_.back().line_break || run_ != written_)
            out_.push_back({"", runs_[run_].strong, runs_[run_].emphasis, false});
        written_ = run_;
        out_.back().text += character;
        last_ = character;
    }

    const Runs& runs_;
    Line line_;
    std::size_t run_ = 0;
    std::size_t written_ = 0;
    std::string last_;  // the character before, "" at the start of a line
    std::vector<Piece> out_;
};

std::string text_of(const std::vector<Piece>& all, char line_break) {
    std::string out;
    for (const Piece& piece : all) {
        if (piece.line_break)
            out += line_break;
        else
            out += piece.text;
    }
    return out;
}

}  // namespace

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Character character = first(text.substr(i));
        if (character.length == 0) {
            out += kLost;
            ++i;
            continue;
        }
        if (character.code == '\t')
            out += ' ';
        else if (character.code == 0x2028 || character.code == 0x2029)
            out += '\n';
        else if (!dropped(character.code))
            out += text.substr(i, character.length);
        i += character.length;
    }
    return out;
}

std::vector<Piece> pieces(const Runs& runs) { return Typesetter(runs).run(); }
std::vector<Piece> pieces(std::string_view text) { return pieces(Runs{{std::string(text)}}); }

std::string flat(const Runs& runs) { return text_of(pieces(runs), '\n'); }
std::string flat(std::string_view text) { return text_of(pieces(text), '\n'); }
std::string one_line(const Runs& runs) { return text_of(pieces(runs), ' '); }

void add_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    add_escaped(out, text);
    return out;
}

}  // namespace clausier::present
