// Applies options to values, and names options after fields.
#include "changes.hpp"

#include <algorithm>

#include "clausier/cli/usage.hpp"
#include "clausier/core/text.hpp"
#include "clausier/domain/social_state.hpp"

namespace clausier::cli {
namespace {

std::string option_of(const std::string& field, const FieldOptions& names) {
    if (const auto known = names.find(field); known != names.end()) return "option " + known->second;
    std::string name = field;
    std::replace(name.begin(), name.end(), '_', '-');
    return "option --" + name;
}

// "lots.2.montant" is a part of the second --lot.
std::optional<std::string> list_option(std::string_view field) {
    const auto parts = core::split(field, '.');
    if (parts.size() < 2 || !parts[0].ends_with('s')) return std::nullopt;
    std::string out =
        "option --" + std::string(parts[0].substr(0, parts[0].size() - 1)) + " n° " + std::string(parts[1]);
    for (std::size_t i = 2; i < parts.size(); ++i) out += ", " + std::string(parts[i]);
    return out;
}

}  // namespace

std::vector<core::Issue> options_of(std::vector<core::Issue> issues, const FieldOptions& names) {
    for (core::Issue& issue : issues) {
        if (issue.where.empty() || issue.where.find(' ') != std::string::npos) continue;
        issue.where = list_option(issue.where).value_or(option_of(issue.where, names));
    }
    return issues;
}

Changes::Changes(const Arguments& arguments) : arguments_(arguments), input_(arguments) {
    for (const std::string& name : arguments.all("--vider")) emptied_.push_back("--" + name);
}

void Changes::set(std::string& value, const char* option) {
    if (empties(option)) value.clear();
    if (const auto text = arguments_.get(option)) value = core::collapse(*text);
}

void Changes::set(bool& value, const char* option) {
    if (empties(option)) value = false;
    if (arguments_.has(option)) value = true;
}

void Changes::set(std::vector<std::string>& values, const char* option) {
    if (empties(option)) values.clear();
    if (arguments_.has(option)) values = arguments_.all(option);
}

void Changes::set_social(std::optional<std::string>& value) {
    if (empties("--considerations")) value.reset();
    const auto text = arguments_.get("--considerations");
    if (!text) return;
    auto read = domain::parse_social_considerations(*text);
    if (!read) throw UsageError("option --considerations", read.error().text);
    value = *read;
}

void Changes::set_environmental(std::optional<std::string>& value) {
    if (empties("--environnement")) value.reset();
    const auto text = arguments_.get("--environnement");
    if (!text) return;
    auto read = domain::parse_environmental_considerations(*text);
    if (!read) throw UsageError("option --environnement", read.error().text);
    value = *read;
}

std::optional<std::vector<domain::LotClause>> Changes::clauses() {
    const bool emptied = empties("--clause");
    if (!arguments_.has("--clause")) return emptied ? std::optional(std::vector<domain::LotClause>()) : std::nullopt;
    if (arguments_.has("--considerations"))
        throw UsageError("option --considerations",
                         "elles se déduisent des clauses détaillées ; donnez l’une ou l’autre option");
    std::string text;
    for (const std::string& one : arguments_.all("--clause")) text += (text.empty() ? "" : ", ") + one;
    auto read = domain::parse_lot_clauses(text);
    if (!read) throw UsageError("option --clause", read.error().text);
    return *std::move(read);
}

void Changes::must(core::Date& value, const char* option) {
    if (const auto given = input_.date(option)) value = *given;
}

void Changes::check() const {
    input_.check();
    for (const std::string& name : emptied_)
        if (std::find(known_.begin(), known_.end(), name) == known_.end())
            throw UsageError(
                "option --vider",
                "« " + name.substr(2) + " » ne se vide pas\u00a0; donnez le nom d’une option sans ses tirets");
}

bool Changes::empties(const char* option) {
    known_.emplace_back(option);
    return std::find(emptied_.begin(), emptied_.end(), option) != emptied_.end();
}

}  // namespace clausier::cli
