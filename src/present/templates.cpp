// Reads templates from the program or from a folder.
#include "clausier/present/templates.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "clausier/core/asset.hpp"

namespace clausier::present {
namespace {

constexpr std::string_view kRoot = "templates/";
constexpr std::string_view kEnding = ".html";

std::optional<std::string> text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

Template read(const std::filesystem::path& folder, std::string_view name) {
    std::optional<std::string> text = text_of(folder / name);
    if (!text) throw std::logic_error("no template " + (folder / name).string());
    return {std::string(kRoot) + std::string(name), std::move(*text), [&](std::string_view partial) {
                return text_of(folder / "partials" / (std::string(partial) + std::string(kEnding)));
            }};
}

}  // namespace

Templates::Templates(std::filesystem::path folder) {
    if (folder.empty()) {
        for (const std::string_view path : core::assets(kRoot)) {
            if (!path.ends_with(kEnding)) continue;
            const std::string_view name = path.substr(kRoot.size());
            templates_.emplace(name, Template::embedded(name));
        }
        return;
    }
    folder_ = std::move(folder) / "templates";
    std::error_code absent;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_, absent)) {
        const std::string name = entry.path().lexically_relative(folder_).generic_string();
        if (entry.is_regular_file() && name.ends_with(kEnding)) templates_.emplace(name, read(folder_, name));
    }
    if (templates_.empty()) throw std::logic_error("no template in " + folder_.string());
}

Template Templates::get(std::string_view name) const {
    if (!folder_.empty()) return read(folder_, name);
    const auto found = templates_.find(name);
    if (found == templates_.end()) throw std::logic_error("no template " + std::string(kRoot) + std::string(name));
    return found->second;
}

}  // namespace clausier::present
