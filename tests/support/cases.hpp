// Cases as data: a CSV of tests/cases whose rows a facilitator can read and add to.
#pragma once
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "clausier/core/table.hpp"

namespace clausier::tests {

using Case = std::map<std::string, std::string>;

// The rows of tests/cases/<name>, each by column name. Throws Error when the file is missing or malformed.
inline std::vector<Case> cases(const std::string& name) {
    std::ifstream file(CLAUSIER_SOURCE_DIR "/tests/cases/" + name, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    if (text.empty()) throw core::Error(core::ErrorKind::not_found, name, "no cases");
    const core::Table table = core::parse_csv(text, name);
    std::vector<Case> out;
    for (const auto& row : table.rows) {
        Case one;
        for (std::size_t i = 0; i < table.columns.size(); ++i) one[table.columns[i]] = row[i];
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace clausier::tests
