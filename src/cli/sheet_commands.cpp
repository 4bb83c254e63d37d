// « lire »: any spreadsheet, every cell, as CSV or JSON.
#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include "clausier/cli/output.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/core/table.hpp"
#include "clausier/sheets/read.hpp"
#include "command_table.hpp"
#include "sheet_source.hpp"

namespace clausier::cli {
namespace {

using core::Cell;
using core::CellKind;

// Writes rows as they come: nothing is held.
class CellWriter : public core::RowSink {
public:
    explicit CellWriter(OutputFile& out) : out_(out) {}
    bool row(const core::Row& row) override {
        text_.clear();
        begin();
        for (std::size_t i = 0; i < row.cells.size(); ++i) cell(row.cells[i], i == 0);
        end();
        out_.write(text_);
        return true;
    }
    virtual void finish() {}

protected:
    virtual void begin() {}
    virtual void cell(const Cell& cell, bool first) = 0;
    virtual void end() = 0;
    std::string text_;
    OutputFile& out_;
};

class CsvWriter final : public CellWriter {
public:
    // Rows are given as many fields as the widest one so far; guarded numbers have decimal commas.
    CsvWriter(OutputFile& out, char separator, core::CsvSafety safety)
        : CellWriter(out), separator_(separator), safety_(safety) {}

private:
    void begin() override { fields_ = 0; }
    void cell(const Cell& cell, bool first) override {
        if (!first) text_ += separator_;
        ++fields_;
        if (safety_ == core::CsvSafety::raw || cell.kind != CellKind::number) {
            text_ += core::csv_field(cell.text, separator_, safety_);
            return;
        }
        std::string number(cell.text);
        if (const std::size_t dot = number.find('.'); dot != std::string::npos) number[dot] = ',';
        text_ += number;
    }
    void end() override {
        if (fields_ < widest_) text_.append(widest_ - fields_, separator_);
        widest_ = std::max(widest_, fields_);
        text_ += "\r\n";
    }
    char separator_;
    core::CsvSafety safety_;
    std::size_t fields_ = 0;
    std::size_t widest_ = 0;
};

// One array of arrays: texts, numbers and dates as strings exactly as stored, booleans, null where there is nothing.
class JsonWriter final : public CellWriter {
public:
    JsonWriter(OutputFile& out, bool lines) : CellWriter(out), lines_(lines) {}
    void finish() override {
        if (!lines_) out_.write(any_ ? "\n]\n" : "[]\n");
    }

private:
    void begin() override {
        if (!lines_) text_ += any_ ? ",\n" : "[\n";
        any_ = true;
        text_ += '[';
    }
    void cell(const Cell& cell, bool first) override {
        if (!first) text_ += ',';
        if (cell.kind == CellKind::empty)
            text_ += "null";
        else if (cell.kind == CellKind::boolean)
            text_ += cell.text;
        else
            text_ += boost::json::serialize(boost::json::string_view(cell.text.data(), cell.text.size()));
    }
    void end() override { text_ += lines_ ? "]\n" : "]"; }
    bool lines_;
    bool any_ = false;
};

std::unique_ptr<CellWriter> writer(const Context& context, const Arguments& arguments, OutputFile& out) {
    if (arguments.has("--csv-fr")) {
        out.write("\xEF\xBB\xBF");
        return std::make_unique<CsvWriter>(out, ';', core::CsvSafety::guarded);
    }
    const bool json = context.format == "json" || context.format == "ndjson" ||
                      (context.format.empty() && !context.stdout_is_terminal);
    if (json) return std::make_unique<JsonWriter>(out, context.format == "ndjson");
    return std::make_unique<CsvWriter>(out, ',', core::CsvSafety::raw);
}

Outcome read(Context& context, const Arguments& arguments) {
    const sheets::Source source = sheet_source(arguments.positionals.at(0), arguments);
    OutputFile out(arguments.get("--sortie"));
    const auto sink = writer(context, arguments, out);
    const auto sheet = arguments.get("--feuille");
    const sheets::Report report =
        read_source(context, source, *sink, sheet ? std::optional<std::string_view>(*sheet) : std::nullopt, "Lecture");
    if (report.rows == 0)
        throw core::Error(
            core::ErrorKind::invalid, source.name,
            "aucune ligne dans la feuille « " + report.sheet + " » ; vérifiez le fichier ou choisissez --feuille");
    sink->finish();
    out.close();
    // Sheets left unread are told even without asking for details: nothing is passed over in silence.
    for (core::Issue issue : report.issues) {
        if (issue.severity == core::Severity::info) issue.severity = core::Severity::warning;
        print_remarks({issue}, context);
    }
    return {{}, true};
}

}  // namespace

std::vector<CommandSpec> sheet_commands() {
    return {
        {"lire",
         "lit n’importe quel tableur (xlsx, ods, xls, csv) ou fichier de données essentielles et rend chaque cellule",
         {{"FICHIER", "le tableur à lire"}},
         {kSheet, kEncoding, kSeparator, kPartial},
         read,
         "clausier lire marches.xlsx --feuille 2 --format csv",
         Sortie::own}};
}

}  // namespace clausier::cli
