// Reads the options of a spreadsheet.
#include "sheet_source.hpp"

#include <filesystem>

#include "clausier/cli/output.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/cli/usage.hpp"
#include "clausier/core/interrupted.hpp"

namespace clausier::cli {

std::vector<domain::Choice> column_choices(const Arguments& arguments) {
    std::vector<domain::Choice> out;
    std::vector<core::Issue> issues;
    for (const std::string& text : arguments.all("--colonne")) {
        auto choice = domain::parse_choice(text);
        if (choice) {
            out.push_back(*choice);
        } else {
            issues.push_back(choice.error());
            issues.back().where = "option --colonne";
        }
    }
    if (!issues.empty()) throw UsageError(issues);
    return out;
}

sheets::Source sheet_source(const std::string& file, const Arguments& arguments) {
    sheets::Source source;
    source.path = file;
    source.name = source.path.filename().string();
    source.keep_before_fault = arguments.has(kPartial.name);
    const std::string encoding = arguments.get("--encodage").value_or("");
    if (encoding == "utf8") source.encoding = sheets::Encoding::utf8;
    if (encoding == "utf16") source.encoding = sheets::Encoding::utf16;
    if (encoding == "cp1252") source.encoding = sheets::Encoding::cp1252;
    if (encoding == "mac_roman") source.encoding = sheets::Encoding::mac_roman;
    if (const auto separator = arguments.get("--separateur"))
        source.separator = *separator == "tab" ? '\t' : *separator == "barre" ? '|' : separator->front();
    return source;
}

ChosenSheet chosen_sheet(const std::string& file, const Arguments& arguments) {
    return {sheet_source(file, arguments), arguments.get("--feuille")};
}

sheets::Report read_source(const Context& context, const sheets::Source& source, core::RowSink& sink,
                           std::optional<std::string_view> sheet, std::string_view what) {
    try {
        sheets::Report report = sheets::read(source, sink, sheet, progress_bar(context, std::string(what)));
        finish_progress(context);
        return report;
    } catch (const core::Interrupted& fault) {
        finish_progress(context);
        if (fault.complete() == 0) throw;
        std::vector<core::Issue> issues = fault.issues();
        issues.push_back({core::Severity::error, "fichier_interrompu", "option --partiel",
                          "ajoutez-la pour ne garder que ce qui précède la faute"});
        throw core::Error(fault.kind(), std::move(issues));
    }
}

void read_sheet(const Context& context, const ChosenSheet& chosen, core::RowSink& sink, std::string_view what) {
    const sheets::Report report = read_source(context, chosen.source, sink, chosen.name(), what);
    print_remarks(report.issues, context);
}

}  // namespace clausier::cli
