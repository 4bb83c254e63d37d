// Looks for executable files in a list of folders.
#include "clausier/outside/program.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace clausier::outside {

std::string search_path() {
    const char* path = std::getenv("PATH");
    return path && *path ? path : "/usr/bin:/bin";
}

std::string find_program(const std::vector<std::string_view>& names, const std::string& path) {
    for (const std::string_view name : names) {
        std::istringstream folders(path);
        for (std::string folder; std::getline(folders, folder, ':');) {
            // A relative folder would depend on where the server was started.
            if (folder.empty() || folder.front() != '/') continue;
            const std::filesystem::path file = std::filesystem::path(folder) / name;
            std::error_code ignored;
            if (std::filesystem::is_regular_file(file, ignored) && ::access(file.c_str(), X_OK) == 0)
                return file.string();
        }
    }
    return "";
}

}  // namespace clausier::outside
