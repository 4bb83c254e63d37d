// Renders answers, and tells errors.
#include "clausier/cli/output.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <filesystem>
#include <numeric>

#include "clausier/core/table.hpp"
#include "clausier/present/tables.hpp"

namespace clausier::cli {
namespace {

namespace json = boost::json;
using core::ErrorKind;

// Columns a terminal gives a UTF-8 text: its code points, none for combining marks.
std::size_t width(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return count;
}

// The widths that make the table fit: the widest columns of text give way first, never below what a word needs.
void shrink(std::vector<std::size_t>& widths, const std::vector<bool>& numeric, std::size_t limit) {
    constexpr std::size_t least = 12;
    const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), 2 * widths.size()); };
    while (total() > limit) {
        std::size_t widest = widths.size();
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool text = i >= numeric.size() || !numeric[i];
            if (text && widths[i] > least && (widest == widths.size() || widths[i] > widths[widest])) widest = i;
        }
        if (widest == widths.size()) return;
        --widths[widest];
    }
}

// A text from a file must not command the terminal: control characters become spaces.
std::string harmless(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return text;
}

// The first `columns` characters, the last one being « … » when something is cut.
std::string cut(std::string_view text, std::size_t columns) {
    if (width(text) <= columns) return std::string(text);
    std::size_t end = 0;
    for (std::size_t seen = 0; end < text.size(); ++end)
        if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U && seen++ == columns - 1) break;
    return std::string(text.substr(0, end)) + "…";
}

std::size_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
    return 160;
}

std::string readable(const present::Answer& answer, bool colour) {
    std::string out;
    if (!answer.title.empty()) out += (colour ? "\033[1m" + answer.title + "\033[0m" : answer.title) + "\n\n";
    if (!answer.table.columns.empty()) out += render_table(answer.table, answer.numeric, colour, terminal_width());
    if (!answer.lines.empty()) out += "\n";
    for (const std::string& line : answer.lines) out += harmless(line) + "\n";
    return out;
}

}  // namespace

std::string render_table(const core::Table& table, const std::vector<bool>& numeric, bool colour, std::size_t limit) {
    std::vector<std::size_t> widths;
    for (const std::string& column : table.columns) widths.push_back(width(column));
    for (const auto& row : table.rows)
        for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], width(row[i]));
    shrink(widths, numeric, limit);
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string out;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string cell = i < cells.size() ? harmless(cut(cells[i], widths[i])) : std::string();
            const std::string gap(widths[i] - width(cell), ' ');
            const bool right = i < numeric.size() && numeric[i];
            out += (i ? "  " : "") + (right ? gap + cell : cell + gap);
        }
        return out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
    };
    std::string out = line(table.columns);
    if (colour) out = "\033[1m" + out.substr(0, out.size() - 1) + "\033[0m\n";
    std::vector<std::string> rules;
    for (const std::size_t w : widths) {
        std::string rule;
        for (std::size_t i = 0; i < w; ++i) rule += "─";
        rules.push_back(rule);
    }
    out += line(rules);
    for (const auto& row : table.rows) out += line(row);
    return out;
}

std::string render(const present::Answer& answer, Format format, bool colour) {
    switch (format) {
        case Format::table:
            return readable(answer, colour);
        case Format::json:
            return json::serialize(answer.document) + "\n";
        case Format::csv:
            return present::csv(answer);
        case Format::csv_fr:
            return present::csv_fr(answer);
        case Format::ndjson:
            break;
    }
    std::string out;
    for (const json::object* object : present::row_objects(answer)) out += json::serialize(*object) + "\n";
    return out;
}

OutputFile::OutputFile(std::optional<std::string> name) : name_(std::move(name)), file_(stdout) {
    if (!name_) return;
    // A device or a pipe ("/dev/null") is written to, never replaced by a file.
    std::error_code ignored;
    const auto target = std::filesystem::status(*name_, ignored);
    const bool special = std::filesystem::exists(target) && !std::filesystem::is_regular_file(target) &&
                         !std::filesystem::is_directory(target);
    partial_ = special ? *name_ : *name_ + ".partiel";
    file_ = std::fopen(partial_.c_str(), "wb");
    if (!file_) fail();
}

OutputFile::~OutputFile() {
    if (!name_ || closed_) return;
    if (file_) std::fclose(file_);
    std::error_code ignored;
    if (partial_ != *name_) std::filesystem::remove(partial_, ignored);
}

void OutputFile::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail();
}

void OutputFile::close() {
    if (std::fflush(file_) != 0) fail();
    if (!name_) return;
    const bool written = std::fclose(file_) == 0;
    file_ = nullptr;
    std::error_code renamed;
    if (partial_ != *name_) std::filesystem::rename(partial_, *name_, renamed);
    if (!written || renamed) fail();
    closed_ = true;
}

void OutputFile::fail() const {
    throw core::Error(ErrorKind::unavailable, name_.value_or("sortie"),
                      "l’écriture a échoué ; vérifiez le dossier et la place libre");
}

void write_output(std::string_view text, const std::optional<std::string>& file) {
    OutputFile out(file);
    out.write(text);
    out.close();
}

void print_error(const core::Error& error, std::string_view label) {
    for (const core::Issue& issue : error.issues()) fmt::print(stderr, "{} : {}\n", label, harmless(issue.sentence()));
}

void print_remarks(const std::vector<core::Issue>& remarks, const Context& context) {
    for (const core::Issue& remark : remarks) {
        const bool shown = remark.severity == core::Severity::info ? context.verbose : !context.quiet;
        const std::string_view label = remark.severity == core::Severity::info ? "note" : "attention";
        if (shown) fmt::print(stderr, "{} : {}\n", label, harmless(remark.sentence()));
    }
}

int exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid:
            return Exit::invalid_data;
        case ErrorKind::not_found:
            return Exit::not_found;
        case ErrorKind::conflict:
            return Exit::conflict;
        case ErrorKind::forbidden:
            return Exit::denied;
        case ErrorKind::unavailable:
            break;
    }
    return Exit::conflict;
}

}  // namespace clausier::cli
