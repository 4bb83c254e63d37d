// Reads plain lists.
#include "plain_source.hpp"

#include "clausier/cli/usage.hpp"

namespace clausier::cli {

std::vector<domain::PlainChoice> plain_choices(const Arguments& arguments, std::span<const domain::PlainField> fields) {
    std::vector<domain::PlainChoice> out;
    std::vector<core::Issue> issues;
    for (const std::string& text : arguments.all("--colonne")) {
        auto choice = domain::parse_plain_choice(text, fields);
        if (choice) {
            out.push_back(*std::move(choice));
        } else {
            issues.push_back(choice.error());
            issues.back().where = "option --colonne";
        }
    }
    if (!issues.empty()) throw UsageError(issues);
    return out;
}

void read_plain(const Context& context, const ChosenSheet& chosen, domain::PlainTable& table, std::string_view what) {
    try {
        read_sheet(context, chosen, table, what);
        table.finish();
    } catch (const core::Error& error) {
        std::vector<core::Issue> issues = error.issues();
        for (core::Issue& issue : issues)
            if (issue.code == "colonne_absente") issue.text += ", par --colonne \"Libellé=champ\"";
        throw core::Error(error.kind(), std::move(issues));
    }
}

}  // namespace clausier::cli
