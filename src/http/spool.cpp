// Temporary files made by mkstemp.
#include "clausier/http/spool.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>

#include "clausier/core/issue.hpp"

namespace clausier::http {
namespace {

[[noreturn]] void refuse() {
    throw core::Error(core::ErrorKind::unavailable, "dossier temporaire",
                      "le fichier ne peut pas être écrit ; libérez de la place sur le disque, puis recommencez");
}

[[noreturn]] void refuse_reading() {
    throw core::Error(core::ErrorKind::unavailable, "dossier temporaire",
                      "le fichier ne peut pas être relu ; recommencez, puis vérifiez le disque");
}

}  // namespace

Spool::Spool() {
    std::error_code error;
    std::string name = (std::filesystem::temp_directory_path(error) / "clausier-XXXXXX").string();
    if (error) refuse();
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) refuse();
    path_ = name;
}

Spool::~Spool() {
    ::close(descriptor_);
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

void Spool::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) refuse();
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::size_t Spool::read(std::uint64_t offset, std::span<char> into) const {
    std::size_t got = 0;
    while (got < into.size()) {
        const ssize_t n = ::pread(descriptor_, into.data() + got, into.size() - got, static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) refuse_reading();
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
    }
    return got;
}

void Spool::refresh() {
    const int again = ::open(path_.c_str(), O_RDWR | O_CLOEXEC);
    struct stat found {};
    if (again < 0 || ::fstat(again, &found) != 0) {
        if (again >= 0) ::close(again);
        refuse_reading();
    }
    ::close(descriptor_);
    descriptor_ = again;
    size_ = static_cast<std::uint64_t>(found.st_size);
}

}  // namespace clausier::http
