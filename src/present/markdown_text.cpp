// Small readings of Markdown.
#include "markdown_text.hpp"

#include <cmark-gfm.h>

#include <algorithm>

#include "clausier/core/text.hpp"
#include "markdown.hpp"

namespace clausier::present {
namespace {

// U+FDD0, which Unicode keeps for the inside of programs: neither blank nor punctuation, so that what stands beside a
// value is read as if a letter stood there.
constexpr std::string_view mark = "\xEF\xB7\x90";
constexpr std::string_view blanks = " \t\n\r";

bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::string text_of(const Runs& runs) {
    std::string out;
    for (const Run& run : runs) out += run.text;
    return out;
}

}  // namespace

void escape_markdown(std::string_view value, std::string& out) {
    out += mark;
    for (const char c : core::trim(value)) {
        if (c == '\n' || c == '\r' || c == '\t' || c == '\v' || c == '\f')
            out += ' ';
        else if (is_punctuation(c))
            out += "&#" + std::to_string(static_cast<int>(c)) + ";";
        else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7F')
            out += c;
    }
    out += mark;
}

std::string without_marks(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t found = std::min(text.find(mark, at), text.size());
        out.append(text, at, found - at);
        at = found + mark.size();
    }
    return out;
}

MarkdownText::MarkdownText(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            starts_.push_back(i + 1);
}

std::size_t MarkdownText::offset(cmark_node* node) const {
    const int number = cmark_node_get_start_line(node);
    if (number < 1 || static_cast<std::size_t>(number) > starts_.size()) return 0;
    const int column = std::max(cmark_node_get_start_column(node), 1);
    return starts_[static_cast<std::size_t>(number) - 1] + static_cast<std::size_t>(column) - 1;
}

std::string_view MarkdownText::line(int number) const {
    const auto index = static_cast<std::size_t>(number) - 1;
    if (number < 1 || index >= starts_.size()) return {};
    const std::string_view rest = text_.substr(starts_[index]);
    return rest.substr(0, rest.find_first_of("\r\n"));
}

std::size_t cells_of(std::string_view line) {
    line = core::trim(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    std::size_t cells = 1;
    bool ended = false;  // by a bar after which nothing stands
    for (std::size_t i = 0; i < line.size(); ++i) {
        ended = line[i] == '|' && (i == 0 || line[i - 1] != '\\');
        if (ended) ++cells;
    }
    return ended ? cells - 1 : cells;
}

std::optional<std::string> caption_of(const Runs& runs) {
    static constexpr std::string_view word = "Tableau";
    const std::string text = text_of(runs);
    if (!text.starts_with(word)) return std::nullopt;
    std::string_view rest = core::trim(std::string_view(text).substr(word.size()));
    if (!rest.starts_with(':')) return std::nullopt;
    return std::string(core::trim(rest.substr(1)));
}

bool is_total(const std::vector<Runs>& row) {
    const auto cell = std::find_if(row.begin(), row.end(), [](const Runs& runs) { return !runs.empty(); });
    return cell != row.end() && core::fold(text_of(*cell)).starts_with("total");
}

void append(Runs& runs, std::string_view text, const Run& look) {
    if (text.empty()) return;
    if (!runs.empty() && runs.back().strong == look.strong && runs.back().emphasis == look.emphasis)
        runs.back().text += text;
    else
        runs.push_back({std::string(text), look.strong, look.emphasis});
}

void append_line(Runs& runs, Runs more) {
    if (more.empty()) return;
    if (!runs.empty()) append(runs, "\n", runs.back());
    for (const Run& run : more) append(runs, run.text, run);
}

void trim(Runs& runs) {
    while (!runs.empty()) {
        std::string& first = runs.front().text;
        first.erase(0, std::min(first.find_first_not_of(blanks), first.size()));
        if (!first.empty()) break;
        runs.erase(runs.begin());
    }
    while (!runs.empty()) {
        std::string& last = runs.back().text;
        last.erase(last.find_last_not_of(blanks) + 1);
        if (!last.empty()) break;
        runs.pop_back();
    }
}

}  // namespace clausier::present
