// Syncing of files and folders to the disk.
#include "durable.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstring>

#include "clausier/core/issue.hpp"

namespace clausier::store {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, int fault) {
    throw core::Error(core::ErrorKind::unavailable, file.string(),
                      fmt::format("écriture impossible ({}) ; vérifiez le dossier, les droits et la place libre",
                                  std::strerror(fault)));
}

}  // namespace

void sync_file(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) refuse(file, errno);
    const int outcome = ::fsync(descriptor);
    const int fault = errno;
    ::close(descriptor);
    if (outcome != 0) refuse(file, fault);
}

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    sync_file(from);
    if (::rename(from.c_str(), to.c_str()) != 0) refuse(to, errno);
    const auto folder = to.parent_path();
    sync_file(folder.empty() ? std::filesystem::path(".") : folder);
}

}  // namespace clausier::store
