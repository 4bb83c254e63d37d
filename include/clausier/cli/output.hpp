// Gives an answer or an error its shape on the terminal, in a pipe or in a file.
#pragma once
#include <cstdio>
#include <string>
#include <string_view>

#include "clausier/cli/command.hpp"
#include "clausier/core/issue.hpp"

namespace clausier::cli {

enum class Format { table, json, csv, csv_fr, ndjson };

// The answer as text in one format. In CSV and NDJSON one row for each element of the document's list (Answer::rows),
// or one row for the document.
std::string render(const present::Answer& answer, Format format, bool colour);

// A table aligned for a terminal of `limit` columns: numbers on the right, long texts cut with « … » where it would be
// wider (JSON and CSV always give them whole).
std::string render_table(const core::Table& table, const std::vector<bool>& numeric, bool colour, std::size_t limit);

// Where data goes: stdout, or a file that is made complete or not at all (written beside it and renamed by close();
// gone when destroyed before). Every call throws Error(unavailable) when writing fails.
class OutputFile {
public:
    explicit OutputFile(std::optional<std::string> name);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    void write(std::string_view text);
    void close();

private:
    [[noreturn]] void fail() const;
    std::optional<std::string> name_;
    std::string partial_;  // where it is written meanwhile; name_ itself for a device or a pipe
    std::FILE* file_;
    bool closed_ = false;
};

// The whole text at once.
void write_output(std::string_view text, const std::optional<std::string>& file);

// "erreur : option --taux : …", one line an issue, on stderr.
void print_error(const core::Error& error, std::string_view label = "erreur");
// Remarks on stderr: warnings unless quiet, everything in detail.
void print_remarks(const std::vector<core::Issue>& remarks, const Context& context);

// The exit code of an error's kind.
int exit_code(core::ErrorKind kind);

}  // namespace clausier::cli
