// Reads the values that the formats of 2022 admit.
#include "schema_lists.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "clausier/core/asset.hpp"
#include "clausier/core/issue.hpp"
#include "clausier/core/table.hpp"

namespace clausier::decp {
namespace {

constexpr std::string_view file = "data/codes/decp_schema.csv";

// Of markets, then of concessions.
using Lists = std::array<std::map<std::string, SchemaList, std::less<>>, 2>;

Lists read() {
    const core::Table table = core::parse_csv(core::asset(file), file);
    const std::size_t list = table.column("list");
    const std::size_t contract = table.column("contract");
    const std::size_t value = table.column("value");
    Lists out;
    for (const auto& row : table.rows) out.at(row[contract] == "concession" ? 1 : 0)[row[list]].add(row[value]);
    return out;
}

}  // namespace

bool SchemaList::contains(std::string_view value) const {
    return std::find(values_.begin(), values_.end(), value) != values_.end();
}

std::string SchemaList::listing() const {
    std::string out;
    for (const std::string& value : values_) out += (out.empty() ? "« " : ", « ") + value + " »";
    return out;
}

const SchemaList& schema_list(std::string_view name, bool concession) {
    static const Lists lists = read();
    const auto& known = lists.at(concession ? 1 : 0);
    const auto found = known.find(name);
    if (found == known.end())
        throw core::Error(core::ErrorKind::invalid, file, "il n’y a pas de liste « " + std::string(name) + " »");
    return found->second;
}

}  // namespace clausier::decp
