// Locks by flock(), which the kernel gives back when the program ends in any way.
#include "hold.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

#include "clausier/core/issue.hpp"

namespace clausier::store {

Hold::Hold(const std::filesystem::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    if (descriptor_ >= 0) ::close(descriptor_);
    throw core::Error(core::ErrorKind::unavailable, path.string(),
                      "ce fichier temporaire ne peut pas être verrouillé ; vérifiez le disque et les droits");
}

Hold::~Hold() { ::close(descriptor_); }

std::string held_prefix(const std::string& prefix) { return fmt::format("{}{}-", prefix, ::getpid()); }

bool is_abandoned(const std::filesystem::path& path, const std::string& prefix) {
    const std::string name = path.filename().string();
    // Opening and closing a file of our own would drop the locks that the database engine has on it.
    if (!name.starts_with(prefix) || name.starts_with(held_prefix(prefix))) return false;
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0 || found.st_uid != ::geteuid()) return false;
    if (!S_ISDIR(found.st_mode) && !S_ISREG(found.st_mode)) return false;
    const auto age = std::chrono::system_clock::now().time_since_epoch() - std::chrono::seconds(found.st_mtim.tv_sec);
    if (age < std::chrono::minutes(1)) return false;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return false;
    const bool free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return free;
}

}  // namespace clausier::store
