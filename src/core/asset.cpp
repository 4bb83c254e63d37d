// Looks embedded files up by name.
#include "clausier/core/asset.hpp"

#include "asset_table.hpp"

namespace clausier::core {

std::string_view asset(std::string_view name) {
    for (const AssetEntry& entry : asset_table())
        if (entry.name == name) return entry.bytes;
    return {};
}

std::vector<std::string_view> assets(std::string_view prefix) {
    std::vector<std::string_view> names;
    for (const AssetEntry& entry : asset_table())
        if (entry.name.substr(0, prefix.size()) == prefix) names.push_back(entry.name);
    return names;
}

}  // namespace clausier::core
