// Implements the temporary, its sync and its renaming.
#include "partial_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "clausier/core/issue.hpp"

namespace clausier::sheets {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& destination, std::string_view text) {
    throw core::Error(core::ErrorKind::unavailable, destination.filename().string(), text);
}

// False when the file or the folder cannot be opened or synced.
bool sync(const std::filesystem::path& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0) return false;
    const bool synced = ::fsync(file) == 0;
    return ::close(file) == 0 && synced;
}

}  // namespace

PartialFile::PartialFile(std::filesystem::path destination) : destination_(std::move(destination)) {
    static std::atomic<unsigned> next{0};
    if (std::filesystem::is_directory(destination_))
        refuse(destination_, "c’est un dossier ; donnez un nom de fichier");
    special_ = std::filesystem::exists(destination_) && !std::filesystem::is_regular_file(destination_);
    int file = -1;
    do {
        temporary_ = special_ ? std::filesystem::temp_directory_path() / destination_.filename() : destination_;
        temporary_.replace_filename(
            fmt::format(".{}.{}-{}.partiel", destination_.filename().string(), ::getpid(), next++));
        file = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (file < 0 && errno == EEXIST);
    if (file < 0)
        refuse(destination_, "le dossier ne peut pas être écrit ; vérifiez qu’il existe et vos droits d’accès");
    ::close(file);
}

PartialFile::~PartialFile() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove(temporary_, ignored);
}

void PartialFile::pour() {
    std::ifstream from(temporary_, std::ios::binary);
    std::ofstream into(destination_, std::ios::binary);
    if (from.peek() != std::ifstream::traits_type::eof()) into << from.rdbuf();
    if (!into.flush()) refuse(destination_, "l’écriture a échoué ; vérifiez où va la sortie");
}

void PartialFile::keep() {
    if (special_) return pour();
    std::error_code error;
    if (!sync(temporary_, O_RDONLY))
        refuse(destination_, "l’écriture sur le disque a échoué ; vérifiez la place libre");
    std::filesystem::rename(temporary_, destination_, error);
    if (error) refuse(destination_, "le fichier ne peut pas être remplacé ; fermez-le s’il est ouvert ailleurs");
    kept_ = true;
    const auto folder = destination_.parent_path();
    sync(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
}

}  // namespace clausier::sheets
