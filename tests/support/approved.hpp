// Texts approved once, kept as files of tests/approved: APPROVE=1 rewrites them, git shows what changes.
#pragma once
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace clausier::test {

// The approved text, after it is replaced by `made` when APPROVE is set.
inline std::string approved(const std::string& name, const std::string& made) {
    const std::filesystem::path file = std::filesystem::path(CLAUSIER_SOURCE_DIR) / "tests/approved" / name;
    if (std::getenv("APPROVE")) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << made;
    }
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace clausier::test
