// Makes, fills and sweeps a temporary folder.
#include "work_folder.hpp"

#include <stdlib.h>

#include <fstream>
#include <iterator>

#include "clausier/core/issue.hpp"

namespace clausier::outside {
namespace {

[[noreturn]] void refuse() {
    throw core::Error(core::ErrorKind::unavailable, "dossier temporaire",
                      "le fichier ne peut pas être écrit\u00a0; libérez de la place sur le disque, puis recommencez");
}

}  // namespace

WorkFolder::WorkFolder() {
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "clausier-XXXXXX").string();
    if (error || ::mkdtemp(name.data()) == nullptr) refuse();
    path_ = name;
}

WorkFolder::~WorkFolder() {
    // A child just killed may still be closing its files: what it wrote meanwhile is swept by a second pass.
    for (int pass = 0; pass < 2; ++pass) {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
        if (!error) return;
    }
}

std::filesystem::path WorkFolder::write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path_ / name;
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) refuse();
    return file;
}

std::string WorkFolder::read(std::string_view name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace clausier::outside
