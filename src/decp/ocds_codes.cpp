// Reads the words of OCDS.
#include "ocds_codes.hpp"

#include <map>
#include <utility>

#include "clausier/core/asset.hpp"
#include "clausier/core/table.hpp"
#include "clausier/core/text.hpp"

namespace clausier::decp {
namespace {

constexpr std::string_view file = "data/codes/ocds.csv";

using Codes = std::map<std::string, std::map<std::string, OcdsCode, std::less<>>, std::less<>>;

Codes read() {
    const core::Table table = core::parse_csv(core::asset(file), file);
    const std::size_t list = table.column("list");
    const std::size_t source = table.column("source");
    const std::size_t code = table.column("code");
    const std::size_t strategies = table.column("strategies");
    Codes out;
    for (const auto& row : table.rows) {
        OcdsCode one{row[code], {}};
        if (!row[strategies].empty())
            for (const std::string_view strategy : core::split(row[strategies], '|'))
                one.strategies.emplace_back(strategy);
        out[row[list]].emplace(row[source], std::move(one));
    }
    return out;
}

}  // namespace

const OcdsCode* ocds_code(std::string_view list, std::string_view source) {
    static const Codes codes = read();
    const auto of_list = codes.find(list);
    if (of_list == codes.end()) return nullptr;
    const auto found = of_list->second.find(source);
    return found == of_list->second.end() ? nullptr : &found->second;
}

}  // namespace clausier::decp
