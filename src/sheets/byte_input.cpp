// Implements the bytes of a source over a file descriptor or a view.
#include "byte_input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "clausier/core/issue.hpp"

namespace clausier::sheets {

std::string source_name(const Source& source) {
    return source.name.empty() ? source.path.filename().string() : source.name;
}

ByteInput::ByteInput(const Source& source) : bytes_(source.bytes), size_(source.bytes.size()) {
    if (bytes_.data() != nullptr) return;
    const auto refuse = [&](std::string_view text) {
        throw core::Error(core::ErrorKind::not_found, source_name(source), text);
    };
    file_ = ::open(source.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe must not be waited for
    if (file_ < 0)
        refuse(errno == EACCES ? "le fichier ne peut pas être lu ; vérifiez les droits d’accès"
                               : "le fichier est introuvable ; vérifiez le chemin");
    struct stat status {};
    if (::fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(file_);
        refuse("ce n’est pas un fichier ordinaire ; donnez le chemin d’un fichier");
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
}

ByteInput::~ByteInput() {
    if (file_ >= 0) ::close(file_);
}

std::ptrdiff_t ByteInput::read(std::uint64_t offset, void* into, std::size_t count) {
    if (offset >= size_) return 0;
    std::ptrdiff_t got = 0;
    if (file_ < 0) {
        const auto piece = bytes_.substr(static_cast<std::size_t>(offset), count);
        std::memcpy(into, piece.data(), piece.size());
        got = static_cast<std::ptrdiff_t>(piece.size());
    } else {
        do {
            got = ::pread(file_, into, count, static_cast<off_t>(offset));
        } while (got < 0 && errno == EINTR);
    }
    given_ += static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(got, 0));
    return got;
}

}  // namespace clausier::sheets
