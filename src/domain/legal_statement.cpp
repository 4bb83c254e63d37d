// Reading the sentences of law, and writing their figures out.
#include "clausier/domain/legal_statement.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "clausier/core/asset.hpp"
#include "clausier/core/text.hpp"
#include "data_file.hpp"

namespace clausier::domain {
namespace {

constexpr std::string_view file = "data/codes/legal_statements.csv";

std::vector<LegalStatement> read_statements() {
    DataFile data(core::asset(file), file,
                  {"key", "text", "article", "source", "url", "valid_from", "checked_on", "verified", "note"});
    std::vector<LegalStatement> out;
    for (std::size_t row = 0; row < data.size(); ++row)
        out.push_back({data.unique(row, "key"), data.required(row, "text"), data.text(row, "article"),
                       data.date(row, "valid_from"),
                       Citation{data.required(row, "source"), data.text(row, "url"), data.date(row, "checked_on"),
                                data.yes(row, "verified"), data.text(row, "note"), Layer::national}});
    data.finish();
    return out;
}

// What stands between braces: a key, then perhaps "|min" or "|max".
std::string figure(std::string_view name, const Reference& reference, core::Date on, bool& verified) {
    const std::size_t bar = name.find('|');
    const ReferenceValue& value = reference.value(name.substr(0, bar), on);
    verified = verified && value.citation.verified;
    if (bar == std::string_view::npos) return value.said();
    return value.said((name.substr(bar + 1) == "min" ? value.min : value.max).value_or(value.parts));
}

}  // namespace

const std::vector<LegalStatement>& legal_statements() {
    static const std::vector<LegalStatement> statements = read_statements();
    return statements;
}

LegalStatement legal_statement(std::string_view key, const Reference& reference, core::Date on) {
    const auto& all = legal_statements();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.key == key; });
    if (found == all.end()) {
        std::vector<std::string_view> known;
        for (const LegalStatement& one : all) known.push_back(one.key);
        throw core::Error(core::ErrorKind::not_found, fmt::format("règle « {} »", key),
                          fmt::format("elle n’existe pas ; vouliez-vous dire « {} » ?", core::nearest(key, known)));
    }
    LegalStatement out = *found;
    out.text.clear();
    std::string_view rest = found->text;
    for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        const std::size_t close = std::min(rest.find('}', open), rest.size());
        out.text += rest.substr(0, open);
        out.text += figure(rest.substr(open + 1, close - open - 1), reference, on, out.citation.verified);
        rest.remove_prefix(std::min(close + 1, rest.size()));
    }
    out.text += rest;
    return out;
}

}  // namespace clausier::domain
