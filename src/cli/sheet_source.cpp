// Reads the options of a spreadsheet.
#include "sheet_source.hpp"

#include <filesystem>

#include "clausier/cli/output.hpp"
#include "clausier/cli/progress.hpp"
#include "clausier/cli/usage.hpp"

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

void read_sheet(const Context& context, const ChosenSheet& chosen, core::RowSink& sink, std::string_view what) {
    const sheets::Report report =
        sheets::read(chosen.source, sink, chosen.name(), progress_bar(context, std::string(what)));
    finish_progress(context);
    print_remarks(report.issues, context);
}

}  // namespace clausier::cli
